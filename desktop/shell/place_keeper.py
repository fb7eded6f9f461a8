"""Stores where the reader is soon after they moved, so that no crash takes them home."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.shell.navigator import Navigator
from desktop.shell.session import Session

LOOK_MS = 800


class PlaceKeeper(QObject):
    """Page, item and scroll, at most a second old; pages need not tell when they move."""

    def __init__(self, navigator: Navigator, session: Session) -> None:
        super().__init__(navigator)
        self._navigator, self._session = navigator, session
        self._kept: dict[str, Any] = {}
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Take the present place as stored, and look from now on."""
        self._kept = self._navigator.session()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Store the place if it is another than the last one."""
        place = self._navigator.session()
        if place != self._kept:
            self._kept = place
            self._session.write_place(place)
