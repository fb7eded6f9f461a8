"""One window for each reader's folder: a second start hands its file to the first and calls it."""

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
# What is asked ends with a zero byte, which neither a token nor a path can hold.
_ASKED = b"forward "
_END = b"\0"
_ANSWERED = b"-"
_STEP = 0.02


class OneWindow(QObject):
    """Holds the reader's folder while it lives, and hears a second start that comes to it."""

    forward_wanted = Signal()
    file_brought = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._lock = FolderLock(path)
        self._turn = FolderLock(path.with_suffix(".asking"))
        self._watcher: QFileSystemWatcher | None = None

    def enter(self, file: Path | None = None, seconds: float = WAIT) -> bool:
        """True for the first window; False after another one has come forward and has the file.

        KnownError when another one holds the folder and does not answer in `seconds`.
        """
        end = time.monotonic() + seconds
        if self._take():
            return True
        _allow_foreground()
        try:
            # Or two files opened at once would be one message over the other.
            while not self._turn.take():
                _wait_until(end)
            return self._ask(os.fsencode(file or ""), end)
        except OSError as error:  # a full disk takes no question
            raise KnownError(NO_ANSWER) from error
        finally:
            self._turn.close()

    def _ask(self, file: bytes, end: float) -> bool:
        """As `enter`, while no other start may ask."""
        token = os.fsencode(os.environ.get(_TOKEN, ""))
        # Closed before the answer is waited for: only then does Windows tell who watches the file.
        with self._lock.path.open("r+b") as asked:
            asked.write(_ASKED + token + _END + file + _END)
        with self._lock.path.open("rb", buffering=0) as answer:
            while answer.read(len(_ANSWERED)) != _ANSWERED:
                if self._take():  # the other one was just closing
                    return True
                _wait_until(end)
                answer.seek(0)
        return False

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
        asked, *rest = self._lock.read().split(_END, 2)
        if not asked.startswith(_ASKED) or len(rest) < 2:  # not yet written to its end
            return
        self._lock.write(_ANSWERED)
        os.environ[_TOKEN] = os.fsdecode(asked.removeprefix(_ASKED))
        self.forward_wanted.emit()
        if rest[0]:
            self.file_brought.emit(Path(os.fsdecode(rest[0])))

    def _take(self) -> bool:
        taken = self._lock.take()
        self._lock.write(_ANSWERED)
        return taken


def _wait_until(end: float) -> None:
    """A step of waiting; KnownError when the time is over."""
    if time.monotonic() >= end:
        raise KnownError(NO_ANSWER)
    time.sleep(_STEP)


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
