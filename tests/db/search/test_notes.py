"""The reader's own texts are found by the document's rules."""

from pathlib import Path

import pytest

from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.notes import NoteIndex
from tests.db.search.answers import cut
from tests.db.search.note_feed import Feed, Text, found


@pytest.mark.parametrize(
    ("text", "uuid"),
    [
        ("منبع آب", "water"),
        ("نگران کننده", "water"),
        ("جلسات", "metro"),
        ("رصولی", "metro"),
        ("lj v,", "metro"),
        ("حمل و نقل", "joined"),
        ("جهان‌شهر", "joined"),
        ("رسول*", "metro"),
        ("«بودجه مترو»", "metro"),
        ("اتوبوس یا مترو", "metro"),
        ("«منابع آب» یا اتوبوس", "water"),
        ("اتوبوس یا رسول*", "metro"),
        ("مترو یا محور:امنیت", "metro"),
        ("مترو که -آب", "metro"),
        ("هیئت", "board"),
        ("پيگيري", "tag"),
        ("پسماندها", "collection"),
    ],
)
def test_a_text_is_found_as_the_document_would_be(notes: NoteIndex, text: str, uuid: str) -> None:
    assert found(notes, text) == [uuid]


@pytest.mark.parametrize(
    "text",
    [
        *("", "؟", "«مترو بودجه»", "مترو -رسولی", "مترو -«آقای رسولی»", "مترو -رسول*"),
        *("کیک شکلاتی", "محور:۱", "رسولی آب | گاز", "رسولی زیرزمی*"),
    ],
)
def test_what_does_not_answer_is_not_found(notes: NoteIndex, text: str) -> None:
    assert found(notes, text) == []


def test_spans_are_exact_to_the_letter(notes: NoteIndex) -> None:
    (hit,) = notes.search("منابع آب")
    assert cut(hit.text, hit.spans) == ["منابع آب"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [("زیرزمی*", ["زیرزمینی"]), ("رسولی مترو | گاز", ["مترو", "رسولی"]), ("گاز یا آب", ["آب"])],
)
def test_what_an_operator_found_is_marked(notes: NoteIndex, text: str, marked: list[str]) -> None:
    (hit,) = notes.search(text)
    assert cut(hit.text, hit.spans) == marked


def test_a_hit_says_what_it_is(notes: NoteIndex) -> None:
    (hit,) = notes.search("فوری")
    assert (hit.kind, hit.item_id, hit.text) == ("tag", None, "پیگیری فوری")


def test_more_of_the_query_comes_first(notes: NoteIndex, feed: Feed) -> None:
    feed.save(Text("half", "مترو"))
    notes.follow(feed)
    assert found(notes, "بودجه مترو")[0] == "metro"


def test_the_limit_is_kept(notes: NoteIndex, feed: Feed) -> None:
    feed.save(*(Text(f"n{number}", "اتوبوس") for number in range(9)))
    notes.follow(feed)
    assert len(notes.search("اتوبوس", limit=3)) == 3


@pytest.mark.parametrize(
    "query", ["شهر", "توسعه شهر", "توسعه‌ی فضای سبز شهر", '"شهر تهران"', "شهر -توسعه", "توسع*"]
)
def test_all_that_answer_are_counted_beyond_the_limit(
    tmp_path: Path, lexicon: Lexicon, reference: ReferenceStore, query: str
) -> None:
    feed, notes = Feed(), NoteIndex(tmp_path / "counted", lexicon)
    feed.save(*(Text(item.id, item.edited) for item in reference.items()))
    notes.follow(feed)
    every = notes.answer(query, limit=1_000)
    assert len(every.hits) == every.count > 1
    assert notes.answer(query, limit=1).count == every.count
