"""Notes and highlights: what is written is what comes back."""

from collections.abc import Callable

import pytest

from db.errors import KnownError
from db.user.anchors import selector_at
from db.user.annotations import BAD_DATE, EMPTY
from db.user.models import Colour, RemarkKind, TextSelector
from db.user.store import UserStore

SPAN = TextSelector(3, 9, "ترافیک", prefix="از ", suffix=" شهر")


def test_a_note_comes_back_whole(store: UserStore, reopened: Callable[[], UserStore]) -> None:
    written = store.add_annotation(
        "transport-3",
        note="بررسی شود",
        selector=SPAN,
        kind=RemarkKind.PROPOSAL,
        colour=Colour.GREEN,
        owner="معاونت فنی",
        due="2026-12-20",
        private=True,
        tags=["بودجه", "فوری"],
    )
    assert reopened().annotations_of("transport-3") == [written.value]


def test_an_act_tells_what_changed(store: UserStore) -> None:
    change = store.add_annotation("transport-3", note="متن", tags=["بودجه"]).change
    assert change.label == "یادداشت ذخیره شد"
    assert change.item_ids == {"transport-3"}
    assert change.tables == {"annotation", "annotation_tag", "tag"}


def test_several_highlights_overlap(store: UserStore) -> None:
    store.add_annotation("economy-1", selector=SPAN, colour=Colour.PINK)
    store.add_annotation("economy-1", selector=TextSelector(0, 5, "از تر"), colour=Colour.BLUE)
    starts = [one.selector.start for one in store.annotations_of("economy-1") if one.selector]
    assert starts == [0, 3]


@pytest.mark.parametrize("fields", [{}, {"note": " \n"}, {"selector": SPAN}])
def test_an_empty_note_is_refused(store: UserStore, fields: dict[str, str]) -> None:
    with pytest.raises(KnownError, match=EMPTY):
        store.add_annotation("economy-1", **fields)  # type: ignore[arg-type]
    assert store.annotations_of("economy-1") == []


@pytest.mark.parametrize("due", ["2026-02-30", "20261220", "2026-W51-7"])
def test_what_is_no_day_written_in_full_is_refused(store: UserStore, due: str) -> None:
    with pytest.raises(KnownError, match=BAD_DATE):
        store.add_annotation("economy-1", note="متن", due=due)


def test_editing_changes_only_what_is_named(store: UserStore) -> None:
    first = store.add_annotation("economy-1", note="متن", owner="شهردار", tags=["الف"]).value
    second = store.edit_annotation(first.uuid, note="متن تازه", kind=RemarkKind.CONFLICT).value
    assert (second.note, second.owner, second.tags) == ("متن تازه", "شهردار", ("الف",))
    assert second.modified > first.modified


def test_a_highlight_can_lose_its_colour_when_it_has_a_note(store: UserStore) -> None:
    mark = store.add_annotation("economy-1", note="متن", selector=SPAN, colour=Colour.PINK).value
    assert store.edit_annotation(mark.uuid, colour=None).value.colour is None


def test_the_label_names_the_one_thing_that_changed(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    assert store.edit_annotation(note.uuid, tags=["الف"]).change.label == "برچسب‌های یادداشت عوض شد"
    assert store.edit_annotation(note.uuid, private=True).change.label == "حالت خصوصی عوض شد"


def test_changing_nothing_is_no_act(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن", tags=["الف"]).value
    version = store.data_version
    assert store.edit_annotation(note.uuid, note="متن", tags=["الف"]).change.rows == ()
    assert store.data_version == version


def test_saving_a_note_gives_up_its_draft(store: UserStore) -> None:
    store.save_draft("economy-1", "economy-1", "متن")
    note = store.add_annotation("economy-1", note="متن", draft="economy-1").value
    store.save_draft(note.uuid, "economy-1", "متن ۲", annotation=note.uuid)
    store.edit_annotation(note.uuid, note="متن ۲", draft=note.uuid)
    assert store.drafts() == []


def test_a_remark_is_closed_and_opened_again(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن", due="2026-12-20").value
    assert store.close_remark(note.uuid).value.closed is not None
    assert store.close_remark(note.uuid, closed=False).value.closed is None


def test_a_deleted_note_is_gone_from_the_item(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    assert store.delete_annotation(note.uuid).change.label == "یادداشت حذف شد"
    assert store.annotations_of("economy-1") == []
    with pytest.raises(KnownError):
        store.edit_annotation(note.uuid, note="متن تازه")


def test_a_deleted_highlight_is_called_one(store: UserStore) -> None:
    mark = store.add_annotation("economy-1", selector=SPAN, colour=Colour.PINK).value
    assert store.delete_annotation(mark.uuid).change.label == "رنگ عبارت برداشته شد"


def test_several_notes_are_deleted_and_undone_at_once(store: UserStore) -> None:
    uuids = [store.add_annotation("economy-1", note=text).value.uuid for text in "ابپ"]
    store.delete_marks(uuids)
    assert store.annotations_of("economy-1") == []
    store.undo()
    assert [note.uuid for note in store.annotations_of("economy-1")] == uuids


def test_an_act_that_deletes_bookmarks_says_so(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value.uuid
    first, second = (store.add_bookmark(item).value.uuid for item in ("economy-1", "economy-2"))
    assert store.delete_marks([note, first]).change.label == "یادداشت‌ها و نشان‌ها حذف شدند"
    assert store.delete_marks([second]).change.label == "نشان‌ها برداشته شدند"


def test_half_a_surrogate_pair_does_not_stop_a_note(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن \ud83d").value
    assert store.annotation(note.uuid) == note
    assert note.note == "متن \ufffd"


def test_an_unknown_note_is_none(store: UserStore) -> None:
    assert store.annotation("نیست") is None


@pytest.mark.parametrize("blanks", [" \n", "\u200c", "\u200f \u202e"])
def test_a_note_of_blanks_on_a_coloured_span_is_a_bare_highlight(
    store: UserStore, blanks: str
) -> None:
    note = store.add_annotation(
        "economy-1", note=blanks, selector=selector_at("متن", 0, 3), colour=Colour.GREEN
    ).value
    assert note.note == ""
    assert store.totals().written == 0


def test_an_edit_of_a_settled_remark_leaves_the_time_it_was_settled(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن", closed=True).value
    assert note.closed is not None
    assert store.edit_annotation(note.uuid, note="دیگر", closed=True).value.closed == note.closed
    assert store.edit_annotation(note.uuid, closed=False).value.closed is None


def test_highlights_deleted_together_are_called_so(store: UserStore) -> None:
    colours = [
        store.add_annotation("economy-1", selector=SPAN, colour=Colour.GREEN).value.uuid
        for _ in range(2)
    ]
    assert store.delete_marks(colours).change.label == "رنگ عبارت‌ها برداشته شد"
