"""What stands above the results: how many, how the query was read, and the scopes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.common.context import Context
from desktop.common.persian import counted, shorten, spoken
from desktop.common.system_wishes import less_motion
from desktop.common.widgets.buttons import LinkButton
from desktop.common.widgets.column import Column
from desktop.common.widgets.labels import Keycap, RichLabel
from desktop.search.answer import Answer
from desktop.search.question import Question
from desktop.search.scopes import ScopeChips

BUSY = "در حال جست‌وجو…"
ONLY_NEAR = "این واژه‌ها با هم در سند نیست؛ آنچه می‌آید نزدیک‌ترین‌هاست."
LITERAL = "همان که نوشتید جست‌وجو شد."


class ResultsHeader(Column):
    """Says counts; asks when the query was read otherwise than typed."""

    scope_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, over_list=True)
        self.rows.setSpacing(6)
        self._title = RichLabel("", "h3")
        self._note = RichLabel("", "caption")
        self.question = Question()
        self.chips = ScopeChips(context)
        self.busy = QProgressBar()
        self.busy.setRange(0, int(less_motion()))  # one of no length runs to and fro
        self.busy.setValue(self.busy.maximum())
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(BUSY)
        self.busy.setFixedHeight(3)
        self.back = LinkButton("بازگشت", "quiet")
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(Keycap("Esc"))
        top.addWidget(self.back)
        self.rows.addLayout(top)
        for widget in (self.busy, self.question, self._note, self.chips):
            self.rows.addWidget(widget)
        self.chips.scope_chosen.connect(self.scope_chosen)
        self.show_busy(on=False)
        for widget in (self.question, self._note, self.chips):
            widget.hide()

    @property
    def title(self) -> str:
        """The line that says how many."""
        return self._title.plain

    def spoken(self) -> str:
        """How many, how the query was read, and what is asked about it."""
        asked = self.question.text if self.question.isVisibleTo(self) else ""
        return spoken(self.title, self.note, asked)

    @property
    def note(self) -> str:
        """The quieter line, "" when there is none."""
        return self._note.plain if self._note.isVisibleTo(self) else ""

    def show_busy(self, *, on: bool) -> None:
        """An answer is awaited, or has come."""
        self.busy.setVisible(on)
        if on:
            self._title.say(BUSY)

    def show_answer(self, answer: Answer, here: str, scope: str) -> None:
        """What was found and how the query was read; `here` and `scope` are for the chips."""
        results, counts = answer.results, answer.counts
        found = counted((counts.direct + counts.notes, "نتیجه"), (counts.near, "نتیجه‌ی نزدیک"))
        self._say_title(found, shorten(answer.meant))
        notes = [LITERAL] if answer.literal and results.suggestion else []
        notes += [results.understood] if results.understood else []
        notes += [ONLY_NEAR] if counts.near and not counts.direct and not counts.notes else []
        self._note.say(" ".join(notes))
        self._note.setVisible(bool(notes))
        self.question.ask(results.query, answer.suggestion, literal=answer.literal)
        self.chips.show_counts(counts, here, scope)

    def _say_title(self, count: str, query: str) -> None:
        self._title.say(f"{count} برای «{query}»")

    def first_chip(self) -> QWidget:
        return self.chips.pressed()
