"""What came of a question, counted."""

from collections import Counter

from db.record import record
from db.search.models import SearchResults
from desktop.common.context import Context
from desktop.common.note_entries import axis_of
from desktop.common.place import Hits
from desktop.common.walk import hits_of


@record
class Counts:
    """How much answers; what only comes near is counted apart, unless there is nothing else.

    `axes` counts so in each axis, with its notes; `more_notes` says that not all of them are shown.
    """

    direct: int
    near: int
    notes: int
    more_notes: bool
    axes: dict[str, int]

    @classmethod
    def of(cls, context: Context, results: SearchResults, most_notes: int) -> "Counts":
        direct = [hit for hit in results.hits if hit.match == "direct"]
        shown, notes = len(results.notes), results.note_count
        counted = direct if direct or notes else results.hits
        axes = Counter(context.reference.item(hit.item_id).axis for hit in counted)
        axes.update(axis_of(context, note.item_id) for note in results.notes if note.item_id)
        near = len(results.hits) - len(direct)
        return cls(len(direct), near, notes, most_notes <= shown < notes, axes)

    @property
    def whole(self) -> int:
        """What the whole answer counts."""
        return self.direct + self.notes or self.near


@record
class Answer:
    """`literal` says that the reader insisted on just what was typed."""

    results: SearchResults
    counts: Counts
    literal: bool

    @classmethod
    def to(
        cls, context: Context, results: SearchResults, most_notes: int, *, literal: bool = False
    ) -> "Answer":
        return cls(results, Counts.of(context, results, most_notes), literal)

    def shows_as(self, other: "Answer") -> bool:
        """Whether the other has the same rows."""
        return self.results is other.results and self.counts == other.counts

    @property
    def told(self) -> tuple[object, ...]:
        """All that a reader sees of it; equal where they would see no difference."""
        results = self.results
        hits = tuple((hit.item_id, hit.match, hit.spans) for hit in results.hits)
        asked = results.query, results.suggestion, results.understood, self.literal
        return *asked, self.counts, hits, results.notes

    @property
    def found(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.results.hits or self.results.notes)

    @property
    def suggestion(self) -> str:
        """What the query may have meant, "" when there is nothing to ask."""
        return self.results.suggestion or ""

    @property
    def meant(self) -> str:
        """The query that it is about."""
        return self.results.query if self.literal else self.suggestion or self.results.query

    @property
    def hits(self) -> Hits:
        """The spans found in each item."""
        return hits_of(self.results)
