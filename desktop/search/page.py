"""The page of search results; asks the engine beside the window and shows what comes."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from db.search.models import SearchQuery, SearchResults
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.page import Page
from desktop.common.persian import digits
from desktop.common.place import Hits, Place
from desktop.common.widgets.empty_state import EmptyState
from desktop.search.delegate import ResultsDelegate
from desktop.search.header import ResultsHeader
from desktop.search.model import ROW, AnyIndex, HitRow, ResultsModel

LIMIT = 60
BUSY_AFTER_MS = 200
ENGINE_WAIT_S = 60
_SUGGESTIONS = ("حمل‌ونقل عمومی", "پسماند", "مشارکت شهروندان")


class ResultsList(QListView):
    """One tab stop; Enter opens a hit in its axis."""

    item_current = Signal(str)
    item_entered = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.rows = ResultsModel(context)
        self.painter = ResultsDelegate(context, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setAccessibleName("نتیجه‌های جست‌وجو")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda index: self._enter(index))

    def relayout(self) -> None:
        self.painter.set_width(self.viewport().width())
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.viewport().update()

    def choose_row(self, row: int) -> None:
        """Make a row current; the first hit shows the line of its axis too."""
        self.setCurrentIndex(self.rows.index(row))
        if row <= 1:
            self.scrollToTop()

    def current_id(self) -> str:
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row.item.id if isinstance(row, HitRow) else ""

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.current_id():
            self.item_current.emit(self.current_id())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, HitRow):
            self.item_entered.emit(row.item.id)


class SearchPage(Page):
    """`results_shown` follows every answer."""

    results_shown = Signal(object)
    query_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.query = ""
        self.results: SearchResults | None = None
        self._axis_before = ""
        self._focus_wanted = False
        self._restoring: dict[str, Any] = {}
        self.header = ResultsHeader()
        self.list = ResultsList(context)
        self.empty = EmptyState(context.theme, "search", 52)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.header, self.list, self.empty):
            layout.addWidget(widget, 0 if widget is self.header else 1)
        self.empty.hide()
        self._busy = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._busy.timeout.connect(lambda: self.header.say("در حال جست‌وجو…", ""))
        self.list.item_current.connect(self.item_chosen)
        self.list.item_entered.connect(self.open_item)
        self.header.scope_chosen.connect(self._show_scope)
        self.header.suggestion_chosen.connect(self.query_wanted)
        context.theme.changed.connect(self.list.relayout)

    def came_from(self, place: Place) -> None:
        """The place the reader searched from; gives the scope «فقط این محور» its axis."""
        self._axis_before = place.key if place.page == "axis" else ""

    def show_place(self, place: Place) -> None:
        if place.key == self.query and self.results is not None:
            return
        self.query = place.key
        self._busy.start()
        query = SearchQuery(self.query, limit=LIMIT)
        engine = self.context.engine
        self.context.background.run(
            "search",
            lambda: engine.result(ENGINE_WAIT_S).search(query),
            self._show_results,
            self._fail,
        )

    def _show_results(self, results: SearchResults) -> None:
        self._busy.stop()
        self.results = results
        here = results.counts_by_axis.get(self._axis_before, 0) if self._axis_before else 0
        self.header.show_results(results, here)
        self._fill("")
        found = bool(results.hits)
        self.list.setVisible(found)
        self.header.setVisible(found)
        self.empty.setVisible(not found)
        if not found:
            self._say_nothing_found(results)
        announce(self.list, f"{digits(len(results.hits))} نتیجه")
        if self._focus_wanted:
            self.enter_results()
        self.results_shown.emit(results)

    def _say_nothing_found(self, results: SearchResults) -> None:
        self.empty.say(
            f"نتیجه‌ای برای «{self.query}» پیدا نشد",
            "در متن سند و یادداشت‌های شما جست‌وجو شد. واژه‌ی کوتاه‌تر یا هم‌معنا را بیازمایید؛ "
            "«ی» و «ک» عربی و نیم‌فاصله فرقی در نتیجه ایجاد نمی‌کند.",
        )
        offered = (results.suggestion,) if results.suggestion else _SUGGESTIONS
        self.empty.offer(offered, self.query_wanted.emit)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._busy.isActive():
            self._busy.stop()
            self.context.background.forget("search")
            self.results = None

    def _fail(self, sentence: str) -> None:
        self._busy.stop()
        self.results = None
        self.list.rows.show_results(None)
        self.header.hide()
        self.list.hide()
        self.empty.show()
        self.empty.say("جست‌وجو انجام نشد", sentence)
        self.empty.offer((), self.query_wanted.emit)

    @Slot(str)
    def _show_scope(self, scope: str) -> None:
        self._fill(self._axis_before if scope == "axis" else "")

    def _fill(self, axis: str) -> None:
        self.list.rows.show_results(self.results, axis)
        self.list.relayout()
        rows = self.list.rows.hit_rows()
        wanted = self.list.rows.row_of(self._restoring.get("item", ""))
        if rows:
            self.list.choose_row(wanted if wanted >= 0 else rows[0])
        self.list.verticalScrollBar().setValue(self._restoring.get("scroll", 0))
        self._restoring = {}

    @Slot()
    def enter_results(self) -> None:
        """Move the focus into the list as soon as there are results."""
        self._focus_wanted = self._busy.isActive()
        if not self._focus_wanted and self.results and self.results.hits:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def open_item(self, item_id: str) -> None:
        """Go to an item in its axis, all hits of this search still marked there."""
        item = self.context.reference.item(item_id)
        self.place_wanted.emit(Place("axis", item.axis, item_id, self.hits()))

    def hits(self) -> Hits:
        """The spans found in each item."""
        return {hit.item_id: hit.spans for hit in self.results.hits} if self.results else {}

    def step(self, direction: int) -> None:
        """Open the next (+1) or previous (−1) hit."""
        rows = self.list.rows.hit_rows()
        if not rows:
            self.said.emit("نخست چیزی را جست‌وجو کنید (Ctrl+F).")
            return
        current = self.list.currentIndex().row()
        at = rows.index(current) if current in rows else -direction
        self.list.choose_row(rows[(at + direction) % len(rows)])
        self.open_item(self.list.current_id())

    def wants_panel(self) -> bool:
        """Nothing found leaves nothing to read in the panel."""
        return self.results is None or bool(self.results.hits)

    def state(self) -> dict[str, Any]:
        bar = self.list.verticalScrollBar()
        return {"item": self.list.current_id(), "scroll": bar.value()}

    def restore(self, state: dict[str, Any]) -> None:
        self._restoring = state
        if not self._busy.isActive():
            self._fill("")

    def stops(self) -> tuple[QWidget, ...]:
        return (self.header.first_chip(), self.list)

    def current_item(self) -> str:
        return self.list.current_id()
