"""The filters of a query keep to the notes on the items they allow, as the document reads them."""

import pytest

from db.search.notes import NoteIndex
from tests.db.search.note_feed import Feed, Text, found

ON_ITEMS = [
    Text("money", "صورت هزینه", item_id="economy-3"),
    Text("road", "صورت جلسه", item_id="transport-1"),
]


@pytest.mark.parametrize(
    ("text", "uuids"),
    [
        ("صورت", {"money", "road"}),
        ("محور:حمل و نقل صورت", {"road"}),
        ("-محور:اقتصاد صورت", {"road"}),
        ("برچسب:فوری صورت", {"money"}),
        ("صورت محور:هزینه", {"money"}),
        ("lp,v:hrjwhn w,vj", {"money"}),
        ("دوچرخه یا (صورت محور:حمل و نقل)", {"money", "road"}),
    ],
)
def test_a_filter_keeps_to_the_notes_on_its_items(
    notes: NoteIndex, feed: Feed, text: str, uuids: set[str]
) -> None:
    feed.save(*ON_ITEMS)
    assert notes.follow(feed)
    assert set(found(notes, text)) == uuids


@pytest.mark.parametrize(
    ("filters", "is_found"),
    [
        ("محور:حمل و نقل", True),
        ("-محور:اقتصاد", True),
        ("محور:اقتصاد", False),
        ("نوع:بند", False),
        ("نشان:دارد", False),
    ],
)
def test_a_note_on_a_whole_axis_stands_where_all_of_the_axis_does(
    notes: NoteIndex, feed: Feed, filters: str, is_found: bool
) -> None:
    feed.save(Text("whole", "صورت جلسه", item_id="transport"))
    assert notes.follow(feed)
    assert found(notes, f"{filters} صورت") == ["whole"] * is_found


def test_what_is_on_no_item_is_not_found_with_a_filter(notes: NoteIndex) -> None:
    assert found(notes, "پیگیری فوری") == ["tag"]
    assert found(notes, "محور:اقتصاد پیگیری فوری") == []


def test_a_count_keeps_to_the_items_of_a_filter(notes: NoteIndex, feed: Feed) -> None:
    numbered = enumerate(["economy-1", "economy-2", "culture-1", "culture-2", "culture-3"])
    feed.save(*(Text(f"n{number}", "اتوبوس", item_id=item_id) for number, item_id in numbered))
    notes.follow(feed)
    assert notes.answer("اتوبوس محور:اقتصاد", 1).count == 2


@pytest.mark.parametrize("text", ["اتوبوس یا رصولی", "(رسولی بودحه) یا اتوبوس", "رصولی|اتوبوس"])
def test_a_slip_among_alternatives_is_mended(notes: NoteIndex, text: str) -> None:
    assert found(notes, text) == ["metro"]
