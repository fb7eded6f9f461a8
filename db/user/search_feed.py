"""What of the reader's own data can be searched, so that an index can follow it."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.user.desk import Desk

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


@dataclass(frozen=True)
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
        """Every text written after the act numbered `since`; from the start, only what is there.

        An index stores `data_version`: same lineage, feed from its revision; else build anew.
        """
        for row in self._connection.execute(_FEED, {"since": since}):
            gone = row["deleted"] is not None or not row["text"]
            if since or not gone:
                yield Searchable(
                    row["kind"], row["uuid"], row["item_id"], row["text"], row["modified"], gone
                )
