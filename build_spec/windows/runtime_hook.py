"""Runs before the program: has what killed starts left in the temporary folder removed."""

import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

STARTING_SECONDS = 600  # within which another start may still be unpacking
DEAD = ".old"


class LeftOvers:
    """Finds no module, but is asked by the program to clear up when nobody waits for it."""

    def __init__(self, own: Path) -> None:
        self._own = own

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """What Python asks before it looks for a module."""

    def clear_up(self) -> None:
        """Remove the left-overs; once is enough."""
        # Another list: Python may be going through the one that is there.
        sys.meta_path = [one for one in sys.meta_path if one is not self]
        remove_left_overs(self._own)


def remove_left_overs(own: Path) -> None:
    """Folders beside `own` that nobody uses and that hold nothing foreign to this program.

    Windows renames no folder with an open file in it, as each has whose program runs.
    """
    names = _names_in(own)
    for folder in own.parent.glob("_MEI*"):
        with suppress(OSError):
            old = time.time() - folder.stat().st_mtime > STARTING_SECONDS
            if old and folder != own and _names_in(folder) <= names:
                dead = folder if folder.suffix == DEAD else folder.rename(f"{folder}{DEAD}")
                shutil.rmtree(dead, ignore_errors=True)


def _names_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


if getattr(sys, "frozen", False):
    unpacked = Path(getattr(sys, "_MEIPASS", ""))
    if unpacked.name.startswith("_MEI"):
        sys.meta_path.append(LeftOvers(unpacked))
