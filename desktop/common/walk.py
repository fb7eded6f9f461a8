"""What one search found, in the order F3 goes through it."""

from typing import TYPE_CHECKING

from db.record import record, replace

if TYPE_CHECKING:
    from db.search.models import Hit, NoteHit, SearchResults
    from desktop.common.place import Hits


def hits_of(answer: "SearchResults") -> "Hits":
    """The spans found in each item."""
    return {hit.item_id: hit.spans for hit in answer.hits}


@record
class Walk:
    """`keys` name items, and texts of the reader's by their uuids; `at` is the find opened."""

    query: str
    keys: tuple[str, ...]
    answer: "SearchResults"
    at: str = ""

    def stepped(self, steps: int) -> tuple["Walk", bool]:
        """The walk one find further or back; and whether it began anew from the other end."""
        outside = -1 if steps > 0 else len(self.keys)
        wanted = (self.keys.index(self.at) if self.at in self.keys else outside) + steps
        key = self.keys[wanted % len(self.keys)]
        return replace(self, at=key), not 0 <= wanted < len(self.keys)

    @property
    def hits(self) -> "Hits":
        """The spans found in each item."""
        return hits_of(self.answer)

    @property
    def note(self) -> "NoteHit | None":
        """The text of the reader's it is at; None at an item."""
        return next((note for note in self.answer.notes if note.uuid == self.at), None)

    @property
    def why(self) -> str:
        """Why the item it is at was found, when no word in it is marked; else ""."""
        hit: Hit | None = next((hit for hit in self.answer.hits if hit.item_id == self.at), None)
        return (hit.why or "") if hit is not None else ""
