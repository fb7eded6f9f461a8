"""The set-up names what it cannot install, and stops."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.build_spec.stubs import tool

SETUP = Path(__file__).resolve().parents[3] / "build_spec" / "linux" / "setup.sh"
LACKS_A_LIBRARY = '#!/bin/sh\n[ "$1" = -m ] && echo libegl1\nexit 0\n'

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows is set up by uv alone")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project whose environment is there, on a system without one library of Qt's."""
    (tmp_path / "build_spec" / "linux").mkdir(parents=True)
    shutil.copy(SETUP, tmp_path / "build_spec" / "linux")
    tool(tmp_path / ".venv" / "bin" / "python", LACKS_A_LIBRARY)
    tool(tmp_path / "tools" / "uv", "#!/bin/sh\n")
    return tmp_path


def _set_up(tree: Path, user: int, apt: str) -> "subprocess.CompletedProcess[str]":
    tool(tree / "tools" / "id", f"#!/bin/sh\necho {user}\n")
    tool(tree / "tools" / "apt-get", apt)
    path = f"{tree / 'tools'}:{os.environ['PATH']}"
    command = ["bash", str(tree / "build_spec" / "linux" / "setup.sh")]
    return subprocess.run(
        command, env={"PATH": path, "HOME": str(tree)}, capture_output=True, text=True, check=False
    )


def test_who_may_not_install_is_told_what_to_install(tree: Path) -> None:
    done = _set_up(tree, 1000, "#!/bin/sh\n")
    assert done.returncode
    assert "apt-get install libegl1" in done.stderr


def test_an_installation_that_fails_is_told(tree: Path) -> None:
    done = _set_up(tree, 0, "#!/bin/sh\nexit 1\n")
    assert done.returncode
    assert "libegl1" in done.stderr


def test_an_administrator_has_it_installed(tree: Path) -> None:
    assert _set_up(tree, 0, "#!/bin/sh\n").returncode == 0
