"""The Windows program, carried to a folder as people name theirs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec import ROOT
from build_spec.build import DIST
from tests.e2e.windows.pc import Pc, is_there, pc

PROGRAM = DIST / "tehran1404.exe"
PICTURES = ROOT / "screenshots" / "windows"


@pytest.fixture(scope="session")
def windows_program() -> Path:
    if not PROGRAM.is_file():
        pytest.skip("only after make executable-windows")
    return PROGRAM


@pytest.fixture(scope="session")
def computer(windows_program: Path) -> Iterator[Pc]:
    if not is_there():
        pytest.skip("only where Wine is")
    with pc(PICTURES) as made:
        yield made


@pytest.fixture(scope="session")
def installed(windows_program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy whose path has Persian letters, a half-space and a space."""
    folder = tmp_path_factory.mktemp("windows") / "پوشه‌ی من"
    folder.mkdir()
    return Path(shutil.copy(windows_program, folder))
