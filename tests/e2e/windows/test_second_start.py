"""A second start brings the first window forward and ends; a killed one hinders nobody."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.windows.pc import SECONDS, Pc

TITLE = "چشم‌انداز تهران ۱۴۰۴"


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    return tmp_path / "reader"


@pytest.fixture
def first(computer: Pc, installed: Path, reader: Path) -> Iterator["subprocess.Popen[str]"]:
    window = computer.open(installed, "--user-data", reader)
    yield window
    computer.end_all()
    window.communicate(timeout=SECONDS)


def test_a_second_start_ends_and_gives_the_first_window_the_keyboard(
    computer: Pc, installed: Path, reader: Path, first: "subprocess.Popen[str]"
) -> None:
    computer.open("notepad")
    assert TITLE not in computer.focused()
    second = computer.run(installed, "--user-data", reader)
    computer.settle()
    computer.picture("6-second-start")
    assert (second.returncode, first.poll()) == (0, None), second.stderr
    assert TITLE in computer.focused()


def test_after_a_kill_the_next_start_opens(
    computer: Pc, installed: Path, reader: Path, first: "subprocess.Popen[str]"
) -> None:
    computer.run("taskkill", "/f", "/im", installed.name)
    window = computer.open(installed, "--user-data", reader)
    assert TITLE in computer.focused()
    computer.press("ctrl+q")
    window.communicate(timeout=SECONDS)
    assert window.returncode == 0
