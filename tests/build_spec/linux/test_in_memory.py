"""The quick tests write to memory where it has room, and never where they were told not to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "build_spec/linux/in_memory.sh"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")


def said(**places: str) -> str:
    elsewhere = {name: value for name, value in os.environ.items() if name != "TMPDIR"}
    done = subprocess.run([SCRIPT], env=elsewhere | places, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


def test_what_it_names_is_a_folder_in_memory() -> None:
    named = said()
    assert named in ("", "TMPDIR=/dev/shm")
    assert not named or os.access(named.partition("=")[2], os.W_OK)


def test_a_place_that_was_chosen_stays(tmp_path: Path) -> None:
    assert said(TMPDIR=str(tmp_path)) == ""
