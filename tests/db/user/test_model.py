"""The store agrees with the simplest thing that could hold the same data."""

import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from db.user.opening import open_store
from tests.db.user.conftest import ticking

items = st.sampled_from(["economy-1", "economy-2", "transport-1", "transport-1.1"])
texts = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
names = st.sets(st.sampled_from("ابپت"), max_size=3)


@dataclass
class Model:
    """Notes by uuid, bookmarks in order with their notes, items read."""

    notes: dict[str, tuple[str, str, frozenset[str]]] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    lines: dict[str, str] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)


class StoreAgainstModel(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "notes.db"
        self.store = open_store(self.path, clock=ticking()).store
        self.model = Model()
        self.past: list[Model] = []
        self.future: list[Model] = []

    def _remember(self, changed: bool) -> None:
        if changed:
            self.past.append(self.before)
            self.future.clear()

    def _begin(self) -> Model:
        self.before = deepcopy(self.model)
        return self.model

    @rule(item=items, text=texts, tags=names)
    def write(self, item: str, text: str, tags: set[str]) -> None:
        model = self._begin()
        note = self.store.add_annotation(item, note=text, tags=sorted(tags)).value
        model.notes[note.uuid] = (item, note.note, frozenset(tags))
        self._remember(True)

    @rule(pick=st.integers(0, 9), text=texts, tags=names)
    def edit(self, pick: int, text: str, tags: set[str]) -> None:
        model = self._begin()
        if model.notes:
            uuid = sorted(model.notes)[pick % len(model.notes)]
            made = self.store.edit_annotation(uuid, note=text, tags=sorted(tags))
            model.notes[uuid] = (made.value.item_id, made.value.note, frozenset(tags))
            self._remember(bool(made.change.rows))

    @rule(pick=st.integers(0, 9))
    def delete(self, pick: int) -> None:
        model = self._begin()
        if model.notes:
            uuid = sorted(model.notes)[pick % len(model.notes)]
            self.store.delete_annotation(uuid)
            del model.notes[uuid]
            self._remember(True)

    @rule(item=items, line=st.sampled_from(["", "الف", "ب"]))
    def bookmark(self, item: str, line: str) -> None:
        model = self._begin()
        made = self.store.add_bookmark(item, note=line)
        if item not in model.marks:
            model.marks.append(item)
        model.lines[item] = made.value.note
        self._remember(bool(made.change.rows))

    @rule(item=items)
    def unbookmark(self, item: str) -> None:
        model = self._begin()
        mark = self.store.bookmark_of(item)
        assert (mark is not None) == (item in model.marks)
        if mark:
            self.store.remove_bookmark(mark.uuid)
            model.marks.remove(item)
            self._remember(True)

    @rule(item=items, before=items)
    def move(self, item: str, before: str) -> None:
        model = self._begin()
        mark, target = self.store.bookmark_of(item), self.store.bookmark_of(before)
        if mark and target and item != before:
            self.store.move_bookmark(mark.uuid, collection=None, before=target.uuid)
            model.marks.remove(item)
            model.marks.insert(model.marks.index(before), item)
            self._remember(True)

    @rule(read=st.sets(items))
    def mark_read(self, read: set[str]) -> None:
        model = self._begin()
        changed = self.store.mark_read(sorted(read)).change.rows
        assert bool(changed) == bool(read - model.read)
        model.read |= read
        self._remember(bool(changed))

    @rule()
    def forget_axis(self) -> None:
        model = self._begin()
        changed = self.store.reset_axis("transport").change.rows
        model.read = {item for item in model.read if not item.startswith("transport-")}
        self._remember(bool(changed))

    @rule()
    def undo(self) -> None:
        assert (self.store.undo() is None) == (not self.past)
        if self.past:
            self.future.append(self.model)
            self.model = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert (self.store.redo() is None) == (not self.future)
        if self.future:
            self.past.append(self.model)
            self.model = self.future.pop()

    @rule()
    def start_again(self) -> None:
        self.store.close()
        opening = open_store(self.path, clock=ticking())
        assert opening.sentence is None
        self.store = opening.store
        self.past.clear()
        self.future.clear()

    @invariant()
    def agrees(self) -> None:
        notes = {n.uuid: (n.item_id, n.note, frozenset(n.tags)) for n in self.store.notes()}
        assert notes == self.model.notes
        assert [mark.item_id for mark in self.store.bookmarks()] == self.model.marks
        assert self.store.read_items() == self.model.read

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestStoreAgainstModel = StoreAgainstModel.TestCase
TestStoreAgainstModel.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
