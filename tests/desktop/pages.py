"""The page that the window shows."""

from desktop.common.page import Page
from desktop.main_window import MainWindow


def shown_page[P: Page](window: MainWindow, kind: type[P]) -> P:
    """The page shown, which must be of a kind."""
    page = window.navigator.page
    assert isinstance(page, kind)
    return page
