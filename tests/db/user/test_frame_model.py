"""The store agrees with the simplest thing that could hold collections, tags and meetings."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from db.errors import KnownError
from tests.db.user.machine import StoreMachine
from tests.examples import share

items = st.sampled_from(["economy-1", "economy-2", "transport-1"])
letters = st.sampled_from("ابپت")
names = st.sets(letters, max_size=3)
picks = st.integers(0, 9)


@dataclass
class Model:
    """Collections below their parents in order, tags by name, meetings with their notes."""

    shelves: dict[str | None, list[str]] = field(default_factory=lambda: {None: []})
    tags: set[str] = field(default_factory=set)
    tagged: dict[str, set[str]] = field(default_factory=dict)
    meetings: dict[str, str] = field(default_factory=dict)  # "runs", "paused" or "ended"
    notes: dict[str, str | None] = field(default_factory=dict)

    def below(self, uuid: str) -> list[str]:
        """A collection with all beneath it."""
        return [uuid, *(one for child in self.shelves.get(uuid, ()) for one in self.below(child))]

    def parent(self, uuid: str) -> str | None:
        return next(parent for parent, held in self.shelves.items() if uuid in held)

    def pause_all(self) -> None:
        for uuid, state in self.meetings.items():
            self.meetings[uuid] = "paused" if state == "runs" else state


def pick_of(uuids: Iterable[str | None], pick: int) -> str:
    found = sorted(uuid for uuid in uuids if uuid)
    return found[pick % len(found)]


class FrameAgainstModel(StoreMachine[Model]):
    def __init__(self) -> None:
        super().__init__(Model())

    @rule(title=letters, pick=picks, nested=st.booleans())
    def shelve(self, title: str, pick: int, nested: bool) -> None:
        model = self.begin()
        parent = pick_of(model.shelves, pick) if nested and len(model.shelves) > 1 else None
        made = self.remember(self.store.create_collection(title, parent=parent))
        model.shelves[parent].append(made.uuid)
        model.shelves[made.uuid] = []

    @precondition(lambda self: len(self.model.shelves) > 1)
    @rule(pick=picks, other=picks)
    def move_shelf(self, pick: int, other: int) -> None:
        model = self.begin()
        uuid, target = pick_of(model.shelves, pick), pick_of(model.shelves, other)
        if target in model.below(uuid):
            with pytest.raises(KnownError):
                self.store.move_collection(uuid, parent=target)
            return
        self.remember(self.store.move_collection(uuid, parent=target))
        model.shelves[model.parent(uuid)].remove(uuid)
        model.shelves[target].append(uuid)

    @precondition(lambda self: len(self.model.shelves) > 1)
    @rule(pick=picks, back=st.booleans())
    def delete_shelf(self, pick: int, back: bool) -> None:
        model = self.begin()
        uuid = pick_of(model.shelves, pick)
        model.shelves[model.parent(uuid)].remove(uuid)
        for held in model.below(uuid):
            del model.shelves[held]
        self.remember(self.store.delete_collection(uuid))
        if back:
            whole = self.before
            self.begin()
            self.model = whole
            self.remember(self.store.restore(uuid))

    @rule(item=items, tags=names)
    def tag(self, item: str, tags: set[str]) -> None:
        model = self.begin()
        self.remember(self.store.set_item_tags(item, sorted(tags)))
        model.tags |= tags
        model.tagged[item] = tags

    def _tag(self, name: str) -> str:
        return next(use.tag.uuid for use in self.store.tags() if use.tag.name == name)

    def _rewrite(self, name: str, into: set[str]) -> None:
        self.model.tags = self.model.tags - {name} | into
        for item, tags in self.model.tagged.items():
            if name in tags:
                self.model.tagged[item] = tags - {name} | into

    @precondition(lambda self: self.model.tags)
    @rule(pick=picks, name=letters)
    def rename_tag(self, pick: int, name: str) -> None:
        old = pick_of(self.begin().tags, pick)
        if name in self.model.tags - {old}:
            with pytest.raises(KnownError):
                self.store.rename_tag(self._tag(old), name)
            return
        self.remember(self.store.rename_tag(self._tag(old), name))
        self._rewrite(old, {name})

    @precondition(lambda self: self.model.tags)
    @rule(pick=picks, other=picks)
    def merge_tags(self, pick: int, other: int) -> None:
        model = self.begin()
        name, into = pick_of(model.tags, pick), pick_of(model.tags, other)
        self.remember(self.store.merge_tags(self._tag(name), self._tag(into)))
        self._rewrite(name, {into})

    @precondition(lambda self: self.model.tags)
    @rule(pick=picks)
    def delete_tag(self, pick: int) -> None:
        name = pick_of(self.begin().tags, pick)
        self.remember(self.store.delete_tag(self._tag(name)))
        self._rewrite(name, set())

    @rule(title=letters)
    def meet(self, title: str) -> None:
        model = self.begin()
        made = self.remember(self.store.start_meeting(title, date(2026, 1, 1)))
        model.pause_all()
        model.meetings[made.uuid] = "runs"

    @precondition(lambda self: self.model.meetings)
    @rule(pick=picks, then=st.sampled_from(["runs", "paused", "ended"]))
    def go_on(self, pick: int, then: str) -> None:
        model = self.begin()
        uuid = pick_of(model.meetings, pick)
        if then == "runs":
            self.remember(self.store.resume_meeting(uuid))
            model.pause_all()
        elif model.meetings[uuid] == "ended":
            with pytest.raises(KnownError):
                self.store.end_meeting(uuid)
            return
        else:
            act = self.store.pause_meeting if then == "paused" else self.store.end_meeting
            self.remember(act(uuid))
        model.meetings[uuid] = then

    @precondition(lambda self: self.model.meetings)
    @rule(pick=picks)
    def delete_meeting(self, pick: int) -> None:
        uuid = pick_of(self.begin().meetings, pick)
        self.remember(self.store.delete_meeting(uuid))
        del self.model.meetings[uuid]

    @rule(item=items)
    def write(self, item: str) -> None:
        model = self.begin()
        note = self.remember(self.store.add_annotation(item, note="متن"))
        running = [uuid for uuid, state in model.meetings.items() if state == "runs"]
        model.notes[note.uuid] = running[0] if running else None

    @precondition(lambda self: self.model.notes)
    @rule(pick=picks, other=picks, out=st.booleans())
    def move_note(self, pick: int, other: int, out: bool) -> None:
        model = self.begin()
        note = pick_of(model.notes, pick)
        target = None if out or not model.meetings else pick_of(model.meetings, other)
        self.remember(self.store.move_to_meeting([note], target))
        model.notes[note] = target

    @invariant()
    def collections_agree(self) -> None:
        found: dict[str | None, list[str]] = {None: []}
        for one in self.store.collections():
            found.setdefault(one.parent, []).append(one.uuid)
            found.setdefault(one.uuid, [])
        assert found == self.model.shelves

    @invariant()
    def tags_agree(self) -> None:
        assert {use.tag.name for use in self.store.tags()} == self.model.tags
        tagged = {item: set(tags) for item, tags in self.store.item_tags().items()}
        assert tagged == {item: tags for item, tags in self.model.tagged.items() if tags}

    @invariant()
    def meetings_agree(self) -> None:
        states = {
            one.uuid: "ended" if one.ended else "paused" if one.paused else "runs"
            for one in self.store.meetings()
        }
        assert states == self.model.meetings
        assert {note.uuid: note.meeting for note in self.store.notes()} == self.model.notes


TestFrameAgainstModel = FrameAgainstModel.TestCase
TestFrameAgainstModel.settings = settings(share(0.4), stateful_step_count=25)
