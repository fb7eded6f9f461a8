"""What is painted beside the text of a row of an axis: its number, its bookmark, its menu."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from db.reference.models import Item, ItemKind
from desktop.axis.geometry import RowGeometry
from desktop.axis.model import Row, RowKind
from desktop.common.context import Context
from desktop.common.icons import paint_icon
from desktop.common.painting import RowState
from desktop.common.text_block import Style, draw_line


class BesideText:
    """Asks the reader's marks whenever it paints."""

    def __init__(self, context: Context) -> None:
        self._context, self._theme = context, context.theme

    def paint_number(self, painter: QPainter, lines: RowGeometry, row: Row) -> None:
        """At its right; bold until it has been read, a compass for a fundamental direction."""
        assert row.item is not None
        px, tokens, zoom = self._theme.px, self._theme.tokens, self._theme.zoom
        box = lines.box
        slot = QRectF(box.right() - lines.number_width, lines.text.top(), px(24), px(28))
        if row.item.kind is ItemKind.FUNDAMENTAL:
            side = px(18)
            spot = QRectF(slot.right() - side, slot.center().y() - side / 2, side, side)
            paint_icon(painter, spot, "compass", tokens.accent)
            return
        read = self._context.reader.marks(row.item.id).read
        size = 16.5 if row.kind is RowKind.DIRECTION else 13.0
        weight, colour = (400, tokens.muted) if read else (700, tokens.accent)
        if row.kind is RowKind.CHILD:
            slot.translate(px(9), -1)
        slot.setLeft(slot.left() - px(8))
        draw_line(painter, slot, row.label, Style(size * zoom, weight), colour)

    def paint_gutter(
        self, painter: QPainter, lines: RowGeometry, item: Item, state: RowState
    ) -> None:
        """At its left: the bookmark, and a sign of the menu on the row in hand."""
        tokens, inset = self._theme.tokens, self._theme.px(3)
        self.paint_bookmark(painter, lines.bookmark, item, state)
        if state.selected or state.hovered:
            spot = lines.menu.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, spot, "ellipsis", tokens.muted)

    def paint_bookmark(self, painter: QPainter, spot: QRectF, item: Item, state: RowState) -> None:
        """Filled where there is one; an outline where it can be set."""
        marked = self._context.reader.marks(item.id).bookmarked
        if marked or state.selected or state.hovered:
            inset, tokens = self._theme.px(3), self._theme.tokens
            colour = tokens.accent if marked else tokens.muted
            inner = spot.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, inner, "bookmark", colour, filled=marked)
