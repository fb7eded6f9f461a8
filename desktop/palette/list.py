"""The list under the palette's box."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from db.record import replace
from desktop.common.headed_list import HeadedList
from desktop.common.icons import paint_icon
from desktop.common.painting import RowState, fill_round, paint_row_box, stroke_round
from desktop.common.persian import ltr
from desktop.common.row_delegate import ROW, RowDelegate
from desktop.common.row_model import AnyIndex, RowModel
from desktop.common.text_block import Style, beginning, draw_line, line_width, text_block
from desktop.common.theme import Theme
from desktop.common.widgets.steady_bar import keep_steady
from desktop.palette.entries import Entry, Heading, Line

ROW_HEIGHT = 42
HEADING_HEIGHT = 28
_OPENING = 0.45  # of a line, at most, before the words around a hit
_HINT = 230


class PaletteModel(RowModel):
    """Headings cannot be chosen."""

    _rows: list[Line]

    @property
    def lines(self) -> list[Line]:
        return self._rows

    def show_lines(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self._rows = lines
        self.endResetModel()

    def first_entry(self) -> int:
        """Row of the first entry, or -1."""
        return next((i for i, line in enumerate(self.lines) if isinstance(line, Entry)), -1)

    def is_choosable(self, row: Line) -> bool:
        return isinstance(row, Entry)

    def spoken(self, row: Line) -> str:
        return row.title if isinstance(row, Heading) else row.spoken()


class _Delegate(RowDelegate):
    """Icon, one line of text, where it is or its keys."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, self.row_height(index.data(ROW)))

    def row_height(self, line: Line) -> int:
        return self._theme.px(HEADING_HEIGHT if isinstance(line, Heading) else ROW_HEIGHT)

    def paint_row(self, painter: QPainter, rect: QRectF, row: Line, state: RowState) -> None:
        if isinstance(row, Heading):
            style = Style(13 * self._theme.zoom, 500)
            draw_line(painter, rect, row.title, style, self._theme.tokens.muted)
        else:
            self._paint_entry(painter, rect.adjusted(0, 1, 0, -1), row, state)

    def _paint_entry(self, painter: QPainter, box: QRectF, entry: Entry, state: RowState) -> None:
        theme, px, tokens = self._theme, self._theme.px, self._theme.tokens
        paint_row_box(painter, box, theme, RowState(state.selected, state.hovered, False), 8)
        side = px(18)
        spot = QRectF(box.right() - px(12) - side, box.center().y() - side / 2, side, side)
        colour = theme.axis_colour(entry.axis) if entry.axis else tokens.muted
        paint_icon(painter, spot, entry.icon, colour)
        left = box.left() + px(10)
        if entry.keys:
            left = self._paint_keys(painter, box, entry.keys) + px(10)
        elif entry.hint:
            style = Style(13 * theme.zoom)
            room = min(line_width(entry.hint, style), px(_HINT))
            hint = QRectF(left, box.top(), room, box.height())
            draw_line(painter, hint, entry.hint, style, tokens.muted, left=True)
            left = hint.right() + px(16)
        width = spot.left() - px(10) - left
        self._paint_text(painter, QRectF(left, box.top(), width, box.height()), entry)

    def _paint_text(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        style, tokens = Style(14 * self._theme.zoom, 400, 1.0), self._theme.tokens
        text, marks = one_line(entry, style, int(area.width()))
        block = text_block(text, style, int(area.width()), marks)
        block.paint(painter, area.left(), area.center().y() - block.height / 2, tokens.text)

    def _paint_keys(self, painter: QPainter, box: QRectF, keys: str) -> float:
        px, tokens = self._theme.px, self._theme.tokens
        style, named = Style(12 * self._theme.zoom), ltr(keys)
        width = line_width(named, style) + px(14)
        cap = QRectF(box.left() + px(10), box.center().y() - px(11), width, px(22))
        fill_round(painter, cap, 5, tokens.sunken)
        stroke_round(painter, cap, 5, tokens.border)
        draw_line(painter, cap.adjusted(px(7), 0, -px(7), 0), named, style, tokens.muted)
        return cap.right()


def one_line(entry: Entry, style: Style, width: int) -> tuple[str, tuple[Any, ...]]:
    """As much of the text as fits one line, cut at words; of a hit that stands too far on, the
    words from there follow the first ones."""
    text, marks = entry.text, entry.marks
    line = beginning(text, style, width)
    if marks and marks[0].end > _kept(line, text):
        word = text.rfind(" ", 0, marks[0].start) + 1
        opening = beginning(text[:word].rstrip() + "…", style, round(width * _OPENING)) + " "
        shift = len(opening) - word
        text = opening + text[word:]
        marks = tuple(
            replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in marks
        )
        line = beginning(text, style, width)
    return line, tuple(mark for mark in marks if mark.end <= _kept(line, text))


def _kept(line: str, text: str) -> int:
    """How many letters of a text a line shows."""
    return len(text if line == text else line.removesuffix("…"))


class PaletteList(HeadedList):
    """Never takes the focus: the box keeps it and sends the arrows here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = PaletteModel()
        self.setModel(self.rows)
        keep_steady(self)
        self._theme = theme
        self._painter = _Delegate(theme, self)
        self.setItemDelegate(self._painter)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("پیشنهادها")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On a ground of its own: else letters typed would paint the window beneath again."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.tokens.raised))
        super().paintEvent(event)

    def show_lines(self, lines: list[Line]) -> None:
        """Replace the lines and choose the first entry."""
        self.rows.show_lines(lines)
        first = self.rows.first_entry()
        if first >= 0:
            self.setCurrentIndex(self.rows.index(first))
        self.scrollToTop()

    def current(self) -> Entry | None:
        line = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return line if isinstance(line, Entry) else None

    def height_within(self, room: int) -> int:
        """The height that shows every line, or as many whole ones as there is room for."""
        height = fitting = 0
        for line in self.rows.lines:
            height += self._painter.row_height(line)
            if height <= room and isinstance(line, Entry):  # a heading alone says nothing
                fitting = height
        return fitting
