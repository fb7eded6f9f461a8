"""«بررسی سلامت»: proves on this machine that the program is whole, line by line."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from db.health.checks import Finding, Subject, examine, table, verdict
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import Entry
from desktop.common.finder import ENGINE_WAIT_S
from desktop.common.page import Page
from desktop.common.place import Place
from desktop.common.widgets.page_head import PageHead

_LOOKS = {
    True: ("درست", "circle-check", "ok"),
    False: ("نادرست", "circle-x", "danger"),
    None: ("بررسی نشد", "minus", "muted"),
}


def subject_of(context: Context) -> Subject:
    """What the window works with; to be examined beside it, since the search may still open."""
    return Subject(context.reference, lambda: context.engine.result(ENGINE_WAIT_S))


class HealthPage(Page):
    """Examines when it is shown; `examined` follows with what was found."""

    examined = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.findings: list[Finding] = []
        self.head = PageHead(context.theme, "بررسی سلامت")
        self.again_button = self.head.add_primary("shield-check", "بررسی دوباره")
        self.copy_button = QPushButton("کپی جدول")
        self.report_button = QPushButton("گزارش خطا")
        self.head.add(self.copy_button)
        self.head.add(self.report_button)
        self.list = EntryList(context.theme, "یافته‌های بررسی سلامت")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        self.head.stand_over()
        layout.addWidget(self.list, 1)
        self.again_button.clicked.connect(self.begin)
        self.copy_button.clicked.connect(self.copy)
        self.report_button.clicked.connect(lambda: self.place_wanted.emit(Place("fault-report")))
        context.theme.changed.connect(self._show)

    def show_place(self, place: Place) -> None:
        self.begin()

    def title(self) -> str:
        return "بررسی سلامت"

    def wants_panel(self) -> bool:
        return False

    def stops(self) -> tuple[QWidget, ...]:
        return (self.again_button, self.list)

    @Slot()
    def begin(self) -> None:
        """Examine everything, beside the window."""
        self.head.caption.say("در حال بررسی…")
        self.copy_button.setEnabled(False)
        subject = subject_of(self.context)
        run = self.context.background.run
        run("health", lambda: examine(subject), self._take, self.head.caption.say)

    def _take(self, findings: list[Finding]) -> None:
        self.findings = findings
        self.head.caption.say(verdict(findings))
        self.copy_button.setEnabled(True)
        self._show()
        self.examined.emit()

    @Slot()
    def _show(self) -> None:
        self.list.feed([_entry(one) for one in self.findings])
        if self.findings and not self.list.current_key():
            self.list.choose_first()

    @Slot()
    def copy(self) -> None:
        """The whole table as text."""
        QGuiApplication.clipboard().setText(table(self.findings))
        self.said.emit("جدول بررسی سلامت کپی شد")


def _entry(one: Finding) -> Entry:
    side, icon, tone = _LOOKS[one.passed]
    return Entry(
        key=one.name,
        title=one.name,
        below=one.detail,
        side=side,
        icon=icon,
        tone=tone,
    )
