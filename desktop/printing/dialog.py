"""The print dialog: what to print, its pages, and the way to paper or PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import KnownError
from db.reference.citation import DOCUMENT_NAME
from desktop.common.announce import announce
from desktop.common.ask import ask_file
from desktop.common.context import Context
from desktop.common.persian import digits
from desktop.common.widgets.buttons import PicturedButton, PrimaryButton
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.dialogs import button_row, fit_into
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.toggles import CheckBox
from desktop.printing.content import PrintJob
from desktop.printing.output import file_name, page_layout, send_to_printer, write_pdf
from desktop.printing.paper import Paper
from desktop.printing.preview import Preview

Scope = Callable[[bool], PrintJob]


class PrintDialog(QDialog):
    """Scopes are made anew whenever notes are wanted or not.

    `said` tells what went to a printer, `written` is the path of a file.
    """

    said = Signal(str)
    written = Signal(str)

    def __init__(self, context: Context, scopes: list[Scope], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("پیش‌نمایش چاپ")
        self._context, self._scopes = context, scopes
        self.preview = Preview(context.theme)
        names = ((scope(False).name, number) for number, scope in enumerate(scopes))
        self.choice = ChoiceBox("چه چیزی چاپ شود", names)
        self.with_notes = CheckBox("یادداشت‌های من هم بیاید")
        self._pages = LineLabel("", "caption")
        self.problem = RichLabel("", "warning")
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._build_head())
        layout.addWidget(self.problem)
        layout.addWidget(self.preview, 1)
        layout.addLayout(self._build_buttons())
        self.choice.currentIndexChanged.connect(self.refresh)
        self.with_notes.toggled.connect(self.refresh)
        fit_into(self, parent, context.theme.px(860), context.theme.px(900))
        self.refresh()

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(LineLabel("چاپ", "h3"))
        row.addWidget(self.choice, 1)
        row.addWidget(self.with_notes)
        row.addWidget(self._pages)
        return row

    def _build_buttons(self) -> QHBoxLayout:
        self.print_button = PrimaryButton(self._context.theme, "printer", "چاپ…")
        self.pdf_button = PicturedButton(self._context.theme, "file-down", "پرونده‌ی PDF…")
        self.pdf_button.setAccessibleName("ذخیره‌ی پرونده‌ی PDF")
        close = QPushButton("بستن")
        self.print_button.clicked.connect(self.print_pages)
        self.pdf_button.clicked.connect(self.ask_for_pdf)
        close.clicked.connect(self.reject)
        return button_row(self.print_button, self.pdf_button, close)

    @Slot()
    def refresh(self) -> None:
        """Lay the chosen scope out again."""
        job = self._scopes[self.choice.currentIndex()](self.with_notes.isChecked())
        edition = f"ویراست {digits(self._context.reference.meta().edition_version)}"
        self.paper = Paper(job, DOCUMENT_NAME, edition)
        self.preview.show_paper(self.paper)
        self._pages.say(f"{digits(self.paper.page_count)} صفحه")

    @Slot()
    def print_pages(self) -> None:
        """The system's own dialog, then paper."""
        if not QPrinterInfo.availablePrinterNames():
            self._tell("چاپگری روی این رایانه پیدا نشد؛ می‌توانید پرونده‌ی PDF بسازید.")
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(page_layout())
        printer.setDocName(self.paper.job.title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.paper.page_count)
        if dialog.exec():
            send = partial(send_to_printer, self.paper, printer)
            self._try(send, partial(self.said.emit, "به چاپگر فرستاده شد"))

    @Slot()
    def ask_for_pdf(self) -> None:
        """Ask where, then write."""
        name = f"{file_name(self.paper.job.title)}.pdf"
        if path := ask_file(self, "ذخیره‌ی PDF", name, "PDF (*.pdf)", ".pdf"):
            self.save_pdf(path)

    def save_pdf(self, path: Path) -> None:
        """Write the pages into a file."""
        self._try(partial(write_pdf, self.paper, path), partial(self.written.emit, str(path)))

    def _try(self, act: Callable[[], None], tell: Callable[[], None]) -> None:
        try:
            act()
        except KnownError as error:
            self._tell(error.sentence)
        else:
            self.problem.hide()
            tell()
            self.accept()

    def _tell(self, sentence: str) -> None:
        self.problem.say(sentence)
        self.problem.show()
        announce(self.problem, sentence)
