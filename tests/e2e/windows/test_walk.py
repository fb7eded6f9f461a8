"""The walk of a reader: open, search, mark, note, close, open again: it is all still there."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.windows.pc import Pc
from tests.e2e.windows.reader import held

NOTE = "در دستور جلسه بیاید"


@pytest.fixture(scope="module")
def reader(computer: Pc, installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reader's folder after one sitting with the keyboard alone."""
    folder = tmp_path_factory.mktemp("reader") / "داده‌ها"
    window = computer.open(installed, "--user-data", folder)
    computer.picture("1-home")
    computer.type("پسماند")
    computer.picture("2-completions")
    computer.press("Return", "Down", "Up")
    computer.picture("3-search")
    computer.press("ctrl+d")
    computer.press("ctrl+n")
    computer.type(NOTE)
    computer.press("ctrl+Return")
    computer.picture("4-note")
    computer.close(window)
    return folder


@pytest.fixture
def again(computer: Pc, installed: Path, reader: Path) -> Iterator["subprocess.Popen[str]"]:
    """The program after its second start."""
    yield computer.open(installed, "--user-data", reader)
    computer.end_all()


def test_what_was_marked_and_noted_is_kept(reader: Path) -> None:
    assert held(reader / "notes.db") == (1, 1)


def test_the_note_is_as_it_was_typed(computer: Pc, installed: Path, reader: Path) -> None:
    assert NOTE in computer.run(installed, "notes", "list", "--user-data", reader).stdout


def test_the_second_start_shows_the_same_item_as_marked(
    computer: Pc, reader: Path, again: "subprocess.Popen[str]"
) -> None:
    computer.picture("5-again")
    computer.press("ctrl+d")
    computer.close(again)
    assert held(reader / "notes.db") == (0, 1)
