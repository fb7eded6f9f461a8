"""Three sentences for the first day: one at a time, in a line of their own, never again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from db.record import record
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.widgets.labels import IconLabel, RichLabel

_SEPARATOR = ","
_LEAST_BELOW = 330
_SPOKEN_AFTER_MS = 1000


@record
class Hint:
    """`page` is where it is shown, "" for anywhere, while `target`, which it is about, is."""

    key: str
    text: str
    target: Callable[[], QWidget]
    page: str = ""


class Hints(QFrame):
    """Not modal and never takes the focus; «فهمیدم» ends a hint for good."""

    def __init__(
        self,
        context: Context,
        hints: tuple[Hint, ...],
        below: QWidget,
        room_needed: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.setObjectName("hint")
        self._context, self._hints = context, hints
        self._below, self._room_needed = below, room_needed
        self._page = ""
        self.current: Hint | None = None
        self._said: Hint | None = None  # which was read aloud
        self._text = RichLabel()
        self.button = QPushButton("فهمیدم")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._understood)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(10)
        layout.addWidget(IconLabel(context.theme, "lightbulb", 20, "accent"))
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.give_way)
        # A screen reader tells of the window first, and its first picture waits for nothing.
        self._spoken = QTimer(self, singleShot=True, interval=_SPOKEN_AFTER_MS)
        self._spoken.timeout.connect(self._speak)
        below.installEventFilter(self)
        self.hide()

    def _seen(self) -> set[str]:
        return set(self._context.settings["hints_seen"].split(_SEPARATOR)) - {""}

    def offer(self, page: str) -> None:
        """Show the first hint of a page that the reader has not yet understood."""
        self._page = page
        seen = self._seen()
        waiting = [one for one in self._hints if one.key not in seen and one.page in ("", page)]
        visible = [one for one in waiting if one.target().isVisible()]
        self.current = visible[0] if visible else None
        self.give_way()
        if self.current is not None:
            self._text.say(self.current.text)

    @Slot()
    def _speak(self) -> None:
        if self.current is not None and self.isVisible():
            self._said = self.current
            announce(self, self.current.text)

    def again(self) -> None:
        """Show all hints once more."""
        self._context.settings["hints_seen"], self._said = "", None
        self.offer(self._page)

    @Slot()
    def give_way(self) -> None:
        """Wait while the room is needed for other things, or come back."""
        room = self._below.height() + (self.height() if self.isVisible() else 0)
        left = room - self.heightForWidth(self._below.width())
        fits = left >= self._context.theme.px(_LEAST_BELOW)
        self.setVisible(self.current is not None and fits and not self._room_needed())
        if self.isVisible() and self.current is not self._said:
            self._spoken.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In low windows what stands below comes first."""
        if event.type() == QEvent.Type.Resize:
            self._later.start()  # hiding now would resize it again, before this is hidden
        return False

    def _understood(self) -> None:
        if self.current is not None:
            self.learn(self.current.key)

    def learn(self, key: str) -> None:
        """End a hint: it was read, or what it speaks of was done."""
        if key not in self._seen():
            seen = sorted(self._seen() | {key})
            self._context.settings["hints_seen"] = _SEPARATOR.join(seen)
            self.offer(self._page)
