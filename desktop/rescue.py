"""Ways to keep what is typed when the disk refuses it: the clipboard, or a file elsewhere."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from db.whole_file import written_whole
from desktop.main_window import MainWindow

_FAILED = "این پرونده هم نوشته نشد. جای دیگری برگزینید یا متن را کپی کنید."


class Rescue(QObject):
    """Answers the buttons of the red line."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.banner.failed.connect(self.offer)
        window.banner.copy_wanted.connect(self.copy)
        window.banner.file_wanted.connect(self.save_elsewhere)

    def _text(self) -> str:
        return self._window.panel.notes.composer.text()

    @Slot()
    def offer(self) -> None:
        self._window.banner.set_unsaved(bool(self._text()))

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self._window.status.say("متن کپی شد")

    @Slot()
    def save_elsewhere(self) -> None:
        """Ask for a file and write the text into it."""
        name, _ = QFileDialog.getSaveFileName(self._window, "ذخیره‌ی متن", "یادداشت.txt")
        if name:
            self.save_to(Path(name))

    def save_to(self, target: Path) -> None:
        try:
            with written_whole(target) as partial:
                partial.write_text(self._text(), "utf-8")
        except OSError:
            self._window.banner.say(_FAILED)
        else:
            self._window.status.say("متن ذخیره شد")
