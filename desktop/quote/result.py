"""What the check of a quotation found: verdict, place, differences, and two ways on."""

from math import ceil

from PySide6.QtCore import QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from db.reference.quote_check import ELSEWHERE, QuoteCheck, Verdict
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.item_entries import item_place
from desktop.common.persian import make_document_right_to_left
from desktop.common.text_roles import give_role
from desktop.common.widgets.buttons import PrimaryButton
from desktop.common.widgets.labels import IconLabel, LineLabel, RichLabel
from desktop.common.widgets.layouts import clear, scrolling
from desktop.common.widgets.selectable_text import SelectableText
from desktop.quote.diff import diff_html, diff_spoken, signs_in
from desktop.quote.legend import Legend

_LOOKS = {
    Verdict.EXACT: ("circle-check", "ok"),
    Verdict.DIFFERENT: ("triangle-alert", "warn"),
    Verdict.NOT_FOUND: ("circle-x", "danger"),
}
_BORDER = 2
FRAME = 8  # of the compared text; it stands outside the edge of all lines
CHECKING = "در حال سنجیدن…"
_NOT_FOUND = "بندی با این واژه‌ها در سند نیست. دست‌کم سه واژه‌ی پیاپی از متن را بنویسید."


def beside_frame(part: QWidget) -> QHBoxLayout:
    """A row whose right edge is that of the compared text."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, FRAME, 0)
    row.addWidget(part)
    return row


class _Diff(SelectableText):
    """Never scrolls itself: whole pages are turned by what it stands in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)


class QuoteResult(QWidget):
    """Empty until something has been checked."""

    open_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.check: QuoteCheck | None = None
        self._verdict_row = QHBoxLayout()
        self._verdict_row.setSpacing(8)
        self._verdict_row.setContentsMargins(0, 0, FRAME, 0)
        self.verdict = LineLabel("", "section")
        self.where = RichLabel("", "caption")
        self.notes = RichLabel("", "caption")
        self.diff = self._build_diff()
        self.legend = Legend()
        self.open_button = QPushButton("باز کردن")
        self.copy_button = PrimaryButton(context.theme, "quote", "کپی متن درست با ارجاع")
        self.ways_on = (self.copy_button, self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._verdict_row)
        layout.addWidget(self._build_body(), 1)
        self.open_button.clicked.connect(lambda: self.open_wanted.emit(self._item_id()))
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(self._item_id()))

    def _build_body(self) -> QWidget:
        """Scrolls, by the keyboard too, where a long text finds no room."""
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(beside_frame(self.where))
        rows.addWidget(self.diff)
        rows.addLayout(beside_frame(self.legend))
        rows.addLayout(beside_frame(self.notes))
        rows.addStretch()
        self.area = scrolling(body, "page")
        return self.area

    def _build_diff(self) -> QTextEdit:
        diff = _Diff()
        diff.setObjectName("source")
        give_role(diff, "reading")
        diff.setFrameShape(QFrame.Shape.NoFrame)
        diff.document().setDocumentMargin(0)
        diff.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        diff.document().documentLayout().documentSizeChanged.connect(self._fit)
        return diff

    @Slot(QSizeF)
    def _fit(self, text: QSizeF) -> None:
        """As high as the text."""
        self.diff.setFixedHeight(ceil(text.height()) + 2 * _BORDER)

    @property
    def found(self) -> bool:
        """Whether there is a place to go to and a text to copy."""
        return bool(self._item_id())

    def _item_id(self) -> str:
        return (self.check.item_id or "") if self.check else ""

    def _say(self, sentence: str, icon: str, token: str) -> None:
        clear(self._verdict_row)
        self.verdict = LineLabel(sentence, "section")
        self._verdict_row.addWidget(IconLabel(self._context.theme, icon, 24, token))
        self._verdict_row.addWidget(self.verdict)
        self._verdict_row.addStretch()

    def wait(self) -> None:
        """The words have changed: the verdict on the former ones no longer stands."""
        if self.verdict.plain != CHECKING:
            self._say(CHECKING, "clock", "muted")
        self._let_go_on(allowed=False)

    def _let_go_on(self, *, allowed: bool) -> None:
        for button in self.ways_on:
            button.setEnabled(allowed)

    def show_check(self, check: QuoteCheck) -> None:
        """Replace what is shown."""
        self.check = check
        self._say(check.sentence, *_LOOKS[check.verdict])
        self._let_go_on(allowed=True)
        self.diff.setVisible(self.found)
        self.where.say(self._place(check.item_id) if check.item_id else _NOT_FOUND)
        self._show_diff(check)
        self.notes.say(self._notes(check))
        self.notes.setVisible(bool(self.notes.plain))
        announce(self, f"{check.sentence}. {self.where.plain}. {diff_spoken(check)}")

    def _place(self, item_id: str) -> str:
        return item_place(self._context, self._context.reference.item(item_id))

    def _show_diff(self, check: QuoteCheck) -> None:
        marked_up = diff_html(check, self._context.theme.tokens)
        self.legend.show_signs(signs_in(marked_up))
        self.diff.setHtml(marked_up)
        make_document_right_to_left(self.diff)
        self.diff.setAccessibleName(f"سنجش با متن سند. {diff_spoken(check)}")

    def _notes(self, check: QuoteCheck) -> str:
        notes = list(check.remarks)
        if check.also_in:
            places = "؛ ".join(map(self._place, check.also_in))
            notes.append(f"همین واژه‌ها در این‌جا هم آمده است: {places}.")
        if check.beside:
            places = "؛ ".join(map(self._place, check.beside))
            notes.append(f"{ELSEWHERE} {places}.")
        return " ".join(notes)
