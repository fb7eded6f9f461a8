"""The source's own characters with every correction marked in place and explained."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.colour_lines import Beneath, paint_lines
from desktop.common.context import Context
from desktop.common.panel_tab import BAR_EDGE, EDGE, PanelTab
from desktop.common.persian import (
    make_document_right_to_left,
    python_offset,
    spoken,
)
from desktop.common.source_marks import (
    MarkKind,
    SourceMark,
    explained_at,
    show_reason,
    source_marks,
)
from desktop.common.text_block import beneath
from desktop.common.text_roles import give_role
from desktop.common.tokens import Tokens
from desktop.common.viewport import viewport_of
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.layouts import clear, scrolling
from desktop.direction.laid_marks import LINE_HEIGHT, lay_marks

_FRAME = 8  # the focus frame stands outside the text's edge
_NOTHING = "این بند بی‌هیچ اصلاحی همان متن سند است؛ تنها شکل حروف، رقم‌ها و فاصله‌ها یک‌دست شده است."


class _SourceText(QTextEdit):
    """Verbatim text; the reason of a correction shows on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._viewport = viewport_of(self)
        self.setObjectName("source")
        give_role(self, "reading")
        self.setAccessibleName("متن اصلی سند")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._marks: list[SourceMark] = []
        self._lines: list[Beneath] = []

    def show_source(self, verbatim: str, marks: list[SourceMark], tokens: Tokens) -> None:
        """Lay the text out with corrections and doubtful places marked in it."""
        self._marks = marks
        self.setHtml(f'<p dir="rtl" style="line-height:{LINE_HEIGHT}%">{escape(verbatim)}</p>')
        make_document_right_to_left(self)
        looks = [mark.look(tokens) for mark in marks]
        self._lines = beneath(verbatim, looks)
        lay_marks(self, verbatim, looks)
        self.fit()

    def fit(self) -> None:
        """As high as its text."""
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With what runs beneath the letters."""
        super().paintEvent(event)
        block = self.document().firstBlock()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        with QPainter(self.viewport()) as painter:
            paint_lines(painter, block.layout(), corner, self._lines)

    def explained_at(self, position: int) -> str:
        """Why the letter at a document position is marked, "" when it is not."""
        at = python_offset(self.toPlainText(), position)
        return explained_at(self._marks, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            cursor: QTextCursor = self.cursorForPosition(self.viewport().mapFrom(self, event.pos()))
            why = self.explained_at(cursor.position())
            show_reason(event.globalPos(), why, self)
            return True
        return super().event(event)


class _Place(QFrame):
    """A correction or a doubtful place as a card the keyboard can reach."""

    def __init__(self, mark: SourceMark, role: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(spoken(mark.said))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(RichLabel(mark.title, role))
        layout.addWidget(RichLabel(mark.reason, "caption"))


class SourceTab(PanelTab):
    """Verbatim text, corrections with reasons, doubtful places with their questions."""

    title = "متن اصلی"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._item: Item | None = None
        self.text = _SourceText()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, EDGE - _FRAME, 12)
        column.setSpacing(8)
        column.addWidget(self.text)
        remarks = QWidget()
        self._layout = QVBoxLayout(remarks)
        self._layout.setContentsMargins(BAR_EDGE, 0, _FRAME, 0)
        self._layout.setSpacing(8)
        column.addWidget(remarks, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(body))
        context.theme.changed.connect(self._refresh)

    @staticmethod
    def count_of(context: Context, item: Item) -> int | None:
        reference = context.reference
        return len(reference.errata(item.id)) + len(reference.doubtful(item.id))

    def show_item(self, item: Item) -> None:
        self._item = item
        self._refresh()

    def _refresh(self) -> None:
        if self._item is None:
            return
        marks = source_marks(self.context.reference, self._item, verbatim=True)
        self.text.show_source(self._item.verbatim, marks, self.context.theme.tokens)
        clear(self._layout)
        self._list(marks)
        self._layout.addStretch()

    def _list(self, marks: list[SourceMark]) -> None:
        if not marks:
            self._layout.addWidget(RichLabel(_NOTHING, "caption"))
        doubtful = [mark for mark in marks if mark.kind is MarkKind.DOUBTFUL]
        corrected = [mark for mark in marks if mark.kind is not MarkKind.DOUBTFUL]
        for title, group, role in (("اصلاح‌ها", corrected, ""), ("جای تردید", doubtful, "warning")):
            if group:
                self._layout.addWidget(LineLabel(title, "h3"))
            for mark in group:
                self._layout.addWidget(_Place(mark, role))
