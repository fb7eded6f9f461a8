"""A completion behind «یا» is one of the alternatives as a whole."""

import pytest

from db.search.engine import SearchEngine
from db.search.parsed_query import Group, Unit
from db.search.query import parse_query


@pytest.mark.parametrize(
    "before", ["زباله یا ", "زباله|", "زباله OR ", "(زباله | ", "آب (زباله یا "]
)
@pytest.mark.parametrize("typed", ["حمل‌ونقل عم", "مالی"])
def test_several_words_stand_in_brackets(engine: SearchEngine, before: str, typed: str) -> None:
    offered = engine.completer.complete(before + typed)
    assert any(one.startswith(f"{before}(") for one in offered)
    for one in offered:
        (row,) = parse_query(one).alternatives
        assert row[0] == Unit("زباله")
        assert len(row) == 2
        assert isinstance(row[1], Group | Unit)


@pytest.mark.parametrize(
    ("typed", "completion"),
    [
        ("زباله یا منا", "زباله یا منابع"),
        ("زباله یا فاضلب", "زباله یا فاضلاب"),
        ("زباله یا (مالی", "زباله یا (مالیه و درآمد شهری"),
        ("زباله یا (آب مالی", "زباله یا (آب مالیه و درآمد شهری"),
        ("زباله یا «مالی", "زباله یا «مالیه و درآمد شهری»"),
        ("هزینه‌ی مترو بهتر است یا مالی", "هزینه‌ی مترو بهتر است یا مالیه و درآمد شهری"),
        ("یا مالی", "یا مالیه و درآمد شهری"),
        ("زباله مالی", "زباله مالیه و درآمد شهری"),
    ],
)
def test_other_completions_stand_as_they_are(
    engine: SearchEngine, typed: str, completion: str
) -> None:
    assert completion in engine.completer.complete(typed)
