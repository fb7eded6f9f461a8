"""Any sequence of acts: undone fully, redone fully, brought back from a backup."""

import inspect
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FunctionType

from hypothesis import given
from hypothesis import strategies as st

from db.user.backup import Backups
from db.user.models import Row
from db.user.opening import open_store
from db.user.store import UserStore
from tests.db.user.conftest import ticking
from tests.db.user.observe import everything_in, visible_in
from tests.db.user.sequences import ACTS, Sequence, perform, sequences
from tests.examples import share

type Visible = dict[str, list[Row]]


@contextmanager
def _fresh() -> Iterator[UserStore]:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "notes.db", clock=ticking()).store
        yield store
        store.close()


def _named_in(act: object) -> set[str]:
    assert isinstance(act, FunctionType)
    code: CodeType = act.__code__
    return set(code.co_names)


def test_every_act_of_the_store_is_among_the_acts_of_the_sequences() -> None:
    methods = inspect.getmembers(UserStore, inspect.isfunction)
    acts = {name for name, made in methods if "Outcome" in str(inspect.signature(made))}
    assert acts - set[str]().union(*map(_named_in, ACTS.values())) == set()


@share(0.5)
@given(sequences)
def test_acts_are_undone_and_redone_fully(sequence: Sequence) -> None:
    with _fresh() as store:
        states = [visible_in(store.path)]
        for act in sequence:
            perform(store, *act)
            if visible_in(store.path) != states[-1]:
                states.append(visible_in(store.path))
        _walk_back_and_forth(store, states)


def _walk_back_and_forth(store: UserStore, states: list[Visible]) -> None:
    path = store.path
    while store.undo():
        pass
    assert visible_in(path) == states[0]
    while store.redo():
        pass
    assert visible_in(path) == states[-1]
    for state in reversed(states[:-1]):
        store.undo()
        assert visible_in(path) == state


@share(0.5)
@given(sequences, sequences, st.integers(0, 3))
def test_acts_are_undone_and_redone_without_what_was_purged_among_them(
    before: Sequence, after: Sequence, spared: int
) -> None:
    with _fresh() as store:
        states = [visible_in(store.path)]
        for act in before:
            perform(store, *act)
            states.append(visible_in(store.path))
        doomed = [entry.uuid for entry in store.trash()][spared:]
        store.purge(doomed)
        states = [_without(state, set(doomed)) for state in states]
        for act in after:
            perform(store, *act)
            states.append(visible_in(store.path))
        _walk_all(store, store.undo, states[::-1])
        _walk_all(store, store.redo, states)


def _walk_all(store: UserStore, step: Callable[[], object], states: list[Visible]) -> None:
    seen = [visible_in(store.path)]
    while step():
        seen.append(visible_in(store.path))
    assert _changing(seen) == _changing(states)


def _changing(states: list[Visible]) -> list[Visible]:
    return [state for at, state in enumerate(states) if at == 0 or state != states[at - 1]]


def _without(state: Visible, gone: set[str]) -> Visible:
    """Without the rows, what hung on them and what pointed at them."""
    return {
        table: [
            {column: None if value in gone else value for column, value in row.items()}
            for row in found
            if gone.isdisjoint((row.get("uuid"), row.get("annotation"), row.get("tag")))
        ]
        for table, found in state.items()
    }


@share(0.15)
@given(sequences, sequences, sequences)
def test_a_restore_among_acts_is_undone_and_redone_with_them(
    before: Sequence, between: Sequence, after: Sequence
) -> None:
    with _fresh() as store:
        start = visible_in(store.path)
        backups = Backups(store.path.parent / "backups", ticking())
        for act in before:
            perform(store, *act)
        made = backups.make(store.path)
        for act in between:
            perform(store, *act)
        backups.restore(store, made.path)
        for act in after:
            perform(store, *act)
        end = visible_in(store.path)
        _walk_to_the_ends(store, start, end)


def _walk_to_the_ends(store: UserStore, start: Visible, end: Visible) -> None:
    while store.undo():
        pass
    assert visible_in(store.path) == start
    while store.redo():
        pass
    assert visible_in(store.path) == end


@share(0.3)
@given(sequences, sequences)
def test_a_backup_brought_back_is_the_identity(before: Sequence, after: Sequence) -> None:
    with _fresh() as store:
        for act in before:
            perform(store, *act)
        backups = Backups(store.path.parent / "backups", ticking())
        kept, made = everything_kept(store), backups.make(store.path)
        for act in after:
            perform(store, *act)
        latest = everything_kept(store)
        safe = backups.restore(store, made.path).value
        assert everything_kept(store) == kept
        backups.restore(store, safe.path)
        assert everything_kept(store) == latest
        store.undo()
        assert everything_kept(store) == kept
        store.undo()
        assert everything_kept(store) == latest


def everything_kept(store: UserStore) -> Visible:
    """Every row with every stamp, the trash too; not what tells indexes that the file is new."""
    return everything_in(store.path) | {"state": []}
