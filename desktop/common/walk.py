"""What one search found, in the order F3 goes through it."""

from typing import TYPE_CHECKING

from db.record import record, replace

if TYPE_CHECKING:
    from db.search.models import NoteHit, SearchResults
    from desktop.common.place import Hits


def hits_of(answer: "SearchResults") -> "Hits":
    """The spans found in each item."""
    return {hit.item_id: hit.spans for hit in answer.hits}


@record
class Walk:
    """`keys` name items, and texts of the reader's by their uuids; `at` is the find opened.

    It outlives the answer it goes through, with no more of it than is shown on the way.
    """

    query: str  # what the answer is about
    asked: str  # what was typed
    keys: tuple[str, ...]
    hits: "Hits"
    reasons: dict[str, str]
    notes: tuple["NoteHit", ...]
    at: str = ""

    @classmethod
    def through(cls, answer: "SearchResults", query: str, keys: tuple[str, ...], at: str) -> "Walk":
        reasons = {hit.item_id: hit.why for hit in answer.hits if hit.why}
        return cls(query, answer.query, keys, hits_of(answer), reasons, answer.notes, at)

    def stepped(self, steps: int) -> tuple["Walk", bool]:
        """The walk one find further or back; and whether it began anew from the other end."""
        outside = -1 if steps > 0 else len(self.keys)
        wanted = (self.keys.index(self.at) if self.at in self.keys else outside) + steps
        key = self.keys[wanted % len(self.keys)]
        return replace(self, at=key), not 0 <= wanted < len(self.keys)

    @property
    def note(self) -> "NoteHit | None":
        """The text of the reader's it is at; None at an item."""
        return next((note for note in self.notes if note.uuid == self.at), None)

    @property
    def why(self) -> str:
        """Why the item it is at was found, when no word in it is marked; else ""."""
        return self.reasons.get(self.at, "")
