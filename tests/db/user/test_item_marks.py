"""What an item bears: the spans of its live notes the oldest first, and their tags."""

from db.user.models import Colour, TextSelector
from db.user.store import UserStore


def test_spans_come_in_the_order_they_were_marked(store: UserStore) -> None:
    for start, note, colour in ((9, "", Colour.PINK), (2, "ببینید", Colour.GREEN)):
        selector = TextSelector(start, start + 3, "متن")
        store.add_annotation("economy-1", selector=selector, colour=colour, note=note)
    found = store.marked_spans("economy-1")
    assert [(one.selector.start, one.colour, one.noted) for one in found] == [
        (9, "pink", False),
        (2, "green", True),
    ]


def test_deleted_notes_and_notes_on_the_whole_item_mark_no_span(store: UserStore) -> None:
    store.add_annotation("economy-1", note="بر همه", tags=["شورا"])
    selector = TextSelector(0, 3, "متن")
    gone = store.add_annotation("economy-1", selector=selector, note="رفتنی", tags=["بودجه"]).value
    store.delete_annotation(gone.uuid)
    assert store.marked_spans("economy-1") == []
    assert store.note_tags("economy-1") == ("شورا",)


def test_tags_of_notes_are_named_once_and_by_item(store: UserStore) -> None:
    for item_id, tags in (("economy-1", ["ب", "الف"]), ("economy-1", ["الف"]), ("culture-1", "پ")):
        store.add_annotation(item_id, note="متن", tags=tags)
    assert store.note_tags("economy-1") == ("الف", "ب")
