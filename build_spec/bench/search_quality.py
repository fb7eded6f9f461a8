"""Graded queries → nDCG@10, success@1, recall@10, direct and latency, kind by kind."""

import argparse
import json
import math
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.models import SearchQuery

QUERIES = Path(__file__).parent / "queries"
KINDS = ("ortho", "morph", "typo", "concept", "filter", "nomatch")
_DEPTH = 10


@dataclass(frozen=True)
class GradedQuery:
    """A query with the grade (1..3) of every relevant item."""

    text: str
    axis: str | None
    relevant: dict[str, int]


@dataclass(frozen=True)
class Answer:
    """What an engine said: item ids best first, and whether any matches directly."""

    ids: tuple[str, ...]
    direct: bool


Engine = Callable[[GradedQuery], Answer]


def read_queries(kind: str, half: str) -> list[GradedQuery]:
    """The graded queries of one kind and half (tune or report)."""
    lines = (QUERIES / f"{kind}.{half}.jsonl").read_text("utf-8").splitlines()
    rows = (json.loads(line) for line in lines if line.strip())
    return [GradedQuery(row["query"], row.get("axis"), row["relevant"]) for row in rows]


def ndcg(ids: Iterable[str], relevant: dict[str, int], depth: int = _DEPTH) -> float:
    """Normalised discounted cumulative gain with gain 2^grade - 1."""
    gains = [2 ** relevant.get(item_id, 0) - 1 for item_id in ids][:depth]
    ideal = sorted((2**grade - 1 for grade in relevant.values()), reverse=True)[:depth]
    return _discounted(gains) / _discounted(ideal)


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def this_engine() -> Engine:
    """The program's own engine over the built data."""
    engine = SearchEngine(ReferenceStore())

    def answer(query: GradedQuery) -> Answer:
        results = engine.search(SearchQuery(query.text, query.axis, limit=200))
        return Answer(tuple(hit.item_id for hit in results.hits), results.direct)

    return answer


def report(name: str, engine: Engine, half: str, worst: int = 0) -> None:
    """Print one row a kind; `worst` lists that many of the poorest queries."""
    engine(GradedQuery("گرم شدن", None, {}))
    for kind in KINDS:
        queries = read_queries(kind, half)
        times, answers = [], []
        for query in queries:
            started = time.perf_counter()
            answers.append(engine(query))
            times.append((time.perf_counter() - started) * 1000)
        _print_row(name, kind, queries, answers, times)
        if worst and kind != "nomatch":
            _print_worst(queries, answers, worst)


def _print_row(
    name: str, kind: str, queries: list[GradedQuery], answers: list[Answer], times: list[float]
) -> None:
    pairs = list(zip(queries, answers, strict=True))
    p95 = statistics.quantiles(times, n=20)[-1]
    speed = f"median {statistics.median(times):5.1f} ms  p95 {p95:5.1f} ms"
    if kind == "nomatch":
        silent = sum(not answer.direct for answer in answers) / len(answers)
        print(f"{name:12} {kind:8} n={len(queries):3}  no-match {silent:.3f}  {speed}")
        return
    quality = statistics.mean(ndcg(a.ids, q.relevant) for q, a in pairs)
    first = statistics.mean(bool(a.ids) and q.relevant.get(a.ids[0], 0) > 0 for q, a in pairs)
    recall = statistics.mean(
        len(set(a.ids[:_DEPTH]) & set(q.relevant)) / min(len(q.relevant), _DEPTH) for q, a in pairs
    )
    missed = sum(not answer.direct for answer in answers) / len(answers)
    print(
        f"{name:12} {kind:8} n={len(queries):3}  nDCG@10 {quality:.3f}  success@1 {first:.3f}"
        f"  recall@10 {recall:.3f}  missed {missed:.3f}  {speed}"
    )


def _print_worst(queries: list[GradedQuery], answers: list[Answer], count: int) -> None:
    scored = sorted(
        (ndcg(answer.ids, query.relevant), place)
        for place, (query, answer) in enumerate(zip(queries, answers, strict=True))
    )
    for score, place in scored[:count]:
        query, answer = queries[place], answers[place]
        print(f"   {score:.2f} {query.text} | {query.relevant} | {answer.ids[:5]} {answer.direct}")


def main() -> None:
    """Command line: --half tune|report, --worst N."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()
    report("this", this_engine(), options.half, options.worst)


if __name__ == "__main__":
    main()
