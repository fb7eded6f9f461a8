"""What belongs to this computer alone: drafts, the last places, the state of the session."""

from db.user import rows
from db.user.acts import Act
from db.user.clock import stamp
from db.user.desk import Desk
from db.user.models import Draft, Row

_KEPT_RECENT = 50
_OWN = "session."


class Local(Desk):
    """Written at once and outside the history, so never undone.

    A write is given up soon when another program holds the file: each of these comes again.
    """

    def save_draft(
        self, slot: str, item_id: str, content: str, *, annotation: str | None = None
    ) -> None:
        """Keep what is being typed; `slot` names the editor, usually by the item it stands on."""
        row: Row = {
            "slot": slot,
            "item_id": item_id,
            "annotation": annotation,
            "content": rows.whole_text(content),
            "saved": stamp(self._clock()),
        }
        with self.waiting_briefly(), self._transaction():
            rows.write(self._connection, "draft", row)

    def draft(self, slot: str) -> Draft | None:
        """The draft of one editor."""
        found = self._rows("SELECT * FROM draft WHERE slot = ?", slot)
        return _draft(found[0]) if found else None

    def drafts(self) -> list[Draft]:
        """All drafts, the latest first; after a crash, what can be taken up again."""
        return [_draft(row) for row in self._rows("SELECT * FROM draft ORDER BY saved DESC, slot")]

    def discard_draft(self, slot: str) -> None:
        """Give up a draft that was emptied."""
        with self.waiting_briefly(), self._transaction():
            rows.erase(self._connection, "draft", (slot,))

    def opened(self, item_id: str) -> None:
        """Remember that an item was opened."""
        row: Row = {"item_id": item_id, "opened": stamp(self._clock())}
        with self.waiting_briefly(), self._transaction():
            rows.write(self._connection, "recent", row)
            statement = (
                "DELETE FROM recent WHERE item_id NOT IN"
                " (SELECT item_id FROM recent ORDER BY opened DESC LIMIT ?)"
            )
            self._connection.execute(statement, (_KEPT_RECENT,))

    def recently_opened(self, limit: int = 10) -> list[str]:
        """Ids of the items opened last, the latest first."""
        statement = "SELECT item_id FROM recent ORDER BY opened DESC, rowid DESC LIMIT ?"
        return [str(row["item_id"]) for row in self._rows(statement, limit)]

    def remember(self, name: str, value: str) -> None:
        """Keep a value of the session: page, scroll position, sizes."""
        with self.waiting_briefly(), self._transaction():
            self._put_state(_OWN + name, value)

    def recall(self, name: str, default: str = "") -> str:
        """A value kept by `remember`."""
        return self._state(_OWN + name) or default


def drop_draft(act: Act, slot: str | None) -> None:
    """Give up a draft in the commit that saves what it had grown to."""
    if slot is not None:
        rows.erase(act.connection, "draft", (slot,))


def _draft(row: Row) -> Draft:
    annotation = row["annotation"]
    return Draft(
        slot=str(row["slot"]),
        item_id=str(row["item_id"]),
        annotation=str(annotation) if annotation else None,
        content=str(row["content"]),
        saved=str(row["saved"]),
    )
