"""Measures and paints the rows of an axis page."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from desktop.axis.beside_text import BesideText
from desktop.axis.chips import RowChips
from desktop.axis.geometry import (
    HEAD_HEIGHT,
    SECTION_HEIGHT,
    column_of,
    geometry,
    vision_bookmark,
)
from desktop.axis.model import SECTION_TITLE, AxisModel, Row, RowKind
from desktop.axis.row_text import RowText
from desktop.common.colour_lines import beside_each_other
from desktop.common.context import Context
from desktop.common.icons import paint_icon
from desktop.common.measured_list import RowPainter
from desktop.common.painting import RowState, fill_round, paint_chips, paint_row_box, stroke_round
from desktop.common.row_delegate import ROW
from desktop.common.source_marks import show_reason
from desktop.common.text_block import Style, TextBlock, draw_line
from desktop.common.tokens import AXIS_ICONS

EXPAND = "نمایش کامل"
_PAD = 20
_WAVE = 2  # pixels that a wave beneath a line reaches below it
_TITLE = {RowKind.HEAD: (15, 80), RowKind.SECTION: (14, 42)}  # from the top of a row to its end


class AxisDelegate(RowPainter):
    """One delegate for all kinds of rows; dispatches by kind."""

    def __init__(self, context: Context, model: AxisModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = context.theme, model
        self._chips = RowChips(context, model)
        self.texts = RowText(context, model)
        self._beside = BesideText(context)
        self._text_widths: dict[tuple[RowKind, float], float] = {}  # at the width of this layout
        self._painters = {
            RowKind.HEAD: self._paint_head,
            RowKind.VISION: self._paint_vision,
            RowKind.SECTION: self._paint_section,
            RowKind.DIRECTION: self._paint_direction,
            RowKind.CHILD: self._paint_direction,
        }

    def begin_layout(self, width: int) -> None:
        super().begin_layout(width)
        self._text_widths.clear()

    def row_height(self, row: Row) -> float:
        """Height of a row at the current width and zoom."""
        px = self._theme.px
        if row.kind is RowKind.HEAD:
            return px(HEAD_HEIGHT)
        if row.kind is RowKind.SECTION:
            return px(SECTION_HEIGHT)
        assert row.item is not None
        text = self.texts.height(row, self.text_width(row))
        if row.kind is RowKind.VISION:
            return text + px(28 + 12 + 16)
        meta = px(28) if self._chips.stand_below(row.item) else 0
        return max(text + meta + px(22), px(44))

    def text_width(self, row: Row) -> float:
        """Pixels a line of a row's text may take."""
        look = row.kind, self._theme.zoom
        if look not in self._text_widths:
            self._text_widths[look] = self._measure(row)
        return self._text_widths[look]

    def _measure(self, row: Row) -> float:
        lines = geometry(self._theme, row, QRectF(0, 0, self.width, 100))
        if row.kind is RowKind.VISION:
            return lines.column.width() - 2 * self._theme.px(_PAD)
        return lines.text.width()

    def prepare(self, row: Row) -> None:
        """Lay a text out as it will be measured and painted."""
        if row.item is not None:
            width = self.text_width(row)
            self.texts.height(row, width)
            self.texts.block(row, width)

    def paint_row(self, painter: QPainter, rect: QRectF, row: Row, state: RowState) -> None:
        self._painters[row.kind](painter, rect, row, state)

    def text_corner(self, row: Row, outer: QRectF) -> QPointF:
        """Where the text of a row begins to be painted, at its left."""
        if row.kind is not RowKind.VISION:
            return geometry(self._theme, row, outer).text.topLeft()
        px, box = self._theme.px, column_of(self._theme, outer)
        return QPointF(box.left() + px(_PAD), box.top() + 2 + px(10) + px(24) + 2)

    def lines(self, row: Row | None, outer: QRectF) -> list[tuple[float, float]]:
        """Upper and lower edge of everything in a row that is better not cut."""
        px, top = self._theme.px, outer.top()
        if row is None:
            return []
        if row.item is None:
            above, below = _TITLE[row.kind]
            return [(top + px(above), top + px(below))]
        block, corner = self.texts.block(row, self.text_width(row)), self.text_corner(row, outer)
        y = corner.y()
        lines = [(y + upper, y + lower + _WAVE) for upper, lower in block.lines()]
        if row.kind is RowKind.VISION:
            return [(top + px(10), top + px(34)), *lines]
        if self._chips.stand_below(row.item):
            lines.append((y + block.height, y + block.height + px(28)))
        return lines

    def explained_at(self, row: Row, outer: QRectF, spot: QPointF) -> str:
        """Why the letter under a spot is marked as corrected or doubtful, "" when it is not."""
        if row.item is None:
            return ""
        inside = spot - self.text_corner(row, outer)
        return self.texts.explained_at(row, self.text_width(row), inside)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The editor's reason for what is pointed at."""
        row: Row | None = index.data(ROW) if index.isValid() else None
        outer = QRectF(view.visualRect(index))
        why = self.explained_at(row, outer, QPointF(event.pos())) if row else ""
        show_reason(event.globalPos(), why, view)
        return True

    def _paint_head(self, painter: QPainter, rect: QRectF, row: Row, _: RowState) -> None:
        px, colour = self._theme.px, self._theme.axis_colour(row.axis.slug)
        column = column_of(self._theme, rect)
        side = px(46)
        tile = QRectF(column.right() - side, column.top() + px(22), side, side)
        tint = QColor(colour)
        tint.setAlphaF(0.13)
        fill_round(painter, tile, 12, tint.name(QColor.NameFormat.HexArgb))
        inset = px(11)
        picture = tile.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, picture, AXIS_ICONS[row.axis.slug], colour)
        text = QRectF(column.left(), tile.top() - px(7), column.width() - side - px(14), px(22))
        caption = self._model.place_of_axis(row.axis)
        zoom, tokens = self._theme.zoom, self._theme.tokens
        draw_line(painter, text, caption, Style(13 * zoom), tokens.muted)
        text = QRectF(text.left(), text.bottom(), text.width(), px(38))
        draw_line(painter, text, row.axis.title, Style(24 * zoom, 700), tokens.text)

    def _paint_vision(self, painter: QPainter, rect: QRectF, row: Row, state: RowState) -> None:
        px, tokens, zoom = self._theme.px, self._theme.tokens, self._theme.zoom
        box = column_of(self._theme, rect).adjusted(0, 2, 0, -2)
        fill_round(painter, box, 12, tokens.accent_soft)
        if tokens.strong_borders:
            stroke_round(painter, box, 12, tokens.border)
        paint_row_box(painter, box, self._theme, state, 12)
        inner = box.adjusted(px(_PAD), px(10), -px(_PAD), 0)
        line = QRectF(inner.left(), inner.top(), inner.width(), px(24))
        draw_line(painter, line, row.label, Style(13 * zoom, 600), tokens.accent)
        if row.item is not None:
            spot = vision_bookmark(self._theme, rect)
            self._beside.paint_bookmark(painter, spot, row.item, state)
            line.setLeft(spot.right() + px(8))
        if self.texts.is_folded(row):
            draw_line(painter, line, EXPAND, Style(13 * zoom, 600), tokens.accent, left=True)
        block = self.texts.block(row, inner.width())
        inner.setTop(self.text_corner(row, rect).y())
        block.paint(painter, inner.left(), inner.top(), tokens.text)
        for spot in self.note_signs(row, inner):
            paint_icon(painter, spot, "sticky-note", tokens.warn)

    def note_signs(self, row: Row, text: QRectF) -> list[QRectF]:
        """Signs at the end of every span that words go with, as in the panel."""
        block = self.texts.block(row, text.width())
        ends = tuple(self.texts.noted_ends(row, text.width()))
        signs = _signs(block, ends, self._theme.px(11))
        return [sign.translated(text.topLeft()) for sign in signs]

    def _paint_section(self, painter: QPainter, rect: QRectF, row: Row, _: RowState) -> None:
        column = column_of(self._theme, rect)
        zoom, tokens = self._theme.zoom, self._theme.tokens
        draw_line(painter, column, SECTION_TITLE, Style(16 * zoom, 600), tokens.text)
        draw_line(painter, column, row.label, Style(13 * zoom), tokens.muted, left=True)

    def _paint_direction(self, painter: QPainter, rect: QRectF, row: Row, state: RowState) -> None:
        assert row.item is not None
        lines = geometry(self._theme, row, rect)
        paint_row_box(painter, lines.box, self._theme, state)
        self._beside.paint_number(painter, lines, row)
        block = self.texts.block(row, lines.text.width())
        block.paint(painter, lines.text.left(), lines.text.top(), self._theme.tokens.text)
        for spot in self.note_signs(row, lines.text):
            paint_icon(painter, spot, "sticky-note", self._theme.tokens.warn)
        line = lines.text.adjusted(0, block.height + self._theme.px(2), 0, 0)
        chips = self._chips.of(row.item)
        paint_chips(painter, self._theme, line, chips, selected=state.selected)
        self._beside.paint_gutter(painter, lines, row.item, state)


@lru_cache(maxsize=64)  # a text of hundreds of notes is painted again for each act on its item
def _signs(block: TextBlock, ends: tuple[int, ...], side: float) -> list[QRectF]:
    return beside_each_other((block.spot(end) for end in ends), side)
