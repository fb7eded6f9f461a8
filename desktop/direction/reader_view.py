"""The text of the chosen item, selectable, exactly as the edition has it."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu

from db.reference.models import Item
from desktop.common.colour_lines import Beneath, beside_each_other, paint_lines
from desktop.common.context import Context
from desktop.common.icons import paint_icon
from desktop.common.known_marks import Highlight
from desktop.common.menus import show_menu
from desktop.common.persian import (
    make_document_right_to_left,
    python_offset,
    whole_words,
)
from desktop.common.place import Hits
from desktop.common.text_block import Mark, beneath, layer_mark
from desktop.common.text_roles import give_role
from desktop.common.viewport import viewport_of
from desktop.common.widgets.selectable_text import SelectableText
from desktop.direction.laid_marks import LINE_HEIGHT, cursor_over, lay_marks

_FRAME = 2  # the line that shows the focus
COLOURS = {"yellow": "زرد", "green": "سبز", "blue": "آبی", "pink": "صورتی"}


class ReaderView(SelectableText):
    """Positions in it are positions in the item's edited text."""

    highlight_wanted = Signal(str)
    note_wanted = Signal()
    note_chosen = Signal(str)
    search_wanted = Signal(str)
    copy_wanted = Signal()
    plain_copy_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._viewport = viewport_of(self)
        self.setObjectName("reader")
        give_role(self, "reader")
        self.setAccessibleName("متن جهت‌گیری")
        self._context = context
        self._item: Item | None = None
        self._hits: Hits = {}
        self._lights: tuple[Highlight, ...] = ()  # as last painted
        self._lines: list[Beneath] = []
        self.setUndoRedoEnabled(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        make_document_right_to_left(self)
        context.theme.changed.connect(self.repaint_marks)
        context.reader.changed.connect(self._marks_changed)

    def show_item(self, item: Item, hits: Hits) -> None:
        """Replace the text and its colours, with what a search found in it."""
        if item is self._item:
            self.show_hits(hits)
            return
        self._item, self._hits = item, hits
        # One step, or the text would be laid out for each part of it.
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(item.edited)
        lines = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        lines.setLineHeight(LINE_HEIGHT, proportional.value)
        cursor.mergeBlockFormat(lines)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.repaint_marks()

    def height_of(self, lines: int) -> int:
        """Pixels that show so many lines whole."""
        line = ceil(QFontMetricsF(self._context.theme.font(18)).height())  # as Qt rounds it
        return ceil(lines * line * LINE_HEIGHT / 100) + 2 * _FRAME

    def show_hits(self, hits: Hits) -> None:
        """Mark what a search found, in whichever item is shown."""
        if hits != self._hits:
            self._hits = hits
            self.repaint_marks()

    @Slot(object)
    def _marks_changed(self, _: object) -> None:
        """Most acts colour nothing, and hundreds of colours take long to lay."""
        if self._item and self._context.reader.highlights(self._item.id) is not self._lights:
            self.repaint_marks()

    def repaint_marks(self) -> None:
        """Lay the reader's colours and the hits over the text again."""
        if self._item is None:
            return
        tokens = self._context.theme.tokens
        self._lights = self._context.reader.highlights(self._item.id)
        marks = [layer_mark(layer, tokens) for layer in self._context.reader.layers(self._item.id)]
        marks += [
            Mark(span.start, span.end, tokens.hit, tokens.on_hit)
            for span in self._hits.get(self._item.id, ())
        ]
        self._lines = beneath(self._item.edited, marks)
        lay_marks(self, self._item.edited, marks)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines of the colours that lie beneath, and a sign where words go with a span."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        block = self.document().firstBlock()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        scrolled = QPointF(0, self.verticalScrollBar().value())
        paint_lines(painter, block.layout(), corner - scrolled, self._lines)
        for spot in self.note_signs().values():
            paint_icon(painter, spot, "sticky-note", self._context.theme.tokens.warn)
        painter.end()

    def note_signs(self) -> dict[str, QRectF]:
        """Where the sign of each note stands: above the last letter of its span, or beside it."""
        if self._item is None:
            return {}
        noted = [light for light in self._lights if light.noted]
        ends = [self.cursorRect(self._cursor(light.end, light.end)).topLeft() for light in noted]
        top = -self.verticalScrollBar().value()  # of the first line, above which nothing is seen
        places = beside_each_other(map(QPointF, ends), self._context.theme.px(11), top)
        return {light.uuid: place for light, place in zip(noted, places, strict=True)}

    def _note_at(self, spot: QPointF) -> str:
        """The note whose sign is pointed at, with some room around it; the newest of several."""
        room = self._context.theme.px(5)
        signs = reversed(self.note_signs().items())
        around = ((uuid, sign.adjusted(-room, -room, room, room)) for uuid, sign in signs)
        return next((uuid for uuid, sign in around if sign.contains(spot)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shapes = Qt.CursorShape
        pointed = bool(self._note_at(event.position()))
        self.viewport().setCursor(shapes.PointingHandCursor if pointed else shapes.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        note = self._note_at(event.position())
        if note and event.button() == Qt.MouseButton.LeftButton and not self.selected_span():
            self.note_chosen.emit(note)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        return cursor_over(self, self._item.edited if self._item else "", start, end)

    def select(self, start: int, end: int) -> None:
        """Select a span of code points."""
        self.setTextCursor(self._cursor(start, end))

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """Where the caret stands, in code points."""
        text = self._item.edited if self._item else ""
        return python_offset(text, self.textCursor().position())

    def selected_span(self) -> tuple[int, int] | None:
        """The selection in code points, widened to whole words; None when nothing is selected."""
        cursor = self.textCursor()
        if self._item is None or not cursor.hasSelection():
            return None
        text = self._item.edited
        start = python_offset(text, cursor.selectionStart())
        end = python_offset(text, cursor.selectionEnd())
        start, end = whole_words(text, start, end)
        return (start, end) if start < end else None

    def wanted_text(self) -> str:
        """What a reader who copies means: the selected words, else the whole text."""
        text, span = self._item.edited if self._item else "", self.selected_span()
        return text[span[0] : span[1]] if span else text

    def event(self, event: QEvent) -> bool:
        """The window's key copies: Qt's own would paste in the look of this panel, or nothing."""
        copying = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if copying and event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        chosen = self.textCursor().hasSelection()
        colours = menu.addMenu("رنگ کردن")
        colours.setEnabled(chosen)
        for name, title in COLOURS.items():
            act = colours.addAction(title)
            act.triggered.connect(lambda _=False, wanted=name: self.highlight_wanted.emit(wanted))
        menu.addAction("یادداشت بر این عبارت", self.note_wanted.emit).setEnabled(chosen)
        menu.addAction("کپی", self.copy_wanted.emit)
        menu.addAction("کپی بدون قالب", self.plain_copy_wanted.emit)
        menu.addAction("جست‌وجوی این عبارت", self._search).setEnabled(chosen)
        show_menu(menu, event.globalPos())

    def _search(self) -> None:
        span = self.selected_span()
        if span and self._item:
            self.search_wanted.emit(self._item.edited[span[0] : span[1]])
