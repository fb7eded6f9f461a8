"""Stores where the reader is soon after they moved, so that no crash takes them home."""

from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from desktop.common.place import Place
from desktop.shell.navigator import Navigator
from desktop.shell.session import Session

KEEP_AFTER_MS, KEEP_WITHIN_MS = 400, 2_000  # after the last move, after the first not yet kept


class PlaceKeeper(QObject):
    """Page, item and scroll, stored when the reader rests: the disk would hold up who is typing.

    Who stays costs nothing.
    """

    def __init__(self, navigator: Navigator, session: Session) -> None:
        super().__init__(navigator)
        self._navigator, self._session = navigator, session
        self._kept: dict[str, Any] = {}
        self._watched: WeakSet[QWidget] = WeakSet()
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._rest.timeout.connect(self.keep)
        self._latest = QTimer(self, singleShot=True, interval=KEEP_WITHIN_MS)
        self._latest.timeout.connect(self.keep)
        navigator.arrived.connect(self._arrived)

    def take_up(self, window: QWidget) -> None:
        """Go where the last session ended, or home, in a window of the size it had."""
        self._session.restore_window(window)
        if not self._navigator.resume(self._session.read().get("navigator", {})):
            self._navigator.go(Place("home"))

    def leave(self, window: QWidget) -> None:
        """The session ends here."""
        self._stop()
        self._session.write(self._navigator.session(), window)

    def _stop(self) -> None:
        self._rest.stop()
        self._latest.stop()

    @Slot(object)
    def _arrived(self, _: object) -> None:
        """A page may bring other lists with each place."""
        page = self._navigator.page
        for stop in (*page.stops(), page.area()) if page else ():
            if isinstance(stop, QAbstractScrollArea) and stop not in self._watched:
                self._watched.add(stop)
                stop.verticalScrollBar().valueChanged.connect(self._moved)
                if isinstance(stop, QAbstractItemView):
                    stop.selectionModel().currentChanged.connect(self._moved)
        self._moved()

    @Slot()
    def _moved(self) -> None:
        self._rest.start()
        if not self._latest.isActive():
            self._latest.start()

    @Slot()
    def keep(self) -> None:
        """Store the place if it is another than the last one."""
        self._stop()
        place = self._navigator.session()
        if place != self._kept:
            self._kept = place
            self._session.write_place(place)
