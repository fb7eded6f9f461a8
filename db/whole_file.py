"""Files come to their place whole or not at all: written beside it first, then moved there."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TRIES, PAUSE = 10, 0.05  # and seconds between them


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """The path to write to, which takes the place of `target` once it is on the disk.

    What stood at `target` stays when anything fails; OSError as the disk raises it.
    """
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        yield partial
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        put_in_place(partial, target)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def put_in_place(partial: Path, target: Path) -> None:
    """Move a whole file over another; OSError as the disk raises it.

    On Windows a virus scanner may hold for a moment what has just been written.
    """
    for left in reversed(range(TRIES)):
        try:
            partial.replace(target)
        except PermissionError:
            if sys.platform != "win32" or not left:
                raise
            time.sleep(PAUSE)
        else:
            return
