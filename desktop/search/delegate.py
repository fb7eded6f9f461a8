"""Paints search results: the line of an axis, and hits as cards with their words marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.common.context import Context
from desktop.common.icons import paint_icon
from desktop.common.painting import RowState, fill_round, paint_row_box, stroke_round
from desktop.common.persian import digits
from desktop.common.text_block import Mark, Style, TextBlock, draw_line, text_block
from desktop.common.tokens import AXIS_ICONS
from desktop.search.model import ROW, Group, HitRow

_COLUMN_MAX = 820
_PAD = 20
_LABEL = 92


class ResultsDelegate(QStyledItemDelegate):
    """Cards as wide as the content column."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._theme = context, context.theme
        self._width = 600

    def set_width(self, width: int) -> None:
        self._width = width

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row, px = index.data(ROW), self._theme.px
        if isinstance(row, Group):
            return QSize(self._width, px(48))
        box = self._box(QRectF(0, 0, self._width, 100))
        why = px(22) if row.hit.why else 0
        return QSize(self._width, round(self._block(row, box).height + px(28) + why))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRectF = QRectF(option.rect)
        row = index.data(ROW)
        painter.save()
        if isinstance(row, Group):
            self._paint_group(painter, rect, row)
        else:
            self._paint_hit(painter, self._box(rect), row, RowState.of(option))
        painter.restore()

    def _box(self, rect: QRectF) -> QRectF:
        width = min(rect.width() - 2 * _PAD, self._theme.px(_COLUMN_MAX))
        left = rect.left() + (rect.width() - width) / 2
        return QRectF(left, rect.top() + 2, width, rect.height() - 4)

    def _label_width(self, row: HitRow) -> int:
        # «بند الف از جهت‌گیری ۲» needs more room than «جهت‌گیری ۲».
        return self._theme.px(_LABEL + 62 if row.item.parent_id else _LABEL)

    def _block(self, row: HitRow, box: QRectF) -> TextBlock:
        tokens = self._theme.tokens
        direct = row.hit.excerpt or row.hit.text
        spans = row.hit.excerpt_spans if row.hit.excerpt else row.hit.spans
        marks = tuple(Mark(span.start, span.end, tokens.hit, tokens.on_hit) for span in spans)
        width = box.width() - self._label_width(row) - self._theme.px(28)
        return text_block(direct, Style(15 * self._theme.zoom), int(width), marks)

    def _paint_group(self, painter: QPainter, rect: QRectF, row: Group) -> None:
        theme, px, zoom = self._theme, self._theme.px, self._theme.zoom
        box = self._box(rect)
        side = px(20)
        spot = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
        paint_icon(painter, spot, AXIS_ICONS[row.axis], theme.axis_colour(row.axis))
        name = box.adjusted(0, 0, -px(28), 0)
        draw_line(painter, name, row.title, Style(14.5 * zoom, 600), theme.tokens.text)
        count = f"{digits(row.count)} نتیجه"
        draw_line(painter, box, count, Style(13 * zoom), theme.tokens.muted, left=True)

    def _paint_hit(self, painter: QPainter, box: QRectF, row: HitRow, state: RowState) -> None:
        theme, px = self._theme, self._theme.px
        fill_round(painter, box, 10, theme.tokens.surface)
        paint_row_box(painter, box, theme, state)
        if not state.focused:
            stroke_round(painter, box, 10, theme.tokens.border)
        label = QRectF(box.right() - self._label_width(row), box.top() + px(10), 0, px(28))
        label.setRight(box.right() - px(12))
        style = Style(13 * theme.zoom, 600)
        title = self._context.row_title(row.item)
        draw_line(painter, label, title, style, theme.axis_colour(row.item.axis))
        block = self._block(row, box)
        block.paint(painter, box.left() + px(14), box.top() + px(11), theme.tokens.text)
        if row.hit.why:
            width = box.width() - self._label_width(row) - px(28)
            line = QRectF(box.left() + px(14), 0, width, px(22))
            line.moveTop(box.top() + px(11) + block.height)
            draw_line(painter, line, row.hit.why, Style(13 * theme.zoom), theme.tokens.muted)
