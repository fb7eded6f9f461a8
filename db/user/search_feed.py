"""What of the reader's own data can be searched, so that an index can follow it."""

from collections.abc import Iterator

from db.record import record
from db.user.desk import Desk
from db.user.failures import known_failures
from db.user.tags import tag_key

_FEED = """
SELECT 'annotation' AS kind, uuid, item_id, note AS text, modified, deleted, revision
    FROM annotation WHERE revision > :since
UNION ALL SELECT 'bookmark', uuid, item_id, note, modified, deleted, revision
    FROM bookmark WHERE revision > :since
UNION ALL SELECT 'collection', uuid, NULL, title, modified, deleted, revision
    FROM collection WHERE revision > :since
UNION ALL SELECT 'tag', uuid, NULL, name, modified, deleted, revision
    FROM tag WHERE revision > :since
UNION ALL SELECT 'meeting', uuid, NULL, title, modified, deleted, revision
    FROM meeting WHERE revision > :since
UNION ALL SELECT 'purged', uuid, NULL, '', purged, purged, revision
    FROM purged WHERE revision > :since
"""


_TAGGED = """
SELECT item_id FROM item_tag WHERE tag = ? AND deleted IS NULL
UNION SELECT a.item_id FROM annotation AS a JOIN annotation_tag AS t ON t.annotation = a.uuid
    WHERE t.tag = ? AND a.deleted IS NULL
"""


@record
class Searchable:
    """One text to find; `gone` says that an index must forget `uuid` (deleted or emptied)."""

    kind: str
    uuid: str
    item_id: str | None
    text: str
    modified: str
    gone: bool


class SearchFeed(Desk):
    """The reader's texts for the search engine."""

    def searchable(self, since: int = 0) -> Iterator[Searchable]:
        """Every text written after the act numbered `since`; since 0, only those that are not gone.

        An index keeps the `data_version` it was made from: with the same lineage it asks from that
        revision on, else it is made anew.
        """
        with known_failures():
            for row in self._connection.execute(_FEED, {"since": since}):
                gone = row["deleted"] is not None or not row["text"]
                if since or not gone:
                    yield Searchable(
                        row["kind"], row["uuid"], row["item_id"], row["text"], row["modified"], gone
                    )

    def annotated_items(self) -> frozenset[str]:
        """Ids of the items that bear a written note."""
        statement = (
            "SELECT DISTINCT item_id FROM annotation INDEXED BY annotation_page"
            " WHERE deleted IS NULL AND written"
        )
        return frozenset(str(row["item_id"]) for row in self._rows(statement))

    def tag_names(self) -> tuple[str, ...]:
        """The names of all tags."""
        statement = "SELECT name FROM tag WHERE deleted IS NULL ORDER BY name, uuid"
        return tuple(str(row["name"]) for row in self._rows(statement))

    def tagged_items(self, tag: str) -> frozenset[str]:
        """Ids of the items that bear a tag, themselves or by a note; spellings are one."""
        wanted = tag_key(tag)
        tags = self._rows("SELECT uuid, name FROM tag WHERE deleted IS NULL")
        return frozenset(
            str(row["item_id"])
            for one in tags
            if tag_key(str(one["name"])) == wanted
            for row in self._rows(_TAGGED, one["uuid"], one["uuid"])
        )
