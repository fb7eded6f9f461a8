"""The tree view of bookmarks: dragged with the mouse, moved by keys."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QTreeView

from desktop.bookmarks.delegate import CHEVRON, RIGHT, BookmarkDelegate
from desktop.bookmarks.model import ITEM_ID, UUID, BookmarkModel
from desktop.common.context import Context
from desktop.common.painting import fill_round, stroke_round
from desktop.common.persian import shorten
from desktop.common.row_asked import row_asked
from desktop.common.row_model import AnyIndex
from desktop.common.text_block import Style, draw_line, line_width
from desktop.common.viewport import viewport_of
from desktop.common.widgets.scroll_edge import HEIGHT, ScrollEdge
from desktop.common.widgets.steady_bar import keep_steady

_CARRIED = 40  # letters of a row that is dragged
_MOVES: dict[Qt.Key, Callable[[BookmarkModel, str], None]] = {
    Qt.Key.Key_Up: lambda rows, uuid: rows.step(uuid, -1),
    Qt.Key.Key_Down: lambda rows, uuid: rows.step(uuid, 1),
    # A tree from right to left grows to the left.
    Qt.Key.Key_Left: BookmarkModel.nest,
    Qt.Key.Key_Right: BookmarkModel.unnest,
}


class BookmarkTree(QTreeView):
    """Enter opens, F2 edits, Delete removes.

    Ctrl+↑ and Ctrl+↓ move a row, Ctrl+← puts it into the collection above, Ctrl+→ takes it out.
    """

    opened = Signal(str)
    current_changed = Signal(str)
    delete_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, context: Context, rows: BookmarkModel) -> None:
        super().__init__()
        self._viewport = viewport_of(self)
        self._edge: ScrollEdge | None = None
        self._rows, self._theme = rows, context.theme
        self.setModel(rows)
        self.setItemDelegate(BookmarkDelegate(context.theme, self))
        self.setAccessibleName("مجموعه‌ها و نشان‌ها")
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        keep_steady(self)
        self._edge = ScrollEdge(self)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.doubleClicked.connect(self._open)
        context.theme.resized.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """The chevron, at the end of its row, stands where a press folds a branch."""
        self.setIndentation(RIGHT + self._theme.px(CHEVRON))
        self.scheduleDelayedItemsLayout()

    def refresh(self, order: str) -> None:
        """Read the tree again, with the same branches open and the same row current."""
        wanted, scroll = (self.current_uuid(), *self._after()), self.verticalScrollBar().value()
        closed = {
            uuid for uuid in self._folders() if not self.isExpanded(self._rows.index_of(uuid))
        }
        self._rows.order = order
        self.setDragEnabled(order == "hand")
        self._rows.refresh()
        self.expandAll()
        for uuid in closed:
            self.collapse(self._rows.index_of(uuid))
        there = (uuid for uuid in wanted if uuid and self._rows.index_of(uuid).isValid())
        self.choose(next(there, ""))
        self.verticalScrollBar().setValue(scroll)

    def _after(self) -> list[str]:
        """What to choose when the current row is gone: the rows below it, then those above."""
        current = self.currentIndex()
        below, above = self.indexBelow(current), self.indexAbove(current)
        rows = []
        while below.isValid():
            rows.append(str(below.data(UUID)))
            below = self.indexBelow(below)
        while above.isValid():
            rows.append(str(above.data(UUID)))
            above = self.indexAbove(above)
        return rows

    def _folders(self) -> list[str]:
        found, waiting = [], [QModelIndex()]
        while waiting:
            parent = waiting.pop()
            for row in range(self._rows.rowCount(parent)):
                index = self._rows.index(row, 0, parent)
                if not index.data(ITEM_ID):
                    found.append(str(index.data(UUID)))
                    waiting.append(index)
        return found

    @property
    def is_writing(self) -> bool:
        """Whether a line is open to write in."""
        return self.state() is QTreeView.State.EditingState

    def current_uuid(self) -> str:
        return str(self.currentIndex().data(UUID) or "")

    def current_item(self) -> str:
        """The item of the current bookmark, or ""."""
        return str(self.currentIndex().data(ITEM_ID) or "")

    def choose(self, uuid: str) -> None:
        """Make a row current; the first one when it is gone."""
        index = self._rows.index_of(uuid) if uuid else QModelIndex()
        self.setCurrentIndex(index if index.isValid() else self._first())

    def _first(self) -> QModelIndex:
        """The first bookmark, or the first collection where there is none."""
        leaf = self.indexAt(QPoint(self.viewport().width() // 2, 1))
        while leaf.isValid() and not leaf.data(ITEM_ID):
            leaf = self.indexBelow(leaf)
        return leaf if leaf.isValid() else self._rows.index(0, 0)

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """Nothing: the chevron stands on the row, which reaches over the branches."""

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(str(current.data(UUID) or ""))

    def _open(self, index: QModelIndex) -> None:
        if index.data(ITEM_ID):
            self.opened.emit(str(index.data(ITEM_ID)))
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key, uuid = Qt.Key(event.key()), "" if self.is_writing else self.current_uuid()
        if control and uuid and key in _MOVES:
            _MOVES[key](self._rows, uuid)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and uuid:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Delete and uuid:
            self.delete_wanted.emit(uuid)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, spot = row_asked(self, event)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(str(index.data(UUID)), spot)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the beginning of the row: the whole of it, as Qt does, hides where it goes."""
        drag, picture = QDrag(self), self._carried()
        drag.setMimeData(self._rows.mimeData(self.selectedIndexes()))
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(round(picture.deviceIndependentSize().width()), 0))
        drag.exec(actions, self.defaultDropAction())

    def _carried(self) -> QPixmap:
        px, tokens, ratio = self._theme.px, self._theme.tokens, self.devicePixelRatioF()
        text = shorten(str(self.currentIndex().data()), _CARRIED)
        style = Style(14 * self._theme.zoom)
        box = QRectF(0, 0, line_width(text, style) + px(24), px(34))
        picture = QPixmap((box.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            fill_round(painter, box, 10, tokens.raised)
            stroke_round(painter, box, 10, tokens.border2)
            inner = box.adjusted(px(12), 0, -px(12), 0)
            draw_line(painter, inner, text, style, tokens.text)
        return picture

    def updateGeometries(self) -> None:
        """Qt's own gives the room above the rows to the header, were there one."""
        if self._edge is None:
            return  # again, by what the new room does
        edge, self._edge = self._edge, None
        bar = self.verticalScrollBar()
        before = bar.value()
        super().updateGeometries()
        edge.keep_room()
        if bar.maximum() > 0:
            bar.setMaximum(bar.maximum() + HEIGHT)
            bar.setValue(max(bar.value(), min(before, bar.maximum())))
        self._edge = edge

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
