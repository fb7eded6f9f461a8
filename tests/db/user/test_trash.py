"""The trash gives back everything, until it is told to forget."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db.errors import KnownError
from db.user.store import UserStore
from tests.db.user.told import told


def test_the_trash_lists_what_was_deleted_latest_first(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    tag = store.add_tag("الف").value
    store.delete_annotation(note.uuid)
    store.delete_tag(tag.uuid)
    found = [(entry.kind, entry.item_id, entry.text) for entry in store.trash()]
    assert found == [("tag", None, "الف"), ("annotation", "economy-1", "متن")]


def test_every_kind_comes_back(store: UserStore) -> None:
    meeting = store.start_meeting("شورا", date(2026, 1, 2)).value.uuid
    note = store.add_annotation("economy-1", note="متن").value.uuid
    store.delete_meeting(meeting)
    store.delete_annotation(note)
    store.restore(meeting)
    store.restore(note)
    assert store.trash() == []


def test_a_bookmark_whose_collection_is_gone_comes_back_outside(store: UserStore) -> None:
    shelf = store.create_collection("الف").value.uuid
    mark = store.add_bookmark("economy-1", collection=shelf).value.uuid
    store.delete_collection(shelf)
    store.restore(mark)
    assert [one.uuid for one in store.bookmarks()] == [mark]


def test_restoring_can_be_undone(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value.uuid
    store.delete_annotation(note)
    store.restore(note)
    store.undo()
    assert [entry.uuid for entry in store.trash()] == [note]


def test_an_unknown_row_is_not_restored(store: UserStore) -> None:
    with pytest.raises(KnownError):
        store.restore("نیست")


def test_what_is_deleted_for_ever_leaves_no_byte(store: UserStore, path: Path) -> None:
    note = store.add_annotation("economy-1", note="MARKER-IN-NOTE " * 400, tags=["الف"]).value
    store.delete_annotation(note.uuid)
    assert store.empty_trash() == 1
    store.close()
    assert b"MARKER-IN-NOTE" not in path.read_bytes()


def test_what_is_deleted_for_ever_does_not_return_by_undo(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    store.delete_annotation(note.uuid)
    store.purge([note.uuid])
    assert store.undo() is None
    assert store.annotation(note.uuid) is None


def test_what_was_done_to_others_can_be_undone_after_it(store: UserStore) -> None:
    kept = store.add_annotation("economy-1", note="ماندنی").value
    gone = store.add_annotation("economy-1", note="رفتنی").value
    store.delete_marks([kept.uuid, gone.uuid])
    store.purge([gone.uuid])
    assert told(store.undo()) == "برگردانده شد: یادداشت‌ها حذف شدند"
    assert store.notes() == [store.annotation(kept.uuid)]
    store.undo()
    assert store.count_notes() == 0
    assert store.undo() is None


def test_what_pointed_at_a_purged_row_comes_back_without_it(store: UserStore) -> None:
    shelf = store.create_collection("قفسه").value.uuid
    mark = store.add_bookmark("economy-1", collection=shelf).value.uuid
    store.move_bookmark(mark, collection=None)
    store.set_bookmark_note(mark, "پس از آن")
    store.delete_collection(shelf)
    store.purge([shelf])
    store.undo()
    assert [one.note for one in store.bookmarks()] == [""]
    assert told(store.undo()) == "برگردانده شد: نشان گذاشته شد"


def test_only_the_name_of_a_purged_row_is_kept(store: UserStore, path: Path) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    store.delete_annotation(note.uuid)
    store.purge([note.uuid])
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT uuid FROM purged").fetchall() == [(note.uuid,)]


def test_only_what_is_in_the_trash_is_deleted_for_ever(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    assert store.purge([note.uuid]) == 0
    assert store.annotation(note.uuid) == note


def test_any_row_is_made_private(store: UserStore) -> None:
    mark = store.add_bookmark("economy-1").value
    store.set_private(mark.uuid, True)
    found = store.bookmark_of("economy-1")
    assert found is not None
    assert found.private


def test_what_is_restored_together_lies_in_each_other_again(store: UserStore) -> None:
    mark = store.add_bookmark("economy-1").value.uuid
    inner = store.create_collection("درونی").value.uuid
    outer = store.create_collection("بیرونی").value.uuid
    store.move_bookmark(mark, collection=inner)
    store.move_collection(inner, parent=outer)
    store.delete_collection(outer)
    change = store.restore(mark, inner, outer).change
    assert [one.uuid for one in store.bookmarks(inner)] == [mark]
    assert {one.uuid: one.parent for one in store.collections()} == {outer: None, inner: outer}
    assert change.label == "۳ مورد از حذف‌شده‌ها برگشت"
