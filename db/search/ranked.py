"""What ranking tells of a query: the items, and what each was found by."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from db.record import field, record
from db.search.evidence import Evidence


class Ranked(NamedTuple):
    """An item's score and the share (0..1) of the query it meets."""

    document: int
    score: float
    met: float


@record
class Ranking:
    """Items best first; for each slot its worth and what it matched; which slots are content."""

    ranked: tuple[Ranked, ...] = ()
    worth: tuple[float, ...] = ()
    matches: tuple[Mapping[int, Evidence], ...] = ()
    content: tuple[tuple[int, ...], ...] = ()  # all but stop words, parts of one word together
    named: Mapping[int, float] = field(default_factory=dict)  # what each of these is raised by

    @property
    def most(self) -> float:
        """The score of the best item, without what that one was raised by."""
        if not self.ranked:
            return 0.0
        best = self.ranked[0]
        return best.score / self.named.get(best.document, 1.0)

    @property
    def content_or_all(self) -> Sequence[int]:
        """The slots of content, or all where there is none: what operators want in a text.

        To answer a query directly takes content.
        """
        return tuple(chain.from_iterable(self.content)) or range(len(self.worth))

    def evidence(self, document: int) -> tuple[Evidence | None, ...]:
        """Slot by slot what an item was found by."""
        return tuple(met.get(document) for met in self.matches)
