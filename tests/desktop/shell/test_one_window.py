"""A second start brings the first window forward; a lock dies with the program that held it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.shell.one_window import NO_ANSWER, OneWindow, come_forward

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


def program(folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "desktop", "--user-data", str(folder)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, cwd=ROOT, env=surroundings)


def test_a_second_start_calls_the_first_window_and_ends(
    qtbot: QtBot, data: None, first: OneWindow, tmp_path: Path
) -> None:
    first.listen()
    with qtbot.waitSignal(first.forward_wanted, timeout=20_000):
        second = program(tmp_path)
    assert second.wait(20) == 0
    assert not (tmp_path / "notes.db").exists()


def test_a_call_from_before_the_window_stood_is_heard(
    qtbot: QtBot, first: OneWindow, tmp_path: Path, lock: Path
) -> None:
    with pytest.raises(KnownError):
        OneWindow(lock).enter(0)
    with qtbot.waitSignal(first.forward_wanted):
        first.listen()


def test_a_first_window_that_does_not_answer_is_said(first: OneWindow, lock: Path) -> None:
    with pytest.raises(KnownError) as refused:
        OneWindow(lock).enter(0.05)
    assert refused.value.sentence == NO_ANSWER


def test_a_killed_program_holds_nothing(lock: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(lock)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as held:
        assert held.stdout is not None
        assert held.stdout.readline() == "True\n"
        with pytest.raises(KnownError):
            OneWindow(lock).enter(0)
        held.kill()
    second = OneWindow(lock)
    assert second.enter(0)
    second.leave()


def test_a_closed_window_lets_the_next_one_in(lock: Path) -> None:
    one, other = OneWindow(lock), OneWindow(lock)
    assert one.enter()
    one.leave()
    assert other.enter(0)
    other.leave()


def test_reading_in_a_folder_without_permission_needs_no_lock(tmp_path: Path) -> None:
    assert OneWindow(tmp_path / "missing" / "window.lock").enter(0)


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_minimised_window_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    qtbot.waitUntil(window.isActiveWindow)
