"""What search costs before the first answer: a fresh process each time, medians of several."""

import json
import os
import statistics
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.search.lexicon import Lexicon

_RUNS = 5
_FIRST_QUERIES = ("پیشگیری از فرسودگی بافت شهری", "نضارت بر ساختوسازها")


def print_cost() -> None:
    """What the first query of a process waits for, part by part; each process starts afresh.

    A window imports and opens in the background at its start, so its reader waits for no more
    than `first query`; a command waits for all of it.
    """
    _child("time")  # leaves compiled modules behind, as an installed program has them
    runs = [_child("time") for _ in range(_RUNS)]
    for name in runs[0]:
        values = [run[name] for run in runs]
        print(f"{name:30} {statistics.median(values):7.1f}  (worst {max(values):.1f})")
    for name, value in _child("memory").items():
        print(f"{name:30} {value:7.1f}")


def _child(what: str) -> dict[str, float]:
    command = [sys.executable, "-m", "build_spec.bench.search_cost", what]
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    made = subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings)
    output = made.stdout
    found: dict[str, float] = json.loads(output)
    return found


def _measure_time() -> dict[str, float]:
    marks = [time.perf_counter()]
    from db.reference.store import ReferenceStore
    from db.search.engine import SearchEngine
    from db.search.models import SearchQuery

    marks.append(time.perf_counter())
    engine = SearchEngine(ReferenceStore())
    marks.append(time.perf_counter())
    for text in _FIRST_QUERIES:
        engine.search(SearchQuery(text))
        marks.append(time.perf_counter())
    names = ("import ms", "open ms", "first query ms", "first corrected ms")
    pairs = zip(names, marks, marks[1:], strict=False)
    parts = {name: (end - start) * 1000 for name, start, end in pairs}
    return parts | {"all up to the first answer ms": (marks[3] - marks[0]) * 1000}


def _measure_memory() -> dict[str, float]:
    from db.search.lexicon import Lexicon

    before, started = _resident_mb(), time.perf_counter()
    first = _loaded(Lexicon())
    load, grown = (time.perf_counter() - started) * 1000, _resident_mb() - before
    del first
    tracemalloc.start()
    second = _loaded(Lexicon())
    traced = tracemalloc.get_traced_memory()[0] / 2**20
    del second
    return {"lexicon load ms": load, "lexicon RSS MB": grown, "lexicon objects MB": traced}


def _loaded(lexicon: "Lexicon") -> "Lexicon":
    lexicon.load()
    return lexicon


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    measured = _measure_time() if sys.argv[1] == "time" else _measure_memory()
    print(json.dumps(measured))
