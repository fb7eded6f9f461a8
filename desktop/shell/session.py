"""Where the reader left the program, kept with the notes and read at the next start."""

import json
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db.errors import KnownError
from desktop.common.reader import Reader

_NAME = "window"
MOST_PLACES = 8
FIRST_SIZE = QSize(1366, 768)
_TITLE_BAR = 40


class Session:
    """A session that cannot be read costs nothing but the place."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._reader.recall(_NAME) or "{}")
        except ValueError:
            return {}
        return stored if isinstance(stored, dict) else {}

    def write(self, navigator: dict[str, Any], window: QWidget) -> None:
        """Keep the place, and the window's size for the screens now connected."""
        places = self._places()
        places.pop(screens(), None)
        places[screens()] = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        newest = dict(list(places.items())[-MOST_PLACES:])
        self._store({"navigator": navigator, "places": newest})

    def write_place(self, navigator: dict[str, Any]) -> None:
        """Keep the place alone, while the window stands."""
        self._store(self.read() | {"navigator": navigator})

    def _store(self, session: dict[str, Any]) -> None:
        # Where nothing can be written, the place is not worth a word.
        with suppress(KnownError):
            self._reader.remember(_NAME, json.dumps(session, ensure_ascii=False))

    def restore_window(self, window: QWidget) -> None:
        """Size and place as last left on these screens; 1366 × 768 at the first start.

        A screen that has no room for that beside its task bar is filled.
        """
        stored = QByteArray.fromBase64(str(self._places().get(screens(), "")).encode())
        if not stored.isEmpty() and window.restoreGeometry(stored):
            return
        whole = window.screen().availableSize()
        room = whole - QSize(0, _TITLE_BAR)
        window.resize(FIRST_SIZE)
        if FIRST_SIZE.boundedTo(room) != FIRST_SIZE and fits(window, whole):
            window.resize(FIRST_SIZE.boundedTo(room).expandedTo(window.minimumSize()))
            window.setWindowState(Qt.WindowState.WindowMaximized)

    def _places(self) -> dict[str, Any]:
        places = self.read().get("places")
        return places if isinstance(places, dict) else {}


def fits(window: QWidget, room: QSize) -> bool:
    """Whether a window's least size has its place on a screen."""
    return window.minimumSize().boundedTo(room) == window.minimumSize()


def screens() -> str:
    """A name for the set of screens now connected: a docked computer has another than a carried."""
    return " + ".join(
        sorted(
            f"{one.name()} {one.size().width()}x{one.size().height()} {one.devicePixelRatio():g}"
            for one in QGuiApplication.screens()
        )
    )
