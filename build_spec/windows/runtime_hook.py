"""Runs before the program: removes what killed starts left in the temporary folder."""

import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

STARTING_SECONDS = 600  # within which another start may still be unpacking
DEAD = ".old"


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
        remove_left_overs(unpacked)
