"""Wrapped right-to-left text with marked spans, laid out once and painted often."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from db.record import record
from desktop.common.colour_layers import NOTE_LINE, Layer
from desktop.common.colour_lines import Beneath, Strokes, strokes
from desktop.common.fonts import font
from desktop.common.persian import python_offset, qt_offset, rtl
from desktop.common.tokens import Tokens

_UNSEEN = "#00000000"
_UNBROKEN = 10_000  # pixels that no short text fills
_SHORT = 120  # letters; a longer text hardly ever stands on one line


@record
class Mark:
    """A span in code points with its colours; `wave`, `line`, `lines` or `dots` run beneath it.

    `line` is the underline of a text; it has but one.
    """

    start: int
    end: int
    background: str = ""
    foreground: str = ""
    dots: str = ""  # beneath it, like the others
    wave: str = ""
    line: str = ""
    lines: tuple[str, ...] = ()

    def look(self) -> QTextCharFormat:
        """The same for a text of Qt's; a wave is only told of, as `beneath` has it painted."""
        made = QTextCharFormat()
        if self.background:
            made.setBackground(QColor(self.background))
        if self.foreground:
            made.setForeground(QColor(self.foreground))
        styles = QTextCharFormat.UnderlineStyle
        beneath = (
            (_UNSEEN if self.wave else "", styles.WaveUnderline),
            (self.line, styles.SingleUnderline),
            (self.dots, styles.DotLine),
        )
        for colour, style in beneath:
            if colour:
                made.setUnderlineStyle(style)
                made.setUnderlineColor(QColor(colour))
                break
        return made


def layer_mark(layer: Layer, tokens: Tokens) -> Mark:
    """The reader's colours on a stretch of a text."""
    background = tokens.highlight(layer.colour) if layer.colour else ""
    lines = tuple(_line_colour(line, tokens) for line in layer.lines)
    if len(lines) > 1:
        return Mark(layer.start, layer.end, background, tokens.text, lines=lines)
    return Mark(layer.start, layer.end, background, tokens.text, line="".join(lines))


def _line_colour(line: str, tokens: Tokens) -> str:
    return tokens.warn if line == NOTE_LINE else tokens.highlight_line(line)


def beneath(text: str, marks: Iterable[Mark], shift: int = 0) -> list[Beneath]:
    """What `strokes` draws of marks: several lines, or a wave, which Qt would draw through the
    dots of the letters; `shift` units lead the text."""
    return [
        Beneath(
            qt_offset(text, mark.start) + shift,
            qt_offset(text, mark.end) + shift,
            mark.lines or (mark.wave,),
            bool(mark.wave),
        )
        for mark in marks
        if mark.lines or mark.wave
    ]


@record
class Style:
    """Size in pixels as painted, weight, and the height of a line as a share of its own."""

    pixels: float
    weight: int = 400
    line: float = 1.12
    centred: bool = False


class TextBlock:
    """A laid-out text of a given width; paints itself flush at the right."""

    def __init__(self, text: str, style: Style, width: int, marks: tuple[Mark, ...]) -> None:
        side = Qt.AlignmentFlag.AlignHCenter if style.centred else Qt.AlignmentFlag.AlignRight
        option = QTextOption(side)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(rtl(text), font(style.pixels, style.weight))
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.setFormats([_format_range(text, mark) for mark in marks])
        self._lines = beneath(text, marks, _lead(text))
        self._length, self._width, self._centred = len(text), width, style.centred
        self.shift = 0.0
        self.height, self.widest = self._lay(width, style.line)

    def _lay(self, width: int, factor: float) -> tuple[float, float]:
        """Height of all lines, and the width of the longest."""
        top = widest = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            extra = line.height() * (factor - 1)
            line.setPosition(QPointF(0, top + extra / 2))
            top += line.height() + extra
            widest = max(widest, line.naturalTextWidth())
        self._layout.endLayout()
        return top, widest

    def within(self, width: int) -> "TextBlock":
        """The same lines in another width; they must fit."""
        other = TextBlock.__new__(TextBlock)  # `copy` asks first how a class wants to be copied
        other.__dict__.update(self.__dict__)
        other.shift = (width - self._width) / (2 if self._centred else 1)
        return other

    @property
    def line_count(self) -> int:
        return self._layout.lineCount()

    def lines(self) -> list[tuple[float, float]]:
        """Upper and lower edge of each line, from the corner where painting begins."""
        laid = map(self._layout.lineAt, range(self.line_count))
        return [(line.y(), line.y() + line.height()) for line in laid]

    @property
    def baseline(self) -> float:
        """How far below the corner where painting begins the first line stands."""
        line = self._layout.lineAt(0)
        return line.y() + line.ascent()

    def length_of(self, lines: int) -> int:
        """How many code points of the text stand on the first lines."""
        laid, count = self._layout.text(), min(lines, self.line_count)
        last = self._layout.lineAt(count - 1) if count else None
        end = last.textStart() + last.textLength() if last else 0
        return python_offset(laid, end) - (len(laid) - self._length)

    def spot(self, at: int) -> QPointF:
        """The upper end of the caret at a code point, from the corner where painting begins."""
        laid = self._layout.text()
        shift = len(laid) - self._length
        unit = qt_offset(laid, at + shift)
        line = self._layout.lineForTextPosition(max(unit - 1, 0))  # where the letter before is
        x: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
        return QPointF(x[0] + self.shift, line.y())

    def letter_at(self, spot: QPointF) -> int:
        """The code point under a spot counted from the corner where painting begins; -1: none."""
        for index in range(self.line_count):
            line = self._layout.lineAt(index)
            if line.rect().translated(self.shift, 0).contains(spot):
                break
        else:
            return -1
        laid, on = self._layout.text(), QTextLine.CursorPosition.CursorOnCharacter
        unit = line.xToCursor(spot.x() - self.shift, on)
        if not line.naturalTextRect().contains(spot.x() - self.shift, line.rect().center().y()):
            return -1
        return python_offset(laid, unit) - (len(laid) - self._length)

    def paint(self, painter: QPainter, left: float, top: float, colour: str) -> None:
        painter.setPen(QColor(colour))
        corner = QPointF(left + self.shift, top)
        self._layout.draw(painter, corner)
        if self._lines:
            self._strokes.paint(painter, corner)

    @cached_property
    def _strokes(self) -> Strokes:
        return strokes(self._layout, self._lines)


