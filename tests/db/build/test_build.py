"""The whole build: complete, refusing a strange source, the same byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.build.__main__ import SOURCE_HASH, build, main
from db.build.database import write_database
from db.build.edition import read_edition
from db.build.errors import EditionError
from db.build.hazm_review import review
from db.paths import LEXICON_DATA, REFERENCE_DATABASE, RESOURCES, SEARCH_INDEX
from db.reference.store import ReferenceStore
from db.search.fields import CONTEXT_STEM, IN_TEXT, PART, SUBJECT_TYPES
from db.search.postings import open_postings
from tests.db.build.conftest import Spoil

EXCEPTIONS = "hazm-exceptions.toml"


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its name."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.slow
def test_two_builds_are_the_same_byte_for_byte(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "data"
    script = "import sys, pathlib; from db.build.__main__ import build;"
    script += " build(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))"
    environment = os.environ | {"PYTHONHASHSEED": "1404", "PYTHONPATH": str(RESOURCES.parent)}
    command = [sys.executable, "-c", script, str(RESOURCES), str(again)]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    assert content_of(again) == content_of(built)


def test_the_built_document_is_intact_and_indexed(reference: ReferenceStore) -> None:
    assert reference.content_is_intact()
    assert set(open_postings(SEARCH_INDEX).ids) == {item.id for item in reference.items()}


@pytest.mark.parametrize("path", sorted(LEXICON_DATA.glob("*.txt")), ids=lambda path: path.name)
def test_no_table_of_words_has_an_empty_key(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.with_suffix(".places").exists():  # an empty line is above those
        text = text[1:-1]
    assert not [line for line in text.split("\n") if not line or line.startswith("\t")]


def test_no_term_of_the_index_is_empty() -> None:
    known = open_postings(SEARCH_INDEX).known
    assert not [
        kind for kind in IN_TEXT + SUBJECT_TYPES + PART + CONTEXT_STEM if f"{kind}:" in known
    ]


def test_the_database_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    write_database(read_edition(RESOURCES / "edition"), SOURCE_HASH, tmp_path / "reference.db")
    assert (tmp_path / "reference.db").read_bytes() == REFERENCE_DATABASE.read_bytes()


def test_another_source_is_refused_and_leaves_the_data_alone(tmp_path: Path) -> None:
    resources, data = tmp_path / "resources", tmp_path / "data"
    shutil.copytree(RESOURCES / "source", resources / "source", copy_function=shutil.copyfile)
    with (resources / "source" / "tehran-1404.txt").open("ab") as source:
        source.write(b"\n")
    data.mkdir()
    (data / "reference.db").write_text("former")
    with pytest.raises(EditionError, match="is not the document"):
        build(resources, data)
    assert (data / "reference.db").read_text() == "former"


def test_every_difference_to_hazm_is_reviewed() -> None:
    edition = RESOURCES / "edition"
    assert review(read_edition(edition), edition / EXCEPTIONS) > 0


def test_a_new_difference_to_hazm_is_refused(spoil: Spoil) -> None:
    folder = spoil(EXCEPTIONS, 'from = "', 'from = "x')
    with pytest.raises(EditionError, match="adopt or list it"):
        review(read_edition(folder), folder / EXCEPTIONS)


def test_an_exception_that_is_no_longer_met_is_refused(spoil: Spoil) -> None:
    idle = '[[exception]]\nfrom = "هیچ"\nto = "پوچ"\nreason = "x"\n\n[[exception]]'
    folder = spoil(EXCEPTIONS, "[[exception]]", idle)
    with pytest.raises(EditionError, match=r"hazm-exceptions\.toml:\d+: .*no longer met"):
        review(read_edition(folder), folder / EXCEPTIONS)


def test_the_command_says_in_one_line_why_it_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: Path) -> None:
        raise EditionError(Path("1-economy.toml"), 12, "reason")

    monkeypatch.setattr("db.build.__main__.build", refuse)
    assert main() == 1
    assert capsys.readouterr().err == "refused: 1-economy.toml:12: reason\n"
