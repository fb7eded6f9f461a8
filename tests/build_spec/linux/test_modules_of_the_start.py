"""The modules of every start lie in a file of their own, and only there."""

import marshal
from pathlib import Path
from types import CodeType

import pytest

from build_spec.linux.modules_of_the_start import Entry, laid_apart

ROOT = Path(__file__).resolve().parents[3]


def _module(name: str, source: str) -> Entry:
    return (name, str(ROOT / source), "PYMODULE")


APP, PACKAGE = _module("desktop.app", "desktop/app.py"), _module("db", "db/__init__.py")
LATER = _module("db.search.engine", "db/search/engine.py")


@pytest.fixture(scope="module")
def laid(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[list[Entry], dict[str, tuple[bool, CodeType]]]:
    """The modules that stay where they were, and what the file holds."""
    rest, (_, file, _) = laid_apart([APP, PACKAGE, LATER], tmp_path_factory.mktemp("work"))
    return rest, marshal.loads(Path(file).read_bytes())


def test_only_what_the_first_paint_needs_is_laid_apart(
    laid: tuple[list[Entry], dict[str, tuple[bool, CodeType]]],
) -> None:
    rest, apart = laid
    assert rest == [LATER]
    assert set(apart) == {"desktop.app", "db"}


def test_it_names_no_folder_of_the_build(
    laid: tuple[list[Entry], dict[str, tuple[bool, CodeType]]],
) -> None:
    for name, place, is_package in (
        ("desktop.app", "desktop/app.py", False),
        ("db", "db/__init__.py", True),
    ):
        package, code = laid[1][name]
        assert (package, code.co_filename) == (is_package, place)
