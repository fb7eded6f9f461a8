"""«پشتیبان‌ها»: what is kept, what each copy holds, and the way back to it."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import KnownError
from db.user.backup import REASONS, Backup, Backups, save_copy
from db.user.models import Change
from db.user.relocation import move_data
from desktop.common.ask import confirm
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import Entry
from desktop.common.folders import open_folder
from desktop.common.menus import show_menu
from desktop.common.page import Page
from desktop.common.persian import counted, digits, jalali, ltr
from desktop.common.place import Place
from desktop.common.widgets.column import Column
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.labels import Explanation
from desktop.common.widgets.page_head import PageHead

_HELD = {"annotation": "یادداشت و رنگ", "bookmark": "نشان", "meeting": "جلسه", "tag": "برچسب"}


class BackupPage(Page):
    """Copies are examined beside the window, since a large one takes a while to read."""

    moved = Signal(str)
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._backups = Backups(context.paths.backups)
        self._found: dict[str, Backup] = {}
        self._made = ""  # the copy to choose when it is listed
        self.list = EntryList(context.theme, "پشتیبان‌ها")
        self.empty = EmptyState(context.theme, "archive-restore", for_list=True)
        self.empty.say(
            "هنوز نسخه‌ی پشتیبان ساخته نشده است", "پشتیبان خودکار روزی یک بار ساخته می‌شود."
        )
        self.head = PageHead(context.theme, "پشتیبان‌ها")
        self.make_button = self.head.add_primary("save", "پشتیبان‌گیری")
        self.restore_button = QPushButton("بازیابی…")
        self.head.add(self.restore_button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.addWidget(self.head)
        self.head.stand_over()
        layout.addWidget(self.stack, 1)
        layout.addWidget(self._build_folder())
        self._connect()

    def _build_folder(self) -> Column:
        self.folder = Explanation(self.context.theme, "")
        self.copy_button = QPushButton("ذخیره در جای دیگر…")
        self.open_button = QPushButton("باز کردن پوشه‌ی داده")
        self.move_button = QPushButton("جابه‌جایی پوشه…")
        foot, row = Column(self.context.theme, over_list=True, top=0), Flow()
        foot.rows.addWidget(self.folder)
        foot.rows.addLayout(row)
        for button in (self.copy_button, self.open_button, self.move_button):
            row.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.make)
        self.restore_button.clicked.connect(self.restore_chosen)
        self.copy_button.clicked.connect(self.save_elsewhere)
        self.open_button.clicked.connect(self.open_folder)
        self.move_button.clicked.connect(self.move_folder)
        self.list.opened.connect(lambda _: self.restore_chosen())
        self.list.menu_wanted.connect(self._open_menu)
        self.context.reader.acted.connect(self._follow)

    def show_place(self, place: Place) -> None:
        self.folder.say(f"پوشه‌ی داده: {ltr(str(self.context.paths.folder))}")
        self.refresh()

    def title(self) -> str:
        return "پشتیبان‌ها"

    def wants_panel(self) -> bool:
        return False

    def stops(self) -> tuple[QWidget, ...]:
        return (self.make_button, self.list)

    @Slot()
    def refresh(self) -> None:
        """Look through the folder again."""
        self.head.caption.say("در حال بررسی…")
        self.context.background.run("backups", self._backups.kept, self._show, self.failed.emit)

    def _show(self, found: list[Backup]) -> None:
        self._found = {one.path.name: one for one in found}
        self.list.feed([_entry(one) for one in found])
        if self.list.choose(self._made):
            self._made = ""
        elif not self.list.current_key():
            self.list.choose_first()
        self.head.caption.say(counted((len(found), "پشتیبان سالم")))
        self.restore_button.setEnabled(bool(found))
        self.stack.setCurrentWidget(self.list if found else self.empty)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        """Each time a copy is put back, the state before it is kept as one more."""
        if change.whole:
            self.refresh_shown()

    @Slot()
    def refresh_shown(self) -> None:
        """As `refresh`; who comes here later sees what is there by then."""
        if self.isVisibleTo(self.window()):
            self.refresh()

    @Slot()
    def make(self) -> None:
        """A copy now."""
        try:
            made = self._backups.make(self.context.paths.database)
        except KnownError as error:
            self.failed.emit(error.sentence)
            return
        self._made = made.path.name
        self.said.emit("پشتیبان ساخته و آزموده شد")
        self.refresh()

    @Slot()
    def restore_chosen(self) -> None:
        """Go back to the chosen copy, if the reader says so again."""
        chosen = self._found.get(self.list.current_key())
        if chosen is None:
            return
        question = (
            f"یادداشت‌های کنونی با پشتیبان {jalali(chosen.made)} جایگزین شود؟"
            " از حال کنونی نخست پشتیبان گرفته می‌شود و «برگرداندن» همان را بازمی‌گرداند."
        )
        if confirm(self, question, "بازیابی"):
            self.restore_from(chosen)

    def restore_from(self, chosen: Backup) -> None:
        """Put a copy in the place of the present state."""
        try:
            done = self._backups.restore(self.context.reader.store, chosen.path)
        except KnownError as error:
            self.failed.emit(error.sentence)
            return
        told = self.context.reader.follow_edition(self._backups)
        self.context.reader.tell(done.change)
        if told:
            self.failed.emit(told)
        self.said.emit(f"یادداشت‌ها به {jalali(chosen.made)} برگشت")

    @Slot()
    def save_elsewhere(self) -> None:
        """A copy where the reader wants it, such as a memory stick."""
        name, _ = QFileDialog.getSaveFileName(self, "ذخیره‌ی نسخه‌ای از یادداشت‌ها", "notes.db")
        if name:
            self.copy_to(Path(name))

    def copy_to(self, target: Path) -> None:
        try:
            save_copy(self.context.reader.store, target)
        except KnownError as error:
            self.failed.emit(error.sentence)
        else:
            self.said.emit("نسخه‌ای از یادداشت‌ها ذخیره شد")

    @Slot()
    def open_folder(self) -> None:
        """Show the folder in the system's own file manager."""
        if failure := open_folder(self.context.paths.folder):
            self.failed.emit(failure)

    @Slot()
    def move_folder(self) -> None:
        """Ask for another folder and move everything there."""
        name = QFileDialog.getExistingDirectory(self, "پوشه‌ی تازه‌ی داده‌ها")
        target = Path(name)
        question = (
            f"داده‌ها به «{ltr(str(target))}» برده شود؟ برنامه سپس بسته می‌شود"
            " و از آن پس همان پوشه را باز می‌کند."
            " پرونده‌های کنونی همان‌جا که هستند می‌مانند؛ پس از اطمینان خودتان پاکشان کنید."
        )
        if name and confirm(self, question, "جابه‌جایی"):
            self.move_to(target)

    def move_to(self, target: Path) -> None:
        """Copy everything, prove it, and let the next start open the new place."""
        try:
            move_data(self.context.reader.store, self.context.paths, target)
        except KnownError as error:
            self.failed.emit(error.sentence)
        else:
            self.moved.emit(str(target))

    def menu(self) -> QMenu:
        """What can be done with a copy."""
        menu = QMenu(self)
        menu.addAction("بازیابی…", self.restore_chosen)
        menu.addAction("باز کردن پوشه‌ی داده", self.open_folder)
        return menu

    def _open_menu(self, key: str, spot: QPoint) -> None:
        self.list.choose(key)
        menu = self.menu()
        show_menu(menu, spot)


def _entry(one: Backup) -> Entry:
    counts = one.holds.counts
    held = "، ".join(f"{digits(counts.get(kind, 0))} {title}" for kind, title in _HELD.items())
    size = f"{digits(max(one.size // 1024, 1))} کیلوبایت"
    return Entry(
        key=one.path.name,
        title=jalali(one.made, "dddd d MMMM yyyy، ساعت HH:mm"),
        below=f"{held} · {size}",
        side=REASONS.get(one.reason, ""),
        icon="archive-restore",
        tone="ok",
    )
