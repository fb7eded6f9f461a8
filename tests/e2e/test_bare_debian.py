"""The one file runs in a bare Debian root that has none of Qt's libraries."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from build_spec.bench.virtual_screen import virtual_screen
from tests.e2e.conftest import PROGRAM, SECONDS, Run, needs_root

ROOT_TREE = PROGRAM.parents[1] / "build" / "bare-debian"
pytestmark = [
    needs_root,
    pytest.mark.skipif(shutil.which("debootstrap") is None, reason="debootstrap is not installed"),
]


@pytest.fixture(scope="module")
def bare_debian(program: Path) -> Path:
    """The smallest Debian 12, made once, with the program in /opt."""
    if not (ROOT_TREE / "complete").exists():
        shutil.rmtree(ROOT_TREE, ignore_errors=True)
        command = ["debootstrap", "--variant=minbase", "bookworm", str(ROOT_TREE)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (ROOT_TREE / "complete").touch()
    shutil.copy(program, ROOT_TREE / "opt")
    return ROOT_TREE


PATH = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
PICTURE = PROGRAM.parents[1] / "screenshots" / "bare-debian.png"


def _command(root: Path, words: str) -> list[str]:
    script = f"mount -t proc proc '{root}/proc' && exec chroot '{root}' /opt/tehran1404 {words}"
    return ["/usr/bin/unshare", "-m", "/bin/sh", "-c", script]


def _inside(run: Run, root: Path, words: str, env: dict[str, str]) -> tuple[int, str]:
    done = run(*_command(root, words), env=PATH | env)
    return done.returncode, done.stdout + done.stderr


def test_no_library_of_a_window_system_is_there(bare_debian: Path) -> None:
    names = [path.name for path in (bare_debian / "usr" / "lib").rglob("*.so*")]
    assert [name for name in names if name.startswith(("libX11", "libxcb", "libEGL"))] == []


def test_it_checks_itself(run: Run, bare_debian: Path) -> None:
    code, said = _inside(run, bare_debian, "self-check --user-data /tmp/reader", {})
    assert code == 0, said


def test_it_walks_through_its_window(run: Run, bare_debian: Path) -> None:
    shutil.rmtree(bare_debian / "tmp" / "pictures", ignore_errors=True)
    walk = "--tour /tmp/pictures --user-data /tmp/walker"
    code, said = _inside(run, bare_debian, walk, {"QT_QPA_PLATFORM": "offscreen"})
    assert code == 0, said
    assert list((bare_debian / "tmp" / "pictures").glob("*.png"))


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_it_shows_its_window(bare_debian: Path) -> None:
    command = _command(bare_debian, "--user-data /tmp/shown")
    with virtual_screen() as screen:
        before = screen.picture_part()
        # The root has a /tmp of its own: the display is reached by its abstract socket.
        shown = subprocess.Popen(
            command, env=PATH | {"DISPLAY": screen.display}, start_new_session=True
        )
        try:
            screen.wait_for_change(before, SECONDS)
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            screen.save(PICTURE)
            assert shown.poll() is None
        finally:
            os.killpg(shown.pid, signal.SIGTERM)
            shown.wait(SECONDS)
