"""What follows the item that is chosen on the page: the panel, the title, the message."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.common.page import Page
from desktop.shell.navigator import Navigator
from desktop.shell.window_title import say_where


class Following:
    """`follow` is told the item of the page that is shown, whenever it is another."""

    def __init__(
        self, window: QWidget, navigator: Navigator, follow: Callable[[str], object]
    ) -> None:
        self._window = window
        self._navigator = navigator
        self._follow = follow

    def watch(self, page: Page) -> None:
        page.item_chosen.connect(lambda item_id: self._chosen(page, item_id))

    def _chosen(self, page: Page, item_id: str) -> None:
        # A page that is not shown may still get late results.
        if page is self._navigator.page:
            say_where(self._window, page)
            self._follow(item_id)

    def arrive(self) -> None:
        """The row of a page that is come back to is chosen already and says nothing anew."""
        page = self._navigator.page
        if page is not None and page.current_item() and not page.is_waiting():
            self._chosen(page, page.current_item())
        else:
            say_where(self._window, page)
