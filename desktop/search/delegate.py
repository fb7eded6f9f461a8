"""Paints search results: headings, hits as cards with their words marked, the reader's texts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from db.record import record
from db.search.models import Span
from desktop.common.context import Context
from desktop.common.icons import paint_icon
from desktop.common.measured_list import RowPainter
from desktop.common.painting import RowState, fill_round, paint_row_box, stroke_round
from desktop.common.persian import digits
from desktop.common.row_delegate import ROW
from desktop.common.text_block import Mark, Style, TextBlock, draw_line, text_block
from desktop.common.tokens import AXIS_ICONS
from desktop.common.widgets.column import COLUMN, LEAST_SIDE
from desktop.search.rows import CHOOSABLE, Group, HitRow, MoreRow, NoteRow, Row, Section

_LABEL, _LABEL_ROOM = 92, 72  # what a label takes of a card, and what its words have of that
_HEIGHTS: dict[type, int] = {Section: 46, Group: 42, MoreRow: 52}


class ResultsDelegate(RowPainter):
    """Cards as wide as the content column."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._theme = context, context.theme
        self._rows: list[Row] = []
        self._cards: dict[int, _Card] = {}  # by the row's own identity
        self._pictures: dict[tuple[int, RowState], QPixmap] = {}
        self._look: tuple[object, ...] = ()

    def keep(self, rows: list[Row]) -> None:
        """Lay out the cards of these rows once, whether they are foreseen or shown."""
        if rows is not self._rows:
            self._rows = rows
            self._forget()

    def _forget(self) -> None:
        self._cards.clear()
        self._pictures.clear()

    def foresee(self, rows: list[Row], room: int, ratio: float) -> None:
        """Paint ahead the rows that fill `room` pixels from the top, the first find chosen.

        A card painted cold takes ten times as long as its picture, and the pause in typing is idle.
        """
        if ratio != round(ratio):
            return  # a picture would not lie on the pixels of such a screen
        chosen = next((row for row in rows if isinstance(row, CHOOSABLE)), None)
        for row in rows:
            if room <= 0:
                break
            state = RowState(row is chosen, hovered=False, focused=False)
            picture = self._picture(row, state, ratio)
            self._pictures[id(row), state] = picture
            room -= round(picture.height() / ratio)

    def _picture(self, row: Row, state: RowState, ratio: float) -> QPixmap:
        rect = QRectF(0, 0, self.width, round(self.row_height(row)))
        picture = QPixmap((rect.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.tokens.surface))
        with QPainter(picture) as painter:
            self.paint_row(painter, rect, row, state)
        return picture

    def row_height(self, row: Row) -> float:
        """Pixels that a row needs; its text is laid out for that and kept for the paint."""
        if not isinstance(row, HitRow | NoteRow):
            return self._theme.px(_HEIGHTS[type(row)])
        return self._card(row).height

    def _card(self, row: HitRow | NoteRow) -> "_Card":
        look = (self.width, self._theme.zoom, self._theme.tokens)
        if look != self._look:
            self._look = look
            self._forget()
        card = self._cards.get(id(row))
        if card is None or card.row is not row:
            card = self._cards[id(row)] = self._laid(row)
        return card

    def _laid(self, row: HitRow | NoteRow) -> "_Card":
        px, tokens = self._theme.px, self._theme.tokens
        title, colour = self._label(row)
        # «بند الف از جهت‌گیری ۲» takes two lines: all texts begin at one edge.
        label = text_block(title, Style(13 * self._theme.zoom, 600), px(_LABEL_ROOM))
        width = int(self._box(QRectF(0, 0, self.width, 100)).width() - px(_LABEL) - px(28))
        text, spans = _shown(row)
        marks = tuple(Mark(span.start, span.end, tokens.hit, tokens.on_hit) for span in spans)
        block = text_block(text, Style(15 * self._theme.zoom), width, marks)
        below = row.where if isinstance(row, NoteRow) else row.hit.why or ""
        words = block.height + (px(22) if below else 0)
        height = max(words, label.height + block.baseline - label.baseline) + px(28)
        return _Card(row, label, colour, block, below, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        picture = self._pictures.get((id(index.data(ROW)), RowState.of(option)))
        # The window may have gone to another screen since it was painted ahead.
        if picture and picture.devicePixelRatio() == painter.device().devicePixelRatioF():
            painter.drawPixmap(option.rect.topLeft(), picture)
        else:
            super().paint(painter, option, index)

    def paint_row(self, painter: QPainter, rect: QRectF, row: Row, state: RowState) -> None:
        box = self._box(rect)
        if isinstance(row, Section):
            self._paint_heading(painter, box, row.title, f"{row.count} نتیجه", 16)
        elif isinstance(row, Group):
            self._paint_group(painter, box, row)
        elif isinstance(row, MoreRow):
            self._paint_more(painter, box, row, state)
        else:
            self._paint_card(painter, box, row, state)

    def _box(self, rect: QRectF) -> QRectF:
        width = min(rect.width() - 2 * LEAST_SIDE, self._theme.px(COLUMN))
        left = rect.left() + (rect.width() - width) / 2
        return QRectF(left, rect.top() + 2, width, rect.height() - 4)

    def _label(self, row: HitRow | NoteRow) -> tuple[str, str]:
        """What stands at the right of a card, and its colour."""
        if isinstance(row, HitRow):
            colour = self._theme.axis_colour(row.item.axis)
            return self._context.row_title(row.item), colour
        return row.kind, self._theme.tokens.accent

    def _paint_heading(
        self, painter: QPainter, box: QRectF, title: str, count: str, size: float
    ) -> None:
        zoom, tokens = self._theme.zoom, self._theme.tokens
        draw_line(painter, box, title, Style(size * zoom, 600), tokens.text)
        draw_line(painter, box, count, Style(13 * zoom), tokens.muted, left=True)

    def _paint_group(self, painter: QPainter, box: QRectF, row: Group) -> None:
        theme, px = self._theme, self._theme.px
        side = px(20)
        spot = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
        paint_icon(painter, spot, AXIS_ICONS[row.axis], theme.axis_colour(row.axis))
        name = box.adjusted(0, 0, -px(28), 0)
        self._paint_heading(painter, name, row.title, f"{digits(row.count)} نتیجه", 14.5)

    def _paint_more(self, painter: QPainter, box: QRectF, row: MoreRow, state: RowState) -> None:
        paint_row_box(painter, box, self._theme, state)
        inner = box.adjusted(0, 0, -self._theme.px(14), 0)
        style = Style(14 * self._theme.zoom, 600)
        draw_line(painter, inner, row.title, style, self._theme.tokens.accent)

    def _paint_card(
        self, painter: QPainter, box: QRectF, row: HitRow | NoteRow, state: RowState
    ) -> None:
        theme, px = self._theme, self._theme.px
        fill_round(painter, box, 10, theme.tokens.surface)
        paint_row_box(painter, box, theme, state)
        if not state.focused:
            stroke_round(painter, box, 10, theme.tokens.border)
        card = self._card(row)
        block, left, top = card.block, box.left() + px(14), box.top() + px(11)
        block.paint(painter, left, top, theme.tokens.text)
        label_left = box.right() - px(12) - px(_LABEL_ROOM)
        card.label.paint(
            painter, label_left, top + block.baseline - card.label.baseline, card.colour
        )
        if card.below:
            line = QRectF(left, top + block.height, box.width() - px(_LABEL) - px(28), px(22))
            draw_line(painter, line, card.below, Style(13 * theme.zoom), theme.tokens.muted)


@record
class _Card:
    """A result laid out at one width in one look."""

    row: HitRow | NoteRow
    label: TextBlock
    colour: str
    block: TextBlock
    below: str
    height: float


def _shown(row: HitRow | NoteRow) -> tuple[str, tuple[Span, ...]]:
    """The text of a card and what is marked in it."""
    if isinstance(row, NoteRow):
        return row.excerpt, row.spans
    if row.hit.excerpt:
        return row.hit.excerpt, row.hit.excerpt_spans
    return row.hit.text, row.hit.spans
