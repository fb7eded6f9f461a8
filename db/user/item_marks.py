"""What an item is marked with; asked after every act, so answered without reading notes."""

from db.record import record
from db.user.desk import Desk
from db.user.models import TextSelector

_SPANS = """
SELECT uuid, start, "end", exact, colour, written FROM annotation
WHERE item_id = ? AND deleted IS NULL AND start IS NOT NULL
ORDER BY created, rowid
"""
_TAGS = """
SELECT t.name FROM tag AS t WHERE t.deleted IS NULL AND t.uuid IN (
    SELECT l.tag FROM annotation AS a JOIN annotation_tag AS l ON l.annotation = a.uuid
    WHERE a.item_id = ? AND a.deleted IS NULL
) ORDER BY t.name
"""


@record
class MarkedSpan:
    """A marked span; `noted` when words go with it, `colour` "" when it has none."""

    selector: TextSelector
    colour: str
    noted: bool
    uuid: str


class ItemMarks(Desk):
    """Questions on one item."""

    def marked_spans(self, item_id: str) -> list[MarkedSpan]:
        """The spans of an item's live notes and highlights, the oldest first."""
        return [
            MarkedSpan(
                TextSelector(int(row["start"] or 0), int(row["end"] or 0), str(row["exact"])),
                str(row["colour"] or ""),
                bool(row["written"]),
                str(row["uuid"]),
            )
            for row in self._rows(_SPANS, item_id)
        ]

    def note_tags(self, item_id: str) -> tuple[str, ...]:
        """The names of the tags that an item's notes carry."""
        return tuple(str(row["name"]) for row in self._rows(_TAGS, item_id))
