"""One act of the reader: rows written in one transaction, each remembered before and after."""

import sqlite3
from collections.abc import Sequence

from db.errors import KnownError
from db.record import record
from db.user import rows
from db.user.clock import later
from db.user.models import Change, Row, RowChange, Value
from db.user.new_id import new_id
from db.user.schema import KEYS, TRASHED

GONE = "این مورد دیگر در داده‌های شما نیست."


@record
class Signature:
    """Who acts, when, on which edition, and the running number of the act."""

    author: str
    now: str
    edition: str
    revision: int


class Act:
    """Writes rows inside an open transaction; `change` tells afterwards what was changed."""

    def __init__(self, connection: sqlite3.Connection, label: str, signed: Signature) -> None:
        self.connection = connection
        self.label = label
        self.signed = signed
        self._changes: dict[tuple[str, tuple[Value, ...]], RowChange] = {}

    @property
    def now(self) -> str:
        return self.signed.now

    @property
    def change(self) -> Change:
        """What really differs; a row changed and changed back is left out."""
        changed = (row for row in self._changes.values() if row.before != row.after)
        return Change(self.label, tuple(changed))

    def row(self, table: str, uuid: str) -> Row:
        """The row as it is, deleted or not; KnownError when there is none."""
        found = rows.read(self.connection, table, (uuid,))
        if found is None:
            raise KnownError(GONE)
        return found

    def table_of(self, uuid: str, among: Sequence[str] = TRASHED) -> str:
        """The table a row lies in; KnownError when it is in none of them."""
        for table in among:
            if rows.read(self.connection, table, (uuid,)):
                return table
        raise KnownError(GONE)

    def live(self, table: str, uuid: str) -> Row:
        """The row as it is; KnownError when it is deleted or was never there."""
        found = self.row(table, uuid)
        if found["deleted"] is not None:
            raise KnownError(GONE)
        return found

    def insert(self, table: str, **values: Value) -> Row:
        """A new row of the reader's own."""
        row: Row = {
            "uuid": new_id(),
            "author": self.signed.author,
            "created": self.now,
            "modified": self.now,
            "deleted": None,
            "private": 0,
            "edition": self.signed.edition,
            "revision": self.signed.revision,
        }
        return self._put(table, None, row | values)

    def update(self, table: str, uuid: str, **values: Value) -> Row:
        """Change some columns of a row; a change to the same values is no change."""
        before = self.row(table, uuid)
        if before | values == before:
            return before
        return self._put(table, before, self._stamped(before | values, before))

    def touch(self, table: str, uuid: str) -> Row:
        """Say that a row changed though no column of its own did."""
        before = self.row(table, uuid)
        return self._put(table, before, self._stamped(before, before))

    def restate(self, table: str, uuid: str, **values: Value) -> Row:
        """Change what follows from the document; the time of the reader's own change stays."""
        before = self.row(table, uuid)
        revision: Row = {"revision": self.signed.revision}
        return self._put(table, before, before | values | revision)

    def delete(self, table: str, uuid: str) -> Row:
        """Move a row to the trash."""
        return self.update(table, uuid, deleted=self.now)

    def purge(self, table: str, uuid: str) -> None:
        """Delete a row for ever; only its name is kept, against a merge that would revive it."""
        before = self.row(table, uuid)
        rows.erase(self.connection, table, (uuid,))
        self._note(table, before, before, None)
        mark: Row = {"uuid": uuid, "purged": self.now, "revision": self.signed.revision}
        rows.write(self.connection, "purged", mark)

    def link(self, table: str, **key: Value) -> None:
        """Join two rows by a row of a table that holds nothing but its key."""
        if rows.read(self.connection, table, rows.key_of(table, key)) is None:
            self._put(table, None, key)

    def unlink(self, table: str, **key: Value) -> None:
        """Part two rows that were joined."""
        rows.erase(self.connection, table, rows.key_of(table, key))
        self._note(table, key, key, None)

    def bring(self, table: str, key: tuple[Value, ...], wanted: Row | None) -> None:
        """Make a row what it was at another time, the time of its change too; a row that was not
        yet there is deleted."""
        before = rows.read(self.connection, table, key)
        if before is not None and "uuid" in before:
            gone = self._stamped(before | {"deleted": self.now}, before)
            revision: Row = {"revision": self.signed.revision}
            self._put(table, before, gone if wanted is None else wanted | revision)
        elif wanted is not None:
            self.link(table, **wanted)
        else:
            self.unlink(table, **dict(zip(KEYS[table], key, strict=True)))

    def _stamped(self, row: Row, before: Row) -> Row:
        if before["revision"] == self.signed.revision:
            return row
        modified = later(self.now, str(before["modified"]))
        return row | {"modified": modified, "revision": self.signed.revision}

    def _put(self, table: str, before: Row | None, after: Row) -> Row:
        after = {column: rows.whole_text(value) for column, value in after.items()}
        if before is not None:
            after |= {column: value for column, value in before.items() if after[column] == value}
        rows.write(self.connection, table, after)
        self._note(table, after, before, after)
        return after

    def _note(self, table: str, named: Row, before: Row | None, after: Row | None) -> None:
        key = rows.key_of(table, named)
        earlier = self._changes.get((table, key))
        first = earlier.before if earlier else before
        self._changes[table, key] = RowChange(table, key, first, after)
