"""The built program, as a person would carry it to another machine."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[2] / "dist" / "tehran1404"
NOBODY = 65534
SECONDS = 120

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """These tests need the built file and take minutes."""
    here = str(Path(__file__).parent) + os.sep
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def program() -> Path:
    assert PROGRAM.is_file(), "build it first: make executable"
    return PROGRAM


@pytest.fixture
def carried(program: Path) -> Iterator[Path]:
    """A copy in a folder that every user may read, away from the source tree."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copy(program, folder))


@pytest.fixture
def run() -> Run:
    """Run a command in an empty environment from the root folder."""

    def start(
        *command: str | Path, env: Mapping[str, str] | None = None, user: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(word) for word in command],
            cwd="/",
            env=dict(env or {}),
            user=user,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    return start


needs_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="mounts and namespaces need root"
)
