"""Totals that follow each act agree with a count of the whole file."""

from collections.abc import Iterator
from datetime import date

import pytest

from db.user.models import Change, Colour, RemarkKind, TextSelector
from db.user.note_filter import NoteFilter
from db.user.note_indexes import NoteGroup
from db.user.note_totals import NoteTotals
from db.user.notes_page import Totals
from db.user.store import UserStore


def counted(store: UserStore) -> Totals:
    written, bookmarks = NoteFilter(written=True), NoteFilter(bookmarks=True)
    return Totals(store.count_notes(), store.count_notes(written), store.count_marks(bookmarks))


def test_every_act_and_its_undoing_are_followed(store: UserStore) -> None:
    totals = NoteTotals(store)
    totals.read()
    span = TextSelector(0, 3, "متن")
    note = store.add_annotation("economy-1", note="متن")
    light = store.add_annotation("economy-1", selector=span, colour=Colour.PINK)
    for change in (
        note.change,
        light.change,
        store.edit_annotation(light.value.uuid, note="با واژه").change,
        store.delete_annotation(note.value.uuid).change,
        store.undo(),
        store.start_meeting("شورا", date(2026, 3, 21)).change,
        store.add_bookmark("economy-2").change,
        store.undo(),
    ):
        assert change is not None
        totals.follow(change)
        assert totals.read() == counted(store)


def test_an_act_that_was_not_told_is_counted(store: UserStore) -> None:
    totals = NoteTotals(store)
    assert totals.read() == Totals(0, 0)
    store.add_annotation("economy-1", note="ناگفته")
    totals.follow(store.add_annotation("economy-1", note="گفته").change)
    assert totals.read() == Totals(2, 2)


def test_what_is_followed_is_not_counted_again(
    store: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    totals = NoteTotals(store)
    totals.read()
    totals.follow(store.add_annotation("economy-1", note="متن").change)
    monkeypatch.setattr(store, "totals", None)
    assert totals.read() == Totals(1, 1)


def test_what_was_kept_serves_the_next_start(
    store: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_annotation("economy-1", note="متن")
    first = NoteTotals(store)
    first.read()
    first.keep()
    monkeypatch.setattr(store, "totals", None)
    assert NoteTotals(store).read() == Totals(1, 1)


def test_what_was_kept_before_another_act_is_counted_again(store: UserStore) -> None:
    first = NoteTotals(store)
    first.read()
    first.keep()
    store.add_annotation("economy-1", note="متن")
    assert NoteTotals(store).read() == Totals(1, 1)


@pytest.mark.parametrize("kept", ["", "lineage", "lineage a b c", "lineage 1 2", "1 2 3 4 5"])
def test_a_count_that_cannot_be_read_is_counted_again(store: UserStore, kept: str) -> None:
    store.add_annotation("economy-1", note="متن")
    store.remember("totals", kept)
    assert NoteTotals(store).read() == Totals(1, 1)


def test_groups_are_counted_once_until_an_act(
    store: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_annotation("economy-1", note="متن")
    totals = NoteTotals(store)
    written = NoteFilter(written=True)
    assert (totals.count(written), totals.grouped("kind", written)) == (1, {"comment": 1})
    with monkeypatch.context() as patched:
        patched.setattr(store, "mark_counts", None)
        patched.setattr(store, "count_marks", None)
        assert (totals.count(written), totals.grouped("kind", written)) == (1, {"comment": 1})
    store.add_annotation("economy-2", note="متن")
    assert (totals.count(written), totals.grouped("kind", written)) == (2, {"comment": 2})


@pytest.mark.parametrize("by", ["item_id", "kind", "colour", "meeting", "owner", "collection"])
def test_groups_of_all_notes_follow_each_act(store: UserStore, by: NoteGroup) -> None:
    totals = NoteTotals(store)
    store.add_annotation("economy-1", note="پیش از همه")
    totals.grouped(by, NoteFilter())
    for change in _acts(store):
        if change is not None:
            totals.follow(change)
        assert list(totals.grouped(by, NoteFilter()).items()) == list(store.mark_counts(by).items())


def _acts(store: UserStore) -> Iterator[Change | None]:
    """Acts that move notes between groups; the last, without a change, empties a column."""
    meeting = store.start_meeting("شورا", date(2026, 3, 21))
    yield meeting.change
    note = store.add_annotation("economy-2", note="در نشست", owner="معاونت", colour=Colour.PINK)
    yield note.change
    shelf = store.create_collection("قفسه")
    yield shelf.change
    mark = store.add_bookmark("economy-2", collection=shelf.value.uuid)
    yield mark.change
    yield store.move_bookmark(mark.value.uuid, collection=None).change
    yield store.edit_annotation(note.value.uuid, kind=RemarkKind.CONFLICT, owner="").change
    yield store.delete_annotation(note.value.uuid).change
    yield store.undo()
    yield store.undo()
    yield store.delete_meeting(meeting.value.uuid).change
    store.purge([meeting.value.uuid])
    yield None


def test_groups_that_follow_are_not_counted_again(
    store: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    totals = NoteTotals(store)
    totals.grouped("kind", NoteFilter())
    totals.follow(store.add_annotation("economy-1", note="متن").change)
    monkeypatch.setattr(store, "mark_counts", None)
    assert totals.grouped("kind", NoteFilter()) == {"comment": 1}


@pytest.mark.parametrize("chosen", [NoteFilter(), NoteFilter(written=True)])
def test_a_filter_is_counted_as_the_store_counts_it(store: UserStore, chosen: NoteFilter) -> None:
    span = TextSelector(0, 3, "متن")
    store.add_annotation("economy-1", note="متن")
    store.add_annotation("economy-1", selector=span, colour=Colour.PINK)
    assert NoteTotals(store).count(chosen) == store.count_marks(chosen)


def test_what_was_never_counted_is_not_kept(store: UserStore) -> None:
    NoteTotals(store).keep()
    assert store.recall("totals") == ""


def test_an_act_before_the_first_count_is_counted_with_the_rest(store: UserStore) -> None:
    totals = NoteTotals(store)
    totals.follow(store.add_annotation("economy-1", note="متن").change)
    assert totals.read() == Totals(1, 1)
