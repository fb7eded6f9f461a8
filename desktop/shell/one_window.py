"""One window for each reader's folder: a second start brings the first window forward."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.errors import KnownError

WAIT = 10.0  # seconds: a first window that is still starting needs a few
NO_ANSWER = (
    "برنامه از پیش باز است ولی پاسخ نمی‌دهد. اندکی صبر کنید، "
    "یا آن را از مدیر برنامه‌های سیستم ببندید و دوباره باز کنید."
)
_TOKEN = "XDG_ACTIVATION_TOKEN"
_ASKED = "forward "
_ANSWERED = b"-"
_LOCKED_BYTE = 1 << 30  # far behind what is written, since Windows forbids to touch what is locked
_STEP = 0.02


class OneWindow(QObject):
    """Holds the folder while it lives: by a lock of the system, which a killed process loses."""

    forward_wanted = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._watcher: QFileSystemWatcher | None = None
        self._file: int | None = None

    def enter(self, seconds: float = WAIT) -> bool:
        """True for the first window; False after another one has come forward.

        KnownError when another one holds the folder and does not answer in `seconds`.
        """
        if self._take():
            return True
        _allow_foreground()
        with self._path.open("r+b", buffering=0) as file:
            file.write(f"{_ASKED}{os.environ.get(_TOKEN, '')}\n".encode())
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                file.seek(0)
                if file.read(1) == _ANSWERED:
                    return False
                if self._take():  # the other one was just closing
                    return True
                time.sleep(_STEP)
        raise KnownError(NO_ANSWER)

    def listen(self) -> None:
        """From now on say when a second start asks, or has asked since `enter`."""
        if self._file is not None:
            self._watcher = QFileSystemWatcher([str(self._path)], self)
            self._watcher.fileChanged.connect(self._look)
            self._look()

    def leave(self) -> None:
        """Let the next start in."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    @Slot()
    def _look(self) -> None:
        if self._file is None:
            return
        os.lseek(self._file, 0, os.SEEK_SET)
        asked, _, _ = os.read(self._file, 4096).decode("utf-8", "replace").partition("\n")
        if asked.startswith(_ASKED):
            _answer(self._file)
            os.environ[_TOKEN] = asked.removeprefix(_ASKED)
            self.forward_wanted.emit()

    def _take(self) -> bool:
        """Whether the folder is ours; also where no lock can be, for reading needs none."""
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            os.close(file)
            return False
        except OSError:
            pass  # a medium without locks
        _answer(file)
        self._file = file
        return True


def come_forward(window: QWidget) -> None:
    """Before all other windows, with the keyboard, also when it was minimised."""
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _answer(file: int) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, _ANSWERED)


def _allow_foreground() -> None:
    """Windows lets only the process the user touched last hand on the foreground."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
