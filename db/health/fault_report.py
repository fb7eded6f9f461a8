"""What somebody who is to help needs to see, in one zip that the reader looks through first."""

import platform
import sqlite3
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from db.errors import KnownError
from db.paths import UserPaths, program_folder
from db.record import record
from db.version import VERSION
from db.whole_file import written_whole

_PACKED = zipfile.ZIP_DEFLATED
UNWRITTEN = "گزارش در «{path}» نوشته نشد. جای دیگری را برگزینید."


@record
class Piece:
    """A text file of the report: its name in the zip, what it is in Persian, its whole text."""

    name: str
    title: str
    text: str


def gather(paths: UserPaths, health: str, edition: str, also: Mapping[str, str]) -> list[Piece]:
    """Versions with `also`, the table of the self-check, and the log; never a note.

    The names of the reader's folders give way to ~ and DATA.
    """
    pieces = [
        Piece("versions.txt", "نسخه‌ها", _versions(edition, also)),
        Piece("self-check.txt", "بررسی سلامت", health + "\n"),
    ]
    logs = ((paths.log, "گزارش کار برنامه"), (paths.older_log, "گزارش کار پیشین"))
    for path, title in logs:
        text = _read(path)
        if text:
            pieces.append(Piece(path.name, title, _without_names(text, paths)))
    return pieces


def write(pieces: list[Piece], target: Path) -> None:
    """Put the pieces into a zip; KnownError where it cannot be written."""
    try:
        with written_whole(target) as partial, zipfile.ZipFile(partial, "w", _PACKED) as archive:
            for piece in pieces:
                archive.writestr(piece.name, piece.text)
    except OSError as error:
        raise KnownError(UNWRITTEN.format(path=target)) from error


def _versions(edition: str, also: Mapping[str, str]) -> str:
    known = {
        "tehran1404": VERSION,
        "edition": edition,
        "system": platform.platform(),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "build": _build(),
    }
    return "".join(f"{name}: {value}\n" for name, value in {**known, **also}.items())


def _build() -> str:
    """Which of the two builds runs; the folder build keeps its files beside the program."""
    if not getattr(sys, "frozen", False):
        return "none, from source"
    unpacked = Path(getattr(sys, "_MEIPASS", "")).resolve()
    return "folder" if unpacked.parent == program_folder() else "one file"


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _without_names(text: str, paths: UserPaths) -> str:
    for place, name in ((paths.folder, "DATA"), (_home(), "~")):
        quoted = str(place).replace("\\", "\\\\")  # as Python writes a path of Windows in quotes
        text = text.replace(quoted, name).replace(str(place), name)
    return text


def _home() -> Path:
    try:
        home = Path.home()
    except RuntimeError:
        return Path("~")
    return home if home != Path(home.anchor) else Path("~")
