"""What becomes of an error in the window: a sentence for the reader, a line in the log."""

import faulthandler
import logging
import os
import sqlite3
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from db.errors import KnownError, StoreError

UNEXPECTED = "کاری ناتمام ماند و در گزارش برنامه نوشته شد. یادداشت‌های شما سر جای خود هستند."
LOG_BYTES = 200_000
_QUOTING_NOTHING = (
    *(KnownError, OSError, sqlite3.Error, ImportError, AttributeError, NameError, TypeError),
    *(RuntimeError, MemoryError, ArithmeticError),
)


class SmallLog(logging.FileHandler):
    """Keeps this file and one older; logging.handlers has the same, but brings the network in."""

    def __init__(self, path: Path, most_bytes: int = LOG_BYTES) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path, self._most_bytes = path, most_bytes

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=_as_its_owners)

    def emit(self, record: logging.LogRecord) -> None:
        # A log that cannot be renamed (open elsewhere on Windows) grows until it can.
        with suppress(OSError):
            if self._path.stat().st_size >= self._most_bytes:
                self.close()
                self._path.replace(self._path.with_name(self._path.name + ".1"))
        # What is told must go on where nothing can be written, or the folder is gone.
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Of a line that found no room Python would tell the terminal all, quotations included."""


def _as_its_owners(path: str, flags: int) -> int:
    """A folder that was there before may be open to others."""
    return os.open(path, flags, 0o600)


class WithoutQuotations(logging.Formatter):
    """Tells where an error came from; what it says, only where that quotes nothing that was read.

    A number that cannot be read or a name that is not found would bring a piece of a note along.
    """

    def formatException(self, ei: Any) -> str:
        chain: list[BaseException] = []
        error = ei[1]
        while error is not None and error not in chain:
            chain.append(error)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(_told(one) for one in reversed(chain))


def _told(error: BaseException) -> str:
    place = "".join(traceback.format_tb(error.__traceback__))
    said = f": {error}" if isinstance(error, _QUOTING_NOTHING) else ""
    return f"{place}{type(error).__name__}{said}"


def start_log(path: Path) -> None:
    """Log to a small file in the reader's folder, and to no former one; never the text of notes."""
    root, handler = logging.getLogger(), SmallLog(path)
    handler.setFormatter(WithoutQuotations("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for former in [one for one in root.handlers if isinstance(one, SmallLog)]:
        root.removeHandler(former)
        former.close()
    root.addHandler(handler)


class CrashTrace:
    """Keeps the names of the functions that ran when the system ended the program, without values.

    A crash below Python reaches no `except`; its trace comes into the log with the next start.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        with suppress(OSError):
            if path.exists() and (left := path.read_text("utf-8", "replace")):
                logging.getLogger("desktop").error("the session before crashed\n%s", left)
            path.touch(mode=0o600)
            file = path.open("wb")
            faulthandler.enable(file)
            self._file = file

    def end(self) -> None:
        """No more is to be told; the empty file goes."""
        faulthandler.disable()
        if self._file is not None:
            self._file.close()
            with suppress(OSError):
                self._path.unlink()


def catch_unexpected(tell: Callable[[str], None], refuse: Callable[[str], None]) -> None:
    """Any exception that leaves a slot is logged and told in one sentence; `refuse` is told that
    the reader's file could not be used."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger("desktop").error("unexpected", exc_info=(kind, error, trace))
        say = refuse if isinstance(error, StoreError) else tell
        say(error.sentence if isinstance(error, KnownError) else UNEXPECTED)

    sys.excepthook = hook


def let_interrupts_end() -> None:
    """Ctrl+C on a terminal ends the program as other signals do; drafts are stored while typed.

    As an exception it would cut short whatever slot runs next, and the window would go on.
    """
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
