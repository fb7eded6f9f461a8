"""The store agrees with the simplest thing that could hold the same notes and bookmarks."""

from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from tests.db.user.machine import StoreMachine
from tests.examples import share

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


class MarksAgainstModel(StoreMachine[Model]):
    def __init__(self) -> None:
        super().__init__(Model())

    @rule(item=items, text=texts, tags=names)
    def write(self, item: str, text: str, tags: set[str]) -> None:
        model = self.begin()
        note = self.remember(self.store.add_annotation(item, note=text, tags=sorted(tags)))
        model.notes[note.uuid] = (item, note.note, frozenset(tags))

    @rule(pick=st.integers(0, 9), text=texts, tags=names)
    def edit(self, pick: int, text: str, tags: set[str]) -> None:
        model = self.begin()
        if model.notes:
            uuid = sorted(model.notes)[pick % len(model.notes)]
            edited = self.store.edit_annotation(uuid, note=text, tags=sorted(tags))
            note = self.remember(edited)
            model.notes[uuid] = (note.item_id, note.note, frozenset(tags))

    @rule(pick=st.integers(0, 9))
    def delete(self, pick: int) -> None:
        model = self.begin()
        if model.notes:
            uuid = sorted(model.notes)[pick % len(model.notes)]
            self.remember(self.store.delete_annotation(uuid))
            del model.notes[uuid]

    @rule(pick=st.integers(0, 9))
    def delete_and_restore(self, pick: int) -> None:
        model = self.begin()
        if model.notes:
            uuid = sorted(model.notes)[pick % len(model.notes)]
            kept = model.notes.pop(uuid)
            self.remember(self.store.delete_annotation(uuid))
            self.begin()
            model.notes[uuid] = kept
            self.remember(self.store.restore(uuid))

    @rule(item=items, line=st.sampled_from(["", "الف", "ب"]))
    def bookmark(self, item: str, line: str) -> None:
        model = self.begin()
        made = self.remember(self.store.add_bookmark(item, note=line))
        if item not in model.marks:
            model.marks.append(item)
        # One that was taken away, by an act or by undoing one, comes back with its line.
        assert made.note == (line or made.note)
        model.lines[item] = made.note

    @rule(item=items)
    def unbookmark(self, item: str) -> None:
        model = self.begin()
        mark = self.store.bookmark_of(item)
        assert (mark is not None) == (item in model.marks)
        if mark:
            self.remember(self.store.remove_bookmark(mark.uuid))
            model.marks.remove(item)

    @rule(item=items, before=items)
    def move(self, item: str, before: str) -> None:
        model = self.begin()
        mark, target = self.store.bookmark_of(item), self.store.bookmark_of(before)
        if mark and target and item != before:
            moved = self.store.move_bookmark(mark.uuid, collection=None, before=target.uuid)
            self.remember(moved)
            model.marks.remove(item)
            model.marks.insert(model.marks.index(before), item)

    @rule(read=st.sets(items))
    def mark_read(self, read: set[str]) -> None:
        model = self.begin()
        self.remember(self.store.mark_read(sorted(read)))
        model.read |= read

    @rule()
    def forget_axis(self) -> None:
        model = self.begin()
        self.remember(self.store.reset_axis("transport"))
        model.read = {item for item in model.read if not item.startswith("transport-")}

    @invariant()
    def agrees(self) -> None:
        notes = {n.uuid: (n.item_id, n.note, frozenset(n.tags)) for n in self.store.notes()}
        assert notes == self.model.notes
        lines = [(mark.item_id, mark.note) for mark in self.store.bookmarks()]
        assert lines == [(item, self.model.lines[item]) for item in self.model.marks]
        assert self.store.read_items() == self.model.read


TestMarksAgainstModel = MarksAgainstModel.TestCase
TestMarksAgainstModel.settings = settings(share(0.4), stateful_step_count=25)
