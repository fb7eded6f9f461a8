"""Where notes are kept: backups and the way back, another folder, a folder beside the program."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.windows.pc import SECONDS, Pc
from tests.e2e.windows.reader import held

Window = subprocess.Popen[str]


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    return tmp_path / "داده‌های من"


@pytest.fixture
def start(computer: Pc, installed: Path) -> Iterator[Callable[..., Window]]:
    """Opens the window with the first axis."""

    def begin(*words: str | Path) -> Window:
        window = computer.open(installed, *words)
        computer.press("ctrl+1")
        return window

    yield begin
    computer.end_all()


def copies(reader: Path, reason: str) -> list[Path]:
    return sorted((reader / "backups").glob(f"notes-*-{reason}.db"))


def test_a_backup_is_restored_and_the_restore_taken_back(
    computer: Pc, start: Callable[..., Window], reader: Path
) -> None:
    window = start("--user-data", reader)
    computer.press("ctrl+d")
    computer.do("پشتیبان‌گیری از یادداشت‌ها")
    computer.wait_for(lambda: len(copies(reader, "manual")) == 1)
    computer.press("ctrl+d")
    computer.do("بازیابی از پشتیبان")
    computer.turn("Return")
    computer.press("Tab")
    computer.picture("8-restore")
    computer.turn("Return")
    computer.wait_for(lambda: len(copies(reader, "restore")) == 1)
    computer.press("ctrl+z")
    computer.wait_for(lambda: len(copies(reader, "restore")) == 2)
    computer.picture("9-restore-taken-back")
    computer.close(window)
    before, between = (held(copy) for copy in copies(reader, "restore"))
    assert (before, between, held(reader / "notes.db")) == ((0, 0), (1, 0), (0, 0))


def test_after_a_move_the_next_start_opens_the_new_folder(
    computer: Pc, start: Callable[..., Window], reader: Path, tmp_path: Path
) -> None:
    target = tmp_path / "جای تازه"
    target.mkdir()
    window = start("--user-data", reader)
    computer.press("ctrl+d", "ctrl+minus")  # a setting to take along
    computer.do("پشتیبان‌ها")
    computer.press("shift+Tab", "Tab", "Tab", "Tab")
    computer.turn("space")
    computer.answer(target)
    computer.picture("10-move")
    computer.press("Tab", "Return")
    assert window.wait(SECONDS) == 0
    assert held(target / "notes.db") == (1, 0)
    assert (target / "settings.toml").read_bytes() == (reader / "settings.toml").read_bytes()
    again = start("--user-data", reader)
    computer.press("Down", "ctrl+d")
    computer.close(again)
    assert (held(target / "notes.db"), held(reader / "notes.db")) == ((2, 0), (1, 0))


def test_a_folder_beside_the_program_takes_all(
    computer: Pc, start: Callable[..., Window], installed: Path
) -> None:
    portable = installed.parent / "portable"
    portable.mkdir()
    window = start()
    computer.press("ctrl+d")
    computer.close(window)
    kept = held(portable / "notes.db")
    shutil.rmtree(portable)
    assert kept == (1, 0)
