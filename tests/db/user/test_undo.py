"""Undo and redo are acts like any other."""

from db.user.store import UserStore


def test_nothing_to_undo_is_said(store: UserStore) -> None:
    assert (store.undo(), store.redo()) == (None, None)


def test_a_deleted_note_comes_back(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن", tags=["الف"]).value
    store.delete_annotation(note.uuid)
    change = store.undo()
    assert change is not None
    assert change.label == "برگردانده شد: یادداشت حذف شد"
    assert [one.note for one in store.annotations_of("economy-1")] == ["متن"]


def test_an_undone_act_is_done_again(store: UserStore) -> None:
    store.add_annotation("economy-1", note="متن", tags=["الف"])
    store.undo()
    assert store.annotations_of("economy-1") == []
    store.redo()
    assert [one.tags for one in store.annotations_of("economy-1")] == [("الف",)]


def test_a_new_act_forgets_what_was_undone(store: UserStore) -> None:
    store.add_bookmark("economy-1")
    store.undo()
    store.add_bookmark("economy-2")
    assert store.redo() is None


def test_an_undone_edit_leaves_no_trace_in_the_time_of_the_note(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    edited = store.edit_annotation(note.uuid, note="متن دیگر").value
    store.undo()
    undone = store.annotation(note.uuid)
    assert undone is not None
    assert (undone.note, undone.modified) == ("متن", note.modified)
    assert undone.revision > edited.revision


def test_an_edit_done_again_has_the_time_it_was_done_at(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    edited = store.edit_annotation(note.uuid, note="متن دیگر").value
    store.undo()
    store.redo()
    again = store.annotation(note.uuid)
    assert again is not None
    assert (again.note, again.modified) == ("متن دیگر", edited.modified)


def test_undo_returns_tags_that_were_taken_away(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن", tags=["الف", "ب"]).value
    store.edit_annotation(note.uuid, tags=["ب", "پ"])
    store.undo()
    assert [one.tags for one in store.annotations_of("economy-1")] == [("الف", "ب")]
