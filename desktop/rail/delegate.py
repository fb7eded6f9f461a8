"""Paints the rail: icon, name, count; icons alone when it is narrow."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from desktop.common.icons import paint_icon
from desktop.common.painting import RowState, paint_row_box
from desktop.common.persian import digits
from desktop.common.place import RailEntry
from desktop.common.row_delegate import ROW, RowDelegate
from desktop.common.text_block import Style, draw_line
from desktop.common.theme import Theme
from desktop.common.widgets.steady_bar import SCROLL_BAR
from desktop.rail.model import CAPTION

ROW_HEIGHT = 44
LEAST_ROW_HEIGHT = 37
ICON = 20


def fits_whole(view: QAbstractItemView, row: QRect) -> bool:
    """Whether nothing of a row would be cut off."""
    return row.top() >= 0 and row.bottom() < view.viewport().height()


class RailDelegate(RowDelegate):
    """`narrow` shows icons only; `row_height` is less where not all rows would find room."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.narrow = False
        self.row_height = ROW_HEIGHT

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = index.data(ROW)
        px = self._theme.px
        if isinstance(row, RailEntry):
            return QSize(0, self.row_height)
        if row == CAPTION:
            return QSize(0, 6 if self.narrow else px(30))
        return QSize(0, px(12))

    def paint_row(
        self, painter: QPainter, rect: QRectF, row: RailEntry | str, state: RowState
    ) -> None:
        if not fits_whole(self._view, rect.toRect()):
            return
        if isinstance(row, RailEntry):
            self._paint_entry(painter, rect, row, state)
        elif row == CAPTION:
            self._paint_caption(painter, rect)
        else:
            box, middle = self._box(rect), round(rect.center().y())
            painter.setPen(QColor(self._theme.tokens.border))
            painter.drawLine(round(box.left()), middle, round(box.right()), middle)

    def _box(self, rect: QRectF) -> QRectF:
        """Icons alone stand in the middle of the rail, of which a bar at the left is a part."""
        aside = SCROLL_BAR / 2 if self.narrow and self._view.verticalScrollBar().isVisible() else 0
        return rect.adjusted(8 - aside, 2, -8 - aside, -2)

    def _paint_caption(self, painter: QPainter, rect: QRectF) -> None:
        if not self.narrow:
            area = rect.adjusted(8, 0, -8 - self._theme.px(16), 0)
            style, colour = Style(13 * self._theme.zoom, 500), self._theme.tokens.muted
            draw_line(painter, area, "محورهای سند", style, colour)

    def _paint_entry(
        self, painter: QPainter, rect: QRectF, entry: RailEntry, state: RowState
    ) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        box = self._box(rect)
        paint_row_box(painter, box, theme, state, 9)
        side = px(ICON)
        right = box.center().x() + side / 2 if self.narrow else box.right() - px(16)
        spot = QRectF(right - side, box.center().y() - side / 2, side, side)
        colour = theme.axis_colour(entry.colour) if entry.colour else tokens.muted
        paint_icon(painter, spot, entry.icon, colour)
        if self.narrow:
            return
        count = QRectF(box.left() + px(10), box.top(), px(20), box.height())
        name = QRectF(count.right(), box.top(), spot.left() - px(10) - count.right(), box.height())
        weight = 600 if state.selected else 400
        draw_line(painter, name, entry.title, Style(14.5 * theme.zoom, weight), tokens.text)
        if entry.count:
            style = Style(13 * theme.zoom)
            draw_line(painter, count, digits(entry.count), style, tokens.muted, left=True)
