"""Every act of the store by name, done to whatever is there, for properties over sequences."""

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from db.errors import KnownError
from db.user.models import Colour, TextSelector
from db.user.store import UserStore

type Doing = Callable[[UserStore, int, int], object]
type Sequence = list[tuple[str, int, int]]

ITEMS = ("economy", "economy-1", "economy-1.1", "transport-3")
SPAN = TextSelector(1, 4, "شهر")


def _item(number: int) -> str:
    return ITEMS[number % len(ITEMS)]


def _pick(uuids: list[str], number: int) -> str:
    return uuids[number % len(uuids)] if uuids else "هیچ"


def _trashed(store: UserStore, number: int) -> str:
    return _pick([one.uuid for one in store.trash()], number)


def _note(store: UserStore, number: int) -> str:
    return _pick([note.uuid for note in store.notes(order="item")], number)


def _mark(store: UserStore, number: int) -> str:
    return _pick([mark.uuid for mark in store.all_bookmarks()], number)


def _shelf(store: UserStore, number: int) -> str:
    return _pick([shelf.uuid for shelf in store.collections()], number)


def _tag(store: UserStore, number: int) -> str:
    return _pick([use.tag.uuid for use in store.tags()], number)


def _meeting(store: UserStore, number: int) -> str:
    return _pick([meeting.uuid for meeting in store.meetings()], number)


def _any(store: UserStore, number: int) -> str:
    found = (_note, _mark, _shelf, _tag, _meeting)
    return found[number % 5](store, number // 5)


ACTS: dict[str, Doing] = {
    "bookmark": lambda s, a, b: s.add_bookmark(_item(a), note=f"{b}"),
    "unbookmark": lambda s, a, b: s.remove_bookmark(_mark(s, a)),
    "bookmark note": lambda s, a, b: s.set_bookmark_note(_mark(s, a), f"{b}"),
    "move bookmark": lambda s, a, b: s.move_bookmark(
        _mark(s, a), collection=_shelf(s, b) if b % 2 else None, before=_mark(s, b)
    ),
    "shelf": lambda s, a, b: s.create_collection(f"{a}", parent=_shelf(s, b) if b % 2 else None),
    "rename shelf": lambda s, a, b: s.rename_collection(_shelf(s, a), f"{b}"),
    "move shelf": lambda s, a, b: s.move_collection(_shelf(s, a), parent=_shelf(s, b)),
    "delete shelf": lambda s, a, b: s.delete_collection(_shelf(s, a)),
    "note": lambda s, a, b: s.add_annotation(_item(a), note=f"{b}", tags=[f"t{b % 3}"]),
    "highlight": lambda s, a, b: s.add_annotation(_item(a), selector=SPAN, colour=Colour.PINK),
    "edit": lambda s, a, b: s.edit_annotation(
        _note(s, a), note=f"{b}", owner="ناظر", speaker="مشاور"
    ),
    "retag": lambda s, a, b: s.edit_annotation(_note(s, a), tags=[f"t{b % 4}", f"t{b % 3}"]),
    "close": lambda s, a, b: s.close_remark(_note(s, a), closed=b % 2 == 0),
    "delete note": lambda s, a, b: s.delete_annotation(_note(s, a)),
    "take colours": lambda s, a, b: s.take_colours([_note(s, a), _note(s, b)]),
    "delete marks": lambda s, a, b: s.delete_marks([_note(s, a), _mark(s, b)]),
    "tag": lambda s, a, b: s.add_tag(f"t{a}"),
    "tag item": lambda s, a, b: s.set_item_tags(_item(a), [f"t{b % 4}"]),
    "untag items": lambda s, a, b: s.untag_items(
        _tag(s, a), [_item(a), _item(b)], without=[_note(s, b)] * (b % 2)
    ),
    "rename tag": lambda s, a, b: s.rename_tag(_tag(s, a), f"t{b}"),
    "merge tags": lambda s, a, b: s.merge_tags(_tag(s, a), _tag(s, b)),
    "delete tag": lambda s, a, b: s.delete_tag(_tag(s, a)),
    "meeting": lambda s, a, b: s.start_meeting(f"{a}", date(2026, 1, 1 + b % 28), [f"{b}"]),
    "edit meeting": lambda s, a, b: s.edit_meeting(
        _meeting(s, a), title=f"{b}", on=date(2026, 2, 1 + b % 28), attendees=[f"{a}"]
    ),
    "pause": lambda s, a, b: s.pause_meeting(_meeting(s, a)),
    "resume": lambda s, a, b: s.resume_meeting(_meeting(s, a)),
    "end": lambda s, a, b: s.end_meeting(_meeting(s, a)),
    "delete meeting": lambda s, a, b: s.delete_meeting(_meeting(s, a)),
    "move note": lambda s, a, b: s.move_to_meeting(
        [_note(s, a)], _meeting(s, b) if b % 3 else None
    ),
    "read": lambda s, a, b: s.mark_read([_item(a), _item(b)]),
    "unread": lambda s, a, b: s.mark_unread([_item(a)]),
    "reset axis": lambda s, a, b: s.reset_axis("economy"),
    "private": lambda s, a, b: s.set_private(_any(s, a), b % 2 == 0),
    "restore": lambda s, a, b: s.restore(_trashed(s, a)),
    "restore several": lambda s, a, b: s.restore(_trashed(s, a), _trashed(s, b)),
}


def perform(store: UserStore, name: str, first: int, second: int) -> None:
    """Do an act, or find that there is nothing to do it to."""
    try:
        ACTS[name](store, first, second)
    except KnownError:
        return


numbers = st.integers(0, 30)
sequences = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), numbers, numbers), max_size=25)
