"""Graded queries and how an engine's answer to one is graded."""

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

QUERIES = Path(__file__).parent / "queries"
KINDS = ("ortho", "morph", "typo", "concept", "filter", "nomatch")
# Sets of queries; those of the first row may be tuned on, those of the second are only reported.
#   tune, report: two halves of one set
#   line: to draw the line between direct and near with
#   fresh: its counterpart, written before its author had read or written a subject term
#   unseen: questions and unanswerable queries by another author
#   blind: those, slips and inflections by one who had seen no subject term and no other set
#   calib, last: by two authors who had seen nothing; `calib` draws the line as well
#   next: by a third, looked at twice: before and after the last terms, written without it
#   gauge, check: by one who had read the document alone; gauge2: by another such. They draw the
#       line as well, each measured once before anything was made after it
#   apart, sealed, persons: by three who had read the document alone (`persons` as twenty people
#       of different trades), scored by their counts: `persons` when all was decided, the others
#       before and after the last lists as well
HALVES = (
    *("tune", "line", "calib", "gauge", "gauge2", "check"),
    *("report", "unseen", "blind", "fresh", "last", "next", "apart", "sealed", "persons"),
)
DEPTH = 10


@dataclass(frozen=True)
class GradedQuery:
    """A query with the grade (1..3) of every relevant item."""

    text: str
    axis: str | None
    relevant: dict[str, int]


@dataclass(frozen=True)
class Answer:
    """What an engine said: item ids best first, those it calls direct, whether any is."""

    ids: tuple[str, ...]
    direct: bool
    direct_ids: tuple[str, ...] | None = None  # None when the engine draws no such line

    @property
    def claimed(self) -> frozenset[str]:
        """The items the engine answers with, near ones left out."""
        return frozenset(self.ids if self.direct_ids is None else self.direct_ids)


Engine = Callable[[GradedQuery], Answer]


def read_queries(kind: str, half: str) -> list[GradedQuery]:
    """The graded queries of one kind and half; none where a half has none of the kind."""
    path = QUERIES / f"{kind}.{half}.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = (json.loads(line) for line in lines if line.strip())
    return [GradedQuery(row["query"], row.get("axis"), row["relevant"]) for row in rows]


def ndcg(ids: Iterable[str], relevant: dict[str, int], depth: int = DEPTH) -> float:
    """Normalised discounted cumulative gain with gain 2^grade - 1."""
    gains = [2 ** relevant.get(item_id, 0) - 1 for item_id in ids][:depth]
    ideal = sorted((2**grade - 1 for grade in relevant.values()), reverse=True)[:depth]
    return _discounted(gains) / _discounted(ideal)


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def succeeds(answer: Answer, query: GradedQuery) -> bool:
    """Whether the first item is relevant."""
    return bool(answer.ids) and answer.ids[0] in query.relevant


def recall(answer: Answer, query: GradedQuery) -> float:
    """The share of the relevant items (ten at most) among the first ten."""
    found = set(answer.ids[:DEPTH]) & set(query.relevant)
    return len(found) / min(len(query.relevant), DEPTH)


def f1(answer: Answer, query: GradedQuery) -> float:
    """Harmonic mean of precision and recall over everything the engine claims."""
    right = len(answer.claimed & set(query.relevant))
    return 2 * right / (len(answer.claimed) + len(query.relevant))
