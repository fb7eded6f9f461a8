"""Graded queries → quality and latency of this engine and of its peers, kind by kind."""

import argparse
import gc
import statistics
import time
from dataclasses import dataclass
from functools import cached_property

from build_spec.bench import search_peers
from build_spec.bench.figures import p95
from build_spec.bench.grades import (
    HALVES,
    KINDS,
    Answer,
    Engine,
    GradedQuery,
    f1,
    ndcg,
    read_queries,
    recall,
    succeeds,
)
from build_spec.bench.search_cost import print_cost
from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.models import SearchQuery

_OWN = "this"
_SHOWN = 20  # hits a reader is given at once
_WARM_UP = GradedQuery("گرم شدن", None, {})


def this_engine(reference: ReferenceStore) -> Engine:
    """The program's own engine over the built data, made ready as for a batch of queries."""
    engine = SearchEngine(reference)
    engine.warm()
    gc.freeze()

    def answer(query: GradedQuery) -> Answer:
        limit = max(_SHOWN, len(query.relevant))
        results = engine.search(SearchQuery(query.text, query.axis, limit))
        direct = tuple(hit.item_id for hit in results.hits if hit.match == "direct")
        return Answer(tuple(hit.item_id for hit in results.hits), results.direct, direct)

    return answer


@dataclass(frozen=True)
class Run:
    """One engine's answers to the queries of one kind, with the milliseconds each took."""

    name: str
    queries: list[GradedQuery]
    answers: list[Answer]
    times: list[float]

    @property
    def pairs(self) -> list[tuple[Answer, GradedQuery]]:
        return list(zip(self.answers, self.queries, strict=True))

    @cached_property
    def silent(self) -> float:
        """The share of queries without a direct answer."""
        return sum(not answer.direct for answer in self.answers) / len(self.answers)

    @cached_property
    def quality(self) -> float:
        """nDCG@10; for unanswerable queries the share left unanswered."""
        if not self.queries[0].relevant:
            return self.silent
        return statistics.mean(ndcg(a.ids, q.relevant) for a, q in self.pairs)

    def row(self, own: "Run") -> str:
        """The figures of one line, with the ratio of the own quality to this one."""
        times = f"{statistics.median(self.times):7.2f} {p95(self.times):7.2f}"
        ratio = f"{own.quality / self.quality:6.2f}" if self.quality else "     ∞"
        if not self.queries[0].relevant:
            return f"{self.name:12} {self.quality:6.3f} {'':27} {times} {ratio}"
        first = statistics.mean(succeeds(a, q) for a, q in self.pairs)
        found = statistics.mean(recall(a, q) for a, q in self.pairs)
        exact = statistics.mean(f1(a, q) for a, q in self.pairs)
        figures = f"{first:6.3f} {found:6.3f} {self.silent:6.3f} {exact:6.3f}"
        return f"{self.name:12} {self.quality:6.3f} {figures} {times} {ratio}"


def run(name: str, engine: Engine, queries: list[GradedQuery]) -> Run:
    """Ask an engine everything, timed."""
    times, answers = [], []
    for query in queries:
        started = time.perf_counter()
        answers.append(engine(query))
        times.append((time.perf_counter() - started) * 1000)
    return Run(name, queries, answers, times)


def print_worst(worst: Run, count: int) -> None:
    """The poorest queries of a run, to be looked at while tuning."""
    scored = sorted((ndcg(a.ids, q.relevant), place) for place, (a, q) in enumerate(worst.pairs))
    for score, place in scored[:count]:
        query, answer = worst.queries[place], worst.answers[place]
        print(f"   {score:.2f} {query.text} | {query.relevant} | {answer.ids[:5]} {answer.direct}")


def print_tables(engines: dict[str, Engine], half: str, worst: int) -> None:
    """One table a kind; the last column says how many times better this engine is."""
    for engine in engines.values():
        engine(_WARM_UP)
    for kind in KINDS:
        queries = read_queries(kind, half)
        if not queries:
            continue
        runs = [run(name, engine, queries) for name, engine in engines.items()]
        first = "silent" if kind == "nomatch" else "nDCG10"
        rest = f"{'':27}" if kind == "nomatch" else "succ@1 rec@10 missed     F1"
        print(f"\n{kind:6} n={len(queries):3} {first} {rest} med ms  p95 ms  ratio")
        for one in runs:
            print(one.row(runs[0]))
        if worst and kind != "nomatch":
            print_worst(runs[0], worst)


def main() -> None:
    """Command line: --half, --worst N, --alone without the peers and the costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="report")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--alone", action="store_true")
    options = parser.parse_args()
    reference = ReferenceStore()
    engines = {_OWN: this_engine(reference)}
    if not options.alone:
        items = reference.items()
        engines["FTS5"] = search_peers.fts5(items)
        engines["Tantivy"] = search_peers.tantivy_engine(items)
        engines["Whoosh+hazm"] = search_peers.whoosh_and_hazm(items)
    print_tables(engines, options.half, options.worst)
    if not options.alone:
        print()
        print_cost()


if __name__ == "__main__":
    main()
