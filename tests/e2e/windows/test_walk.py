"""The walk of a reader: open, search, mark, note, close, open again: it is all still there."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.windows.pc import SECONDS, Pc

NOTE = "در دستور جلسه بیاید"


@pytest.fixture(scope="module")
def reader(computer: Pc, installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reader's folder after one sitting with the keyboard alone."""
    folder = tmp_path_factory.mktemp("reader") / "داده‌ها"
    window = computer.open(installed, "--user-data", folder)
    computer.picture("1-home")
    computer.press("ctrl+f")
    computer.type("پسماند")
    computer.picture("2-completions")
    computer.press("Return", "Down", "Up")
    computer.picture("3-search")
    computer.press("ctrl+d")
    computer.press("ctrl+n")
    computer.type(NOTE)
    computer.press("ctrl+Return")
    computer.picture("4-note")
    close(computer, window)
    return folder


@pytest.fixture
def again(computer: Pc, installed: Path, reader: Path) -> Iterator["subprocess.Popen[str]"]:
    """The program after its second start."""
    yield computer.open(installed, "--user-data", reader)
    computer.end_all()


def close(computer: Pc, window: "subprocess.Popen[str]") -> None:
    computer.press("ctrl+q")
    _, said = window.communicate(timeout=SECONDS)
    assert window.returncode == 0, said


def counts(folder: Path) -> tuple[int, int]:
    """Bookmarks and notes in a reader's folder; only while no program has it open."""
    with closing(sqlite3.connect(f"file:{folder}/notes.db?mode=ro", uri=True)) as notes:
        marked = notes.execute("SELECT count(*) FROM bookmark WHERE deleted IS NULL").fetchone()
        noted = notes.execute("SELECT count(*) FROM annotation WHERE deleted IS NULL").fetchone()
    return marked[0], noted[0]


def test_what_was_marked_and_noted_is_kept(reader: Path) -> None:
    assert counts(reader) == (1, 1)


def test_the_note_is_as_it_was_typed(computer: Pc, installed: Path, reader: Path) -> None:
    assert NOTE in computer.run(installed, "notes", "list", "--user-data", reader).stdout


def test_the_second_start_shows_the_same_item_as_marked(
    computer: Pc, reader: Path, again: "subprocess.Popen[str]"
) -> None:
    computer.picture("5-again")
    computer.press("ctrl+d")
    close(computer, again)
    assert counts(reader) == (0, 1)
