"""A second start brings the first window forward and ends; a killed one hinders nobody."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec.windows.wine import PREFIX
from tests.e2e.windows.pc import Pc


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    return tmp_path / "reader"


@pytest.fixture
def first(computer: Pc, installed: Path, reader: Path) -> Iterator["subprocess.Popen[str]"]:
    yield computer.open(installed, "--user-data", reader)
    computer.end_all()


def test_a_second_start_ends_and_brings_the_first_window_forward(
    computer: Pc, installed: Path, reader: Path, first: "subprocess.Popen[str]"
) -> None:
    alone = computer.screen.picture_part()
    computer.open("notepad")
    second = computer.run(installed, "--user-data", reader)
    computer.wait_for(lambda: computer.screen.picture_part() == alone)
    computer.picture("6-second-start")
    assert second.returncode == 0, second.stderr


def test_after_a_kill_the_next_start_opens(
    computer: Pc, installed: Path, reader: Path, first: "subprocess.Popen[str]"
) -> None:
    computer.end_all()
    computer.close(computer.open(installed, "--user-data", reader))


def test_what_a_killed_start_left_goes_when_the_next_has_opened(
    computer: Pc, installed: Path, reader: Path, first: "subprocess.Popen[str]"
) -> None:
    computer.end_all()
    left = [*(PREFIX / "drive_c" / "users").glob("*/Temp/_MEI*")]
    assert left
    for folder in left:
        os.utime(folder, (0, 0))
    window = computer.open(installed, "--user-data", reader)
    computer.wait_for(lambda: not any(map(Path.exists, left)))
    computer.close(window)
