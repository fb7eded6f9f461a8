"""A tag of any name is found by its filter, as it is written and as it is completed."""

import json
from pathlib import Path

import pytest

from db.cli.command import Context
from tests.db.cli.conftest import Run

NAMES = [
    *("فاز（۲）", "﴿ویژه﴾", "(الف)", "الف (ب", "الف|ب", "«مهم»", "الف:ب", 'گروه "الف"', "-الف"),
]


@pytest.fixture
def tagged(run: Run, tmp_path: Path, request: pytest.FixtureRequest) -> tuple[str, str]:
    """A folder of the reader's in which a direction bears the tag, and the tag."""
    code, *_ = run(
        "notes", "add", "economy-3", "سند", "--user-data", str(tmp_path), f"--tag={request.param}"
    )
    assert code == 0
    return str(tmp_path), request.param


def _found(run: Run, query: str, place: str) -> list[str]:
    _, out, _ = run("search", "--json", "--user-data", place, "--", query)
    return [hit["id"] for hit in json.loads(out)["hits"]]


@pytest.mark.parametrize("tagged", NAMES, indirect=True)
def test_what_is_completed_finds_the_tag(run: Run, tagged: tuple[str, str]) -> None:
    place, tag = tagged
    (completed,) = Context(Path(place)).engine.completer.complete("برچسب:", tags=(tag,))
    assert _found(run, completed, place) == ["economy-3"]


@pytest.mark.parametrize("tagged", ["فاز（۲）", "فاز(۲)"], indirect=True)
@pytest.mark.parametrize("typed", ["برچسب:فاز（۲）", "برچسب:فاز(۲)", "برچسب:«فاز（۲）»"])
def test_brackets_of_every_script_name_one_tag(
    run: Run, tagged: tuple[str, str], typed: str
) -> None:
    assert "economy-3" in _found(run, typed, tagged[0])
