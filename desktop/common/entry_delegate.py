"""Paints the rows of what the reader keeps: icon, quote on its colour, text, small labels."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from desktop.common.entry_rows import Entry, Heading, Pill, Row
from desktop.common.icons import paint_icon
from desktop.common.painting import (
    ChipLook,
    RowState,
    paint_chips,
    paint_row_box,
    stroke_round,
)
from desktop.common.row_delegate import ROW, RowDelegate
from desktop.common.text_block import Mark, Style, TextBlock, draw_line, line_width, text_block
from desktop.common.theme import Theme
from desktop.common.widgets.column import COLUMN

_SIDE, _APART = 130, 12  # what stands at the far end of a line at most, and its distance
GAP = 3  # above and below an entry


class EntryDelegate(RowDelegate):
    """Rows are as high as their text; `margin` is the least space beside them."""

    def __init__(self, theme: Theme, view: QListView, margin: int) -> None:
        super().__init__(view)
        self._theme, self._view, self._margin = theme, view, margin

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row, px = index.data(ROW), self._theme.px
        if isinstance(row, Heading):
            return QSize(60, px(40))
        return QSize(60, round(self._height(row)) + 2 * GAP)

    def _pad(self) -> int:
        return max(self._margin, (self._view.viewport().width() - self._theme.px(COLUMN)) // 2)

    def _text_width(self, entry: Entry) -> int:
        px, inner = self._theme.px, self._view.viewport().width() - 2 * self._pad()
        picture = px(32) if entry.icon else 0
        side = 0 if entry.above or not entry.side else px(_SIDE)
        return inner - 2 * px(14) - picture - side

    def _blocks(self, entry: Entry) -> list[tuple[TextBlock, str]]:
        zoom, tokens, width = self._theme.zoom, self._theme.tokens, self._text_width(entry)
        blocks = []
        if entry.quote:
            quote = f"«{entry.quote}»"
            # On its own colour the usual text colour has the contrast the palette promises.
            mark = Mark(0, len(quote), tokens.highlight(entry.colour) if entry.colour else "")
            block = text_block(quote, Style(14 * zoom, 400, 1.06), width, (mark,))
            blocks.append((block, tokens.text if entry.colour else tokens.muted))
        if entry.title:
            weight = 400 if entry.above else 500
            blocks.append((text_block(entry.title, Style(15 * zoom, weight), width), tokens.text))
        if entry.below:
            blocks.append((text_block(entry.below, Style(13 * zoom), width), tokens.muted))
        return blocks

    def _height(self, entry: Entry) -> float:
        px = self._theme.px
        text = sum(block.height + 3 for block, _ in self._blocks(entry))
        lines = (px(22) if entry.above else 0) + (px(28) if entry.pills else 0)
        return max(text + lines, px(22)) + 2 * px(9)

    def paint_row(self, painter: QPainter, rect: QRectF, row: Row, state: RowState) -> None:
        pad = self._pad()
        inner = rect.adjusted(pad, 0, -pad, 0)
        if isinstance(row, Heading):
            self._paint_heading(painter, inner, row)
        else:
            self._paint_entry(painter, inner.adjusted(0, GAP, 0, -GAP), row, state)

    def _paint_heading(self, painter: QPainter, rect: QRectF, row: Heading) -> None:
        zoom, tokens, px = self._theme.zoom, self._theme.tokens, self._theme.px
        line = rect.adjusted(0, px(8), 0, 0)
        draw_line(painter, line, row.title, Style(15 * zoom, 600), tokens.text)
        if row.count:
            draw_line(painter, line, row.count, Style(13 * zoom), tokens.muted, left=True)

    def _paint_entry(self, painter: QPainter, box: QRectF, entry: Entry, state: RowState) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        paint_row_box(painter, box, theme, state)
        if not (state.selected or state.focused):
            stroke_round(painter, box, 10, tokens.border)
        right, top = box.right() - px(14), box.top() + px(9)
        if entry.icon:
            side = px(20)
            colour = theme.axis_colour(entry.axis) if entry.axis else getattr(tokens, entry.tone)
            paint_icon(painter, QRectF(right - side, top + 1, side, side), entry.icon, colour)
            right -= px(32)
        left = box.left() + px(14)
        self._paint_ends(painter, QRectF(left, top, right - left, px(22)), entry)
        top += px(22) if entry.above else 0
        for block, colour in self._blocks(entry):
            block.paint(painter, right - self._text_width(entry), top, colour)
            top += block.height + 3
        line = QRectF(left, top + px(4), right - left, px(22))
        pills = [self._look(pill) for pill in entry.pills]
        paint_chips(painter, theme, line, pills, selected=state.selected)

    def _paint_ends(self, painter: QPainter, line: QRectF, entry: Entry) -> None:
        """The line above the text, and what stands at its far end."""
        style, tokens, px = Style(13 * self._theme.zoom), self._theme.tokens, self._theme.px
        far = min(line_width(entry.side, style), px(_SIDE)) if entry.side else 0
        if entry.side:
            place = QRectF(line.left(), line.top(), far, line.height())
            draw_line(painter, place, entry.side, style, tokens.muted, left=True)
        if entry.above:
            near = line.adjusted(far + px(_APART) if far else 0, 0, 0, 0)
            draw_line(painter, near, entry.above, style, tokens.muted)

    def _look(self, pill: Pill) -> ChipLook:
        tokens = self._theme.tokens
        tones = {
            "plain": (tokens.muted, tokens.sunken),
            "warn": (tokens.warn, tokens.warn_soft),
            "ok": (tokens.ok, tokens.ok_soft),
            "danger": (tokens.danger, tokens.danger_soft),
            "accent": (tokens.accent, tokens.accent_soft),
        }
        return ChipLook(pill.text, *tones[pill.tone], pill.icon)
