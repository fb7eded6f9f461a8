"""A second start brings the first window forward and ends; a killed one hinders nobody."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.windows.pc import SECONDS, Pc, alike


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    return tmp_path / "reader"


@pytest.fixture
def first(computer: Pc, installed: Path, reader: Path) -> Iterator["subprocess.Popen[str]"]:
    yield computer.open(installed, "--user-data", reader)
    computer.end_all()


def closes(computer: Pc, window: "subprocess.Popen[str]") -> bool:
    """Whether the keyboard is with a window, so that Ctrl+Q ends its program well."""
    computer.press("ctrl+q")
    return window.wait(SECONDS) == 0


def test_a_second_start_ends_and_brings_the_first_window_forward(
    computer: Pc, installed: Path, reader: Path, first: "subprocess.Popen[str]"
) -> None:
    alone = computer.screen.picture()
    computer.open("notepad")
    assert not alike(computer.screen.picture(), alone)
    second = computer.run(installed, "--user-data", reader)
    computer.settle()
    computer.picture("6-second-start")
    assert second.returncode == 0, second.stderr
    assert closes(computer, first)


def test_after_a_kill_the_next_start_opens(
    computer: Pc, installed: Path, reader: Path, first: "subprocess.Popen[str]"
) -> None:
    computer.end_all()
    assert closes(computer, computer.open(installed, "--user-data", reader))
