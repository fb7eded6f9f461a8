"""Bookmarks on the page of everything marked: which filters let them through, where they stand."""

from datetime import date

import pytest

from db.user.models import Annotation, Bookmark, Colour, RemarkKind, TextSelector
from db.user.note_filter import NoteFilter
from db.user.note_indexes import NoteGroup, NoteOrder
from db.user.store import UserStore

SPAN = TextSelector(0, 3, "شهر")


@pytest.fixture
def full(store: UserStore) -> UserStore:
    """Two bookmarks among two notes: one with a line in a meeting, one in a collection."""
    store.add_annotation("economy-1", note="بند", kind=RemarkKind.CONFLICT, tags=["الف"])
    shelf = store.create_collection("قفسه").value.uuid
    store.add_bookmark("economy-1", collection=shelf)
    store.start_meeting("شورا", date(2026, 1, 2))
    store.add_bookmark("transport-1", note="خط کنار نشان")
    store.add_annotation("transport-1", selector=SPAN, colour=Colour.PINK, due="2026-02-01")
    store.set_item_tags("transport-1", ["ب"])
    return store


def shown(store: UserStore, chosen: NoteFilter, order: NoteOrder = "item") -> list[str]:
    """Marks as «b» or «a» with their item, counted on the way."""
    marks = store.marks(chosen, order=order)
    assert store.count_marks(chosen) == len(marks)
    return [f"{'b' if isinstance(mark, Bookmark) else 'a'} {mark.item_id}" for mark in marks]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (NoteFilter(), ["b economy-1", "a economy-1", "b transport-1", "a transport-1"]),
        (NoteFilter(bookmarks=True), ["b economy-1", "b transport-1"]),
        (NoteFilter(bookmarks=False), ["a economy-1", "a transport-1"]),
        (NoteFilter(axis="economy"), ["b economy-1", "a economy-1"]),
        (NoteFilter(item_id="transport-1"), ["b transport-1", "a transport-1"]),
        (NoteFilter(written=True), ["a economy-1", "b transport-1"]),
        (NoteFilter(written=False), ["a transport-1"]),
        (NoteFilter(kind=RemarkKind.CONFLICT), ["a economy-1"]),
        (NoteFilter(colour=Colour.PINK), ["a transport-1"]),
        (NoteFilter(owner=""), ["a economy-1", "a transport-1"]),
        (NoteFilter(due_from="2026-01-01"), ["a transport-1"]),
        (NoteFilter(open_only=True), ["a economy-1", "a transport-1"]),
        (NoteFilter(private=False, bookmarks=True), ["b economy-1", "b transport-1"]),
        (NoteFilter(bookmarks=True, kind=RemarkKind.COMMENT), []),
    ],
)
def test_a_filter_lets_bookmarks_through(
    full: UserStore, chosen: NoteFilter, expected: list[str]
) -> None:
    assert shown(full, chosen) == expected


def test_bookmarks_are_filtered_by_what_they_share_with_notes(full: UserStore) -> None:
    meeting, shelf = full.meetings()[0].uuid, full.collections()[0].uuid
    tags = {use.tag.name: use.tag.uuid for use in full.tags()}
    assert shown(full, NoteFilter(meeting=meeting)) == ["b transport-1", "a transport-1"]
    assert shown(full, NoteFilter(collection=shelf)) == ["b economy-1"]
    assert shown(full, NoteFilter(tag=tags["ب"])) == ["b transport-1"]


def test_bookmarks_are_filtered_by_who_set_them_and_when(full: UserStore) -> None:
    mine = NoteFilter(bookmarks=True, person=full.author.uuid)
    second = full.all_bookmarks()[0].created
    assert len(shown(full, mine)) == 2
    assert shown(full, NoteFilter(bookmarks=True, created_from=second)) == ["b transport-1"]
    assert shown(full, NoteFilter(bookmarks=True, person="دیگری")) == []


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("newest", ["a transport-1", "b transport-1", "b economy-1", "a economy-1"]),
        ("changed", ["b economy-1", "a transport-1", "b transport-1", "a economy-1"]),
        ("due", ["a transport-1", "a economy-1", "b economy-1", "b transport-1"]),
    ],
)
def test_bookmarks_stand_in_every_order(
    full: UserStore, order: NoteOrder, wanted: list[str]
) -> None:
    first = full.bookmark_of("economy-1")
    assert first is not None
    full.set_bookmark_note(first.uuid, "تازه")
    assert shown(full, NoteFilter(), order) == wanted


def test_screenfuls_of_both_kinds_go_on_where_the_last_ended(full: UserStore) -> None:
    whole = full.marks(order="item")
    parts = [full.marks(order="item", limit=1, offset=at)[0] for at in range(4)]
    assert parts == whole


@pytest.mark.parametrize(
    ("by", "wanted"),
    [
        ("item_id", {"economy-1": 2, "transport-1": 2}),
        ("kind", {"comment": 1, "conflict": 1}),
        ("owner", {"": 2}),
    ],
)
def test_groups_count_bookmarks_where_they_have_a_place(
    full: UserStore, by: NoteGroup, wanted: dict[str, int]
) -> None:
    assert full.mark_counts(by) == wanted


def test_collections_and_meetings_count_their_bookmarks(full: UserStore) -> None:
    meeting, shelf = full.meetings()[0].uuid, full.collections()[0].uuid
    assert full.mark_counts("meeting") == {"": 2, meeting: 2}
    assert full.mark_counts("collection") == {"": 1, shelf: 1}
    assert full.mark_counts("collection", NoteFilter(bookmarks=False)) == {}


def test_the_trash_holds_no_mark_of_the_page(full: UserStore) -> None:
    full.delete_marks([mark.uuid for mark in full.marks(NoteFilter(item_id="economy-1"))])
    assert shown(full, NoteFilter()) == ["b transport-1", "a transport-1"]
    full.undo()
    assert len(shown(full, NoteFilter())) == 4


@pytest.mark.parametrize("order", ["newest", "changed", "due"])
def test_notes_are_read_from_their_index_beside_bookmarks(
    full: UserStore, order: NoteOrder
) -> None:
    """No order may sort all notes before the first screenful, as a union easily does."""
    # What SQLite plans is told on the store's own connection; no door leads there.
    asked: list[str] = []
    full._connection.set_trace_callback(asked.append)  # noqa: SLF001
    full.marks(order=order)
    full._connection.set_trace_callback(None)  # noqa: SLF001
    plan = full._rows(f"EXPLAIN QUERY PLAN {asked[0]}")  # noqa: SLF001
    steps = [str(row["detail"]) for row in plan]
    of_notes = steps[: steps.index("RIGHT")]
    assert f"SCAN annotation USING COVERING INDEX annotation_{order}" in of_notes
    assert "USE TEMP B-TREE FOR ORDER BY" not in of_notes


def test_notes_alone_are_asked_for_as_before(full: UserStore) -> None:
    assert all(isinstance(note, Annotation) for note in full.notes())
    assert full.count_notes() == 2
