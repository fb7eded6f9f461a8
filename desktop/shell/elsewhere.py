"""Notices what another program, such as the command line, writes into the reader's file."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.common.reader import Reader

# Asking takes microseconds and no medium is left out, as the notices of a file system would.
LOOK_MS = 1_000


class Elsewhere(QObject):
    """Has every view read again when something came from elsewhere; `noticed` says so."""

    noticed = Signal()

    def __init__(self, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look once a second from now on."""
        self._timer.start()

    @Slot()
    def look(self) -> None:
        if self._reader.store.changed_elsewhere():
            self._reader.renew()
            self.noticed.emit()
