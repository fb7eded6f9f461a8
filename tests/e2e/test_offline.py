"""The whole walk — open, search, mark, note, print into a file, close — works without a network and
asks for none."""

import re
import shutil
from pathlib import Path

import pytest

from tests.e2e.conftest import Run, needs_root
from tests.e2e.printed import words_of

pytestmark = [
    needs_root,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
NOTE = "در دستور جلسه"
OF_THE_C_LIBRARY = "/var/run/nscd/socket"  # which asks there who runs it, where such a service is


def test_the_walk_needs_no_network_interface(carried: Path, run: Run, tmp_path: Path) -> None:
    walk = ("--user-data", tmp_path / "reader", "--tour", tmp_path / "pictures")
    done = run("/usr/bin/unshare", "-n", carried, *walk, env=OFFSCREEN)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "pictures").glob("*.png"))) >= 4
    assert NOTE in words_of(tmp_path / "pictures" / "5-printed.pdf")


def test_the_walk_speaks_to_nobody(carried: Path, run: Run, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    walk = ("--user-data", tmp_path / "reader", "--tour", tmp_path / "pictures")
    run("/usr/bin/strace", "-f", "-e", "%network", "-o", trace, carried, *walk, env=OFFSCREEN)
    said = trace.read_text("utf-8")
    assert "exited with 0" in said
    assert (tmp_path / "pictures" / "5-printed.pdf").is_file()
    assert set(re.findall(r"socket\((AF_\w+)", said)) <= {"AF_UNIX"}
    assert set(re.findall(r'sun_path=@?"([^"]+)"', said)) <= {OF_THE_C_LIBRARY}
