"""Makes the backups that nobody has to think of: at the start and once a day."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.user.backup import Backup, Backups
from desktop.common.context import Context

_HOUR_MS = 3_600_000


class BackupKeeper(QObject):
    """Works beside the window; `kept` carries each copy that was due."""

    kept = Signal(object)

    def __init__(self, context: Context, failed: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._failed = context, failed
        self._timer = QTimer(self, interval=_HOUR_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """One look at the start, then one every hour."""
        self._timer.start()
        self._look(at_start=True)

    @Slot()
    def look(self) -> None:
        self._look(at_start=False)

    def _look(self, *, at_start: bool) -> None:
        paths = self._context.paths

        def work() -> Backup | None:
            return Backups(paths.backups).keep_up(paths.database, at_start=at_start)

        self._context.background.run("keep", work, self._done, self._failed)

    def _done(self, made: Backup | None) -> None:
        if made is not None:
            self.kept.emit(made)
