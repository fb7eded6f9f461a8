"""The index of the reader's notes at size: building, saving one more, finding."""

import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from build_spec.bench import search_peers
from build_spec.bench.figures import megabytes, p95, sampled
from build_spec.bench.grades import GradedQuery, read_queries
from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.notes import NoteIndex

CLAUSE = re.compile(r"[^،؛.:\n]{12,}")
_SEED = 1404
_SAVES = 20
_QUERIES = 40  # of each kind
_KINDS = ("ortho", "morph", "typo", "concept")
_HEADINGS = f"{'':16}   made s     MB  p50 ms  p95 ms  worst  ratio of p95  save ms  worst"
_OPENINGS = ("پیگیری شود:", "نظر من:", "در جلسه گفته شد", "پرسش:", "ناسازگار با", "مثال:")


@dataclass(frozen=True)
class _Note:
    uuid: str
    text: str
    kind: str = "annotation"
    item_id: str | None = None
    gone: bool = False
    axis: str = ""

    @property
    def id(self) -> str:
        return self.uuid

    @property
    def edited(self) -> str:
        return self.text


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
    """A line an engine: seconds to make the index, milliseconds of a save and of a query."""
    notes = list(_write(count))
    print(f"\n{count:,} notes\n{_HEADINGS}")
    base = _print_own(_Feed(list(notes)))
    for name, make in search_peers.ON_DISK.items():
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            engine = make(notes, Path(folder))
            made = time.perf_counter() - started
            times = [sampled(partial(engine, query)).wall for query in questions()]
            line = _figures(name, made, megabytes(Path(folder)), times)
        print(f"{line} {base / p95(times):14.2f}", flush=True)


def _print_own(feed: _Feed) -> float:
    """This program's line, with what a save takes; p95 of a query in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        index = NoteIndex(Path(folder) / "notes", Lexicon())
        started = time.perf_counter()
        index.follow(feed)
        made = time.perf_counter() - started
        index.learn()
        saves = [_saved(index, feed, number) for number in range(_SAVES)]
        times = [sampled(partial(index.search, query.text)).wall for query in questions()]
        line = _figures("this", made, megabytes(Path(folder)), times)
        index.close()
    print(f"{line} {1:14.2f} {statistics.median(saves):8.1f} {max(saves):6.1f}", flush=True)
    return p95(times)


def _figures(name: str, made: float, size: float, times: list[float]) -> str:
    taken = f"{statistics.median(times):7.2f} {p95(times):7.2f} {max(times):6.1f}"
    return f"{name:16} {made:8.1f} {size:6.1f} {taken}"


def questions() -> list[GradedQuery]:
    """Queries of four kinds, always the same."""
    choice = random.Random(_SEED)
    return [q for kind in _KINDS for q in choice.sample(read_queries(kind, "tune"), _QUERIES)]


def _saved(index: NoteIndex, feed: _Feed, number: int) -> float:
    feed.notes.append(_Note(f"new-{number}", f"یادداشت تازه‌ی شماره‌ی {number} درباره‌ی بودجه"))
    return sampled(partial(index.follow, feed)).wall
