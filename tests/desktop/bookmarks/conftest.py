"""The page of bookmarks as most of its tests find it."""

import pytest

from desktop.bookmarks.page import BookmarksPage
from desktop.common.place import Place
from desktop.main_window import MainWindow
from tests.desktop.pages import shown_page


@pytest.fixture
def page(window: MainWindow) -> BookmarksPage:
    """Three bookmarks, none in a collection."""
    store = window.context.reader.store
    for item_id in ("transport-3", "economy-8", "culture-1"):
        store.add_bookmark(item_id)
    window.context.reader.renew()
    window.navigator.go(Place("bookmarks"))
    return shown_page(window, BookmarksPage)


@pytest.fixture
def letter(window: MainWindow, page: BookmarksPage) -> str:
    """A collection that stands above the bookmarks."""
    made = window.context.reader.store.create_collection("نامه")
    window.context.reader.tell(made.change)
    return made.value.uuid
