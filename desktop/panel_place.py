"""Where the panel is: beside the page, or as a drawer over it where there is no room for both."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.direction.panel import Panel
from desktop.shell.forms import Form, form_for
from desktop.shell.navigator import Navigator
from desktop.shell.workspace import Workspace


class PanelPlace(QObject):
    """Knows whether the panel is open, and whether the page shown has anything for it.

    `arrange` lays the window out when that changes, `settle` puts the keyboard into the page.
    """

    def __init__(
        self,
        window: QWidget,
        navigator: Navigator,
        workspace: Workspace,
        panel: Panel,
        arrange: Callable[[], object],
        settle: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._context, self._window, self._panel = panel.context, window, panel
        self._navigator, self._workspace = navigator, workspace
        self._arrange, self._settle = arrange, settle
        self._covered: tuple[QWidget, ...] = ()
        self._drawer_open = False
        panel.is_meant = self._is_meant

    def _is_meant(self) -> bool:
        """Whether acts are about the item of the panel: not on a page that has none."""
        page = self._navigator.page
        return page is None or page.wants_panel()

    def give_way_to(self, *covered: QWidget) -> None:
        """Close a drawer behind a keyboard that goes to what it lies over."""
        self._covered = covered
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._give_way)

    @Slot(QWidget, QWidget)
    def _give_way(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._workspace.drawer_is_open:
            return
        if any(part is now or part.isAncestorOf(now) for part in self._covered):
            self._turn()

    @property
    def form(self) -> Form:
        """The form that fits the window's size and zoom."""
        return form_for(self._window.width(), self._window.height(), self._context.theme.zoom)

    @property
    def is_drawer(self) -> bool:
        """Whether the panel would cover the page."""
        return self.form.drawer

    @property
    def fits(self) -> bool:
        """Whether something has been chosen, and the page shown has something for the panel."""
        page = self._navigator.page
        return bool(page and page.wants_panel() and not self._panel.is_empty)

    @property
    def is_open(self) -> bool:
        """A drawer covers the page, so it opens only when asked for, and is not remembered."""
        if self.is_drawer:
            return self._drawer_open
        return bool(self._context.settings["panel_open"])

    @Slot()
    def toggle(self) -> None:
        """Open or close the panel; the focus goes back to the row when it closes."""
        self._turn()
        if not self.is_open:
            self._settle()
        elif self.is_drawer:
            self._focus_reader()

    def _turn(self) -> None:
        wanted = not self.is_open
        if self.is_drawer:
            self._drawer_open = wanted
        else:
            self._context.settings["panel_open"] = wanted
        self._arrange()

    def open(self) -> None:
        if not self.is_open:
            self.toggle()

    @Slot()
    def enter(self) -> None:
        """Open the panel and put the keyboard into its text."""
        self.open()
        self._focus_reader()

    def _focus_reader(self) -> None:
        self._panel.arrive()
        self._panel.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, form: Form) -> bool:
        """Take a form of the window; whether the panel is in sight in it."""
        if not form.drawer:
            self._drawer_open = False
        return self.is_open and self.fits

    def follow(self, item_id: str) -> None:
        """Let the panel be about an item, or about nothing for ""."""
        was_empty = self._panel.is_empty
        if item_id:
            self._panel.follow(item_id)
        else:
            self._panel.let_go()
        if was_empty != self._panel.is_empty:
            self._arrange()
