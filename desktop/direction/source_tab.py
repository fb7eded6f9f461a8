"""The source's own characters with every correction marked in place and explained."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QVBoxLayout, QWidget

from db.reference.models import Doubtful, Erratum, Item
from desktop.common.context import Context
from desktop.common.panel_tab import PanelTab
from desktop.common.persian import make_document_right_to_left, python_offset, rich
from desktop.common.text_roles import give_role
from desktop.common.viewport import viewport_of
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.layouts import clear, scrolling

_NOTHING = "این بند بی‌هیچ اصلاحی همان متن سند است؛ تنها صورت حروف و نیم‌فاصله‌ها یک‌دست شده است."


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
        self._errata: tuple[Erratum, ...] = ()
        self._verbatim = ""

    def show_source(self, verbatim: str, errata: tuple[Erratum, ...], mark: str) -> None:
        """Lay the text out with the corrections underlined and coloured."""
        self._errata, self._verbatim = errata, verbatim
        pieces, at = [], 0
        for erratum in errata:
            pieces.append(escape(verbatim[at : erratum.verbatim_start]))
            wrong = escape(verbatim[erratum.verbatim_start : erratum.verbatim_end])
            pieces.append(f'<span style="{mark}">{wrong}</span>')
            at = erratum.verbatim_end
        pieces.append(escape(verbatim[at:]))
        self.setHtml(f'<p dir="rtl" style="line-height:116%">{"".join(pieces)}</p>')
        make_document_right_to_left(self)
        self.fit()

    def fit(self) -> None:
        """As high as its text."""
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 8)

    def erratum_at(self, position: int) -> Erratum | None:
        """The correction at a document position."""
        index = python_offset(self._verbatim, position)
        for erratum in self._errata:
            if erratum.verbatim_start <= index < erratum.verbatim_end:
                return erratum
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            cursor: QTextCursor = self.cursorForPosition(self.viewport().mapFrom(self, event.pos()))
            erratum = self.erratum_at(cursor.position())
            QToolTip.showText(event.globalPos(), rich(_reason(erratum)) if erratum else "", self)
            return True
        return super().event(event)


def _reason(erratum: Erratum) -> str:
    corrected = erratum.corrected or "حذف"
    return f"«{erratum.source}» ← «{corrected}»: {erratum.reason}"


class _Place(QFrame):
    """A correction or a doubtful place as a card the keyboard can reach."""

    def __init__(self, title: str, body: str, role: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}. {body}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(RichLabel(title, role))
        layout.addWidget(RichLabel(body, "caption"))


class SourceTab(PanelTab):
    """Verbatim text, corrections with reasons, doubtful places with their questions."""

    title = "متن اصلی"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._item: Item | None = None
        self.text = _SourceText()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 8, 8, 12)  # the focus frame stands outside the text's edge
        column.setSpacing(8)
        column.addWidget(self.text)
        remarks = QWidget()
        self._layout = QVBoxLayout(remarks)
        self._layout.setContentsMargins(8, 0, 8, 0)
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
        errata = self.context.reference.errata(self._item.id)
        doubtful = self.context.reference.doubtful(self._item.id)
        tokens = self.context.theme.tokens
        mark = f"background-color:{tokens.warn_soft};color:{tokens.warn};text-decoration:underline"
        self.text.show_source(self._item.verbatim, errata, mark)
        clear(self._layout)
        self._list(errata, doubtful)
        self._layout.addStretch()

    def _list(self, errata: tuple[Erratum, ...], doubtful: tuple[Doubtful, ...]) -> None:
        if not errata and not doubtful:
            self._layout.addWidget(RichLabel(_NOTHING, "caption"))
        if errata:
            self._layout.addWidget(LineLabel("اصلاح‌ها", "h3"))
        for erratum in errata:
            corrected = f"«{erratum.corrected}»" if erratum.corrected else "حذف شد"
            title = f"«{erratum.source}» ← {corrected}"
            self._layout.addWidget(_Place(title, erratum.reason, ""))
        if doubtful:
            self._layout.addWidget(LineLabel("جای تردید", "h3"))
        for place in doubtful:
            choices = " یا ".join(f"«{other}»" for other in place.alternatives)
            body = place.question + (f" پیشنهاد: {choices}" if choices else "")
            self._layout.addWidget(_Place(f"«{place.fragment}»", body, "warning"))
