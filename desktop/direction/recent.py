"""Remembers which items were opened, for the palette; passing over one is not opening it."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Slot

from db.errors import KnownError
from desktop.common.context import Context

OPENED_AFTER_MS = 1_000


class Recent(QObject):
    """An item counts when it stays in the panel for a moment."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._item_id, self._reading = context, "", True
        self.timer = QTimer(self, singleShot=True, interval=OPENED_AFTER_MS)
        self.timer.timeout.connect(self._keep)

    def show_item(self, item_id: str) -> None:
        self._item_id = item_id
        self._wait()

    def read_on(self, page: str) -> None:
        """What lies under a query that is being typed is not opened yet."""
        self._reading = page != "search"
        self._wait()

    def _wait(self) -> None:
        if self._reading and self._item_id:
            self.timer.start()
        else:
            self.timer.stop()

    @Slot()
    def _keep(self) -> None:
        # Nobody asked for this act, so nobody need hear that the disk refused it.
        with suppress(KnownError):
            self._context.reader.store.opened(self._item_id)
