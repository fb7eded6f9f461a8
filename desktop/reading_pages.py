"""Adds the pages where the document is read and searched, and connects the search box to them."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.errors import KnownError
from desktop.common.page import Page
from desktop.common.place import Place
from desktop.main_window import MainWindow

if TYPE_CHECKING:
    from db.search.models import SearchResults
    from desktop.axis.page import AxisPage

_READING = "reading"


class ReadingPages(QObject):
    """Home, the axes and the results of searches; remembers what was read last."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._axes: AxisPage | None = None
        self._may_have_read = True
        for name, make in (("home", self._home), ("axis", self._axis), ("search", self._search)):
            window.add_page(name, make)
        window.navigator.arrived.connect(self._arrived)
        window.navigator.hits_let_go.connect(self._clear_hits)
        window.arranged.connect(self._name_place)
        box = window.search_box
        box.foreseen.connect(self._foresee)
        box.query_changed.connect(window.search_for)
        box.results_wanted.connect(lambda: window.search.enter_results())
        box.left.connect(window.way_back.leave_search)
        box.item_wanted.connect(self._visit_item)
        box.emptied.connect(window.way_back.close_search)
        box.said.connect(window.status.say)

    @Slot(object)
    def _foresee(self, results: "SearchResults") -> None:
        """While the reader still types, what the answer needs is laid out and painted ahead."""
        page = self._window.search
        page.prepare(results)
        insisted = page.inquiry.was_insisted(results.query)
        self._window.search_box.completing.repeat("" if insisted else results.suggestion or "")

    def _home(self) -> Page:
        from desktop.home.page import HomePage

        return HomePage(self._window.context, self._left_off)

    def _axis(self) -> Page:
        from desktop.axis.page import AxisPage

        self._axes = AxisPage(self._window.context)
        return self._axes

    @Slot(str)
    def _visit_item(self, item_id: str) -> None:
        self._window.open_item(item_id)
        self._window.focus_page()

    @Slot()
    def _name_place(self) -> None:
        """The panel names the place; a drawer does so only while it is open."""
        place = self._window.panel_place
        if self._axes is not None:
            beside = place.is_open and place.fits and not place.is_drawer
            self._axes.trail.take_over(wanted=not beside)

    def _search(self) -> Page:
        from desktop.search.page import SearchPage

        page = SearchPage(self._window.context)
        page.offers.query_wanted.connect(self._window.search_for)
        page.results_shown.connect(self._results_shown)
        page.finds.query_kept.connect(self._window.context.past.keep)
        page.left.connect(self._window.way_back.leave_search)
        return page

    @Slot(object)
    def _arrived(self, place: Place) -> None:
        window, searching = self._window, place.page == "search"
        window.search_box.show_query(place.key if searching else "")
        window.panel.show_hits(window.search.finds.hits() if searching else place.hits)
        if place.page == "axis":
            self._may_have_read = True
        elif self._may_have_read:
            self._may_have_read = False
            self._keep_reading()

    @Slot()
    def _clear_hits(self) -> None:
        self._window.panel.show_hits({})
        if self._axes is not None:
            self._axes.clear_hits()

    def _left_off(self) -> Place | None:
        """Where an axis was read last, now or in a former session."""
        if self._axes is not None and (slug := self._axes.axis_slug()):
            return Place("axis", slug, self._axes.current_item())
        slug, _, item_id = self._window.context.reader.recall(_READING).partition(" ")
        reference = self._window.context.reference
        here = {axis.slug for axis in reference.axes()}
        known = {item.id for item in reference.items()}
        return Place("axis", slug, item_id if item_id in known else "") if slug in here else None

    def _keep_reading(self) -> None:
        """While an axis is in sight the session keeps the place."""
        reader = self._window.context.reader
        # Where nothing can be read or written, the place is not worth a word.
        with suppress(KnownError):
            place = self._left_off()
            wanted = f"{place.key} {place.item}" if place else ""
            if wanted != reader.recall(_READING):
                reader.remember(_READING, wanted)

    @Slot()
    def _results_shown(self) -> None:
        window = self._window
        if window.navigator.page is window.search:
            window.panel.show_hits(window.search.finds.hits())
            literal = window.search.inquiry.is_literal
            window.search_box.completing.repeat("" if literal else window.search.offers.suggestion)
        if not window.navigator.on_the_way:  # it is arranged when it arrives
            window.arrange()
