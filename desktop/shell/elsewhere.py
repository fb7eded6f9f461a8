"""Notices what another program, such as the command line, writes into the reader's file."""

import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from db.connection import journal_mode_for
from desktop.common.reader import Reader

LOOK_MS = 1_000
GATHER_MS = 200  # one act writes several times


class Elsewhere(QObject):
    """Has every view read again when something came from elsewhere; `noticed` says so.

    A local file system tells when the file or its log is written. Others, and Windows while the
    writer keeps the file open, tell late or never: there the file is asked once a second.
    """

    noticed = Signal()

    def __init__(self, reader: Reader, database: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._places = [str(database), f"{database}-wal", str(database.parent)]
        self._told = sys.platform == "linux" and journal_mode_for(database) == "WAL"
        self._timer = QTimer(self, singleShot=self._told, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._written)
        self._watcher.directoryChanged.connect(self._written)

    def begin(self) -> None:
        """Look from now on."""
        if self._told:
            self._written()
        else:
            self._timer.start()

    @Slot(str)
    def _written(self, _place: str = "") -> None:
        """Look soon; a log that was made anew is watched anew."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        missing = [one for one in self._places if one not in watched]
        refused = self._watcher.addPaths(missing) if missing else []
        if any(Path(one).exists() for one in refused):
            self._told = False  # the system gives no more watches
            self._timer.setSingleShot(False)
            self._timer.start(LOOK_MS)
        elif not self._timer.isActive():
            self._timer.start(GATHER_MS)

    @Slot()
    def look(self) -> None:
        if self._reader.store.changed_elsewhere():
            self._reader.renew()
            self.noticed.emit()
