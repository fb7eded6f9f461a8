"""Copies of the edition that a test may spoil, and one whole build for all."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.build.__main__ import build
from db.paths import RESOURCES

type Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Copy the edition and replace `old` by `new` once in one of its files."""

    def spoiled(name: str, old: str, new: str) -> Path:
        folder = Path(shutil.copytree(RESOURCES / "edition", tmp_path / "edition"))
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")
        return folder

    return spoiled


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of resources/data, built once more."""
    data = tmp_path_factory.mktemp("built") / "data"
    build(RESOURCES, data)
    return data
