"""Looks for Python's garbage where it is safe: on the window's own thread, between events."""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot


class Collector(QObject):
    """Takes the place of the automatic collection, which runs on whatever thread allocates.

    There it would destroy what Qt made for the window's thread: layouts, pictures, dialogs.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self.collect)
        dispatcher.awake.connect(self.collect)

    @Slot()
    def collect(self) -> None:
        """The oldest generation that is due, by Python's own thresholds."""
        counts, allowed = gc.get_count(), gc.get_threshold()
        if counts[0] > allowed[0]:
            due = [number for number in range(3) if counts[number] > allowed[number]]
            gc.collect(due[-1])
