"""Groups in a query find the reader's own texts too."""

import pytest

from db.search.notes import NoteIndex
from tests.db.search.note_feed import Feed, Text


@pytest.mark.parametrize(
    ("text", "uuids"),
    [
        ("(مترو رسولی) یا پسماند", {"metro", "collection"}),
        ("(مترو آب) یا پسماند", {"collection"}),
        ("(مترو -رسولی) یا پسماند", {"collection"}),
        ("(بودجه یا منابع) مترو", {"metro"}),
        ("مترو -(رسولی آب)", {"metro"}),
        ("مترو -(رسولی جلسه)", set()),
        ("مترو -(«آقای رسولی» جلسه)", set()),
        ("مترو -(«رسولی آقای» جلسه)", {"metro"}),
        ("مترو -(رسولی محور:فرهنگ)", {"metro"}),
        ("(مترو محور:فرهنگ) یا پسماند", {"metro", "collection"}),
        ("(مترو و بودجه) یا رسول*", {"metro"}),
        ("(مترو «منابع آب زیرزمینی نگران») یا پسماند", {"collection"}),
        ("مترو -(جلسه «آقای رسولی در جلسه»)", {"metro"}),
        ("((((مترو", {"metro"}),
    ],
)
def test_groups_find_the_readers_own_texts(notes: NoteIndex, text: str, uuids: set[str]) -> None:
    assert {hit.uuid for hit in notes.search(text)} == uuids


def test_texts_that_a_group_lets_through_are_counted(notes: NoteIndex, feed: Feed) -> None:
    feed.save(*(Text(f"n{number}", "اتوبوس و مترو") for number in range(9)))
    notes.follow(feed)
    assert notes.answer("(اتوبوس مترو) یا پسماند", limit=1).count == 10
