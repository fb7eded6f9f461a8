"""Stores where the reader is soon after they moved, so that no crash takes them home."""

from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from desktop.shell.navigator import Navigator
from desktop.shell.session import Session

KEEP_AFTER_MS = 800  # from the first move not yet kept


class PlaceKeeper(QObject):
    """Page, item and scroll, at most a second old; a reader who stays costs nothing."""

    def __init__(self, navigator: Navigator, session: Session) -> None:
        super().__init__(navigator)
        self._navigator, self._session = navigator, session
        self._kept: dict[str, Any] = {}
        self._watched: WeakSet[QWidget] = WeakSet()
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        navigator.arrived.connect(self._arrived)

    def end(self) -> None:
        self._timer.stop()

    @Slot(object)
    def _arrived(self, _: object) -> None:
        """A page may bring other lists with each place."""
        page = self._navigator.page
        for stop in page.stops() if page else ():
            if isinstance(stop, QAbstractScrollArea) and stop not in self._watched:
                self._watched.add(stop)
                stop.verticalScrollBar().valueChanged.connect(self._moved)
                if isinstance(stop, QAbstractItemView):
                    stop.selectionModel().currentChanged.connect(self._moved)
        self._moved()

    @Slot()
    def _moved(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Store the place if it is another than the last one."""
        place = self._navigator.session()
        if place != self._kept:
            self._kept = place
            self._session.write_place(place)
