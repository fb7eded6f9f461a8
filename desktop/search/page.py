"""The page of search results; asks beside the window and shows what comes."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.search.models import NoteHit, SearchResults
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.finder import MOST_NOTES
from desktop.common.page import Page
from desktop.common.place import Hits, Place
from desktop.common.walk import Walk, hits_of
from desktop.common.widgets.layouts import laid_out_once
from desktop.search.finds import Finds
from desktop.search.header import BUSY, ResultsHeader
from desktop.search.inquiry import Inquiry
from desktop.search.nothing_found import NothingFound
from desktop.search.results_list import ResultsList
from desktop.search.rows import ALL, Counts, HitRow, RowMaker

EMPTY_AFTER_MS = 400  # longer than the pauses of somebody who types


class SearchPage(Page):
    """`results_shown` follows every answer; `query_kept` says that a query led somewhere.

    `note_wanted` carries the walk that is at a text of the reader's, `note_menu_wanted` that text.
    """

    results_shown = Signal(object)
    query_wanted = Signal(str)
    note_wanted = Signal(object)
    menu_wanted = Signal(str, QPoint)
    note_menu_wanted = Signal(object, QPoint)
    query_kept = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.inquiry = Inquiry(context, self)
        self.results: SearchResults | None = None
        self.scope = ALL
        self._axis_before = ""
        self._focus_wanted = False
        self._restoring: dict[str, Any] = {}
        self._rows = RowMaker(context)
        # Words on the way to one that is found: the panel would go and come with their letters.
        self._typing = QTimer(self, singleShot=True, interval=EMPTY_AFTER_MS)
        self._typing.timeout.connect(lambda: self.item_chosen.emit(""))
        self.header = ResultsHeader(context)
        self.list = ResultsList(context)
        self._finds = Finds(self.list)
        self.empty = NothingFound(context)
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
        self.list.item_entered.connect(self.open_item)
        self.list.note_entered.connect(self._open_note)
        self.list.more_wanted.connect(self._ask_for_more)
        self.list.item_menu_wanted.connect(self.menu_wanted)
        self.list.note_menu_wanted.connect(self.note_menu_wanted)
        self.empty.taken.connect(self._take_offer)
        self.header.scope_chosen.connect(self.show_scope)
        self.header.back.clicked.connect(self.left)
        self.header.question.accepted.connect(self.accept)
        self.header.question.insisted.connect(self.insist)
        self.context.theme.resized.connect(self.list.relayout)
        self.context.finder.followed.connect(self._notes_changed)
        self.context.finder.learnt.connect(self._words_learnt)

    @property
    def query(self) -> str:
        """What was asked last."""
        return self.inquiry.query

    def came_from(self, place: Place) -> None:
        """The place the reader searched from; gives the scope «فقط این محور» its axis."""
        self._axis_before = place.key if place.page == "axis" else ""
        self.header.back.setText("بازگشت به محور" if self._axis_before else "بازگشت")

    def show_place(self, place: Place) -> None:
        if place.key != self.query or self.results is None:
            self.scope = ALL
            self._focus_wanted = False
            self.inquiry.ask(place.key)

    @Slot(object)
    def prepare(self, results: SearchResults) -> None:
        """Lay out what will likely be shown soon, while the reader is still typing."""
        counts = Counts.of(self.context, results, MOST_NOTES)
        self.list.prepare(self._rows.rows(results, counts))

    def _show_busy(self) -> None:
        self.header.show_busy(on=True)
        self.header.show()
        self.empty.hide()
        self.list.show()
        announce(self.list, BUSY)

    @Slot(object)
    def _show_results(self, results: SearchResults) -> None:
        self.header.show_busy(on=False)
        had_panel = self.wants_panel()
        self.results = results
        self._show_answer()
        if self._found:
            self._typing.stop()
        elif had_panel:
            self._typing.start()
        if self._focus_wanted:
            self.enter_results()
        self.results_shown.emit(results)

    def _show_answer(self) -> None:
        results = self.results
        found = self._found
        with laid_out_once(self, self.header, self.header.chips):
            for widget in (self.list, self.header):
                widget.setVisible(found)
            self.empty.setVisible(not found)
            if results is not None and found:
                self._show_counts(results)
        if results is None or not found:
            self._say_nothing_found(results)
            return
        self._fill(self.header.chips.scope)
        announce(self.list, self.header.title)

    def _show_counts(self, results: SearchResults) -> None:
        counts = Counts.of(self.context, results, self.inquiry.most_notes)
        self.header.show_results(results, counts, self.inquiry.is_literal)
        here = self._axis_before if self._axis_before in counts.axes else ""
        scope = self._restoring.get("scope", self.scope)
        self.header.chips.show_counts(counts, here, scope)

    def _say_nothing_found(self, results: SearchResults | None) -> None:
        self.list.rows.show_rows([])
        understood = results.understood if results and results.understood else ""
        self.empty.show_query(self.query, understood, self.suggestion())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._finds.leave()
        if self.inquiry.waiting:
            self.inquiry.drop()
            self.header.show_busy(on=False)
            self.results = None

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.header.show_busy(on=False)
        self.results = None
        self.list.rows.show_rows([])
        self.header.hide()
        self.list.hide()
        self.empty.show()
        self.empty.show_failure(sentence)

    @Slot()
    def _notes_changed(self) -> None:
        """A save may have changed what answers; the reader's place stays."""
        if self.results is not None and self.isVisible() and not self.inquiry.waiting:
            self._restoring = self.state()
            self.inquiry.again()

    @Slot()
    def _words_learnt(self) -> None:
        """What found no note may find one now that its slip can be mended."""
        if self.results is not None and not self.results.notes:
            self._notes_changed()

    @Slot()
    def _ask_for_more(self) -> None:
        self._restoring = self.state()
        self.inquiry.ask_for_more()

    @Slot(str)
    def _take_offer(self, offered: str) -> None:
        item = self.context.reference.item_by_code(self.query)
        if item is not None:
            self.open_item(item.id)
        else:
            self.query_wanted.emit(offered)

    @Slot()
    def accept(self) -> None:
        """Take what was suggested as the query."""
        suggested = self.suggestion()
        if suggested:
            self.query_wanted.emit(suggested)

    @Slot()
    def insist(self) -> None:
        """Search for just what was typed."""
        suggested = self.suggestion()
        if suggested and not self.inquiry.is_literal:
            self.inquiry.insist(suggested)

    def suggestion(self) -> str:
        """What the query may have meant, "" when there is nothing to ask."""
        return (self.results.suggestion if self.results else None) or ""

    @Slot(str)
    def show_scope(self, scope: str) -> None:
        """Only the document, the notes or one axis; or all again."""
        self._restoring = {}
        self.header.chips.choose(scope)
        self._fill(scope)

    def _fill(self, scope: str) -> None:
        self.scope = scope
        results = self.results
        if results is None:
            return
        counts = Counts.of(self.context, results, self.inquiry.most_notes)
        self.list.show_rows(self._rows.rows(results, counts, scope), self._restoring)
        self._restoring = {}

    @Slot()
    def enter_results(self) -> None:
        """Move the focus into the list as soon as there are results."""
        self._focus_wanted = self.inquiry.waiting
        if not self._focus_wanted and self.list.rows.found_rows():
            self.query_kept.emit(self.query)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def walk(self, at: str = "") -> Walk | None:
        """The finds in the order shown; None where there are none."""
        return self._finds.walk(self.results, at, literal=self.inquiry.is_literal)

    @Slot(str)
    def open_item(self, item_id: str) -> None:
        """Go to an item in its axis, all that was found still marked there."""
        self._open(item_id, self.walk(item_id))

    def _open(self, item_id: str, walk: Walk | None) -> None:
        self.query_kept.emit(walk.asked if walk else self.query)
        axis, hits = self.context.reference.item(item_id).axis, walk.hits if walk else {}
        self.place_wanted.emit(Place("axis", axis, item_id, hits, walk))

    def open_find(self, walk: Walk) -> None:
        """Open what a walk is at."""
        self._finds.pass_by(walk)
        if walk.note is None:
            self._open(walk.at, walk)
            return
        self.query_kept.emit(walk.asked)
        self.note_wanted.emit(walk)

    @Slot(object)
    def _open_note(self, note: NoteHit) -> None:
        if walk := self.walk(note.uuid):
            self.open_find(walk)

    def hits(self) -> Hits:
        """The spans found in each item."""
        return hits_of(self.results) if self.results else {}

    @property
    def _found(self) -> bool:
        return bool(self.results and (self.results.hits or self.results.notes))

    def wants_panel(self) -> bool:
        """Nothing found leaves nothing to read in the panel, once no letter follows."""
        return self.results is None or self._found or self._typing.isActive()

    def state(self) -> dict[str, Any]:
        return {**self.list.place(), "scope": self.scope}

    def restore(self, state: dict[str, Any]) -> None:
        self._restoring = self._finds.come_back(state, self.query)
        if not self.inquiry.waiting and self.results is not None:
            self._show_answer()

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
