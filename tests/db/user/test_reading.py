"""Reading marks: read, unread, a whole axis forgotten."""

from db.user.store import UserStore
from tests.db.user.told import told


def test_items_are_marked_read_and_unread(store: UserStore) -> None:
    store.mark_read(["economy-1", "economy-2"])
    store.mark_unread(["economy-2", "economy-3"])
    assert store.read_items() == {"economy-1"}


def test_reading_twice_changes_nothing(store: UserStore) -> None:
    store.mark_read(["economy-1"])
    assert store.mark_read(["economy-1"]).change.rows == ()


def test_an_axis_is_forgotten_and_remembered(store: UserStore) -> None:
    store.mark_read(["economy-1", "economy-vision", "transport-1"])
    store.reset_axis("economy")
    assert store.read_items() == {"transport-1"}
    store.undo()
    assert store.read_items() == {"economy-1", "economy-vision", "transport-1"}


def test_an_item_is_read_again(store: UserStore) -> None:
    store.mark_read(["economy-1"])
    store.mark_unread(["economy-1"])
    store.mark_read(["economy-1"])
    assert store.read_items() == {"economy-1"}


def test_an_item_that_was_stayed_on_ends_no_redo(store: UserStore) -> None:
    store.add_bookmark("economy-1")
    store.undo()
    store.came_to_read("economy-1")
    assert store.read_items() == {"economy-1"}
    assert told(store.redo()) == "دوباره انجام شد: نشان گذاشته شد"


def test_undo_takes_back_the_act_before_an_item_was_stayed_on(store: UserStore) -> None:
    store.add_bookmark("economy-1")
    store.came_to_read("economy-2")
    store.undo()
    assert not store.bookmarked_items()
    assert store.read_items() == {"economy-2"}
