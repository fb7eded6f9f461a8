"""Runs before the program: makes imports wait for files that are still being unpacked, has what
killed starts left behind removed, sets a locale and fonts where the system has none, and leads a
wish for another window system to the one that is carried.
"""

import _thread
import os
import re
import shutil
import sys
from pathlib import Path

# Names of modules whose import, or that of a module in them, needs a stage of the archive; Python
# itself came in the stage before these. What lies in a stage: `order_of_need.py`.
STAGES = (
    ("shiboken6", "PySide6.QtCore"),
    ("PySide6.QtGui",),
    ("PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtPrintSupport"),
    ("db.search.engine", "db.search.lexicon", "db.health", "db.cli"),
)
NEVER_WHOLE = "باز شدن برنامه ناتمام ماند. دوباره آن را اجرا کنید.\n"
PLATFORM = "QT_QPA_PLATFORM"
HEARS = "_PYI_UNPACKED_STAGES"
LEFT_OVER = re.compile(r"_MEI[0-9a-f]{8}[A-Za-z0-9]{6}")


class Unpacking:
    """Finds no module, but has the import of one wait for the files that it needs."""

    def __init__(self, told: int, own: Path) -> None:
        self._told = told  # a pipe that brings one byte for each stage
        self._own = own
        self._whole = 0
        self._waiting = _thread.RLock()

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """What Python asks before it looks for a module; it imports no other meanwhile."""
        self._wait_for_stages(name)

    def wait_for_files(self, name: str) -> None:
        """Wait as an import would, but let other imports go on."""
        self._wait_for_stages(name)

    def clear_up(self) -> None:
        """Once all is there: no import asks any longer, and what killed starts left goes."""
        if self._whole == len(STAGES) and self in sys.meta_path:
            # Another list: Python may be going through the one that is there.
            sys.meta_path = [one for one in sys.meta_path if one is not self]
            remove_left_overs(self._own)

    def _wait_for_stages(self, name: str) -> None:
        for number, modules in enumerate(STAGES, start=1):
            if number > self._whole and any(f"{name}.".startswith(f"{one}.") for one in modules):
                self._wait(number)

    def _wait(self, stage: int) -> None:
        with self._waiting:
            while self._whole < stage:
                if not os.read(self._told, 1):
                    _end_now()
                self._whole += 1
                if self._whole == len(STAGES):
                    os.close(self._told)
            # Folders may have been looked through within the moment in which they got a file.
            for finder in [*sys.path_importer_cache.values()]:
                if forget := getattr(finder, "invalidate_caches", None):
                    forget()


def _end_now() -> None:
    """End the program from any thread, as SystemExit cannot; drafts are stored while typed."""
    try:
        if sys.__stderr__ is not None:
            os.write(2, NEVER_WHOLE.encode())
    finally:
        os._exit(1)


def remove_left_overs(own: Path) -> None:
    """Folders beside `own` that nobody uses and that hold nothing foreign to this program.

    The bootloader and the program hold a lock on theirs, from before the first file comes into it.
    Their processes need not be seen: a container has a table of its own, and a folder for temporary
    files may be shared.
    """
    names = _names_in(own)
    for folder in own.parent.glob("_MEI*"):
        is_another = LEFT_OVER.fullmatch(folder.name) and folder != own
        if is_another and set() < _names_in(folder) <= names and not _is_held(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _names_in(folder: Path) -> set[str]:
    """Names in a folder; one that is not ours to read gives a name that no program has."""
    try:
        return {one.name for one in folder.iterdir()}
    except OSError:
        return {""}


def _is_held(folder: Path) -> bool:
    """Whether somebody has a lock on it, or nobody can tell."""
    import fcntl

    try:
        seen = os.open(folder, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(seen, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(seen)
    return False


def forget_runtime_dir(arguments: list[str]) -> list[str]:
    """The arguments without the flag that only the bootloader reads."""
    kept: list[str] = []
    waiting = iter(arguments)
    for one in waiting:
        if one == "--runtime-dir":
            next(waiting, None)
        elif not one.startswith("--runtime-dir="):
            kept.append(one)
    return kept


def ease_bare_system(own: Path) -> None:
    """Name a UTF-8 locale and font settings where the system names none, and the window system that
    is carried behind another one."""
    if not {"LC_ALL", "LC_CTYPE", "LANG"} & os.environ.keys():
        os.environ["LC_CTYPE"] = "C.UTF-8"
    if not Path("/etc/fonts/fonts.conf").exists():
        os.environ.setdefault("FONTCONFIG_FILE", str(own / "fonts.conf"))
    if wished := os.environ.get(PLATFORM):
        os.environ[PLATFORM] = f"{wished};xcb"


if getattr(sys, "frozen", False):
    unpacked = Path(getattr(sys, "_MEIPASS", ""))
    if HEARS in os.environ:
        told = int(os.environ.pop(HEARS))
        os.set_inheritable(told, False)
        sys.meta_path.insert(0, Unpacking(told, unpacked))
    sys.argv[1:] = forget_runtime_dir(sys.argv[1:])
    ease_bare_system(unpacked)
