"""Streams that are missing, full or gone."""

import errno
import io
import json
import os
from pathlib import Path

import pytest

from db.cli import main
from db.cli.output import flush, input_text, prepare_streams, write_json, write_line
from db.errors import KnownError


class Failing(io.StringIO):
    """A stream whose every write fails in one way."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def write(self, text: str) -> int:
        raise OSError(self._number, "fault")

    def flush(self) -> None:
        raise OSError(self._number, "fault")


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.EPIPE, "بسته شد"), (errno.EINVAL, "بسته شد"), (errno.ENOSPC, "جایی")],
)
def test_a_failing_output_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    monkeypatch.setattr("sys.stdout", Failing(number))
    with pytest.raises(KnownError, match=said):
        write_line("x")
    with pytest.raises(KnownError, match=said):
        flush()


@pytest.mark.parametrize("number", [errno.EPIPE, errno.ENOSPC])
def test_a_mistake_that_cannot_be_told_is_one_still(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr("sys.stderr", Failing(number))
    assert main(["show", "nowhere"]) == 2


class Unbuffered(Failing):
    """Has nothing to hand over later."""

    def flush(self) -> None:
        """Nothing is kept back."""


def test_help_that_cannot_be_written_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout", Unbuffered(errno.ENOSPC))
    assert main(["--help"]) == 2
    assert "جایی" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [("search",), ("show",), ("notes", "list", "--axis")])
def test_what_steers_a_terminal_is_shown_as_a_sign(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    main([*arguments, "\x1b[2m\x07\x9b", "--user-data", str(tmp_path)])
    told = capsys.readouterr()
    assert "\ufffd[2m\ufffd\ufffd" in told.out + told.err


def test_what_steers_a_terminal_is_escaped_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    note = "\x9b2m\x7f متن"
    write_json(note)
    told = capsys.readouterr().out
    assert told == '"\\u009b2m\\u007f متن"\n'
    assert json.loads(told) == note


def test_a_program_without_a_console_works(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}", None)
    prepare_streams()
    write_line("x")
    assert input_text() == ""


def test_streams_of_a_code_page_become_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    prepare_streams()
    write_line("شهر \ud800")
    flush()
    assert raw.getvalue() == f"شهر \\ud800{os.linesep}".encode()


class Closed(io.StringIO):
    """A pipe that its reader closes at the first answer; what comes later goes nowhere."""

    def write(self, text: str) -> int:
        if not self.getvalue():
            super().write("closed")
            raise BrokenPipeError(errno.EPIPE, "closed")
        return super().write(text)


def test_a_batch_ends_when_nobody_reads_its_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = b'{"query": "a"}\n' * 3
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    monkeypatch.setattr("sys.stdout", Closed())
    assert main(["search", "--batch"]) == 2
    assert "بسته شد" in capsys.readouterr().err
