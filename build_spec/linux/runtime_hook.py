"""Before the program: removes what killed starts left behind, eases the start on bare systems."""

import os
import re
import shutil
import sys
from pathlib import Path

# The bootloader names its folder after its own process.
LEFT_OVER = re.compile(r"_MEI([0-9a-f]{8})[A-Za-z0-9]{6}")


def remove_left_overs(own: Path) -> None:
    """Folders beside `own` that nobody uses and that hold nothing foreign to this program."""
    names = _names_in(own)
    for folder in own.parent.glob("_MEI*"):
        match = LEFT_OVER.fullmatch(folder.name)
        if match and not _is_used(folder, int(match[1], 16)) and _names_in(folder) <= names:
            shutil.rmtree(folder, ignore_errors=True)


def _names_in(folder: Path) -> set[str]:
    """Names in a folder; one that is not ours to read gives a name that no program has."""
    try:
        return {one.name for one in folder.iterdir()}
    except OSError:
        return {""}


def _is_used(folder: Path, starter: int) -> bool:
    """Whether the process that made it lives, or its orphaned child still runs from it."""
    if Path(f"/proc/{starter}").exists():
        return True
    name = folder.name.encode()
    for maps in Path("/proc").glob("[0-9]*/maps"):
        try:
            if name in maps.read_bytes():
                return True
        except OSError:
            continue
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
    """Name a UTF-8 locale and font settings where the system names none."""
    if not {"LC_ALL", "LC_CTYPE", "LANG"} & os.environ.keys():
        os.environ["LC_CTYPE"] = "C.UTF-8"
    if not Path("/etc/fonts/fonts.conf").exists():
        os.environ.setdefault("FONTCONFIG_FILE", str(own / "fonts.conf"))


if getattr(sys, "frozen", False):
    unpacked = Path(sys._MEIPASS)  # type: ignore[attr-defined]  # noqa: SLF001
    if unpacked.name.startswith("_MEI"):
        remove_left_overs(unpacked)
    sys.argv[1:] = forget_runtime_dir(sys.argv[1:])
    ease_bare_system(unpacked)
