"""Adds the pages where the document is read and searched, and connects the search box to them."""

from PySide6.QtCore import QObject, Slot

from desktop.common.page import Page
from desktop.common.place import Place
from desktop.main_window import MainWindow


class ReadingPages(QObject):
    """Home, the axes and the results of searches; remembers what was read last."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reading: Place | None = None
        for name, make in (("home", self._home), ("axis", self._axis), ("search", self._search)):
            window.add_page(name, make)
        window.navigator.arrived.connect(self._arrived)
        box = window.search_box
        box.foreseen.connect(lambda results: window.search.prepare(results))
        box.query_changed.connect(window.search_for)
        box.results_wanted.connect(lambda: window.search.enter_results())
        box.left.connect(window.leave_search)
        box.said.connect(window.status.say)

    def _home(self) -> Page:
        from desktop.home.page import HomePage

        return HomePage(self._window.context, lambda: self._reading)

    def _axis(self) -> Page:
        from desktop.axis.page import AxisPage

        return AxisPage(self._window.context)

    def _search(self) -> Page:
        from desktop.search.page import SearchPage

        page = SearchPage(self._window.context)
        page.query_wanted.connect(self._window.search_for)
        page.results_shown.connect(self._results_shown)
        page.query_kept.connect(self._window.context.past.keep)
        page.left.connect(self._window.leave_search)
        return page

    @Slot(object)
    def _arrived(self, place: Place) -> None:
        window, searching = self._window, place.page == "search"
        window.search_box.show_query(place.key if searching else "")
        window.panel.reader.show_hits(window.search.hits() if searching else place.hits)
        if place.page == "axis":
            self._reading = Place(place.page, place.key, window.axis.current_item())

    @Slot()
    def _results_shown(self) -> None:
        window = self._window
        if window.navigator.page is window.search:
            window.panel.reader.show_hits(window.search.hits())
        window.arrange()
