"""What stands above the results: how many, how the query was read, and the scopes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from db.search.models import SearchResults
from desktop.common.persian import digits
from desktop.common.widgets.buttons import Chip, LinkButton
from desktop.common.widgets.labels import Keycap, LineLabel

NEAR = "عین این عبارت در سند نیست؛ نزدیک‌ترین‌ها:"


class ResultsHeader(QWidget):
    """Says counts; the chips choose between everything and one axis."""

    scope_chosen = Signal(str)
    suggestion_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = LineLabel("", "h3")
        self._note = LineLabel("", "caption")
        self._suggestion = LinkButton("")
        self._suggestion.setAccessibleName("جست‌وجوی پیشنهاد")
        self._suggested = ""
        self._suggestion.clicked.connect(lambda: self.suggestion_chosen.emit(self._suggested))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(Keycap("Esc"))
        top.addWidget(LineLabel("بازگشت", "caption"))
        second = QHBoxLayout()
        second.addWidget(self._note)
        second.addWidget(self._suggestion)
        second.addStretch()
        chips = QHBoxLayout()
        chips.setSpacing(8)
        self._group = QButtonGroup(self)
        self._chips = {scope: self._chip(scope) for scope in ("all", "axis")}
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 4)
        layout.setSpacing(6)
        for row in (top, second, chips):
            layout.addLayout(row)

    def _chip(self, scope: str) -> Chip:
        chip = Chip("")
        chip.setAccessibleName("دامنه‌ی نتیجه‌ها")
        chip.clicked.connect(lambda _=False: self.scope_chosen.emit(scope))
        self._group.addButton(chip)
        return chip

    def say(self, title: str, note: str) -> None:
        """A line and a quieter one below it."""
        self._title.say(title)
        self._note.say(note)
        self._note.setVisible(bool(note))
        for widget in (self._suggestion, *self._chips.values()):
            widget.hide()

    def show_results(self, results: SearchResults, in_axis: int) -> None:
        """Counts of the answer; `in_axis` of them lie in the axis the reader came from."""
        total = digits(len(results.hits))
        note = results.understood or ("" if results.direct else NEAR)
        self.say(f"{total} نتیجه برای «{results.query}»", note)
        self._suggested = results.suggestion or ""
        self._suggestion.setText(f"منظورتان «{self._suggested}» بود؟")
        self._suggestion.setVisible(bool(self._suggested))
        self._name("all", f"همه {total}")
        self._name("axis", f"فقط این محور {digits(in_axis)}")
        self._chips["axis"].setVisible(0 < in_axis < len(results.hits))
        self._chips["all"].setVisible(0 < in_axis < len(results.hits))
        self._chips["all"].setChecked(True)

    def _name(self, scope: str, text: str) -> None:
        self._chips[scope].setText(text)
        self._chips[scope].setAccessibleName(f"دامنه: {text}")

    def first_chip(self) -> QWidget:
        return self._chips["all"]
