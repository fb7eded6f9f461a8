"""The scrolling list of an axis: keeps row heights right and turns clicks into acts."""

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.axis.ahead import Ahead
from desktop.axis.delegate import AxisDelegate
from desktop.axis.geometry import geometry, vision_bookmark
from desktop.axis.model import AxisModel, Row, RowKind
from desktop.axis.upper_edge import UpperEdge
from desktop.common.context import Context
from desktop.common.row_asked import row_asked
from desktop.common.row_delegate import ROW
from desktop.common.row_model import AnyIndex
from desktop.common.selecting_list import SelectingList
from desktop.common.source_marks import show_reason

_ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class AxisList(SelectingList):
    """Says what the reader asked of an item; ids only."""

    item_current = Signal(str)
    item_entered = Signal(str)
    bookmark_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    painter: AxisDelegate

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows = AxisModel(context, self)
        self.painter = AxisDelegate(context, self.rows, self)
        self.ahead = Ahead(context, self.rows, self.painter, self)
        self._edge = UpperEdge(self, self.painter)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setAccessibleName("جهت‌گیری‌های محور")

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        if self.model() is not None:
            self.ahead.rest()

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = _ENSURE_VISIBLE
    ) -> None:
        """Nor is a line cut at the upper edge, where the row that is wanted allows it."""
        before = self.verticalScrollBar().value()
        super().scrollTo(index, hint)
        if self.verticalScrollBar().value() != before:
            self._edge.leave_no_shard(index)

    def room_beyond(self, end: int) -> int:
        """Where the list ends, too, no line is cut at the upper edge."""
        air = super().room_beyond(end)
        _, below = self._edge.cut_at(end + air - self.verticalScrollBar().value())
        return air + below

    def settle(self, row: AnyIndex) -> None:
        self._edge.leave_no_shard(row)

    def renew(self, item_ids: frozenset[str]) -> None:
        """Paint some items again, and measure all when one of them became higher or lower."""
        for row in filter(lambda row: row >= 0, map(self.rows.row_of, item_ids)):
            index = self.rows.index(row)
            if round(self.painter.row_height(index.data(ROW))) != self._laid_height(index):
                self.relayout()
                return
            self.update(index)

    def _laid_height(self, index: QModelIndex) -> int:
        """The room a row was given; its rectangle is as high as it would be measured now."""
        top = self.visualRect(index).top()
        below = self.visualRect(self.rows.index(index.row() + 1))
        if below.isValid():
            return below.top() - top
        return self.contentsSize().height() - self.verticalOffset() - top

    def extent(self) -> int:
        """The height of all rows together, as they are laid out now."""
        self.executeDelayedItemsLayout()
        return self.contentsSize().height()

    def scroll_to(self, value: int, extent: int = 0) -> None:
        """Scroll to a former position; if the rows had another extent then, to the chosen one."""
        if extent in (0, self.extent()):
            self.verticalScrollBar().setValue(value)
        else:
            self.show_row(self.currentIndex().row())
        self.kept.keep()

    def choose(self, item_id: str) -> bool:
        """Make an item current and visible; False when it is not on the page."""
        row = self.rows.row_of(item_id)
        if row < 0:
            return False
        self.make_current(self.rows.index(row))
        self.show_row(row)
        return True

    def show_row(self, row: int) -> None:
        """Scroll to a row; to the very top for the first one."""
        if row <= self.rows.first_item_row():
            self.scrollToTop()
        else:
            self.scrollTo(self.rows.index(row))
        self.kept.keep()

    def current_id(self) -> str:
        index = self.currentIndex()
        row: Row | None = index.data(ROW) if index.isValid() else None
        return row.item.id if row and row.item else ""

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        if current.isValid():
            self.item_current.emit(self.current_id())
        super().currentChanged(current, previous)
        if current.isValid() and current.row() == self.rows.first_item_row():
            self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
            self._enter(self.currentIndex().data(ROW))
        else:
            super().keyPressEvent(event)
            self._explain()

    def _explain(self) -> None:
        """Beside the source's own characters the keyboard shows what hovering does."""
        index, why = self.currentIndex(), ""
        if self.rows.verbatim and index.isValid():
            marks = self.rows.source_marks(index.data(ROW).item)
            why = "\n".join(mark.explained for mark in marks)
        below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        show_reason(below, why, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._click(index, event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._enter(index.data(ROW))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, spot = row_asked(self, event)
        row = index.data(ROW)
        if row is not None and row.item is not None:
            self.menu_wanted.emit(row.item.id, spot)

    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    def _click(self, index: QModelIndex, spot: QPointF) -> None:
        row: Row = index.data(ROW)
        if row.item is None:
            return
        theme, outer = self._context.theme, QRectF(self.visualRect(index))
        if row.kind is RowKind.VISION:
            if vision_bookmark(theme, outer).contains(spot):
                self.bookmark_wanted.emit(row.item.id)
            else:
                self._toggle_vision(row)
            return
        lines = geometry(theme, row, outer)
        if lines.bookmark.contains(spot):
            self.bookmark_wanted.emit(row.item.id)
        elif lines.menu.contains(spot):
            self.menu_wanted.emit(row.item.id, self.viewport().mapToGlobal(spot.toPoint()))

    def _enter(self, row: Row) -> None:
        if row.item is None:
            return
        if row.kind is RowKind.VISION and self.painter.texts.is_folded(row):
            self._toggle_vision(row)
        else:
            self.item_entered.emit(row.item.id)

    def _toggle_vision(self, row: Row) -> None:
        if row.item is not None and self.painter.texts.is_folded(row):
            self.rows.expanded.add(row.item.id)
            self.relayout()
