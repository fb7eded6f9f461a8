"""Nothing is deleted at once: the trash gives back, and only there a row is deleted for ever."""

from collections.abc import Iterable
from datetime import timedelta

from db.record import record
from db.text.normalize import persian_digits
from db.user.acts import Act
from db.user.clock import stamp
from db.user.collection_tree import contents, subtree
from db.user.desk import Desk, saved
from db.user.failures import known_failures
from db.user.models import Outcome, Row
from db.user.tags import absorb, live_tag

KEPT_FOR = timedelta(days=30)

_LISTED = """
SELECT 'annotation' AS kind, uuid, item_id, coalesce(nullif(note, ''), exact) AS text, written,
    deleted FROM annotation WHERE deleted IS NOT NULL
UNION ALL SELECT 'bookmark', uuid, item_id, note, 1, deleted
    FROM bookmark WHERE deleted IS NOT NULL
UNION ALL SELECT 'collection', uuid, NULL, title, 1, deleted
    FROM collection WHERE deleted IS NOT NULL
UNION ALL SELECT 'tag', uuid, NULL, name, 1, deleted FROM tag WHERE deleted IS NOT NULL
UNION ALL SELECT 'meeting', uuid, NULL, title, 1, deleted FROM meeting WHERE deleted IS NOT NULL
ORDER BY deleted DESC, uuid
"""


@record
class TrashEntry:
    """A deleted row: `kind` is its table, `text` what the reader knows it by.

    A highlight without words is not `written`.
    """

    kind: str
    uuid: str
    item_id: str | None
    text: str
    written: bool
    deleted: str


class Trash(Desk):
    """The trash, and the private flag that every kind of row has."""

    def trash(self) -> list[TrashEntry]:
        """What was deleted, the latest first."""
        return [_entry(row) for row in self._rows(_LISTED)]

    def expired(self) -> list[str]:
        """What has lain in the trash for longer than it is kept."""
        last = stamp(self._clock() - KEPT_FOR)
        return [entry.uuid for entry in self.trash() if entry.deleted < last]

    def restore(self, *uuids: str) -> Outcome[None]:
        """Bring rows back by one act; a collection comes back with what was deleted with it.

        A tag takes over what a tag of its name, made since, is on.
        """
        with self._act("از حذف‌شده‌ها برگشت") as act:
            if len(uuids) > 1:
                act.label = f"{persian_digits(str(len(uuids)))} مورد {act.label}"
            wanted = {uuid: act.table_of(uuid) for uuid in uuids}
            for uuid, table in tuple(wanted.items()):
                if table == "collection":
                    wanted |= _deleted_with(act, uuid)
            for uuid, table in wanted.items():
                _bring_back(act, table, uuid)
            # Once all are back, so that none is left out of what comes back after it.
            for uuid, table in wanted.items():
                _leave_deleted_place(act, table, uuid)
        return saved(None, act)

    def purge(self, uuids: Iterable[str]) -> int:
        """Delete rows of the trash for ever and return how many; acts on others can be undone."""
        purged: set[str] = set()
        with self._act("برای همیشه حذف شد", lambda: self._history.forget(purged)) as act:
            for uuid in uuids:
                table = act.table_of(uuid)
                if act.row(table, uuid)["deleted"] is not None:
                    act.purge(table, uuid)
                    purged.add(uuid)
        # The write-ahead log still holds the old pages until they are moved into the file.
        with known_failures():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return len(purged)

    def empty_trash(self) -> int:
        """Delete all of the trash for ever and return how many rows that were."""
        return self.purge([entry.uuid for entry in self.trash()])

    def set_private(self, uuid: str, private: bool) -> Outcome[None]:
        """Keep a row of any kind out of reports and exchange files, or let it in again."""
        with self._act("حالت خصوصی عوض شد") as act:
            table = act.table_of(uuid)
            act.live(table, uuid)
            act.update(table, uuid, private=int(private))
        return saved(None, act)


def _entry(row: Row) -> TrashEntry:
    item_id = row["item_id"]
    return TrashEntry(
        kind=str(row["kind"]),
        uuid=str(row["uuid"]),
        item_id=str(item_id) if item_id else None,
        text=str(row["text"]),
        written=bool(row["written"]),
        deleted=str(row["deleted"]),
    )


def _deleted_with(act: Act, collection: str) -> dict[str, str]:
    """What went into the trash with a collection, each with its table."""
    deleted = act.row("collection", collection)["deleted"]
    held = (one for inner in subtree(act, collection) for one in contents(act, inner))
    return {str(row["uuid"]): table for table, row in held if deleted and row["deleted"] == deleted}


def _bring_back(act: Act, table: str, uuid: str) -> None:
    """Undelete a row.

    A meeting that was running does not go on by itself: another may be running by now.
    """
    row = act.row(table, uuid)
    changed: Row = {"deleted": None}
    if table == "meeting" and row["deleted"] and row["ended"] is None and row["paused"] is None:
        changed["paused"] = act.now
    namesake = live_tag(act, str(row["name"])) if table == "tag" else None
    act.update(table, uuid, **changed)
    if namesake and namesake != uuid:
        absorb(act, namesake, uuid)


def _leave_deleted_place(act: Act, table: str, uuid: str) -> None:
    """A place that is itself deleted is left for the top level."""
    column = {"bookmark": "collection", "collection": "parent"}.get(table)
    place = act.row(table, uuid)[column] if column else None
    if column and place and act.row("collection", str(place))["deleted"]:
        act.update(table, uuid, **{column: None})
