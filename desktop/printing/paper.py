"""Lays pieces out on A4 pages and paints each the same on screen, printer and PDF."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from desktop.common.fonts import FAMILY, WEIGHTS
from desktop.common.persian import digits, rtl
from desktop.printing.content import Piece, PieceKind, PrintJob
from desktop.printing.pagination import pages_of, units_of

# One unit is 1/96 inch everywhere; painters of other resolutions are scaled to it.
UNITS_PER_INCH = 96
PAGE = QSizeF(794, 1123)
BODY = QRectF(76, 100, 642, 923)
_INK, _GREY, _LINE = "#000000", "#444444", "#999999"
_LINE_HEIGHT = 112
_LEADING = (PieceKind.TITLE, PieceKind.CAPTION, PieceKind.PART, PieceKind.SECTION)

# size, weight, space above, indent from the right
_STYLES: dict[PieceKind, tuple[float, int, float, float]] = {
    PieceKind.TITLE: (24, 700, 0, 0),
    PieceKind.CAPTION: (14, 400, 0, 0),
    PieceKind.PART: (20, 700, 28, 0),
    PieceKind.SECTION: (17, 600, 18, 0),
    PieceKind.VISION: (16, 400, 12, 0),
    PieceKind.TEXT: (16, 400, 8, 0),
    PieceKind.CHILD: (15, 400, 4, 36),
    PieceKind.NOTE: (14, 400, 3, 36),
}


def print_font(size: float, weight: int = 400) -> QFont:
    """Vazirmatn for a PDF whose words can be found.

    Contextual glyphs lose their letters there, and kerning after «آ» is read as a space.
    """
    font = QFont(FAMILY)
    font.setPixelSize(round(size))
    font.setWeight(WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("calt"), 0)
    font.setKerning(False)
    return font


class Paper:
    """The pages of one job; `header` is what stands above each."""

    def __init__(self, job: PrintJob, header: str, edition: str) -> None:
        self.job, self._header, self._edition = job, header, edition
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(print_font(16))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self._document.setDefaultTextOption(option)
        self._fill()
        self._document.setTextWidth(BODY.width())
        leading = {n for n, piece in enumerate(job.pieces) if piece.kind in _LEADING}
        units = units_of(self._document, frozenset(leading), BODY.height())
        self._pages = pages_of(units, BODY.height())

    def _fill(self) -> None:
        cursor = QTextCursor(self._document)
        for number, piece in enumerate(self.job.pieces):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block_format(piece))
            size, weight, *_ = _STYLES[piece.kind]
            grey = piece.kind in (PieceKind.CAPTION, PieceKind.NOTE)
            if piece.label and piece.kind is not PieceKind.SECTION:
                cursor.insertText(rtl(f"{piece.label} "), _char_format(size, 600, _INK))
            colour = _GREY if grey else _INK
            cursor.insertText(_text(piece), _char_format(size, weight, colour))

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Page `number` from 1; the painter must be scaled to UNITS_PER_INCH."""
        self._paint_header(painter)
        self._paint_footer(painter, number)
        top, bottom = self._pages[number - 1]
        painter.save()
        painter.translate(BODY.topLeft() - QPointF(0, top))
        painter.setPen(QColor(_INK))
        # Line by line: the document draws one more above where it is clipped.
        block = self._document.begin()
        while block.isValid():
            layout = block.layout()
            corner = layout.position()
            for line in map(layout.lineAt, range(layout.lineCount())):
                if top <= corner.y() + line.y() < bottom:
                    line.draw(painter, corner)
            block = block.next()
        painter.restore()

    def _paint_header(self, painter: QPainter) -> None:
        area = QRectF(BODY.left(), 48, BODY.width(), 24)
        self._line(painter, area, self._header, Qt.AlignmentFlag.AlignRight)
        self._line(painter, area, self._edition, Qt.AlignmentFlag.AlignLeft)
        painter.setPen(QPen(QColor(_LINE), 1))
        painter.drawLine(QPointF(area.left(), 78), QPointF(area.right(), 78))

    def _paint_footer(self, painter: QPainter, number: int) -> None:
        area = QRectF(BODY.left(), BODY.bottom() + 28, BODY.width(), 24)
        text = f"صفحه‌ی {digits(number)} از {digits(self.page_count)}"
        self._line(painter, area, text, Qt.AlignmentFlag.AlignHCenter)

    def _line(self, painter: QPainter, area: QRectF, text: str, side: Qt.AlignmentFlag) -> None:
        painter.setFont(print_font(13))
        painter.setPen(QColor(_GREY))
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, flags | Qt.TextFlag.TextSingleLine, rtl(text))


def _block_format(piece: Piece) -> QTextBlockFormat:
    _, _, above, indent = _STYLES[piece.kind]
    look = QTextBlockFormat()
    look.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look.setTopMargin(above)
    look.setRightMargin(indent)
    look.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return look


def _char_format(size: float, weight: int, colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(print_font(size, weight))
    look.setForeground(QColor(colour))
    return look


def _text(piece: Piece) -> str:
    if piece.kind is PieceKind.SECTION and piece.label:
        return rtl(f"{piece.text} ({piece.label})")
    return piece.text if piece.label else rtl(piece.text)
