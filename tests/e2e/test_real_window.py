"""The one file shows its window on a display and speaks to nothing but that display."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec.bench.virtual_screen import VirtualScreen, virtual_screen
from tests.e2e.conftest import Run

SECONDS = 60.0
PICTURE = Path(__file__).resolve().parents[2] / "screenshots" / "one-file.png"
pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("strace")), reason="Xvfb or strace is not installed"
)


@pytest.fixture
def screen() -> Iterator[VirtualScreen]:
    with virtual_screen() as made:
        yield made


def test_a_second_start_ends_while_the_window_stays(
    carried: Path, run: Run, screen: VirtualScreen, tmp_path: Path
) -> None:
    environment = {"DISPLAY": screen.display, "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    before = screen.picture_part()
    first = subprocess.Popen([carried], env=environment)
    screen.wait_for_change(before, SECONDS)
    second = run(carried, env=environment)
    still = first.poll()
    first.terminate()
    first.wait(SECONDS)
    assert (second.returncode, second.stderr, still) == (0, "", None)


def test_a_window_is_painted_and_only_its_display_is_spoken_to(
    carried: Path, run: Run, screen: VirtualScreen, tmp_path: Path
) -> None:
    trace, before = tmp_path / "trace", screen.picture_part()
    command: list[str | Path] = ["/usr/bin/strace", "-f", "-e", "%network", "-o", trace, carried]
    environment = {"DISPLAY": screen.display, "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    # Without an address Qt would have a bus started, and the trace would follow that program too.
    bus = tmp_path / "no-bus"
    environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
    watched = subprocess.Popen(command, env=environment, start_new_session=True)
    screen.wait_for_change(before, SECONDS)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    screen.save(PICTURE)
    called = run(carried, env=environment)  # the window answers, and has begun all its work
    os.killpg(watched.pid, signal.SIGTERM)
    watched.wait(SECONDS)
    said = trace.read_text("utf-8")
    display = f"/tmp/.X11-unix/X{screen.display.removeprefix(':')}"
    assert called.returncode == 0
    assert set(re.findall(r"socket\((AF_\w+)", said)) == {"AF_UNIX"}
    assert set(re.findall(r'sun_path=@?"([^"]+)"', said)) == {display, str(bus)}
