"""Taking acts back and doing them again, and saying where there are none."""

from PySide6.QtCore import QObject, Slot

from desktop.common.reader import Reader
from desktop.shell.status_bar import StatusBar


class Undoing(QObject):
    """One act after the other, the latest first."""

    def __init__(self, reader: Reader, status: StatusBar) -> None:
        super().__init__(status)
        self._reader, self._status = reader, status

    @Slot()
    def undo(self) -> None:
        if not self._reader.undo():
            self._status.say("چیزی برای برگرداندن نیست.")

    @Slot()
    def redo(self) -> None:
        if not self._reader.redo():
            self._status.say("چیزی برای انجام دوباره نیست.")
