"""The program killed while someone writes in its window: what it said was saved is there."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from db.user.models import Draft
from db.user.opening import open_store
from db.user.store import UserStore
from db.user.verify import verify
from desktop.common.draft_line import RESTORED
from desktop.common.saving import state_of
from desktop.main_window import MainWindow
from desktop.meeting.dialog import MeetingDialog
from desktop.reader_pages import ReaderPages
from tests.desktop.editors import EDITORS, SPAN, WORDS
from tests.desktop.starvation import waited_for_processor

ROOT = Path(__file__).parents[2]
AT_MOST_LOST = 1.0  # seconds of typing
RESTED = 1.0  # seconds at one place, of which the program takes less than half to store it
CHAIN = 20  # kills of one folder, each start being the one after a kill


@dataclass
class Said:
    """What a killed program had said: times are those of the one monotonic clock.

    `waited`, and the last of what `typed` holds, are the seconds for which it had until then been
    kept from the processor: while it does not run, it can store nothing.
    """

    killed: float
    waited: float
    began: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    marks: dict[str, bool] = field(default_factory=dict)
    typed: dict[str, list[tuple[int, float, float]]] = field(default_factory=dict)
    places: list[tuple[str, float, float]] = field(default_factory=list)

    def hear(self, kind: str, *words: str) -> None:
        if kind == "begin":
            self.began = list(words)
        elif kind == "note":
            self.notes.add(words[0])
        elif kind == "mark":
            self.marks[words[0]] = words[1] == "True"
        elif kind == "typed":
            length, at, waited = words[1:]
            kept = int(length), float(at), float(waited)
            self.typed.setdefault(words[0], []).append(kept)
        elif kind == "at":
            self.places.append((words[0], float(words[1]), float(words[2])))

    def outlived(self, at: float, waited: float) -> bool:
        """Whether the program had longer after a moment than may be lost."""
        return self.killed - at - (self.waited - waited) >= AT_MOST_LOST

    def rests(self) -> list[int]:
        """The places, by their index, at which it stayed long enough to store them."""
        moments = [*self.places, ("", self.killed, self.waited)]
        return [
            index
            for index, ((_, came, before), (_, left, after)) in enumerate(pairwise(moments))
            if left - came - (after - before) >= RESTED
        ]


def killed_after(folder: Path, seed: int) -> Said:
    """Let the program write for a random while, then kill it; one in ten while it starts."""
    chance = random.Random(seed)
    command = [sys.executable, "-m", "tests.desktop.writer", str(folder), str(seed)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline() if chance.random() < 0.9 else ""
        time.sleep(chance.uniform(0, 1.6))
        said = Said(time.monotonic(), waited_for_processor(process.pid))
        process.kill()
        whole = first + process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    for line in whole.splitlines(keepends=True):
        if line.endswith("\n"):
            said.hear(*line.rstrip("\n").split("\t"))
    return said


def check_draft(said: Said, drafts: list[Draft], written: str) -> None:
    """What was typed a second before the kill is in a draft, or was saved meanwhile."""
    word = list(said.typed)[-1] if said.typed else ""
    typed = said.typed.get(word, ())
    old = [length for length, *when in typed if said.outlived(*when)]
    if old and word not in written:
        kept = max((len(one) for one in map(_words, drafts) if word in one), default=0)
        assert kept >= old[-1]


def check_place(said: Said, stored: str) -> None:
    """Where the window last rested is stored, or where it went since."""
    rests = said.rests()
    if rests:
        place = json.loads(stored)["navigator"]
        assert place["state"]["item"] in {item for item, *_ in said.places[rests[-1] :]}


def _words(draft: Draft) -> str:
    return str(state_of(draft)["note"]).strip()


def check_kill(folder: Path, seed: int, left: list[Draft]) -> list[Draft]:
    """One kill; `left` is what the kill before left unfinished, returned is what this one did."""
    said = killed_after(folder, seed)
    if not (folder / "notes.db").exists():
        return left  # killed before anything was opened
    if said.began:
        assert said.began == [str(bool(left)), _words(left[0]) if left else ""]
    assert verify(folder / "notes.db").good
    opening = open_store(folder / "notes.db")
    assert opening.sentence is None
    check_acts(said, opening.store)
    check_place(said, opening.store.recall("window"))
    drafts = opening.store.drafts()
    opening.store.close()
    return drafts


def check_acts(said: Said, store: UserStore) -> None:
    """Every act that was said is there; the writer's deleted notes lie in the trash at worst."""
    texts = [note.note for note in store.notes(limit=100_000)]
    written = "\n".join([*texts, *(entry.text for entry in store.trash())])
    assert [word for word in said.notes if word not in written] == []
    marked = store.bookmarked_items()
    other = [item_id for item_id, on in said.marks.items() if (item_id in marked) != on]
    assert len(other) <= 1  # one more act may be on disk than there was time to say
    check_draft(said, store.drafts(), written)


def check_chain(folder: Path, seeds: Iterable[int]) -> None:
    left: list[Draft] = []
    for seed in seeds:
        left = check_kill(folder, seed, left)


def test_three_kills_of_one_reader_lose_nothing(data: None, tmp_path: Path) -> None:
    check_chain(tmp_path, range(3))


def check_kill_in_an_editor(folder: Path, slot: str) -> None:
    """What was typed a second before the kill lies in the draft of its editor."""
    command = [sys.executable, "-m", "tests.desktop.editors", str(folder), slot]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n"
        waited = waited_for_processor(process.pid)
        time.sleep(AT_MOST_LOST)
        time.sleep(waited_for_processor(process.pid) - waited)
        process.kill()
    store = open_store(folder / "notes.db").store
    drafts = {draft.slot: state_of(draft)["note"] for draft in store.drafts()}
    store.close()
    assert drafts == {slot: WORDS}


def test_a_kill_leaves_the_words_that_a_note_is_about(
    data: None, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    check_kill_in_an_editor(tmp_path / "reader", "economy-8")
    window: MainWindow = request.getfixturevalue("window")
    composer = window.panel.notes.composer
    assert (composer.text(), composer.span) == (WORDS, SPAN)
    composer.finish()
    (note,) = window.context.reader.notes("economy-8")
    assert (note.text, note.quote) == (WORDS, "اصلاح")


def test_a_kill_in_the_dialog_of_a_meeting_brings_it_back(
    data: None, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    check_kill_in_an_editor(tmp_path / "reader", "meeting:")
    window: MainWindow = request.getfixturevalue("window")
    pages = window.findChild(ReaderPages)
    assert pages is not None
    pages.begin()
    (dialog,) = window.findChildren(MeetingDialog)
    assert (dialog.title.text(), dialog.draft.message.plain) == (WORDS, RESTORED)
    dialog.save()
    assert [one.title for one in window.context.reader.store.meetings()] == [WORDS]
    assert window.context.saving.drafts() == []


@pytest.mark.slow
@pytest.mark.parametrize("slot", EDITORS)
def test_a_kill_in_any_editor_loses_nothing(data: None, tmp_path: Path, slot: str) -> None:
    check_kill_in_an_editor(tmp_path, slot)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(1000, 1200, 2 * CHAIN))
def test_two_hundred_kills_in_the_window(data: None, tmp_path: Path, first: int) -> None:
    with ThreadPoolExecutor(2) as side_by_side:
        starts = (first, first + CHAIN)
        chains = [
            side_by_side.submit(check_chain, tmp_path / str(start), range(start, start + CHAIN))
            for start in starts
        ]
    for chain in chains:
        chain.result()
