"""Collections: a tree moved by hand that never swallows itself."""

import pytest

from db.errors import KnownError
from db.user.collection_tree import CYCLE, NO_TITLE
from db.user.store import UserStore


def _titles(store: UserStore, parent: str | None = None) -> list[str]:
    return [one.title for one in store.collections() if one.parent == parent]


def test_collections_stand_in_each_other(store: UserStore) -> None:
    upper = store.create_collection("نامه‌ها").value
    store.create_collection("بودجه", parent=upper.uuid)
    assert (_titles(store), _titles(store, upper.uuid)) == (["نامه‌ها"], ["بودجه"])


def test_a_collection_is_renamed(store: UserStore) -> None:
    shelf = store.create_collection("نامه‌ها").value
    assert store.rename_collection(shelf.uuid, " گزارش‌ها ").value.title == "گزارش‌ها"


def test_a_collection_needs_a_title(store: UserStore) -> None:
    with pytest.raises(KnownError, match=NO_TITLE):
        store.create_collection("  ")


def test_a_collection_is_moved_ahead_of_another(store: UserStore) -> None:
    store.create_collection("الف")
    first = store.collections()[0]
    second = store.create_collection("ب").value
    store.move_collection(second.uuid, parent=None, before=first.uuid)
    assert _titles(store) == ["ب", "الف"]


def test_a_collection_does_not_go_into_itself(store: UserStore) -> None:
    upper = store.create_collection("الف").value.uuid
    lower = store.create_collection("ب", parent=upper).value.uuid
    with pytest.raises(KnownError, match=CYCLE):
        store.move_collection(upper, parent=lower)
    with pytest.raises(KnownError, match=CYCLE):
        store.move_collection(upper, parent=upper)


def test_a_collection_takes_its_content_to_the_trash_and_back(store: UserStore) -> None:
    upper = store.create_collection("الف").value.uuid
    lower = store.create_collection("ب", parent=upper).value.uuid
    store.add_bookmark("economy-1", collection=lower)
    store.delete_collection(upper)
    assert (store.collections(), store.bookmarked_items()) == ([], frozenset())
    store.restore(upper)
    assert [mark.item_id for mark in store.bookmarks(lower)] == ["economy-1"]


def test_what_was_deleted_before_its_collection_stays_deleted(store: UserStore) -> None:
    shelf = store.create_collection("الف").value.uuid
    mark = store.add_bookmark("economy-1", collection=shelf).value
    store.remove_bookmark(mark.uuid)
    store.delete_collection(shelf)
    store.restore(shelf)
    assert store.bookmarks(shelf) == []


def test_nothing_goes_into_a_deleted_collection(store: UserStore) -> None:
    shelf = store.create_collection("الف").value.uuid
    store.delete_collection(shelf)
    with pytest.raises(KnownError):
        store.add_bookmark("economy-1", collection=shelf)
    assert store.bookmark_of("economy-1") is None


def test_a_deleted_collection_says_what_went_with_it(store: UserStore) -> None:
    shelf = store.create_collection("الف").value.uuid
    inner = store.create_collection("ب", parent=shelf).value.uuid
    for item_id, where in (("economy-1", shelf), ("economy-2", inner)):
        store.add_bookmark(item_id, collection=where)
    label = store.delete_collection(shelf).change.label
    assert label == "مجموعه با ۲ نشانِ درون آن حذف شد"
    empty = store.create_collection("پ").value.uuid
    assert store.delete_collection(empty).change.label == "مجموعه حذف شد"
