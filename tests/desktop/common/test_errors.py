"""The log stays small and every unexpected error ends in a sentence."""

import logging
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from db.errors import KnownError, StoreError
from desktop.common.errors import (
    UNEXPECTED,
    CrashTrace,
    SmallLog,
    catch_unexpected,
    start_log,
)


def _write(log: SmallLog, *words: str) -> None:
    for word in words:
        log.emit(logging.LogRecord("desktop", logging.ERROR, "", 1, word, None, None))
    log.close()


def test_a_full_log_makes_way_and_one_older_is_kept(tmp_path: Path) -> None:
    log = SmallLog(tmp_path / "log", most_bytes=4)
    _write(log, "first", "second", "third")
    assert (tmp_path / "log").read_text("utf-8") == "third\n"
    assert (tmp_path / "log.1").read_text("utf-8") == "second\n"


def test_no_log_is_made_before_there_is_something_to_say(tmp_path: Path) -> None:
    _write(SmallLog(tmp_path / "log"))
    assert list(tmp_path.iterdir()) == []


OWN = "رازی که از آن من است"


def _read(note: str) -> None:
    try:
        int(note)
    except ValueError as error:
        raise LookupError(note) from error


def _logged(failing: Callable[[], object], log: Path) -> str:
    """What the log of a session says of an error."""
    start_log(log)
    handler = logging.getLogger().handlers.pop()
    try:
        failing()
    except (LookupError, OSError):
        error = sys.exc_info()
        handler.emit(logging.LogRecord("desktop", logging.ERROR, "", 1, "failed", None, error))
    handler.close()
    return log.read_text("utf-8")


def test_an_error_is_logged_without_what_it_quotes_of_a_note(tmp_path: Path) -> None:
    said = _logged(partial(_read, OWN), tmp_path / "log")
    assert "in _read" in said
    assert said.index("ValueError") < said.index("LookupError")
    assert OWN not in said


def test_a_session_that_begins_anew_logs_each_thing_once(tmp_path: Path) -> None:
    root, before = logging.getLogger(), [*logging.getLogger().handlers]
    for name in ("first", "second"):
        start_log(tmp_path / name)
    added = [one for one in root.handlers if one not in before]
    root.removeHandler(added[-1])
    assert [Path(one.baseFilename).name for one in added if isinstance(one, SmallLog)] == ["second"]


def test_what_the_system_says_is_logged(tmp_path: Path) -> None:
    said = _logged((tmp_path / "missing").read_bytes, tmp_path / "log")
    assert "FileNotFoundError: [Errno 2]" in said


def test_a_log_whose_folder_is_gone_stops_nothing(tmp_path: Path) -> None:
    _write(SmallLog(tmp_path / "gone" / "log"), "first")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_log_and_trace_are_their_owners_alone(tmp_path: Path) -> None:
    _write(SmallLog(tmp_path / "log", most_bytes=4), "first", "second")
    trace = CrashTrace(tmp_path / "crash.txt")
    modes = {one.name: one.stat().st_mode & 0o777 for one in tmp_path.iterdir()}
    trace.end()
    assert modes == dict.fromkeys(("log", "log.1", "crash.txt"), 0o600)


@pytest.mark.parametrize(
    ("error", "told"), [(KnownError("پر است."), "پر است."), (ValueError("x"), UNEXPECTED)]
)
def test_an_error_that_leaves_a_slot_is_told_in_a_sentence(
    error: Exception, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_unexpected(said.append, print)
    sys.excepthook(type(error), error, None)
    assert said == [told]


def test_a_refusal_of_the_store_is_told_where_it_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refused: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_unexpected(print, refused.append)
    sys.excepthook(StoreError, StoreError("پر است."), None)
    assert refused == ["پر است."]


SESSION = """
import os, sys
from pathlib import Path
from desktop.common.errors import CrashTrace
def crashing(note):
    os.abort()
trace = CrashTrace(Path(sys.argv[1]))
crashing("متن یادداشت") if sys.argv[2] == "crash" else trace.end()
"""


@pytest.fixture
def left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The handler that tells where the tests themselves crashed, which is one for the process."""
    for name in ("enable", "disable"):
        monkeypatch.setattr(f"desktop.common.errors.faulthandler.{name}", lambda *_: None)


def _session(trace: Path, end: str) -> None:
    subprocess.run([sys.executable, "-c", SESSION, str(trace), end], check=False)


@pytest.mark.usefixtures("left_alone")
def test_a_crash_below_python_is_logged_by_the_next_session(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    trace = tmp_path / "crash.txt"
    _session(trace, "crash")
    CrashTrace(trace).end()
    assert "in crashing" in caplog.text
    assert "یادداشت" not in caplog.text


def test_a_session_that_ends_well_leaves_no_trace(tmp_path: Path) -> None:
    _session(tmp_path / "crash.txt", "well")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("left_alone")
def test_a_folder_that_takes_no_file_leaves_the_session_without_a_trace(tmp_path: Path) -> None:
    CrashTrace(tmp_path / "missing" / "crash.txt").end()
