"""The text of the chosen item, selectable, exactly as the edition has it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.icons import paint_icon
from desktop.common.menus import show_menu
from desktop.common.persian import (
    make_document_right_to_left,
    python_offset,
    qt_offset,
    whole_words,
)
from desktop.common.place import Hits
from desktop.common.reader import Highlight
from desktop.common.text_roles import give_role

COLOURS = {"yellow": "زرد", "green": "سبز", "blue": "آبی", "pink": "صورتی"}


class ReaderView(QTextEdit):
    """Positions in it are positions in the item's edited text."""

    highlight_wanted = Signal(str)
    note_wanted = Signal()
    search_wanted = Signal(str)
    copy_wanted = Signal()
    plain_copy_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("reader")
        give_role(self, "reader")
        self.setAccessibleName("متن جهت‌گیری")
        self._context = context
        self._item: Item | None = None
        self._hits: Hits = {}
        self._lights: tuple[Highlight, ...] = ()
        self.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        make_document_right_to_left(self)
        context.theme.changed.connect(self.repaint_marks)
        context.reader.changed.connect(self._marks_changed)

    def show_item(self, item: Item) -> None:
        """Replace the text and its colours."""
        if item is self._item:
            return
        self._item = item
        # One step, or the text would be laid out for each part of it.
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(item.edited)
        lines = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        lines.setLineHeight(116, proportional.value)
        cursor.mergeBlockFormat(lines)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.repaint_marks()

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
        marks = [
            self._mark(light.start, light.end, tokens.highlight(light.colour))
            for light in self._lights
        ]
        marks += [
            self._mark(span.start, span.end, tokens.hit, tokens.on_hit)
            for span in self._hits.get(self._item.id, ())
        ]
        self.setExtraSelections(marks)

    def _mark(
        self, start: int, end: int, background: str, foreground: str = ""
    ) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._cursor(start, end)
        look = QTextCharFormat()
        look.setBackground(QColor(background))
        if foreground:
            look.setForeground(QColor(foreground))
        made.format = look
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small sign at the end of every span that words go with."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for spot in self.note_signs():
            paint_icon(painter, spot, "sticky-note", self._context.theme.tokens.warn)
        painter.end()

    def note_signs(self) -> list[QRectF]:
        """Where the signs stand: above the last letter of the span."""
        if self._item is None:
            return []
        side = self._context.theme.px(11)
        ends = (
            self.cursorRect(self._cursor(light.end, light.end))
            for light in self._lights
            if light.noted
        )
        return [QRectF(end.left() - side / 2, end.top() - 2, side, side) for end in ends]

    def _cursor(self, start: int, end: int) -> QTextCursor:
        text = self._item.edited if self._item else ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(qt_offset(text, start))
        cursor.setPosition(qt_offset(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def select(self, start: int, end: int) -> None:
        """Select a span of code points."""
        self.setTextCursor(self._cursor(start, end))

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
