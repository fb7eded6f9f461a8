"""«گزارش خطا»: shows what would be sent to whoever helps, and writes it into one zip."""

import platform
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from db.errors import KnownError
from db.health.checks import Subject, examine, table
from db.health.fault_report import Piece, gather, write
from db.paths import UserPaths
from desktop.common.ask import ask_file
from desktop.common.context import Context
from desktop.common.entry_delegate import GAP
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import Entry
from desktop.common.page import Page
from desktop.common.persian import digits, ltr
from desktop.common.place import Place
from desktop.common.widgets.column import LEAST_SIDE
from desktop.common.widgets.labels import Explanation
from desktop.common.widgets.page_head import PageHead
from desktop.common.widgets.steady_bar import SCROLL_BAR
from desktop.health.page import subject_of

FILE_NAME = "tehran1404-report.zip"
WHAT = (
    "این پرونده‌ها در یک پرونده‌ی زیپ کنار هم گذاشته می‌شود تا آن را به کارشناس فناوری اطلاعات بدهید. "
    "متن یادداشت‌های شما در آن نیست و برنامه خود چیزی به جایی نمی‌فرستد."
)
_LIST_WIDTH = 300
_BESIDE_BAR = 2  # the bar of the list parts it from the text
_LEFT = LEAST_SIDE + SCROLL_BAR  # as on the pages of one list


class FaultReportPage(Page):
    """Gathers when it is shown; `gathered` follows, `failed` carries a sentence."""

    gathered = Signal()
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.pieces: dict[str, Piece] = {}
        self.head = PageHead(context.theme, "گزارش خطا")
        self.head.stand_over(column=False)
        self.save_button = self.head.add_primary("save", "ذخیره‌ی گزارش…")
        self.list = EntryList(context.theme, "نوشته‌های گزارش", margin=_BESIDE_BAR)
        self.text = self._build_text()
        what = Explanation(context.theme, WHAT, "")
        told = QVBoxLayout()
        told.setContentsMargins(_LEFT, 0, LEAST_SIDE, 4)
        told.addWidget(what)
        both = QHBoxLayout()
        both.setContentsMargins(_LEFT, 0, LEAST_SIDE - _BESIDE_BAR, 0)
        both.setSpacing(0)
        both.addWidget(self.list)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, GAP, 0, GAP)
        beside.addWidget(self.text)
        both.addLayout(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(self.head)
        layout.addLayout(told)
        layout.addLayout(both, 1)
        self.save_button.clicked.connect(self.save)
        self.list.current_changed.connect(self._show_piece)
        context.theme.resized.connect(self._fit)
        self._fit()

    def _build_text(self) -> QTextEdit:
        text = QTextEdit()
        text.setObjectName("composer")
        text.setReadOnly(True)
        text.setAccessibleName("متن برگزیده")
        text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        text.setTabChangesFocus(True)
        return text

    def _fit(self) -> None:
        self.list.setFixedWidth(self.context.theme.px(_LIST_WIDTH))

    def show_place(self, place: Place) -> None:
        self.head.caption.say("در حال گردآوری…")
        self.save_button.setEnabled(False)
        context, subject, also = self.context, subject_of(self.context), _surroundings()
        self.context.background.run(
            "fault-report",
            lambda: _gather(context.paths, subject, also),
            self._take,
            self.failed.emit,
        )

    def title(self) -> str:
        return "گزارش خطا"

    def wants_panel(self) -> bool:
        return False

    def stops(self) -> tuple[QWidget, ...]:
        return (self.save_button, self.list, self.text)

    def _take(self, pieces: list[Piece]) -> None:
        self.pieces = {one.name: one for one in pieces}
        self.head.caption.say(f"{digits(len(pieces))} پرونده")
        self.list.feed([_entry(one) for one in pieces])
        self.list.choose_first()
        self._show_piece(self.list.current_key())
        self.save_button.setEnabled(True)
        self.gathered.emit()

    @Slot(str)
    def _show_piece(self, name: str) -> None:
        if name in self.pieces:
            self.text.setPlainText(self.pieces[name].text)

    @Slot()
    def save(self) -> None:
        """Ask where the zip goes."""
        title = "ذخیره‌ی گزارش خطا"
        if target := ask_file(self, title, FILE_NAME, "ZIP (*.zip)", ".zip"):
            self.write_to(target)

    def write_to(self, target: Path) -> None:
        """Write what is shown, nothing else."""
        try:
            write(list(self.pieces.values()), target)
        except KnownError as error:
            self.failed.emit(error.sentence)
        else:
            self.said.emit(f"گزارش ذخیره شد: {ltr(target.name)}")


def _gather(paths: UserPaths, subject: Subject, also: dict[str, str]) -> list[Piece]:
    edition = subject.reference.meta().edition_version
    return gather(paths, table(examine(subject)), edition, also)


def _surroundings() -> dict[str, str]:
    """What only the window knows: Qt, its platform and the screens."""
    screens = (
        f"{one.size().width()}x{one.size().height()} at {one.devicePixelRatio():g}"
        for one in QGuiApplication.screens()
    )
    return {
        "Qt": qVersion() or "",
        "window system": QGuiApplication.platformName(),
        "screens": ", ".join(screens),
        "machine": platform.machine(),
    }


def _entry(one: Piece) -> Entry:
    size = max(1, round(len(one.text.encode()) / 1024))
    return Entry(
        key=one.name,
        title=one.title,
        below=f"{ltr(one.name)} · {digits(size)} کیلوبایت",
        icon="file-text",
    )
