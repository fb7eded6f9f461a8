"""The dialog that checks a pasted sentence against the document."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from db.reference.citation import quoted_in
from db.reference.quote_check import LONGEST_QUOTE, QuoteCheck, QuoteChecker
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.widgets.dialogs import button_row, fit_into
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.writing_edit import WritingEdit
from desktop.quote.result import FRAME, QuoteResult, beside_frame

DEBOUNCE_MS = 250
_LEAST_HEIGHT = 380
_CHANNEL = "quote"
_VERDICTS = "نتیجه یکی از این سه است: عین متن، با تفاوت (با شمار واژه‌ها)، یا یافت نشد."
_HINT = "جمله‌ای را که می‌خواهید نقل کنید این‌جا بنویسید یا بچسبانید"


class QuoteDialog(QDialog):
    """Checks while the reader types; what is on the clipboard is taken at once."""

    open_wanted = Signal(str)
    copy_wanted = Signal(str)
    checked = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("سنجش نقل‌قول")
        self._context, self._owner = context, parent
        self._checker = QuoteChecker(context.reference)
        self.edit = WritingEdit(_HINT, _HINT)
        self.outcome = QuoteResult(context)
        self.empty = EmptyState(context.theme, "quote")
        self.empty.say("هنوز چیزی سنجیده نشده است", _VERDICTS)
        self.problem = RichLabel("", "warning")
        close = QPushButton("بستن")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20 - FRAME, 14)
        layout.setSpacing(8)
        layout.addLayout(beside_frame(LineLabel("سنجش نقل‌قول با متن سند", "section")))
        layout.addLayout(beside_frame(self.edit))
        layout.addLayout(beside_frame(self.problem))
        layout.addWidget(self.outcome, 1)
        layout.addWidget(self.empty, 1)
        layout.addStretch()
        buttons = button_row(*self.outcome.ways_on, close)
        buttons.setContentsMargins(0, 0, FRAME, 0)
        layout.addLayout(buttons)
        self._show_only(self.empty)
        self._pause = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._pause.timeout.connect(self.check)
        self.edit.textChanged.connect(self._typed)
        self.outcome.open_wanted.connect(self._open)
        self.outcome.copy_wanted.connect(self.copy_wanted)

    @Slot()
    def begin(self) -> None:
        """Show with what is on the clipboard, ready to be checked and written over."""
        px, owner = self._context.theme.px, self._owner
        self.edit.setFixedHeight(min(px(110), owner.height() // 5))
        fit_into(self, owner, px(620), px(_LEAST_HEIGHT))
        pasted = QGuiApplication.clipboard().text().strip()
        if pasted and len(pasted) <= LONGEST_QUOTE:
            self.edit.setPlainText(quoted_in(pasted))
        self.edit.selectAll()
        self.show()
        self.activateWindow()
        self.edit.setFocus()

    def set_text(self, text: str) -> None:
        """Put a sentence in, the caret behind it."""
        self.edit.setPlainText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def done(self, result: int) -> None:
        super().done(result)
        QTimer.singleShot(0, self, self._give_window_back)

    @Slot()
    def _give_window_back(self) -> None:
        """What is written stays; the window of the system has a picture of one to two megabytes."""
        if not self.isVisible():
            self.destroy()
            self.move(0, 0)  # like a new one: Qt sets only what moves from there over its owner
            self.setAttribute(Qt.WidgetAttribute.WA_Moved, on=False)

    @Slot()
    def _typed(self) -> None:
        self._context.background.forget(_CHANNEL)
        self.outcome.wait()
        self._pause.start()

    @Slot()
    def check(self) -> None:
        """Compare what is written, beside the window."""
        self._pause.stop()
        quote = self.edit.toPlainText().strip()
        if not quote:
            self._context.background.forget(_CHANNEL)
            self._show_only(self.empty)
            return
        self._context.background.run(
            _CHANNEL, lambda: self._checker.check(quote), self._show, self._fail
        )

    def _show(self, check: QuoteCheck) -> None:
        self.outcome.show_check(check)  # first: what it does not say would make the dialog grow
        self._show_only(self.outcome)
        QTimer.singleShot(0, self, self._grow)
        self.checked.emit(check)

    @Slot()
    def _grow(self) -> None:
        """As high as the answer, as far as the window goes; never lower while it is written in."""
        missing = self.outcome.area.verticalScrollBar().maximum()
        if missing:
            fit_into(self, self._owner, self.width(), self.height() + missing)

    def _fail(self, sentence: str) -> None:
        self.problem.say(sentence)
        announce(self.problem, sentence)
        self._show_only(self.problem)

    def _show_only(self, wanted: QWidget) -> None:
        for part in (self.problem, self.outcome, self.empty):
            part.setVisible(part is wanted)
        for button in self.outcome.ways_on:
            button.setVisible(wanted is self.outcome and self.outcome.found)

    @Slot(str)
    def _open(self, item_id: str) -> None:
        self.open_wanted.emit(item_id)
        self.accept()
