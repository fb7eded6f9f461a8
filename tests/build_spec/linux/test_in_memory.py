"""The quick tests write to memory where it has room, and never where they were told not to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build_spec.stubs import tool

SCRIPT = Path(__file__).parents[3] / "build_spec/linux/in_memory.sh"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")


@pytest.fixture(autouse=True)
def plenty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of which memory and every folder have room."""
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    for name in ("df", "awk"):
        tool(tmp_path / name, "#!/bin/sh\necho 4096\n")


def said(place: Path) -> str:
    done = subprocess.run([SCRIPT, place], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


def test_a_folder_with_room_is_named(tmp_path: Path) -> None:
    assert said(tmp_path) == f"TMPDIR={tmp_path}"


def test_a_missing_folder_is_not(tmp_path: Path) -> None:
    assert said(tmp_path / "none") == ""


@pytest.mark.parametrize("lacking", ["df", "awk"])
def test_a_folder_or_a_memory_that_is_nearly_full_is_not(tmp_path: Path, lacking: str) -> None:
    tool(tmp_path / lacking, "#!/bin/sh\necho 600\n")
    assert said(tmp_path) == ""


def test_a_place_that_was_chosen_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert said(tmp_path) == ""
