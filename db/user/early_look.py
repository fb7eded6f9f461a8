"""Looks at the reader's file beside whatever else a start has to do before the file is opened."""

from contextlib import suppress
from pathlib import Path
from threading import Thread

from db.user.condition import Condition, condition_of

_LOGS = ("-wal", "-journal")


class EarlyLook:
    """Begins at once on a thread of its own; SQLite checks a file without holding Python up.

    What was found counts only while the file is as it was seen: until the window's lock is held
    another copy of the program may write.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._seen = path, _state_of(path)
        self._found: Condition | None = None
        self._thread = Thread(target=self._look, name="early look", daemon=True)
        self._thread.start()

    def _look(self) -> None:
        # Whoever opens the file meets the same failure, and says it.
        with suppress(Exception):
            self._found = condition_of(self._path)

    def found(self, path: Path) -> Condition | None:
        """Wait for the condition; None for another file, a changed one, or a look that failed."""
        if path != self._path:
            return None
        self._thread.join()
        return self._found if _state_of(path) == self._seen else None


def _state_of(path: Path) -> tuple[tuple[int, int], ...]:
    """Size and time of a file and its logs; an empty log says no more than none."""
    parts = (path, *(path.with_name(f"{path.name}{end}") for end in _LOGS))
    return tuple(_size_and_time(part) for part in parts)


def _size_and_time(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (-1, 0)
    empty_log = path.name.endswith(_LOGS) and not found.st_size
    return (-1, 0) if empty_log else (found.st_size, found.st_mtime_ns)
