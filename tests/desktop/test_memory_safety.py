"""That nothing is used which Qt has destroyed: the C library spoils whatever is given back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import desktop

_SPOILED = {
    "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0",
    "PYTHONMALLOC": "malloc",
    "QT_QPA_PLATFORM": "offscreen",
}
_ACTS = """
import random
from build_spec.bench.long_use import Day
from build_spec.bench.opened import open_window, settle
with open_window() as window:
    day, chance = Day(window), random.Random(1)
    for _ in range(400):
        chance.choice((day._compare, day._tab))()
        settle()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux")
def test_texts_side_by_side_and_tabs_use_nothing_that_is_gone() -> None:
    command = [sys.executable, "-X", "faulthandler", "-c", _ACTS]
    ended = subprocess.run(command, env=os.environ | _SPOILED, capture_output=True, timeout=300)
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")[-2000:]


def test_nobody_asks_a_layout_for_its_entries() -> None:
    own = Path(desktop.__file__).parent
    asking = [
        file.name for file in own.rglob("*.py") if ".itemAt(" in file.read_text(encoding="utf-8")
    ]
    assert not asking
