"""What belongs to this computer: drafts, recent items, values of the session."""

from collections.abc import Callable

from db.user.store import UserStore


def test_a_draft_outlives_the_program(store: UserStore, reopened: Callable[[], UserStore]) -> None:
    store.save_draft("economy-1", "economy-1", "نیمه‌کار")
    store.save_draft("economy-1", "economy-1", "نیمه‌کاره")
    found = reopened().draft("economy-1")
    assert found is not None
    assert found.content == "نیمه‌کاره"


def test_a_discarded_draft_is_gone(store: UserStore) -> None:
    store.save_draft("economy-1", "economy-1", "متن")
    store.discard_draft("economy-1")
    assert store.draft("economy-1") is None


def test_recent_items_come_latest_first(store: UserStore) -> None:
    for item in ("a", "b", "a"):
        store.opened(item)
    assert store.recently_opened() == ["a", "b"]


def test_old_recent_items_are_forgotten(store: UserStore) -> None:
    for number in range(60):
        store.opened(f"item-{number}")
    assert len(store.recently_opened(100)) == 50


def test_a_value_of_the_session_is_kept(store: UserStore) -> None:
    store.remember("page", "axis:economy")
    assert store.recall("page") == "axis:economy"
    assert store.recall("zoom", "100") == "100"


def test_the_reader_has_a_name(store: UserStore) -> None:
    assert store.author.name == ""
    assert store.set_author_name(" ناظر ").name == "ناظر"
