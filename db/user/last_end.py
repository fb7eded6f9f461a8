"""How the reader's file was left when the program last closed it and knew it to be whole."""

from contextlib import suppress
from pathlib import Path

_LOGS = ("-wal", "-journal")


class LastEnd:
    """A mark beside the file: its size, time and inode, by which the next start knows it again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mark = path.with_name(f"{path.name}.whole")

    def keep(self) -> None:
        """Mark the file as it is now, closed and whole; without a mark it is only checked anew."""
        with suppress(OSError):
            self._mark.touch(mode=0o600)
            self._mark.write_text(self._state(), "ascii")

    def take(self) -> bool:
        """Whether the file is as it was left; the mark is gone until the next good end."""
        try:
            vouches = self._mark.read_text("ascii") == self._state() and not self._has_log()
            self._mark.unlink()
        except (OSError, ValueError):
            return False
        return vouches

    def _state(self) -> str:
        found = self._path.stat()
        return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"

    def _has_log(self) -> bool:
        """Whether something was written that had not come into the file."""
        logs = (self._path.with_name(f"{self._path.name}{end}") for end in _LOGS)
        return any(log.exists() and log.stat().st_size for log in logs)
