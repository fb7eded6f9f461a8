"""What every part of the store stands on: reading rows, acting in a transaction, undoing."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

from db.connection import copy_database
from db.errors import KnownError, StoreError
from db.text.normalize import is_blank
from db.user import rows
from db.user.acts import Act, Signature
from db.user.clock import Clock, stamp, utc_now
from db.user.failures import known_failures
from db.user.history import History, Replacement
from db.user.last_end import LastEnd
from db.user.models import Author, Change, Outcome, Row, Value
from db.user.wholeness import Wholeness

MOVED_AWAY = (
    "پرونده‌ی یادداشت‌ها از جای خود برداشته شده است. نسخه‌ای از یادداشت‌ها را جای دیگری ذخیره کنید."
)
COPY_GONE = (
    "پشتیبانی که این کار لازم دارد دیگر در جای خود نیست؛ یادداشت‌های کنونی دست نخوردند. "
    "پشتیبان دیگری را از صفحه‌ی «پشتیبان‌ها» بازیابی کنید."
)

_BRIEFLY_MS = 50


class DataVersion(NamedTuple):
    """`lineage` changes when the whole file was replaced, `revision` with every act."""

    lineage: str
    revision: int


class Desk:
    """One open file of the reader's, one connection, one history; belongs to one thread.

    With `wholeness` nothing is written before the file is known to be whole, and closing leaves a
    mark of how it was left (`LastEnd`).
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        edition: str = "1",
        clock: Clock = utc_now,
        wholeness: Wholeness | None = None,
    ) -> None:
        self._connection = connection
        self._edition = edition
        self._clock = clock
        self._history = History()
        self.wholeness = wholeness
        connection.text_factory = os.fsdecode  # names of folders need not be UTF-8
        self.path = Path(connection.execute("PRAGMA database_list").fetchone()["file"])
        connection.text_factory = _lenient
        # What is deleted for ever must not stay readable in free pages.
        connection.execute("PRAGMA secure_delete = ON")
        self._inode = self.path.stat().st_ino
        self._author = self._state("author")
        self._seen = self._others_writing()

    @property
    def author(self) -> Author:
        """The reader as author of what is written here."""
        row = self._rows("SELECT * FROM author WHERE uuid = ?", self._author)[0]
        return Author(str(row["uuid"]), str(row["name"]), str(row["created"]))

    @property
    def data_version(self) -> DataVersion:
        """Changes with every act, so that an index knows whether it is behind."""
        return DataVersion(self._state("lineage"), int(self._state("revision")))

    def undo(self) -> Change | None:
        """Take back the last act of the session by an act of its own; None when there is none."""
        done = self._history.next_undo
        if done is None:
            return None
        label = f"برگردانده شد: {done.label}"
        if isinstance(done, Replacement):
            return self._replaced(label, done, done.before, self._history.undid)
        with self._act(label, self._history.undid) as act:
            for row in reversed(done.rows):
                act.bring(row.table, row.key, row.before)
        return act.change

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is nothing."""
        undone = self._history.next_redo
        if undone is None:
            return None
        label = f"دوباره انجام شد: {undone.label}"
        if isinstance(undone, Replacement):
            return self._replaced(label, undone, undone.after, self._history.redid)
        with self._act(label, self._history.redid) as act:
            for row in undone.rows:
                act.bring(row.table, row.key, row.after)
        return act.change

    def set_author_name(self, name: str) -> Author:
        """How the reader is called in notes, minutes and exchange files."""
        with self._transaction():
            self._connection.execute(
                "UPDATE author SET name = ? WHERE uuid = ?", (name.strip(), self._author)
            )
        return self.author

    def changed_elsewhere(self) -> bool:
        """Whether another connection has written since this was last asked.

        Never waits: while another one holds the file, the answer is False and comes later.
        """
        try:
            with self._waiting(0):
                now = self._others_writing()
        except sqlite3.Error:
            return False
        known, self._seen = self._seen, now
        return now != known

    def wait_at_most(self, milliseconds: int) -> None:
        """How long an act waits for a file that another program holds."""
        self._connection.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def waiting_briefly(self) -> AbstractContextManager[None]:
        """For writes that will be tried again anyway: they give up soon when the file is held."""
        return self._waiting(_BRIEFLY_MS)

    @contextmanager
    def _waiting(self, milliseconds: int) -> Iterator[None]:
        usual = self._connection.execute("PRAGMA busy_timeout").fetchone()[0]
        self.wait_at_most(milliseconds)
        try:
            yield
        finally:
            self.wait_at_most(usual)

    def _others_writing(self) -> int:
        """A number that every commit of another connection changes, and none of our own."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def copy_into(self, target: sqlite3.Connection) -> None:
        """Copy the whole file as it is now, while it stays in use."""
        with known_failures():
            copy_database(self._connection, target)

    def load(self, source: sqlite3.Connection) -> None:
        """Replace the whole content in one step; `has_replaced` makes it an act."""
        with known_failures():
            self._check_writable()
            copy_database(source, self._connection)
        self._author = self._state("author")

    def has_replaced(self, replacement: Replacement) -> Change:
        """Record a `load` in the history, so that it can be undone like any act."""
        self._history.add(replacement)
        return Change(replacement.label, (), whole=True)

    def _replaced(
        self, label: str, replacement: Replacement, wanted: Path, on_done: Callable[[], None]
    ) -> Change:
        if not wanted.exists():
            self._history.forget_beyond(replacement)
            raise KnownError(COPY_GONE)
        replacement.put(wanted)
        on_done()
        return Change(label, (), whole=True)

    def close(self) -> None:
        self._connection.close()
        if self.wholeness is not None and self.wholeness.known:
            LastEnd(self.path).keep()

    @contextmanager
    def _act(self, label: str, on_saved: Callable[[], None] | None = None) -> Iterator[Act]:
        """One transaction; on disk when the block is left, or nothing of it.

        `on_saved` takes the place of adding the act to those that can be undone.
        """
        with self._transaction():
            revision = int(self._state("revision")) + 1
            now = stamp(self._clock())
            signed = Signature(self._author, now, self._edition, revision)
            act = Act(self._connection, label, signed)
            yield act
            if act.change.rows:
                self._put_state("revision", str(revision))
        if on_saved:
            on_saved()
        elif act.change.rows:
            self._history.add(act.change)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with known_failures():
            self._check_writable()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise

    def _check_writable(self) -> None:
        """Refuse to write to a file that is damaged or no longer in its place.

        A file deleted while open would swallow every write without a word.
        """
        if self.wholeness is not None:
            self.wholeness.require()
        try:
            in_place = self.path.stat().st_ino == self._inode
        except OSError:
            in_place = False
        if not in_place:
            raise StoreError(MOVED_AWAY)

    def _rows(self, statement: str, *values: Value) -> list[Row]:
        with known_failures():
            return [dict(row) for row in self._connection.execute(statement, values)]

    def _state(self, name: str) -> str:
        with known_failures():
            row = rows.read(self._connection, "state", (name,))
        return str(row["value"]) if row else ""

    def _put_state(self, name: str, value: str) -> None:
        rows.write(self._connection, "state", {"name": name, "value": value})


def _lenient(raw: bytes) -> str:
    """Text with wrong bytes replaced: what the disk flipped costs a letter, not the note."""
    return raw.decode("utf-8", "replace")


def not_recorded() -> None:
    """Passed as `on_saved` of an act that is no step of the history, so that undo passes it by."""


def saved[T](value: T, act: Act) -> Outcome[T]:
    """What an act returns to its caller."""
    return Outcome(value, act.change)


def titled(title: str, refusal: str) -> str:
    """A title without the spaces round it; KnownError with the refusal when nothing is seen."""
    if is_blank(title):
        raise KnownError(refusal)
    return title.strip()
