"""Does what nobody has to think of: backups, and a trash that does not grow for ever."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.user.backup import Backup, Backups
from db.user.expiry import purge_expired
from desktop.common.context import Context

_HOUR_MS = 3_600_000


class BackupKeeper(QObject):
    """Works beside the window; `kept` carries each copy that was due, `purged` a number."""

    kept = Signal(object)
    purged = Signal(int)

    def __init__(self, context: Context, failed: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._failed = context, failed
        self._timer = QTimer(self, interval=_HOUR_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """One look at the start, then one every hour; nothing where nothing can be written."""
        if self._context.read_only:
            return
        self._timer.start()
        self._look(at_start=True)

    @Slot()
    def look(self) -> None:
        self._look(at_start=False)

    def _look(self, *, at_start: bool) -> None:
        paths = self._context.paths

        def work() -> tuple[Backup | None, int]:
            backups = Backups(paths.backups)
            made = backups.keep_up(paths.database, at_start=at_start)
            return made, purge_expired(paths.database, backups) if at_start else 0

        self._context.background.run("keep", work, self._done, self._failed)

    def _done(self, done: tuple[Backup | None, int]) -> None:
        made, purged = done
        if made is not None:
            self.kept.emit(made)
        if purged:
            # Deleted rows show nowhere but in the trash, which may be what is open.
            self._context.reader.renew()
            self.purged.emit(purged)
