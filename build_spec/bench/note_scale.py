"""The index of the reader's notes at size: building, saving one more, finding."""

import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_spec.bench.figures import p95
from build_spec.bench.grades import GradedQuery, read_queries
from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.notes import NoteIndex

CLAUSE = re.compile(r"[^،؛.:\n]{12,}")
_SEED = 1404
_SAVES = 20
_QUERIES = 40  # of each kind
_KINDS = ("ortho", "morph", "typo", "concept")
_OPENINGS = ("پیگیری شود:", "نظر من:", "در جلسه گفته شد", "پرسش:", "ناسازگار با", "مثال:")


@dataclass(frozen=True)
class _Note:
    uuid: str
    text: str
    kind: str = "annotation"
    item_id: str | None = None
    gone: bool = False


@dataclass
class _Feed:
    notes: list[_Note] = field(default_factory=list)

    @property
    def data_version(self) -> tuple[str, int]:
        return "bench", len(self.notes)

    def searchable(self, since: int = 0) -> Iterator[_Note]:
        yield from self.notes[since:]


def _write(count: int) -> Iterator[_Note]:
    choice = random.Random(_SEED)
    clauses = [c.strip() for i in ReferenceStore().items() for c in CLAUSE.findall(i.edited)]
    for number in range(count):
        words = choice.choice(clauses).split()
        start = choice.randrange(len(words))
        text = " ".join((choice.choice(_OPENINGS), *words[start : start + 12]))
        yield _Note(str(number), text)


def print_notes(count: int) -> None:
    """One line: seconds to make the index, milliseconds of a save and of a query."""
    feed = _Feed(list(_write(count)))
    with tempfile.TemporaryDirectory() as folder:
        index = NoteIndex(Path(folder) / "notes", Lexicon())
        started = time.perf_counter()
        index.follow(feed)
        made = time.perf_counter() - started
        index.learn()
        saves = [_saved(index, feed, number) for number in range(_SAVES)]
        times = [_asked(index, query.text) for query in questions()]
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
        index.close()
    print(f"\n{count:,} notes        made s     MB  save ms  worst  p50 ms  p95 ms  worst")
    kept = f"{made:8.1f} {size / 1e6:6.1f} {statistics.median(saves):8.1f} {max(saves):6.1f}"
    print(f"{'this':12} {kept} {statistics.median(times):7.2f} {p95(times):7.2f} {max(times):6.1f}")


def questions() -> list[GradedQuery]:
    """Queries of four kinds, always the same."""
    choice = random.Random(_SEED)
    return [q for kind in _KINDS for q in choice.sample(read_queries(kind, "tune"), _QUERIES)]


def _saved(index: NoteIndex, feed: _Feed, number: int) -> float:
    feed.notes.append(_Note(f"new-{number}", f"یادداشت تازه‌ی شماره‌ی {number} درباره‌ی بودجه"))
    started = time.perf_counter()
    index.follow(feed)
    return (time.perf_counter() - started) * 1000


def _asked(index: NoteIndex, text: str) -> float:
    started = time.perf_counter()
    index.search(text)
    return (time.perf_counter() - started) * 1000
