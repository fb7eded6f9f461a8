"""What stands in the tree of the bookmarks page."""

from PySide6.QtCore import QModelIndex

from desktop.bookmarks.model import ITEM_ID, UUID
from desktop.bookmarks.page import BookmarksPage


def items(page: BookmarksPage, parent: QModelIndex | None = None) -> list[str]:
    at = parent or QModelIndex()
    found = (page.rows.index(row, 0, at).data(ITEM_ID) for row in range(page.rows.rowCount(at)))
    return [item for item in found if item]


def uuid_of(page: BookmarksPage, row: int) -> str:
    return str(page.rows.index(row, 0).data(UUID))
