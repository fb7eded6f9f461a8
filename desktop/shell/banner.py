"""The line above the page that stays until what failed has been done, or what happened was read."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from db.record import record
from desktop.common.announce import announce
from desktop.common.persian import digits
from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton, LinkButton
from desktop.common.widgets.labels import IconLabel, RichLabel


class _Kind(Enum):
    UNSAVED = auto()
    WRONG = auto()
    GOOD = auto()


@record
class _Message:
    """`act`, called `title`, follows from what is said."""

    kind: _Kind
    text: str
    title: str = ""
    act: Callable[[], object] | None = None


class Banner(QFrame):
    """Red for what went wrong; what could not be saved goes by itself when it is saved.

    Meanwhile it offers another try, and other ways to keep the text. One message of each kind is
    kept in one line: what could not be saved stands before the latest, and the others behind it.
    """

    retry = Signal()
    copy_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._told: list[_Message] = []  # that which is shown first
        self._unsaved = False
        self._text = RichLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)  # names of files stand in it
        self._again = QPushButton("تلاش دوباره")
        self.copy, self.file = QPushButton("کپی متن"), QPushButton("ذخیره در جای دیگر…")
        self.act = QPushButton()
        self.others = LinkButton("")
        self.close_button = IconButton(theme, "x", "بستن پیام")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(10)
        self._icon = IconLabel(theme, "triangle-alert", 20, "danger")
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        for button in (self._again, self.copy, self.file, self.act, self.others, self.close_button):
            layout.addWidget(button)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self._again.clicked.connect(self._try_again)
        self.copy.clicked.connect(self.copy_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.act.clicked.connect(self._follow)
        self.others.clicked.connect(self._turn)
        self.close_button.clicked.connect(self._put_away)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.plain

    def say(self, text: str) -> None:
        """What went wrong, with nothing to try again."""
        self._tell(_Message(_Kind.WRONG, text))

    def reassure(self, text: str, title: str = "", act: Callable[[], object] | None = None) -> None:
        """Good news that has to be read, and what the reader may want to do next."""
        self._tell(_Message(_Kind.GOOD, text, title, act))

    def say_unsaved(self, text: str) -> None:
        """What could not be saved, with another try."""
        self._tell(_Message(_Kind.UNSAVED, text))

    def set_unsaved(self, unsaved: bool) -> None:
        """Offer what can be done with text that is nowhere but in the editor."""
        self._unsaved = unsaved
        self._offer_ways()

    def _offer_ways(self) -> None:
        for button in (self.copy, self.file):
            button.setVisible(self._waits and self._unsaved)

    @property
    def _waits(self) -> bool:
        """Whether what is shown waits for the disk."""
        return bool(self._told) and self._told[0].kind is _Kind.UNSAVED

    def all_saved(self) -> None:
        """Go, if what is said has come to its end."""
        self._unsaved = False
        self._drop(_Kind.UNSAVED)

    def _tell(self, message: _Message) -> None:
        others = [one for one in self._told if one.kind is not message.kind]
        self._told = sorted((message, *others), key=lambda one: one.kind is not _Kind.UNSAVED)
        self._show_first()
        announce(self, message.text)  # though it may stand behind

    def _drop(self, kind: _Kind) -> None:
        first = self._told[0] if self._told else None
        self._told = [one for one in self._told if one.kind is not kind]
        if not self._told or self.isHidden():
            self.hide()
        elif self._told[0] is first:
            self._count_others()
        else:
            self._show_first()
            announce(self, self.text)

    def _show_first(self) -> None:
        first = self._told[0]
        good = first.kind is _Kind.GOOD
        self._text.say(first.text)
        self._again.setVisible(self._waits)
        self._offer_ways()
        self.act.setText(first.title)
        self.act.setVisible(first.act is not None)
        self._count_others()
        self._icon.show_icon(*(("circle-check", "ok") if good else ("triangle-alert", "danger")))
        if self.property("good") != good:
            self.setProperty("good", good)
            for part in (self, self._text):
                part.style().polish(part)
        self.show()

    def _count_others(self) -> None:
        left = len(self._told) - 1
        self.others.setText(f"{'یک' if left == 1 else digits(left)} پیام دیگر")
        self.others.setVisible(left > 0)

    @Slot()
    def _turn(self) -> None:
        """Show the next of what is kept."""
        self._told = [*self._told[1:], self._told[0]]
        self._show_first()
        announce(self, self.text)

    @Slot()
    def _put_away(self) -> None:
        self._drop(self._told[0].kind)

    @Slot()
    def _follow(self) -> None:
        act = self._told[0].act
        self._put_away()
        if act is not None:
            act()

    @Slot()
    def _try_again(self) -> None:
        """What is saved by it goes by itself; what is refused is said again."""
        self.retry.emit()
        if self._waits:
            announce(self, self.text)
