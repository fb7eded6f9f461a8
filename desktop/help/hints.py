"""Three sentences for the first day: one at a time, at the foot of the page, never again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.widgets.labels import IconLabel, RichLabel

_WIDTH, _AWAY = 380, 16
_SEPARATOR = ","


@dataclass(frozen=True)
class Hint:
    """`page` is where it is shown, "" for anywhere, while `target`, which it is about, is."""

    key: str
    text: str
    target: Callable[[], QWidget]
    page: str = ""


class Hints(QFrame):
    """Not modal and never takes the focus; «فهمیدم» ends a hint for good."""

    def __init__(
        self, context: Context, hints: tuple[Hint, ...], foot: QWidget, window: QWidget
    ) -> None:
        super().__init__(window)
        self.setObjectName("hint")
        self._context, self._hints = context, hints
        self._foot, self._window = foot, window
        self._page = ""
        self._taken = 0
        self.current: Hint | None = None
        self._text = RichLabel()
        self.button = QPushButton("فهمیدم")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._understood)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 10, 10)
        layout.setSpacing(10)
        layout.addWidget(IconLabel(context.theme, "lightbulb", 20, "accent"))
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        window.installEventFilter(self)
        context.theme.changed.connect(self._settle)
        self.hide()

    def _seen(self) -> set[str]:
        return set(self._context.settings["hints_seen"].split(_SEPARATOR)) - {""}

    def offer(self, page: str) -> None:
        """Show the first hint of a page that the reader has not yet understood."""
        self._page, before = page, self.current
        seen = self._seen()
        waiting = [one for one in self._hints if one.key not in seen and one.page in ("", page)]
        visible = [one for one in waiting if one.target().isVisible()]
        self.current = visible[0] if visible else None
        self.setVisible(self.current is not None)
        if self.current is not None:
            self._text.say(self.current.text)
            self._settle()
        if self.current is not None and self.current is not before:
            self.raise_()
            announce(self, self.current.text)

    def again(self) -> None:
        """Show all hints once more."""
        self._context.settings["hints_seen"] = ""
        self.offer(self._page)

    @Slot(int)
    def keep_clear(self, taken: int) -> None:
        """Stand above what needs so many pixels of the window's foot."""
        self._taken = taken
        self._settle()

    def _understood(self) -> None:
        if self.current is not None:
            seen = self._seen() | {self.current.key}
            self._context.settings["hints_seen"] = _SEPARATOR.join(sorted(seen))
        self.offer(self._page)

    def _settle(self) -> None:
        if self.current is None:
            return
        width = min(self._context.theme.px(_WIDTH), self._foot.width() - 2 * _AWAY)
        self.setFixedWidth(width)
        self.adjustSize()
        corner = self._foot.mapTo(self._window, self._foot.rect().bottomRight())
        foot = min(corner.y(), self._window.height() - self._taken)
        self.move(corner.x() - width - _AWAY, foot - self.height() - _AWAY)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False
