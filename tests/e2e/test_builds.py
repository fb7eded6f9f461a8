"""A build can be made again with the same bytes, and the folder build is the same program."""

import subprocess
from pathlib import Path

import pytest

from build_spec.build import FOLDER, freeze
from build_spec.contents import read_contents
from tests.e2e.conftest import Run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder build as an office unpacks it."""
    assert FOLDER.is_file(), "build it first: make executable-folder"
    place = tmp_path_factory.mktemp("پوشه‌ی برنامه")
    # Python's own zipfile forgets links and rights.
    subprocess.run(["unzip", "-q", FOLDER, "-d", place], check=True)
    return place / "tehran1404" / "tehran1404"


def test_a_second_build_has_the_same_files_and_bytes(program: Path, tmp_path: Path) -> None:
    again = freeze("tehran1404", folder=tmp_path / "dist", work=tmp_path / "work")
    assert read_contents(again) == read_contents(program)
    assert again.read_bytes() == program.read_bytes()


def test_the_folder_build_checks_itself(folder: Path, run: Run, tmp_path: Path) -> None:
    done = run(folder, "--self-check", "--user-data", tmp_path / "reader")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_file_of_the_folder_that_was_damaged_fails_the_check(
    folder: Path, run: Run, tmp_path: Path
) -> None:
    font = folder.parent / "_internal" / "resources" / "fonts" / "Vazirmatn-Bold.ttf"
    whole = font.read_bytes()
    middle = len(whole) // 2
    font.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    done = run(folder, "--self-check", "--user-data", tmp_path / "reader")
    font.write_bytes(whole)
    assert done.returncode == 1
    assert font.name in done.stdout


def test_the_folder_build_unpacks_nothing(folder: Path, run: Run, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    run("/usr/bin/strace", "-f", "-e", "trace=mkdir", "-o", trace, folder, "--version")
    assert "_MEI" not in trace.read_text("utf-8")
