"""The page of all notes: each filter, each order, counts and coverage."""

from collections import Counter
from datetime import date

import pytest

from db.user.models import Colour, RemarkKind, TextSelector
from db.user.note_filter import NoteFilter
from db.user.note_indexes import NoteGroup, NoteOrder
from db.user.notes_page import ItemCount
from db.user.store import UserStore

SPAN = TextSelector(0, 3, "شهر")


@pytest.fixture
def full(store: UserStore) -> UserStore:
    """Four marks: on an axis, two items of it, one item of another axis."""
    store.add_annotation("economy", note="محور", due="2026-03-01", owner="ناظر")
    store.start_meeting("شورا", date(2026, 1, 2))
    store.add_annotation("economy-1", note="بند", kind=RemarkKind.CONFLICT, tags=["الف"])
    store.add_annotation("economy-10", selector=SPAN, colour=Colour.PINK, due="2026-02-01")
    store.add_annotation("transport-1", note="راه", private=True)
    return store


def _items(store: UserStore, chosen: NoteFilter, order: NoteOrder = "item") -> list[str]:
    found = [note.item_id for note in store.notes(chosen, order=order)]
    assert store.count_notes(chosen) == len(found)
    return found


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (NoteFilter(), ["economy", "economy-1", "economy-10", "transport-1"]),
        (NoteFilter(axis="economy"), ["economy", "economy-1", "economy-10"]),
        (NoteFilter(item_id="economy-1"), ["economy-1"]),
        (NoteFilter(colour=Colour.PINK), ["economy-10"]),
        (NoteFilter(kind=RemarkKind.CONFLICT), ["economy-1"]),
        (NoteFilter(owner="ناظر"), ["economy"]),
        (NoteFilter(due_from="2026-02-02"), ["economy"]),
        (NoteFilter(due_to="2026-02-01"), ["economy-10"]),
        (NoteFilter(private=True), ["transport-1"]),
        (NoteFilter(private=False), ["economy", "economy-1", "economy-10"]),
        (NoteFilter(written=True), ["economy", "economy-1", "transport-1"]),
        (NoteFilter(written=False), ["economy-10"]),
        (NoteFilter(open_only=True), ["economy", "economy-1", "economy-10"]),
        (NoteFilter(axis="economy", open_only=True, written=False), ["economy-10"]),
    ],
)
def test_a_filter_lets_through(full: UserStore, chosen: NoteFilter, expected: list[str]) -> None:
    assert _items(full, chosen) == expected


def test_the_trash_is_not_counted_with_a_tag(full: UserStore) -> None:
    of_tag = NoteFilter(tag=full.tags()[0].tag.uuid)
    assert full.count_notes(of_tag) == 1
    full.delete_annotation(full.notes(of_tag)[0].uuid)
    assert full.count_notes(of_tag) == 0


def test_notes_are_filtered_by_tag_meeting_and_author(full: UserStore) -> None:
    tag, meeting = full.tags()[0].tag.uuid, full.meetings()[0].uuid
    assert _items(full, NoteFilter(tag=tag)) == ["economy-1"]
    assert _items(full, NoteFilter(meeting=meeting)) == ["economy-1", "economy-10", "transport-1"]
    assert _items(full, NoteFilter(author="دیگری")) == []


def test_a_person_is_who_wrote_or_has_to_settle(full: UserStore) -> None:
    assert _items(full, NoteFilter(person="ناظر")) == ["economy"]
    assert len(_items(full, NoteFilter(person=full.author.uuid))) == 4
    full.set_author_name("مشاور")
    assert len(_items(full, NoteFilter(person="مشاور"))) == 4
    assert _items(full, NoteFilter(person=full.author.uuid)) == []


def test_a_person_is_also_who_said_it(full: UserStore) -> None:
    full.add_annotation("economy-2", note="گفته شد", speaker="پروین")
    assert _items(full, NoteFilter(person="پروین")) == ["economy-2"]
    assert _items(full, NoteFilter(speaker="پروین")) == ["economy-2"]
    assert full.concerned()["پروین"] == "پروین"
    assert full.people("پر") == ["پروین"]


def test_a_person_in_several_parts_of_a_note_is_counted_once(full: UserStore) -> None:
    full.set_author_name("ناظر")
    full.add_annotation("economy-2", note="همه", owner="ناظر", speaker="ناظر")
    assert len(_items(full, NoteFilter(person="ناظر"))) == 5
    full.delete_annotation(full.annotations_of("economy-2")[0].uuid)
    assert len(_items(full, NoteFilter(person="ناظر"))) == 4


def test_all_persons_are_named_once(full: UserStore) -> None:
    assert full.concerned() == {full.author.uuid: "", "ناظر": "ناظر"}
    full.set_author_name("ناظر")
    assert full.concerned() == {"ناظر": "ناظر"}


def test_notes_are_filtered_by_time_of_writing(full: UserStore) -> None:
    third = full.notes(order="newest")[1].created
    assert _items(full, NoteFilter(created_from=third)) == ["economy-10", "transport-1"]
    assert _items(full, NoteFilter(created_before=third)) == ["economy", "economy-1"]


@pytest.mark.parametrize(
    ("order", "first"), [("newest", "transport-1"), ("changed", "economy-1"), ("due", "economy-10")]
)
def test_notes_are_ordered(full: UserStore, order: NoteOrder, first: str) -> None:
    changed = full.annotations_of("economy-1")[0]
    full.edit_annotation(changed.uuid, note="بند تازه")
    assert _items(full, NoteFilter(), order)[0] == first


def test_notes_come_by_the_screenful(full: UserStore) -> None:
    assert [n.item_id for n in full.notes(order="item", limit=2, offset=1)] == [
        "economy-1",
        "economy-10",
    ]


def test_notes_are_counted_by_kind(full: UserStore) -> None:
    assert full.mark_counts("kind") == {"comment": 3, "conflict": 1}
    assert full.mark_counts("colour", NoteFilter(axis="economy")) == {"": 2, "pink": 1}


@pytest.mark.parametrize("by", ["kind", "colour", "meeting"])
def test_groups_of_all_are_those_of_every_axis_together(full: UserStore, by: NoteGroup) -> None:
    """All of them are counted in another index than a part."""
    full.delete_annotation(full.annotations_of("economy")[0].uuid)
    parts = [full.mark_counts(by, NoteFilter(axis=axis)) for axis in ("economy", "transport")]
    assert Counter(full.mark_counts(by)) == sum(map(Counter, parts), Counter())


def test_coverage_counts_each_item(full: UserStore) -> None:
    assert full.coverage() == [
        ItemCount("economy", 1, 0, 1),
        ItemCount("economy-1", 1, 0, 1),
        ItemCount("economy-10", 0, 1, 1),
        ItemCount("transport-1", 1, 0, 0),
    ]


def test_a_name_typed_on_another_keyboard_is_of_the_same_person(store: UserStore) -> None:
    for name in ("علي كريمي", "علی کریمی", "\u202bعلی  کریمی"):
        store.add_annotation("economy-1", note="متن", owner=name, speaker=name)
        store.start_meeting("شورا", date(2026, 1, 2), [name])
    assert "علی کریمی" in store.concerned()
    assert store.people() == ["علی کریمی"]
    assert store.mark_counts("owner") == {"علی کریمی": 3}
