"""Takes the reader from place to place and back to exactly where they were."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

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
        self._kept: dict[Page, QWidget] = {}  # what had the keyboard when a page was left
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
    def go(self, place: Place, *, afresh: bool = False) -> None:
        """Show a place; the same subject again is no new step, unless another item of it is wanted.

        Walking through what a search found is none within a subject.
        A keyboard that comes along goes where it was on that page; for an item, or `afresh`, to the
        entrance.
        """
        here = self.place
        same = here is not None and (here.page, here.key) == (place.page, place.key)
        found = here is not None and bool(here.hits or here.walk or place.walk)
        if same and not place.item and not found:
            return
        self._leave()
        typing = here is not None and here.page == place.page == "search"
        if typing or (same and not self._jumps(place)):
            self._history.replace(place)
        else:
            self._history.push(place)
        self._show(place, afresh=afresh)

    def _jumps(self, place: Place) -> bool:
        """Whether a place on the page shown is another item of it, that no walk led to."""
        seen = self.page.current_item() if self.page else ""
        return not place.walk and place.item not in ("", seen)

    @Slot()
    def back(self) -> None:
        self._move(-1)

    def back_or(self, place: Place, *, afresh: bool = False) -> None:
        """Leave a place for the former one, or for another where there is none."""
        if self.can_move(-1):
            self._move(-1, afresh=afresh)
        else:
            self.go(place, afresh=afresh)

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

    def _move(self, steps: int, *, afresh: bool = False) -> None:
        if self._history.can_move(steps):
            self._leave()
            self._return_to(self._history.move(steps), afresh=afresh)

    def _leave(self) -> None:
        visit = self._history.current
        if visit is not None:
            visit.state = self.page_named(visit.place.page).state()

    def _return_to(self, visit: Visit, *, afresh: bool = False) -> None:
        item = visit.place.item or str(visit.state.get("item", ""))
        self._show(replace(visit.place, item=item), afresh=afresh)
        page, state = self.page_named(visit.place.page), dict(visit.state)
        page.restore(state)
        here = self._history.current

        def restore_again() -> None:
            if self._history.current is here:
                page.restore(state)

        # When the page has its final size: until then scrolling may be cut short.
        QTimer.singleShot(0, page, restore_again)

    def _show(self, place: Place, *, afresh: bool) -> None:
        page, former = self.page_named(place.page), self.page
        held = _held_in(former)
        if former is not None and former is not page and held is not None:
            # Else Qt hands the keyboard on to one after the other, and each is read aloud.
            self._kept[former] = held
            held.clearFocus()
        self._stack.setCurrentWidget(page)
        self.on_the_way = True
        try:
            page.show_place(place)
        finally:
            self.on_the_way = False
        if held is not None:
            self._receive(page, anew=former is not page and (afresh or bool(place.item)))
        self.arrived.emit(place)

    def _receive(self, page: Page, *, anew: bool) -> None:
        """Put the keyboard where it was on a page, or `anew` and else at its entrance."""
        kept = self._kept.pop(page, None)
        place = page.window().focusWidget() or page.focusWidget() or kept
        there = place is not None and isValid(place) and page.isAncestorOf(place)
        if place is not None and there and place.isVisible() and place.isEnabled() and not anew:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            enter(page, page.entrance())

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


def _held_in(page: Page | None) -> QWidget | None:
    """What has the keyboard, if that is in a page."""
    held = page.window().focusWidget() if page is not None else None
    inside = page is not None and held is not None and (held is page or page.isAncestorOf(held))
    return held if inside else None
