"""Where the panel is: beside the page, or as a drawer over it where there is no room for both."""

from PySide6.QtWidgets import QWidget

from desktop.common.context import Context
from desktop.direction.panel import Panel
from desktop.shell.forms import Form, form_for
from desktop.shell.navigator import Navigator


class PanelPlace:
    """Knows whether the panel is open, and whether the page shown has anything for it."""

    def __init__(
        self, context: Context, window: QWidget, navigator: Navigator, panel: Panel
    ) -> None:
        self._context, self._window = context, window
        self._navigator, self._panel = navigator, panel
        self._drawer_open = False

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

    def toggle(self) -> bool:
        """Open or close the panel; whether it is open now."""
        wanted = not self.is_open
        if self.is_drawer:
            self._drawer_open = wanted
        else:
            self._context.settings["panel_open"] = wanted
        return wanted

    def take(self, form: Form) -> bool:
        """Take a form of the window; whether the panel is in sight in it."""
        if not form.drawer:
            self._drawer_open = False
        return self.is_open and self.fits

    def follow(self, item_id: str) -> bool:
        """Let the panel be about an item, or about nothing for ""; whether it fits no longer as
        it did."""
        was_empty = self._panel.is_empty
        if item_id:
            self._panel.follow(item_id)
        else:
            self._panel.let_go()
        return was_empty != self._panel.is_empty
