"""Takes the reader from place to place and back to exactly where they were."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from db.record import replace
from desktop.common.page import Page
from desktop.common.place import Place
from desktop.shell.history import History, Visit
from desktop.shell.tab_order import enter


class Navigator(QObject):
    """Owns the stack of pages; `arrived` follows every move, `hits_let_go` the end of a search's
    marks."""

    arrived = Signal(object)
    hits_let_go = Signal()

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._fittings: dict[str, list[Callable[[], object]]] = {}
        self._history = History()
        self.on_the_way = False  # a page is being shown a place, and `arrived` has not yet followed

    def add_page(self, name: str, make: Callable[[], Page]) -> None:
        """Make a page reachable as `Place(name, …)`; it is built when first asked for."""
        self._makers[name] = make

    def when_made(self, name: str, fit: Callable[[], object]) -> None:
        """Do something as soon as a page stands; it is not built for that."""
        if name in self._pages:
            fit()
        else:
            self._fittings.setdefault(name, []).append(fit)

    @property
    def place(self) -> Place | None:
        visit = self._history.current
        return visit.place if visit else None

    @property
    def page(self) -> Page | None:
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    def page_named(self, name: str) -> Page:
        if name not in self._pages:
            page = self._pages[name] = self._makers[name]()
            self._stack.addWidget(page)
            page.place_wanted.connect(self.go)
            for fit in self._fittings.pop(name, ()):
                fit()
        return self._pages[name]

    def can_move(self, steps: int) -> bool:
        return self._history.can_move(steps)

    @Slot(object)
    def go(self, place: Place) -> None:
        """Show a place; the same subject again is no new step unless an item is wanted."""
        here = self.place
        same = here is not None and (here.page, here.key) == (place.page, place.key)
        found = here is not None and bool(here.hits or here.walk or place.walk)
        if same and not place.item and not found:
            return
        self._leave()
        typing = here is not None and here.page == place.page == "search"
        if typing or same:
            self._history.replace(place)
        else:
            self._history.push(place)
        self._show(place)

    @Slot()
    def back(self) -> None:
        self._move(-1)

    def back_or(self, place: Place) -> None:
        """Leave a place for the former one, or for another where there is none."""
        if self.can_move(-1):
            self.back()
        else:
            self.go(place)

    @Slot()
    def forward(self) -> None:
        self._move(+1)

    def let_go_of_hits(self) -> bool:
        """Forget what a search found here; False where nothing was marked."""
        visit = self._history.current
        if visit is None or not (visit.place.hits or visit.place.walk):
            return False
        visit.place = replace(visit.place, hits={}, walk=None)
        self.hits_let_go.emit()
        return True

    def _move(self, steps: int) -> None:
        if self._history.can_move(steps):
            self._leave()
            self._return_to(self._history.move(steps))

    def _leave(self) -> None:
        visit = self._history.current
        if visit is not None:
            visit.state = self.page_named(visit.place.page).state()

    def _return_to(self, visit: Visit) -> None:
        item = visit.place.item or str(visit.state.get("item", ""))
        self._show(replace(visit.place, item=item))
        page, state = self.page_named(visit.place.page), dict(visit.state)
        page.restore(state)
        here = self._history.current

        def restore_again() -> None:
            if self._history.current is here:
                page.restore(state)

        # When the page has its final size: until then scrolling may be cut short.
        QTimer.singleShot(0, page, restore_again)

    def _show(self, place: Place) -> None:
        page, former = self.page_named(place.page), self.page
        # Qt hands the keyboard on to what had it here before, or to whatever comes first.
        here = former is not None and former.isAncestorOf(page.window().focusWidget())
        coming = former is not page and (place.item or page.focusWidget() is None)
        self._stack.setCurrentWidget(page)
        self.on_the_way = True
        try:
            page.show_place(place)
        finally:
            self.on_the_way = False
        now = page.window().focusWidget()
        lost = now is None or not page.isAncestorOf(now) or not now.isVisible()
        if here and (coming or lost):
            enter(page, page.entrance())
        self.arrived.emit(place)

    def session(self) -> dict[str, Any]:
        """What to store so that the next start begins here."""
        place, page = self.place, self.page
        if place is None or page is None:
            return {}
        return {"page": place.page, "key": place.key, "state": page.state()}

    def resume(self, session: dict[str, Any]) -> bool:
        """Go where a stored session was; False when that page no longer exists."""
        name, state = session.get("page"), session.get("state")
        if name not in self._makers or not isinstance(state, dict):
            return False
        place = Place(str(name), str(session.get("key", "")))
        self._history.push(place)
        self._return_to(Visit(place, state))
        return True
