"""Stop words are the same wherever a query is looked at: for ranking, operators, groups, marks."""

import pytest

from db.search.notes import NoteIndex
from tests.db.search.answers import cut, ids, marked
from tests.db.search.conftest import Ask
from tests.db.search.note_feed import found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("زباله آدم‌ها -گاز", "زباله -گاز"),
        ("(زباله آدم‌ها) یا دوچرخه", "زباله یا دوچرخه"),
        ("(زباله به‌جای) یا دوچرخه", "زباله یا دوچرخه"),
    ],
)
def test_a_compound_of_stop_words_is_not_demanded(ask: Ask, text: str, plain: str) -> None:
    assert set(ids(ask(text))) == set(ids(ask(plain)))


def test_the_ending_of_a_word_is_not_marked_at_others(ask: Ask) -> None:
    hits = ask("مشاغل اولویت‌دار پایتخت کدام‌اند؟").hits
    hit = next(hit for hit in hits if hit.item_id == "culture-vision")
    assert marked(hit) == ["کارآفرینی"]


def test_an_ending_is_not_demanded_of_notes(notes: NoteIndex) -> None:
    assert found(notes, "جلسه‌ایم -آب") == ["metro"]


def test_a_stop_word_alone_is_marked_in_notes(notes: NoteIndex) -> None:
    (hit,) = notes.search("را")
    assert cut(hit.text, hit.spans) == ["را"]