def _lead(text: str) -> int:
    """One unit for the right-to-left mark that leads the laid-out text."""
    return 0 if text.startswith("\u200f") else 1


def _format_range(text: str, mark: Mark) -> QTextLayout.FormatRange:
    shift = _lead(text)
    made = QTextLayout.FormatRange()
    made.start = qt_offset(text, mark.start) + shift
    made.length = qt_offset(text, mark.end) + shift - made.start
    made.format = mark.look()
    return made


@lru_cache(maxsize=512)
def text_block(text: str, style: Style, width: int, marks: tuple[Mark, ...] = ()) -> TextBlock:
    """A block from the cache, which resizing and theme switching fill anew."""
    width = max(width, 40)
    if len(text) <= _SHORT:
        # Layouts ask for the height in many widths; most texts stand on one line in all of them.
        unbroken = _unbroken(text, style, marks)
        if unbroken.widest <= width:
            return unbroken.within(width)
    return TextBlock(text, style, width, marks)


@lru_cache(maxsize=512)
def beginning(text: str, style: Style, width: int, lines: int = 1) -> str:
    """As much of a text as fits so many lines, cut at a word."""
    whole = text_block(text, style, width)
    if whole.line_count <= lines:
        return text
    text = text[: whole.length_of(lines)].rstrip()
    while text_block(cut := text.rstrip(" ،؛") + "…", style, width).line_count > lines:
        text = text[: max(text.rfind(" "), 0) or -1]
    return cut


@lru_cache(maxsize=256)
def _unbroken(text: str, style: Style, marks: tuple[Mark, ...]) -> TextBlock:
    return TextBlock(text, style, _UNBROKEN, marks)


@lru_cache(maxsize=256)
def _line(text: str, style: Style, width: int) -> tuple[QTextLayout, float, float]:
    """One elided line with its width and height."""
    chosen = font(style.pixels, style.weight)
    whole = rtl(text)
    fitting = QFontMetricsF(chosen).elidedText(whole, Qt.TextElideMode.ElideRight, width)
    if fitting != whole:
        fitting = fitting.removesuffix("…").rstrip(" ،؛") + "…"
    layout = QTextLayout(fitting, chosen)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(line.naturalTextWidth())
    layout.endLayout()
    return layout, line.naturalTextWidth(), line.height()


@lru_cache(maxsize=512)
def line_width(text: str, style: Style) -> int:
    """Pixels that one line needs so as not to be elided."""
    metrics = QFontMetricsF(font(style.pixels, style.weight))
    return ceil(metrics.horizontalAdvance(rtl(text))) + 1


def draw_line(
    painter: QPainter, rect: QRectF, text: str, style: Style, colour: str, *, left: bool = False
) -> None:
    """One line centred in height, flush right (or left), elided when too long."""
    layout, width, height = _line(text, style, int(rect.width()) + 1)
    painter.setPen(QColor(colour))
    edge = rect.left() if left else rect.right() - width
    layout.draw(painter, QPointF(edge, rect.top() + (rect.height() - height) / 2))
