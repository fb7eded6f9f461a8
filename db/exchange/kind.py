"""Tells an exchange file by its first bytes, before anything in it is believed."""

import errno
import os
import stat
from enum import Enum, auto
from pathlib import Path

SUFFIX = ".tehran1404"
MEDIA_TYPE = "application/x-tehran1404-exchange"
# A zip whose first entry, neither compressed nor with extra fields, is the media type, as in EPUB
# and OpenDocument: a look at the first bytes tells it, here and in the file managers of Linux.
_ZIP_ENTRY = b"PK\x03\x04"
_NAME_AT = 30
_MARK = b"mimetype" + MEDIA_TYPE.encode()
_ENDS = (b"PK\x03\x04", b"PK\x01\x02")  # the next entry, or the list of entries
_HEAD = _NAME_AT + len(_MARK) + len(_ENDS[0])
# Windows calls a name that it does not allow an invalid argument.
_NOWHERE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}


class Kind(Enum):
    """What a look at a path found."""

    EXCHANGE = auto()
    OTHER = auto()
    FOLDER = auto()
    DEVICE = auto()
    MISSING = auto()
    UNREADABLE = auto()


def names_a_file(word: str) -> bool:
    """Whether a word on the command line is a file to be opened, and no command."""
    return Path(word).is_absolute() or word.lower().endswith(SUFFIX)


def kind_of(path: Path) -> Kind:
    """Read no more than the first hundred bytes, and nothing of what is no ordinary file."""
    try:
        mode = path.stat().st_mode
    except ValueError:
        return Kind.MISSING
    except OSError as error:
        return Kind.MISSING if error.errno in _NOWHERE else Kind.UNREADABLE
    if stat.S_ISDIR(mode):
        return Kind.FOLDER
    if not stat.S_ISREG(mode):
        return Kind.DEVICE
    try:
        # Should a pipe have taken the file's place, it must not hold the window up.
        with open(path, "rb", opener=_open_without_waiting) as file:
            return Kind.EXCHANGE if _is_marked(file.read(_HEAD)) else Kind.OTHER
    except OSError:
        return Kind.UNREADABLE


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_marked(head: bytes) -> bool:
    return (
        head.startswith(_ZIP_ENTRY) and head[_NAME_AT:].startswith(_MARK) and head.endswith(_ENDS)
    )
