"""Standard streams in UTF-8 whatever the code page; a closed one is a sentence, no traceback."""

import contextlib
import errno
import io
import json
import os
import sys
from collections.abc import Iterator

from db.errors import KnownError


def prepare_streams() -> None:
    """Make standard streams UTF-8; a lone surrogate comes out as its JSON escape."""
    if sys.stdout is None:  # a windowed executable without a console
        sys.stdout = io.StringIO()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_line(text: str = "") -> None:
    """One line to standard output; KnownError when its reader went away."""
    try:
        sys.stdout.write(text + "\n")
    except OSError as error:
        raise _unwritable(error) from error


def write_json(value: object, indent: int | None = None) -> None:
    """One JSON document; on one line unless indented."""
    write_line(json.dumps(value, ensure_ascii=False, indent=indent))


def flush() -> None:
    """Hand everything over now; KnownError when its reader went away."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _unwritable(error) from error


def _unwritable(error: OSError) -> KnownError:
    # What is still buffered would make the interpreter complain a second time at its end.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno in (errno.EPIPE, errno.EINVAL):
        return KnownError("خروجی پیش از پایان کار بسته شد.")
    return KnownError("خروجی نوشته نشد؛ شاید جایی برای نوشتن نمانده است.")


def input_lines() -> Iterator[bytes]:
    """Lines of standard input as bytes, so that one bad line does not spoil the next."""
    if sys.stdin is None:
        return
    for line in sys.stdin.buffer:
        yield line.rstrip(b"\r\n")


def input_text() -> str:
    """All of standard input; KnownError unless it is UTF-8."""
    try:
        return b"\n".join(input_lines()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError("ورودی باید با کدگذاری UTF-8 باشد.") from error
