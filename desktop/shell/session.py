"""Where the reader left the program, kept with the notes and read at the next start."""

import json
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from db.errors import KnownError
from desktop.common.reader import Reader

_NAME = "window"


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
        """Keep the place and the window's size."""
        geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        stored = {"navigator": navigator, "geometry": geometry}
        # Where nothing can be written, the place is not worth a word.
        with suppress(KnownError):
            self._reader.remember(_NAME, json.dumps(stored, ensure_ascii=False))

    def restore_window(self, window: QWidget) -> None:
        """The former size and place; 1366 × 768 at the first start."""
        geometry = self.read().get("geometry")
        stored = QByteArray.fromBase64(str(geometry or "").encode())
        if not geometry or not window.restoreGeometry(stored):
            window.resize(1366, 768)
