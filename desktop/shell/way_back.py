"""Where leaving a search, its marks or a passing page leads to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from desktop.common.place import Place
from desktop.shell.navigator import Navigator
from desktop.shell.tab_order import is_done


class WayBack(QObject):
    """`stays` tells the places that the rail holds; `settle` puts the keyboard into the page."""

    def __init__(
        self,
        navigator: Navigator,
        stays: Callable[[Place], bool],
        settle: Callable[[], object],
    ) -> None:
        super().__init__(navigator)
        self._navigator, self._stays, self._settle = navigator, stays, settle

    @Slot()
    def close_search(self, *, afresh: bool = False) -> None:
        """Back to where the search began; the keyboard stays where it is."""
        place = self._navigator.place
        if place is not None and place.page == "search":
            self._navigator.back_or(Place("home"), afresh=afresh)

    @Slot()
    def leave_search(self) -> None:
        """Back to where the search began, with the keyboard there."""
        self.close_search(afresh=True)
        self._settle()

    def take(self) -> None:
        """Leave the nearest thing: search, search marks, a page that is no line of the rail."""
        navigator, place = self._navigator, self._navigator.place
        if place is not None and place.page == "search":
            self.leave_search()
        elif not navigator.let_go_of_hits():
            if place is not None and not self._stays(place) and is_done(navigator.page):
                navigator.back_or(Place("home"), afresh=True)
            self._settle()
