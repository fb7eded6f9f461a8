"""Standard streams in UTF-8 whatever the code page; a closed one is a sentence, no traceback."""

import contextlib
import errno
import io
import json
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from db.errors import KnownError

_CONTROLS = (*range(32), *range(127, 160))
# A terminal would be steered by them, whoever wrote the note or the query that they stand in.
_ESCAPED = {code: f"\\u{code:04x}" for code in _CONTROLS if code > 32}  # what JSON leaves as it is
_STEERING = {code: "\ufffd" for code in _CONTROLS if chr(code) not in "\t\n"} | {ord("\r"): ""}


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
    _write(text.translate(_STEERING))


def write_json(value: object, indent: int | None = None) -> None:
    """One JSON document; on one line unless indented."""
    _write(json.dumps(value, ensure_ascii=False, indent=indent).translate(_ESCAPED))


def write_mistake(sentence: str) -> None:
    """One sentence to standard error; the exit code tells as much where nobody can read it."""
    try:
        sys.stderr.write(f"{sentence.translate(_STEERING)}\n")
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)


def _write(text: str) -> None:
    try:
        sys.stdout.write(f"{text}\n")
    except OSError as error:
        raise _unwritable(error) from error


def flush() -> None:
    """Hand everything over now; KnownError when its reader went away."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _unwritable(error) from error


def _unwritable(error: OSError) -> KnownError:
    _let_go(sys.stdout)
    if error.errno in (errno.EPIPE, errno.EINVAL):
        return KnownError("خروجی پیش از پایان کار بسته شد.")
    return KnownError("خروجی نوشته نشد؛ شاید جایی برای نوشتن نمانده است.")


def _let_go(stream: TextIO) -> None:
    """Send what is still buffered nowhere: the interpreter would complain of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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
