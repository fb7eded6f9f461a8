"""What the window says and offers while text or an act waits for a disk that refuses it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication

from db.user.models import Draft
from db.whole_file import written_whole
from desktop.common.note_entries import place_text
from desktop.common.saving import state_of
from desktop.main_window import MainWindow

_FAILED = "این پرونده هم نوشته نشد. جای دیگری برگزینید یا متن را کپی کنید."


class Rescue(QObject):
    """Lets the red line come and go, answers its buttons, and lets nobody close unasked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._saving = window, window.context.saving
        self._saving.told.connect(self._told)
        window.banner.retry.connect(self._saving.try_again)
        window.banner.copy_wanted.connect(self.copy)
        window.banner.file_wanted.connect(self.save_elsewhere)
        window.installEventFilter(self)

    def _text(self) -> str:
        """All that is not on disk; more than one text with the place of each."""
        unsaved = self._saving.unsaved
        return "\n\n".join(self._part(draft, alone=len(unsaved) == 1) for draft in unsaved)

    def _part(self, draft: Draft, *, alone: bool) -> str:
        words = str(state_of(draft).get("note", "")).strip()
        return words if alone else f"{place_text(self._window.context, draft.item_id)}\n{words}"

    @Slot(bool)
    def _told(self, loud: bool) -> None:
        banner = self._window.banner
        if not self._saving.trouble:
            banner.all_saved()
            return
        if loud:
            banner.say_unsaved(self._saving.trouble)
        banner.set_unsaved(bool(self._saving.unsaved))

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self._window.status.say("متن کپی شد")

    @Slot()
    def save_elsewhere(self) -> bool:
        """Ask for a file and write the text into it; False when it was not."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._window, "ذخیره‌ی متن", "یادداشت.txt")
        return bool(name) and self.save_to(Path(name))

    def save_to(self, target: Path) -> bool:
        try:
            with written_whole(target) as partial:
                partial.write_text(self._text(), "utf-8")
        except OSError:
            self._window.banner.say_unsaved(_FAILED)
            self._window.banner.set_unsaved(True)
            return False
        self._window.status.say("متن ذخیره شد")
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QCloseEvent) and not self._may_close():
            event.ignore()
            return True
        return False

    def _may_close(self) -> bool:
        """Whether nothing typed is lost by closing, or the reader has said that it may be."""
        self._window.panel.bookmark_note.store()
        self._saving.keep()
        if not self._saving.unsaved:
            return True
        from desktop.common.ask import Answer, ask_about_unsaved

        answer = ask_about_unsaved(self._window, self._saving.trouble)
        if answer is Answer.COPY:
            self.copy()
        return self.save_elsewhere() if answer is Answer.SAVE else answer is not Answer.STAY
