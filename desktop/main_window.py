"""The window: sets the parts side by side and connects what they say to what others do."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QChildEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.common.actions import Actions
from desktop.common.context import Context
from desktop.common.page import Page
from desktop.common.place import Place, RailEntry
from desktop.common.widgets.toast import Toast
from desktop.direction.panel import Panel
from desktop.panel_place import PanelPlace
from desktop.rail.rail import Rail
from desktop.search.box import SearchBox
from desktop.search.typed import as_query
from desktop.shell.banner import Banner
from desktop.shell.command_bar import CommandBar
from desktop.shell.following import Following
from desktop.shell.forms import MINIMUM_HEIGHT, MINIMUM_WIDTH
from desktop.shell.lost_focus import LostFocus
from desktop.shell.navigator import Navigator
from desktop.shell.place_keeper import PlaceKeeper
from desktop.shell.pressing import press_focused
from desktop.shell.session import Session
from desktop.shell.status_bar import StatusBar
from desktop.shell.tab_order import enter, step_focus
from desktop.shell.undoing import Undoing
from desktop.shell.way_back import WayBack
from desktop.shell.workspace import Workspace

if TYPE_CHECKING:
    from desktop.axis.page import AxisPage
    from desktop.home.page import HomePage
    from desktop.palette.palette import Palette
    from desktop.search.page import SearchPage


class MainWindow(QWidget):
    """Knows every feature and none of their insides."""

    arranged = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(MINIMUM_WIDTH, MINIMUM_HEIGHT)
        self.context = context
        self.actions_ = Actions(self, context.theme)
        self.search_box = SearchBox(context)
        self.command_bar = CommandBar(context.theme, self.actions_, self.search_box)
        self.rail = Rail(context)
        self.panel = Panel(context)
        self.workspace = Workspace(context, self.rail, self.panel)
        self.navigator = Navigator(self.workspace.stack)
        self._following = Following(self, self.navigator, self._follow)
        self.way_back = WayBack(self.navigator, self.rail.leads_to, self.focus_page)
        self.panel_place = PanelPlace(
            self, self.navigator, self.workspace, self.panel, self.arrange, self.focus_page
        )
        self.panel_place.give_way_to(self.search_box, self.rail, self.workspace.stack)
        self.status = StatusBar(context)
        self.banner = Banner(context.theme)
        layout = self._parts = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.command_bar, self.banner, self.workspace, self.status):
            layout.addWidget(part, 1 if part is self.workspace else 0)
        self.toast = Toast(context.theme, self, self.status)
        self.undoing = Undoing(context.reader, self.status)
        self._place_keeper = PlaceKeeper(self.navigator, Session(context.reader))
        self._connect()
        context.theme.attach(self.rail)
        context.theme.attach(self.panel)

    @cached_property
    def palette_(self) -> "Palette":
        """Built when it is first asked for, so that the window does not wait for it."""
        from desktop.palette.palette import Palette

        made = Palette(self.context, self.actions_, self)
        made.place_wanted.connect(self.visit)
        made.act_wanted.connect(lambda key: self.actions_[key].trigger())
        made.citation_wanted.connect(self.panel.copier.cite)
        return made

    @property
    def home(self) -> "HomePage":
        return cast("HomePage", self.navigator.page_named("home"))

    @property
    def axis(self) -> "AxisPage":
        return cast("AxisPage", self.navigator.page_named("axis"))

    @property
    def search(self) -> "SearchPage":
        return cast("SearchPage", self.navigator.page_named("search"))

    def add_line(self, line: QWidget) -> None:
        """Let a line stand above the page, below those already there."""
        self._parts.insertWidget(self._parts.indexOf(self.workspace), line)

    def add_page(self, name: str, make: Callable[[], Page], entry: RailEntry | None = None) -> None:
        """Make a page reachable as `Place(name, …)`, and from the rail with an entry."""
        self.navigator.add_page(name, lambda: self._connected(make()))
        if entry is not None:
            self.rail.add(entry)

    def _connected(self, page: Page) -> Page:
        self.context.theme.attach(page)
        self._following.watch(page)
        page.panel_wanted.connect(self.panel_place.enter)
        page.said.connect(self.status.say)
        page.refused.connect(self.status.warn)
        return page

    def _follow(self, item_id: str) -> None:
        self.panel_place.follow(item_id)
        self.toast.spare_row()

    def _connect(self) -> None:
        theme, go = self.context.theme, self.navigator.go
        theme.resized.connect(self.arrange)
        self.rail.place_wanted.connect(go)
        self.navigator.arrived.connect(self._arrived)
        self.panel.item_wanted.connect(self.open_item)
        self.panel.axis_wanted.connect(lambda slug: go(Place("axis", slug)))
        self.panel.search_wanted.connect(self.search_for)
        self.panel.closed.connect(self.panel_place.toggle)
        self.panel.said.connect(self.status.say)
        self.workspace.drawer_closed.connect(self.panel_place.toggle)
        self.status.unseen.connect(self.toast.tell)
        self.arranged.connect(self.toast.make_way)
        LostFocus(self.navigator, self.panel, self.focus_page)

    @Slot(object)
    def _arrived(self, place: Place) -> None:
        self.rail.show_place(place)
        self.panel.recent.read_on(place.page)
        if self.panel.isAncestorOf(self.focusWidget()) and not self.panel_place.fits:
            self.focus_page()  # before the panel goes: else Qt leaves the keyboard anywhere
        self._following.arrive()
        self.arrange()

    @Slot(object)
    def visit(self, place: Place) -> None:
        """Go to a place with the keyboard in it."""
        self.navigator.go(place, afresh=True)
        self.focus_page()

    def open_item(self, item_id: str) -> None:
        """Go to an item in its axis."""
        item = self.context.reference.item(item_id)
        self.navigator.go(Place("axis", item.axis, item_id))
        self.panel.arrive()

    @Slot(str)
    def search_for(self, text: str) -> None:
        """Show what is found for a text."""
        here = self.navigator.place
        if here is not None and here.page != "search":
            self.search.came_from(here)
        self.navigator.go(Place("search", as_query(text)))

    def wanted_axis(self) -> str:
        """The axis shown, else that of the item in the panel; "" when one is still to be chosen."""
        place = self.navigator.place
        if place is not None and place.page == "axis":
            return place.key
        item = self.panel.wanted_item()
        return item.axis if item else ""

    @Slot()
    def focus_page(self) -> None:
        """Put the keyboard into the page's list."""
        if self.navigator.page:
            enter(self.navigator.page, self.navigator.page.entrance())

    @Slot()
    def arrange(self) -> None:
        """Take the form that fits the window's size and zoom."""
        form = self.panel_place.form
        self.command_bar.set_form(wide=form.wide, drawer=form.drawer)
        self.rail.set_form(narrow=not form.wide)
        self.panel.room.set_low(form.short)
        self.status.setVisible(not form.short)
        panel_open = self.panel_place.take(form)
        rail_open = self.context.settings["rail_open"]
        self.workspace.arrange(form, panel_open=panel_open, rail_open=rail_open)
        self.arranged.emit()

    def childEvent(self, event: QChildEvent) -> None:
        """Bars, and dialogs over the window, are dressed as they come."""
        # Asking for a child that is still being made costs Python a look at every class of Qt.
        part = event.child() if event.polished() else None
        if isinstance(part, QWidget) and part is not self.workspace:
            self.context.theme.attach(part, at_once=part.isWindow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        elif not press_focused(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Search, rail, page, panel, then the rest; only the drawer while it lies over them."""
        workspace = self.workspace
        around = (self.search_box, self.rail, workspace.stack, self.panel, self)
        parts = (self.panel,) if workspace.drawer_is_open else around
        return step_focus(parts, forwards=forwards) or super().focusNextPrevChild(forwards)

    def escape(self) -> None:
        """Close the drawer, else leave the nearest thing of the page."""
        if self.workspace.drawer_is_open:
            self.panel_place.toggle()
        else:
            self.way_back.take()

    def begin(self) -> None:
        """Go where the last session ended, or home."""
        self._place_keeper.take_up(self)
        self.search_box.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.context.notices:
            self.banner.say(" ".join(self.context.notices))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.context.saving.end()
        self._place_keeper.leave(self)
        super().closeEvent(event)
