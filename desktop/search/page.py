"""The page of search results; asks beside the window and shows what comes."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.search.models import SearchResults
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.finder import MOST_NOTES
from desktop.common.page import Page
from desktop.common.place import Place
from desktop.common.widgets.layouts import laid_out_once
from desktop.search.answer import Answer
from desktop.search.asking_again import AskingAgain
from desktop.search.finds import Finds
from desktop.search.header import BUSY, ResultsHeader
from desktop.search.inquiry import Inquiry
from desktop.search.nothing_found import NothingFound
from desktop.search.offers import Offers
from desktop.search.results_list import ResultsList
from desktop.search.rows import ALL, HitRow, RowMaker

EMPTY_AFTER_MS = 400  # longer than the pauses of somebody who types


class SearchPage(Page):
    """`results_shown` follows every answer, `note_menu_wanted` carries a text of the reader's."""

    results_shown = Signal(object)
    menu_wanted = Signal(str, QPoint)
    note_menu_wanted = Signal(object, QPoint)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.inquiry = Inquiry(context, self)
        self.scope = ALL
        self._axis_before = ""
        self._focus_wanted = False
        self._told: Answer | None = None
        self._rows = RowMaker(context)
        # Words on the way to one that is found: the panel would go and come with their letters.
        self._typing = QTimer(self, singleShot=True, interval=EMPTY_AFTER_MS)
        self._typing.timeout.connect(lambda: self.item_chosen.emit(""))
        self.header = ResultsHeader(context)
        self.list = ResultsList(context)
        self.finds = Finds(context, self.list)
        self._again = AskingAgain(context, self, self.list, self.inquiry, self.finds)
        self.empty = NothingFound(context)
        asked = self.header.question
        self.offers = Offers(context, self.inquiry, self.finds, asked, self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.header, self.list, self.empty):
            layout.addWidget(widget, 0 if widget is self.header else 1)
        self.empty.hide()
        self._connect()

    def _connect(self) -> None:
        self.inquiry.slow.connect(self._show_busy)
        self.inquiry.answered.connect(self._show_results)
        self.inquiry.failed.connect(self._fail)
        self.list.item_current.connect(self.item_chosen)
        self.list.several_changed.connect(self.several_changed)
        self.list.item_menu_wanted.connect(self.menu_wanted)
        self.list.note_menu_wanted.connect(self.note_menu_wanted)
        self.finds.place_wanted.connect(self.place_wanted)
        self.finds.said.connect(self.said)
        self.header.scope_chosen.connect(self.show_scope)
        self.header.back.clicked.connect(self.left)
        self.context.theme.resized.connect(self.list.relayout)

    @property
    def results(self) -> SearchResults | None:
        """What is shown, None while nothing has been answered."""
        return self.finds.answer.results if self.finds.answer else None

    def came_from(self, place: Place) -> None:
        """The place the reader searched from; gives the scope «فقط این محور» its axis."""
        self._axis_before = place.key if place.page == "axis" else ""
        self.header.back.setText("بازگشت به محور" if self._axis_before else "بازگشت")

    def show_place(self, place: Place) -> None:
        if place.key != self.inquiry.query or self.results is None:
            self.scope = ALL
            self._focus_wanted = False
            self.inquiry.ask(place.key)

    @Slot(object)
    def prepare(self, results: SearchResults) -> None:
        """Lay out what will likely be shown soon, while the reader is still typing."""
        self.list.prepare(self._rows.rows(Answer.to(self.context, results, MOST_NOTES)))

    def _show_busy(self) -> None:
        self.header.show_busy(on=True)
        self.header.show()
        self.empty.hide()
        self.list.show()
        announce(self.list, BUSY)

    @Slot(object)
    def _show_results(self, results: SearchResults) -> None:
        had_panel, above = self.wants_panel(), self._again.standing.get("item", "")
        most, literal = self.inquiry.most_notes, self.inquiry.is_literal
        answer = Answer.to(self.context, results, most, literal=literal)
        if self._shows(answer):
            self._again.standing = {}
        else:
            self.finds.answer = answer
            self._show_answer(answer)
        if answer.found:
            self._typing.stop()
        elif had_panel:
            self._typing.start()
        if self._focus_wanted:
            self.enter_results()
        self.results_shown.emit(results)
        self.finds.go_on(above)

    def _shows(self, answer: Answer) -> bool:
        """Whether all that it would show is in sight, and nobody waits for more or for a word."""
        shown = self.finds.answer
        if shown is None or not answer.found or self._again.standing.get("onward"):
            return False
        is_whole = self.list.isVisible() and not self.header.busy.isVisible()
        return is_whole and shown.told == answer.told

    def _show_answer(self, answer: Answer) -> None:
        self.header.show_busy(on=False)
        with laid_out_once(self, self.header, self.header.chips):
            for widget in (self.list, self.header):
                widget.setVisible(answer.found)
            self.empty.setVisible(not answer.found)
            if answer.found:
                here = self._axis_before if self._axis_before in answer.counts.axes else ""
                self.header.show_answer(answer, here, self._again.standing.get("scope", self.scope))
        told, self._told = answer is self._told, answer
        if answer.found:
            self._fill(self.header.chips.scope)
            if not told:
                announce(self.list, self.header.spoken())
        elif not told:
            self.list.rows.show_rows([])
            understood = answer.results.understood or ""
            self.empty.show_query(self.inquiry.query, understood, answer.suggestion)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.finds.leave()
        self._told = None
        if self.inquiry.waiting:
            self.inquiry.drop()
            self.header.show_busy(on=False)
            self.finds.answer = None

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._again.forget()
        self.header.show_busy(on=False)
        self.finds.answer = None
        self.list.rows.show_rows([])
        self.header.hide()
        self.list.hide()
        self.empty.show()
        self.empty.show_failure(sentence)

    @Slot(str)
    def show_scope(self, scope: str) -> None:
        """Only the document, the notes or one axis; or all again."""
        self._again.forget()
        self.header.chips.choose(scope)
        self._fill(scope)

    def _fill(self, scope: str) -> None:
        self.scope = scope
        if self.finds.answer is not None:
            self.list.show_rows(self._rows.rows(self.finds.answer, scope), self._again.standing)
            self._again.standing = {}

    @Slot()
    def enter_results(self) -> None:
        """Move the focus into the list as soon as there are results."""
        self._focus_wanted = self.inquiry.waiting
        if not self._focus_wanted and self.list.rows.found_rows():
            self.finds.query_kept.emit(self.inquiry.query)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def wants_panel(self) -> bool:
        """Nothing found leaves nothing to read in the panel, once no letter follows."""
        answer = self.finds.answer
        return answer is None or answer.found or self._typing.isActive()

    def state(self) -> dict[str, Any]:
        return {**self.list.place(), "scope": self.scope}

    def restore(self, state: dict[str, Any]) -> None:
        self._again.come_back(state)
        if not self.inquiry.waiting and self.finds.answer is not None:
            self._show_answer(self.finds.answer)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.header.first_chip(), self.list)

    def entrance(self) -> QWidget | None:
        """The list, which takes the keyboard with its first rows where it has none yet."""
        self._focus_wanted = self.inquiry.waiting
        return super().entrance()

    def current_item(self) -> str:
        return self.list.current_id()

    def is_waiting(self) -> bool:
        return self.inquiry.waiting

    def selected_items(self) -> tuple[str, ...]:
        rows = self.list.selected_rows()
        return tuple(row.item.id for row in rows if isinstance(row, HitRow))
