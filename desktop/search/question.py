"""«منظورتان … بود؟»: one key to accept, one to insist on what was typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.common.actions import as_printed
from desktop.common.persian import shorten, verbatim
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.labels import Keycap, LineLabel

ACCEPT_KEYS, INSIST_KEYS = "Alt+Return", "Alt+Shift+Return"  # both layouts have them
_LONGEST_SHOWN = 36


def asked(meant: str, longest: int = _LONGEST_SHOWN) -> str:
    """The question as it is shown, a long query shortened."""
    return f"منظورتان «{shorten(meant, longest)}» بود؟"


class Question(QFrame):
    """Shows itself only while there is something to ask."""

    accepted = Signal()
    insisted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("question")
        self._text = LineLabel()
        self.yes, self.no = Chip("بله", checkable=False), Chip("", checkable=False)
        first = _answer(self.yes, ACCEPT_KEYS)
        self._second = _answer(self.no, INSIST_KEYS)
        row = Flow(12, self)
        row.setContentsMargins(12, 4, 12, 4)
        for widget in (self._text, first, self._second):
            row.addWidget(widget)
        self.yes.clicked.connect(self.accepted)
        self.no.clicked.connect(self.insisted)

    @property
    def text(self) -> str:
        return self._text.plain

    def ask(self, typed: str, meant: str, *, literal: bool) -> None:
        """Ask whether `meant` was meant; after the reader insisted, only offer it again."""
        self.setVisible(bool(meant))
        if not meant:
            return
        shown = shorten(meant, _LONGEST_SHOWN)
        self._text.say(asked(meant))
        self.yes.setAccessibleName(f"بله، جست‌وجوی «{shown}»")
        insisted = f"نه، همان «{shorten(typed, _LONGEST_SHOWN)}»"
        self.no.setText(verbatim(insisted))
        self.no.setAccessibleName(insisted)
        self._second.setVisible(not literal)


def _answer(chip: Chip, keys: str) -> QWidget:
    """An answer with its key beside it."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(chip)
    row.addWidget(Keycap(as_printed(keys)))
    return pair
