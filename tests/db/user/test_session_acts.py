"""A long session: every act can be undone, and the old ones are kept packed."""

from hypothesis import given
from hypothesis import strategies as st

from db.user.models import Change, RowChange
from db.user.session_acts import SessionActs
from db.user.store import UserStore

ACTS = 60


def test_every_act_of_a_long_session_is_undone_and_done_again(store: UserStore) -> None:
    items = [f"economy-{number}" for number in range(ACTS)]
    for item in items:
        store.add_bookmark(item)
    undone = [store.undo() for _ in items]
    assert [one.item_ids for one in undone if one] == [{item} for item in reversed(items)]
    redone = [store.redo() for _ in items]
    assert [one.item_ids for one in redone if one] == [{item} for item in items]


def test_what_lies_deep_is_kept_packed_and_comes_back_as_it_was() -> None:
    acts: SessionActs[Change] = SessionActs()
    changes = list(map(_change, range(ACTS)))
    for change in changes:
        acts.append(change)
    *_, deepest = reversed(acts)
    assert list(reversed(acts)) == changes[::-1]
    assert (acts.last is changes[-1], deepest is changes[0]) == (True, False)


def _change(number: int) -> Change:
    return Change(f"کار {number}", (RowChange("tag", (str(number),), None, {"name": "الف"}),))


@given(st.lists(st.integers(-ACTS, ACTS), max_size=12))
def test_acts_come_and_go_as_on_a_list(steps: list[int]) -> None:
    """A step lays so many acts on the stack, or takes so many from it."""
    acts: SessionActs[Change] = SessionActs()
    plain: list[Change] = []
    for step in steps:
        for _ in range(min(-step, len(plain))):
            assert acts.pop() == plain.pop()
        for number in range(step):
            acts.append(_change(number))
            plain.append(_change(number))
        assert acts.last == (plain[-1] if plain else None)
    assert list(reversed(acts)) == plain[::-1]


def test_what_is_no_change_is_kept_itself() -> None:
    acts: SessionActs[object] = SessionActs()
    first = object()
    acts.append(first)
    for _ in range(ACTS):
        acts.append(object())
    for _ in range(ACTS):
        acts.pop()
    assert acts.last is first
