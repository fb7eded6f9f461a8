"""What an act says of itself, and a clock that cannot be trusted."""

from datetime import UTC, datetime
from pathlib import Path

from db.user.opening import open_store
from db.user.store import UserStore


def test_a_change_names_rows_items_and_tables(store: UserStore) -> None:
    made = store.add_bookmark("economy-1")
    assert made.change.uuids == {made.value.uuid}
    assert made.change.item_ids == {"economy-1"}
    assert made.change.tables == {"bookmark"}


def test_a_clock_set_back_does_not_make_an_edit_older(store: UserStore, path: Path) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    store.close()
    late = open_store(path, clock=lambda: datetime(2001, 1, 1, tzinfo=UTC)).store
    edited = late.edit_annotation(note.uuid, note="متن تازه").value
    assert edited.modified > note.modified
    late.close()


def test_rows_carry_author_edition_and_stamps(path: Path) -> None:
    store = open_store(path, edition="3").store
    note = store.add_annotation("economy-1", note="متن").value
    assert (note.author, note.edition, note.private) == (store.author.uuid, "3", False)
    assert (note.deleted, note.created) == (None, note.modified)
    store.close()
