"""Which items have been read, for progress on the home page and bold numbers in lists."""

from collections.abc import Iterable

from db.user.acts import Act
from db.user.desk import Desk, not_recorded, saved
from db.user.models import Change, Outcome


class Reading(Desk):
    """Acts and questions on reading marks."""

    def read_items(self) -> frozenset[str]:
        """Ids of the items the reader has read."""
        statement = "SELECT item_id FROM read_mark WHERE deleted IS NULL AND author = ?"
        return frozenset(str(row["item_id"]) for row in self._rows(statement, self._author))

    def mark_read(self, item_ids: Iterable[str]) -> Outcome[None]:
        """Mark items as read."""
        with self._act("خوانده‌شده به شمار آمد") as act:
            for item_id in item_ids:
                _read(act, item_id)
        return saved(None, act)

    def came_to_read(self, item_id: str) -> Change:
        """Mark an item that the reader stayed on; no act of theirs, so undo passes it by."""
        with self._act("خوانده‌شده به شمار آمد", not_recorded) as act:
            _read(act, item_id)
        return act.change

    def mark_unread(self, item_ids: Iterable[str]) -> Outcome[None]:
        """Mark items as not read."""
        with self._act("خوانده‌نشده شد") as act:
            for item_id in item_ids:
                _unread(act, item_id)
        return saved(None, act)

    def reset_axis(self, axis: str) -> Outcome[None]:
        """Forget what was read of an axis; its items begin with its name and a hyphen."""
        with self._act("خوانده‌شده‌های محور پاک شد") as act:
            statement = (
                "SELECT item_id FROM read_mark WHERE deleted IS NULL AND author = ?"
                " AND (item_id = ? OR item_id GLOB ?)"
            )
            values = (act.signed.author, axis, f"{axis}-*")
            for row in act.connection.execute(statement, values).fetchall():
                _unread(act, row["item_id"])
        return saved(None, act)


def _mark(act: Act, item_id: str) -> str | None:
    statement = "SELECT uuid FROM read_mark WHERE item_id = ? AND author = ?"
    found = act.connection.execute(statement, (item_id, act.signed.author)).fetchone()
    return str(found["uuid"]) if found else None


def _read(act: Act, item_id: str) -> None:
    uuid = _mark(act, item_id)
    if uuid is None:
        act.insert("read_mark", item_id=item_id, read=act.now)
    elif act.row("read_mark", uuid)["deleted"] is not None:
        act.update("read_mark", uuid, deleted=None, read=act.now)


def _unread(act: Act, item_id: str) -> None:
    uuid = _mark(act, item_id)
    if uuid and act.row("read_mark", uuid)["deleted"] is None:
        act.delete("read_mark", uuid)
