"""One window for each reader's folder: a second start brings the first window forward."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.errors import KnownError
from db.lock import FolderLock

WAIT = 10.0  # seconds: a first window that is still starting needs a few
NO_ANSWER = (
    "برنامه از پیش باز است ولی پاسخ نمی‌دهد. اندکی صبر کنید، "
    "یا آن را از مدیر برنامه‌های سیستم ببندید و دوباره باز کنید."
)
_TOKEN = "XDG_ACTIVATION_TOKEN"
_ASKED = "forward "
_ANSWERED = "-"
_STEP = 0.02


class OneWindow(QObject):
    """Holds the reader's folder while it lives, and hears a second start that comes to it."""

    forward_wanted = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._lock = FolderLock(path)
        self._watcher: QFileSystemWatcher | None = None

    def enter(self, seconds: float = WAIT) -> bool:
        """True for the first window; False after another one has come forward.

        KnownError when another one holds the folder and does not answer in `seconds`.
        """
        if self._take():
            return True
        _allow_foreground()
        # Closed before the answer is waited for: only then does Windows tell who watches the file.
        with self._lock.path.open("r+b") as file:
            file.write(f"{_ASKED}{os.environ.get(_TOKEN, '')}\n".encode())
        with self._lock.path.open("rb", buffering=0) as file:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                file.seek(0)
                if file.read(len(_ANSWERED)) == _ANSWERED.encode():
                    return False
                if self._take():  # the other one was just closing
                    return True
                time.sleep(_STEP)
        raise KnownError(NO_ANSWER)

    def listen(self) -> None:
        """From now on say when a second start asks, or has asked since `enter`."""
        if self._lock.held:
            self._watcher = QFileSystemWatcher([str(self._lock.path)], self)
            self._watcher.fileChanged.connect(self._look)
            self._look()

    def leave(self) -> None:
        """Let the next start in."""
        self._lock.close()

    @Slot()
    def _look(self) -> None:
        asked = self._lock.read()
        if asked.startswith(_ASKED):
            self._lock.write(_ANSWERED)
            os.environ[_TOKEN] = asked.removeprefix(_ASKED)
            self.forward_wanted.emit()

    def _take(self) -> bool:
        taken = self._lock.take()
        self._lock.write(_ANSWERED)
        return taken


def come_forward(window: QWidget) -> None:
    """Before all other windows, with the keyboard, also when it was minimised."""
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def _allow_foreground() -> None:
    """Windows lets only the process the user touched last hand on the foreground."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
