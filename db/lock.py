"""A lock on the reader's folder that the system drops with the process, so that none is stale."""

import os
import sys
from contextlib import suppress
from pathlib import Path

_LOCKED_BYTE = 1 << 30  # far behind what is written, since Windows forbids to touch what is locked
_BINARY = getattr(os, "O_BINARY", 0)


class FolderLock:
    """A file that one process holds at a time; others may leave a message for the holder in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    @property
    def held(self) -> bool:
        return self._file is not None

    def take(self) -> bool:
        """Take the lock; False when another process holds it.

        True without a lock where none can be made (a read-only folder): reading needs none.
        """
        try:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        except OSError:
            return True
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            os.close(file)
            return False
        except OSError:
            pass  # a medium without locks
        self._file = file
        return True

    def close(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def read(self) -> bytes:
        """The whole file, for the holder; behind a short message stands the end of a longer one."""
        if self._file is None:
            return b""
        os.lseek(self._file, 0, os.SEEK_SET)
        return os.read(self._file, os.fstat(self._file).st_size)

    def write(self, start: bytes) -> None:
        """Overwrite the beginning of the file; only for the holder, and where the disk has room."""
        if self._file is not None:
            os.lseek(self._file, 0, os.SEEK_SET)
            with suppress(OSError):
                os.write(self._file, start)


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        # msvcrt.locking would not tell a held lock from a medium without locks everywhere.
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(file))
        if not kernel.LockFile(handle, _LOCKED_BYTE, 0, 1, 0):
            raise ctypes.WinError(ctypes.get_last_error())
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
