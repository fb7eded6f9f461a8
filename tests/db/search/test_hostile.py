"""No query fails, whatever is in it, and whatever is answered can be shown."""

import json

import pytest
from hypothesis import given

from db.search.models import Hit
from tests.db.search.conftest import Ask
from tests.db.search.hostile import ENDLESS, hostile


def is_whole(hit: Hit) -> bool:
    """Whether every mark of a hit lies in its text, in order."""
    places = [place for span in hit.spans for place in (span.start, span.end)]
    return places == sorted(places) and all(0 <= place <= len(hit.text) for place in places)


@given(text=hostile)
def test_every_query_is_answered_with_marks_inside_the_text(ask: Ask, text: str) -> None:
    results = ask(text, limit=5)
    assert all(map(is_whole, results.hits))
    assert results.query == text


@given(text=hostile)
def test_every_answer_can_be_written_down(ask: Ask, text: str) -> None:
    results = ask(text, limit=3)
    json.dumps([[hit.item_id, hit.excerpt, hit.why] for hit in results.hits], allow_nan=False)
    assert results.direct == any(hit.match == "direct" for hit in results.hits) or not results.hits


@pytest.mark.parametrize("text", ENDLESS, ids=lambda text: ascii(text[:6]))
def test_an_endless_query_is_cut_and_said_so(ask: Ask, text: str) -> None:
    results = ask(text)
    assert results.query == text
    assert "هزار نویسه" in (results.understood or "")


@pytest.mark.parametrize(
    "text", ["", " ", "؟", "*", "«»", "-", "\u202e", "😀", "\ud800", "ءـ", "ی", "\u06d0", "«ی»"]
)
def test_nothing_asked_is_nothing_found(ask: Ask, text: str) -> None:
    assert ask(text).hits == ()


def test_stop_words_alone_still_find_what_holds_them(ask: Ask) -> None:
    assert ask("از در به").hits
