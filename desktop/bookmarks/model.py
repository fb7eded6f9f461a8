"""The tree of collections and bookmarks, as the reader ordered it or by another order."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from db.errors import KnownError
from db.text.alphabet import alphabetical
from db.user.acts import GONE
from db.user.models import Bookmark
from desktop.common.context import Context
from desktop.common.note_entries import day_text, item_words, place_text
from desktop.common.row_model import AnyIndex
from desktop.common.saving import BOOKMARK

UUID = Qt.ItemDataRole.UserRole
ITEM_ID = Qt.ItemDataRole.UserRole + 1
NOTE = Qt.ItemDataRole.UserRole + 2
WHERE = Qt.ItemDataRole.UserRole + 3
COUNT = Qt.ItemDataRole.UserRole + 4
HEADING = Qt.ItemDataRole.UserRole + 5
LOOSE = "بدون مجموعه"
ORDERS = {"hand": "ترتیب دستی", "place": "جای در سند", "date": "تازه‌ترین", "title": "الفبا"}
_NOT_BY_HAND = f"نشان‌ها تنها در «{ORDERS['hand']}» یک ردیف بالا یا پایین می‌روند."
_MIME = "application/x-tehran1404-mark"


class BookmarkModel(QStandardItemModel):
    """Rows are read from the store; drops and edits go to the store, which brings new rows."""

    def __init__(self, context: Context, failed: Callable[[str], None]) -> None:
        super().__init__()
        self._context, self._failed = context, failed
        self.order = "hand"

    def refresh(self) -> None:
        """Read all collections and bookmarks again."""
        store = self._context.reader.store
        self.clear()
        nodes = {one.uuid: _folder(one.uuid, one.title) for one in store.collections()}
        for one in store.collections():
            parent = nodes.get(one.parent or "", self.invisibleRootItem())
            parent.appendRow(nodes[one.uuid])
        for uuid, node in nodes.items():
            marks = self._ordered(store.bookmarks(uuid))
            node.setData(len(marks), COUNT)
            for mark in marks:
                node.appendRow(self._leaf(mark))
        loose = [self._leaf(mark) for mark in self._ordered(store.bookmarks())]
        if nodes and loose:
            _head(loose[0], LOOSE)
        for leaf in loose:
            self.invisibleRootItem().appendRow(leaf)

    def _ordered(self, marks: list[Bookmark]) -> list[Bookmark]:
        reference = self._context.reference
        places = {item.id: number for number, item in enumerate(reference.items())}
        if self.order == "place":
            return sorted(marks, key=lambda mark: places.get(mark.item_id, 0))
        if self.order == "date":
            # Two marks of one millisecond keep the order they were made in.
            return sorted(marks, key=lambda mark: (mark.created, mark.position), reverse=True)
        if self.order == "title":
            return sorted(
                marks, key=lambda mark: alphabetical(item_words(self._context, mark.item_id))
            )
        return marks

    def _leaf(self, mark: Bookmark) -> QStandardItem:
        leaf = QStandardItem(item_words(self._context, mark.item_id))
        where = place_text(self._context, mark.item_id)
        for role, value in (
            (UUID, mark.uuid),
            (ITEM_ID, mark.item_id),
            (NOTE, mark.note),
            (WHERE, f"{where} · {day_text(mark.created)}"),
        ):
            leaf.setData(value, role)
        spoken = f"{where}. {leaf.text()}. {mark.note}"
        leaf.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        leaf.setDropEnabled(False)
        return leaf

    def index_of(self, uuid: str) -> QModelIndex:
        """Where a collection or bookmark stands; invalid when it is gone."""
        flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
        found = self.match(self.index(0, 0), UUID, uuid, 1, flags) if self.rowCount() else []
        return found[0] if found else QModelIndex()

    def lies_in(self, uuid: str, outer: str) -> bool:
        """Whether a row is another, or lies within it."""
        index = self.index_of(uuid)
        while index.isValid() and index.data(UUID) != outer:
            index = index.parent()
        return index.isValid()

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        data = QMimeData()
        data.setData(_MIME, QByteArray(str(indexes[0].data(UUID)).encode()))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        return data.hasFormat(_MIME)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Move what was dragged, ahead of the row it was dropped on the edge of."""
        uuid = bytes(data.data(_MIME).data()).decode()
        if parent.isValid() and parent.data(ITEM_ID):
            row, parent = parent.row(), parent.parent()
        self.put(uuid, parent, row)
        # The store has moved the row; Qt must not remove it a second time.
        return False

    def put(self, uuid: str, parent: AnyIndex, row: int) -> None:
        """Move a bookmark or a collection under `parent`, ahead of its row `row` or last."""
        store, tell = self._context.reader.store, self._context.reader.tell
        moved = self.index_of(uuid)
        leaf = bool(moved.data(ITEM_ID))
        before = self._before(parent, row, leaf, uuid)
        target = parent.data(UUID) if parent.isValid() else None
        try:
            if leaf:
                tell(store.move_bookmark(uuid, collection=target, before=before).change)
            else:
                tell(store.move_collection(uuid, parent=target, before=before).change)
        except KnownError as error:
            self._failed(error.sentence)

    def _before(self, parent: AnyIndex, row: int, leaf: bool, uuid: str) -> str | None:
        """The next sibling of the same sort: collections stand above bookmarks."""
        last = self.rowCount(parent)
        for number in range(row if row >= 0 else last, last):
            index = self.index(number, 0, parent)
            if bool(index.data(ITEM_ID)) == leaf and index.data(UUID) != uuid:
                return str(index.data(UUID))
        return None

    def step(self, uuid: str, steps: int) -> None:
        """Move among siblings of the same sort, one up (-1) or down (+1)."""
        index = self.index_of(uuid)
        parent, leaf = index.parent(), bool(index.data(ITEM_ID))
        if leaf and self.order != "hand":
            self._failed(_NOT_BY_HAND)
            return
        rows = [
            row
            for row in range(self.rowCount(parent))
            if bool(self.index(row, 0, parent).data(ITEM_ID)) == leaf
        ]
        at = rows.index(index.row()) + steps
        if 0 <= at < len(rows):
            self.put(uuid, parent, rows[at] + (1 if steps > 0 else 0))

    def nest(self, uuid: str) -> None:
        """Move into the nearest collection above it among its siblings, if there is one."""
        index = self.index_of(uuid)
        above = (index.siblingAtRow(row) for row in range(index.row() - 1, -1, -1))
        target = next((one for one in above if not one.data(ITEM_ID)), None)
        if target is not None:
            self.put(uuid, target, -1)

    def unnest(self, uuid: str) -> None:
        """Move out of its collection, to the place after it."""
        parent = self.index_of(uuid).parent()
        if parent.isValid():
            self.put(uuid, parent.parent(), parent.row() + 1)

    def rename(self, index: AnyIndex, text: str) -> None:
        """Store the title of a collection or the line beside a bookmark."""
        store, tell = self._context.reader.store, self._context.reader.tell
        uuid = str(index.data(UUID))
        if index.data(ITEM_ID):
            self._write_line(uuid, str(index.data(ITEM_ID)), text.strip())
            return
        try:
            tell(store.rename_collection(uuid, text).change)
        except KnownError as error:
            self._failed(error.sentence)

    def _write_line(self, uuid: str, item_id: str, text: str) -> None:
        """What is refused waits for the disk as what is typed in the panel does."""
        saving, reader, slot = self._context.saving, self._context.reader, f"{BOOKMARK}{item_id}"
        present = reader.store.bookmark_of(item_id)
        if present is None or present.uuid != uuid:
            self._failed(GONE)
            return
        saving.typed(slot, item_id, text)
        saving.do(
            slot, lambda: reader.tell(reader.store.set_bookmark_note(uuid, text, draft=slot).change)
        )


def _head(leaf: QStandardItem, title: str) -> None:
    """A heading belongs to the row below it: it can be neither chosen nor moved by itself."""
    leaf.setData(title, HEADING)
    spoken = f"{title}. {leaf.data(Qt.ItemDataRole.AccessibleTextRole)}"
    leaf.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)


def _folder(uuid: str, title: str) -> QStandardItem:
    node = QStandardItem(title)
    node.setData(uuid, UUID)
    node.setData(f"مجموعه‌ی {title}", Qt.ItemDataRole.AccessibleTextRole)
    return node
