"""The one file runs in a bare Debian root that has none of Qt's libraries."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import PROGRAM, Run, needs_root

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


def _inside(run: Run, root: Path, command: str, env: dict[str, str]) -> tuple[int, str]:
    script = f"mount -t proc proc '{root}/proc' && exec chroot '{root}' /opt/tehran1404 {command}"
    path = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    done = run("/usr/bin/unshare", "-m", "/bin/sh", "-c", script, env=path | env)
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
