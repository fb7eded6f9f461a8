"""Bookmarks: one for an item, ordered by hand, never lost with their note."""

import pytest

from db.errors import KnownError
from db.user.store import UserStore


def _order(store: UserStore, collection: str | None = None) -> list[str]:
    return [mark.item_id for mark in store.bookmarks(collection)]


def test_a_bookmark_carries_its_note(store: UserStore) -> None:
    mark = store.add_bookmark("economy-1", note="برای نامه").value
    assert store.bookmark_of("economy-1") == mark
    assert store.set_bookmark_note(mark.uuid, "برای گزارش").value.note == "برای گزارش"
    assert store.bookmarked_items() == {"economy-1"}


def test_an_item_has_one_bookmark(store: UserStore) -> None:
    first = store.add_bookmark("economy-1", note="الف").value
    again = store.add_bookmark("economy-1")
    assert again.value == first
    assert again.change.rows == ()


def test_a_bookmark_set_again_brings_its_note_back(store: UserStore) -> None:
    mark = store.add_bookmark("economy-1", note="الف").value
    store.remove_bookmark(mark.uuid)
    assert store.bookmark_of("economy-1") is None
    assert store.add_bookmark("economy-1").value.note == "الف"


def test_a_removed_bookmark_cannot_be_removed_again(store: UserStore) -> None:
    mark = store.add_bookmark("economy-1").value
    store.remove_bookmark(mark.uuid)
    with pytest.raises(KnownError):
        store.remove_bookmark(mark.uuid)


def test_bookmarks_keep_the_order_made_by_hand(store: UserStore) -> None:
    marks = {item: store.add_bookmark(item).value.uuid for item in ("a", "b", "c")}
    store.move_bookmark(marks["c"], collection=None, before=marks["a"])
    store.move_bookmark(marks["a"], collection=None, before=None)
    assert _order(store) == ["c", "b", "a"]


def test_many_moves_into_one_gap_keep_the_order(store: UserStore) -> None:
    marks = [store.add_bookmark(item).value.uuid for item in ("a", "b", "c")]
    for turn in range(120):
        store.move_bookmark(marks[2 - turn % 2], collection=None, before=marks[1 + turn % 2])
    assert _order(store) == ["a", "b", "c"]


def test_a_bookmark_moves_into_a_collection(store: UserStore) -> None:
    shelf = store.create_collection("نامه‌ها").value.uuid
    mark = store.add_bookmark("economy-1").value
    store.move_bookmark(mark.uuid, collection=shelf)
    assert (_order(store), _order(store, shelf)) == ([], ["economy-1"])


def test_a_bookmark_is_made_in_a_collection(store: UserStore) -> None:
    shelf = store.create_collection("نامه‌ها").value.uuid
    mark = store.add_bookmark("economy-1", collection=shelf).value
    assert mark.collection == shelf
    assert [one.uuid for one in store.all_bookmarks()] == [mark.uuid]
