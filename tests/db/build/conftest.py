"""Copies of the edition that a test may spoil, and one whole build for all."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.build.__main__ import build
from db.paths import LEXICON_DATA, RESOURCES
from db.search.places import write_table

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


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """What the build made, with few of the thousands of subject terms that are compared."""
    made = Path(shutil.copytree(LEXICON_DATA, tmp_path / "tables"))
    subjects = ["economy-1\tدورکاری\tکار از خانه", "architecture-1\tنوسازی محله\tزلزله"]
    write_table(made / "subjects.txt", subjects)
    return made


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of resources/data, built once more."""
    data = tmp_path_factory.mktemp("built") / "data"
    build(RESOURCES, data)
    return data
