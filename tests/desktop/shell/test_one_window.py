"""A second start brings the first window forward; a lock dies with the program that held it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.shell.one_window import NO_ANSWER, OneWindow, come_forward
from tests.desktop.conftest import PATIENCE_MS

ROOT = Path(__file__).parents[3]
HOLD = """
import sys, time
from pathlib import Path
from desktop.shell.one_window import OneWindow
print(OneWindow(Path(sys.argv[1])).enter(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "window.lock"


@pytest.fixture
def first(lock: Path) -> Iterator[OneWindow]:
    made = OneWindow(lock)
    assert made.enter()
    yield made
    made.leave()


type Program = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def program(data: None) -> Iterator[Program]:
    """Starts the program; none outlives the test, whatever it came to."""
    started: list[subprocess.Popen[bytes]] = []
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    def start(folder: Path, *files: Path, cwd: Path = ROOT) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "desktop", "--user-data", str(folder), *map(str, files)]
        started.append(subprocess.Popen(command, cwd=cwd, env=surroundings))
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.wait()


def test_a_second_start_calls_the_first_window_and_ends(
    qtbot: QtBot, program: Program, first: OneWindow, tmp_path: Path
) -> None:
    first.listen()
    with qtbot.waitSignal(first.forward_wanted):
        second = program(tmp_path)
    assert second.wait(PATIENCE_MS / 1000) == 0
    assert not (tmp_path / "notes.db").exists()


def test_a_second_start_hands_its_file_to_the_first_window(
    qtbot: QtBot, program: Program, first: OneWindow, tmp_path: Path
) -> None:
    first.listen()
    with qtbot.waitSignal(first.file_brought) as brought:
        second = program(tmp_path, Path("یادداشت‌ها.tehran1404"), cwd=tmp_path)
    assert brought.args == [tmp_path / "یادداشت‌ها.tehran1404"]
    assert second.wait(PATIENCE_MS / 1000) == 0


@pytest.mark.parametrize("name", ["ب" * 200, "two\nlines", "b\udcff", "x/" * 20_000 + "end"])
def test_any_path_arrives_as_it_is(
    qtbot: QtBot, first: OneWindow, tmp_path: Path, lock: Path, name: str
) -> None:
    with pytest.raises(KnownError):
        OneWindow(lock).enter(tmp_path / name, seconds=0)
    with qtbot.waitSignal(first.file_brought) as brought:
        first.listen()
    assert brought.args == [tmp_path / name]


def test_a_start_without_a_file_brings_none(
    qtbot: QtBot, first: OneWindow, tmp_path: Path, lock: Path
) -> None:
    for file in (tmp_path / "a long path", None):
        with pytest.raises(KnownError):
            OneWindow(lock).enter(file, seconds=0)
    with qtbot.waitSignal(first.forward_wanted), qtbot.assertNotEmitted(first.file_brought):
        first.listen()


def test_files_opened_at_the_same_time_all_arrive(
    qtbot: QtBot, program: Program, first: OneWindow, tmp_path: Path
) -> None:
    arrived: list[Path] = []
    first.file_brought.connect(arrived.append)
    first.listen()
    names = [tmp_path / f"{number}.tehran1404" for number in range(3)]
    starts = [program(tmp_path, name) for name in names]
    qtbot.waitUntil(lambda: all(one.poll() == 0 for one in starts))
    assert sorted(arrived) == names


def test_a_call_from_before_the_window_stood_is_heard(
    qtbot: QtBot, first: OneWindow, tmp_path: Path, lock: Path
) -> None:
    with pytest.raises(KnownError):
        OneWindow(lock).enter(seconds=0)
    with qtbot.waitSignal(first.forward_wanted):
        first.listen()


def test_a_first_window_that_does_not_answer_is_said(first: OneWindow, lock: Path) -> None:
    with pytest.raises(KnownError) as refused:
        OneWindow(lock).enter(seconds=0.05)
    assert refused.value.sentence == NO_ANSWER


def test_a_killed_program_holds_nothing(lock: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(lock)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as held:
        assert held.stdout is not None
        assert held.stdout.readline() == "True\n"
        with pytest.raises(KnownError):
            OneWindow(lock).enter(seconds=0)
        held.kill()
    second = OneWindow(lock)
    assert second.enter(seconds=0)
    second.leave()


def test_a_closed_window_lets_the_next_one_in(lock: Path) -> None:
    one, other = OneWindow(lock), OneWindow(lock)
    assert one.enter()
    one.leave()
    assert other.enter(seconds=0)
    other.leave()


def test_reading_in_a_folder_without_permission_needs_no_lock(tmp_path: Path) -> None:
    assert OneWindow(tmp_path / "missing" / "window.lock").enter(seconds=0)


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_minimised_window_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    qtbot.waitUntil(window.isActiveWindow)
