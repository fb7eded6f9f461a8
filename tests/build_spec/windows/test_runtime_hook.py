"""The next start removes what a killed one left, and nothing else."""

import os
import sys
import time
from pathlib import Path

import pytest

from build_spec.windows.runtime_hook import STARTING_SECONDS, LeftOvers, remove_left_overs
from desktop.common.unpacked import clear_up


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return unpacked(tmp_path / "_MEI42042", "python312.dll", "resources")


def unpacked(folder: Path, *names: str, age: float = 0) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).touch()
    then = time.time() - age
    os.utime(folder, (then, then))
    return folder


def test_what_a_killed_start_left_is_removed(own: Path, tmp_path: Path) -> None:
    unpacked(tmp_path / "_MEI71722", "python312.dll", age=2 * STARTING_SECONDS)
    unpacked(tmp_path / "_MEI71723.old", "resources", age=2 * STARTING_SECONDS)
    remove_left_overs(own)
    assert list(tmp_path.iterdir()) == [own]


def test_another_start_still_unpacking_is_left_alone(own: Path, tmp_path: Path) -> None:
    other = unpacked(tmp_path / "_MEI71722", "python312.dll")
    remove_left_overs(own)
    assert other.is_dir()


def test_another_program_of_this_kind_is_left_alone(own: Path, tmp_path: Path) -> None:
    other = unpacked(tmp_path / "_MEI71722", "python310.dll", age=2 * STARTING_SECONDS)
    remove_left_overs(own)
    assert other.is_dir()


def test_its_own_folder_stays_however_old(own: Path) -> None:
    os.utime(own, (0, 0))
    remove_left_overs(own)
    assert own.is_dir()


def test_the_program_says_when_nobody_waits_for_it(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked(tmp_path / "_MEI71722", "python312.dll", age=2 * STARTING_SECONDS)
    before = [*sys.meta_path]
    monkeypatch.setattr(sys, "meta_path", [*before, LeftOvers(own)])
    clear_up()
    assert list(tmp_path.iterdir()) == [own]
    assert sys.meta_path == before
