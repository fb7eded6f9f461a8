"""Taking acts back and doing them again, and saying so."""

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
        self._tell(self._reader.undo(), "چیزی برای برگرداندن نیست.")

    @Slot()
    def redo(self) -> None:
        self._tell(self._reader.redo(), "چیزی برای انجام دوباره نیست.")

    def _tell(self, done: bool, nothing: str) -> None:
        self._status.say("انجام شد" if done else nothing)
