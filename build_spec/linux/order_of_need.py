"""Orders the archive of the one file by what a start needs first.

The bootloader starts the program when the first stage is unpacked; `runtime_hook.py` has each later
stage waited for by the import that needs it.
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from PyInstaller.archive.writers import CArchiveWriter

from build_spec.linux.modules_hook import FILE as MODULES_OF_THE_START
from build_spec.linux.runtime_hook import STAGES
from build_spec.trim import needed_libraries

type Entry = tuple[str, str, bool, str]  # name, source file, whether compressed, PyInstaller's type

LIBRARY, LINK, DATA, OPTION = "b", "n", "x", "o"
STAGE_END: Entry = ("pyi-stage-unpacked", "", False, OPTION)
# What each stage brings, together with the libraries that it is linked to and that came in none
# before; the last but one brings the rest.
FILES = (
    ("base_library.zip", MODULES_OF_THE_START, "libpython*", "python3*/lib-dynload/*"),
    ("shiboken6/*", "PySide6/QtCore.*"),
    ("PySide6/QtGui.*",),
    (),
    ("resources/data/index/*", "resources/data/lexicon/*"),
)
REST = len(FILES) - 2
assert len(FILES) == len(STAGES) + 1


class InOrderOfNeed(CArchiveWriter):  # type: ignore[misc]  # PyInstaller tells no types
    """Writes what is unpacked in stages, then what is read from the archive itself."""

    def __init__(self, filename: str, entries: Iterable[Entry], pylib_name: str) -> None:
        super().__init__(filename, in_order_of_need(entries), pylib_name)


def in_order_of_need(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by stage, each stage followed by its end; within one the largest first."""
    entries = list(entries)
    unpacked = [one for one in entries if one[3] in {LIBRARY, LINK, DATA}]
    if not unpacked:  # a folder build
        return entries
    stages = _stages(unpacked)
    ordered: list[Entry] = []
    for number in range(len(FILES)):
        of_stage = [one for one in unpacked if stages.get(one[0], REST) == number]
        ordered += [*sorted(of_stage, key=_largest_first), STAGE_END]
    return ordered + [one for one in entries if one not in unpacked]


def _stages(entries: list[Entry]) -> dict[str, int]:
    """The stage of each file that belongs to one by its name or through a library in it."""
    by_name: dict[str, list[Entry]] = {}
    for one in entries:
        by_name.setdefault(PurePosixPath(one[0]).name, []).append(one)
    stages: dict[str, int] = {}
    for number, patterns in enumerate(FILES):
        waiting = [one for one in entries if any(fnmatchcase(one[0], each) for each in patterns)]
        while waiting:
            name, source, _, kind = waiting.pop()
            if name not in stages:
                stages[name] = number
                needed = needed_libraries(Path(source)) if kind == LIBRARY else []
                waiting += [one for library in needed for one in by_name.get(library, [])]
    return stages


def _largest_first(entry: Entry) -> tuple[int, str]:
    name, source, _, kind = entry
    return (0 if kind == LINK else -Path(source).stat().st_size, name)
