"""Collections: a tree of the reader's own making, in which no branch holds itself."""

from db.errors import KnownError
from db.text.normalize import persian_digits
from db.user.acts import Act
from db.user.desk import Desk, saved, titled
from db.user.models import Collection, Outcome, Row
from db.user.order import place
from db.user.shapes import shaped

CYCLE = "مجموعه را نمی‌توان درون خودش یا زیرمجموعه‌ی خودش گذاشت."
NO_TITLE = "عنوان مجموعه نمی‌تواند خالی باشد."

_SUBTREE = """
WITH RECURSIVE beneath (uuid) AS (
    SELECT ? UNION SELECT c.uuid FROM collection AS c JOIN beneath ON c.parent = beneath.uuid
)
SELECT uuid FROM beneath
"""


class CollectionTree(Desk):
    """Acts and questions on collections."""

    def collections(self) -> list[Collection]:
        """All collections; those of one parent stand in the order made by hand."""
        statement = "SELECT * FROM collection WHERE deleted IS NULL ORDER BY position, uuid"
        return [shaped(Collection, row) for row in self._rows(statement)]

    def create_collection(self, title: str, *, parent: str | None = None) -> Outcome[Collection]:
        """A new collection, last among those of its parent."""
        with self._act("مجموعه ساخته شد") as act:
            target = target_of(act, parent)
            position = place(act, "collection", _siblings(act, target, None), None)
            row = act.insert(
                "collection", title=titled(title, NO_TITLE), parent=target, position=position
            )
        return saved(shaped(Collection, row), act)

    def rename_collection(self, uuid: str, title: str) -> Outcome[Collection]:
        """Give a collection another title."""
        with self._act("نام مجموعه عوض شد") as act:
            act.live("collection", uuid)
            row = act.update("collection", uuid, title=titled(title, NO_TITLE))
        return saved(shaped(Collection, row), act)

    def move_collection(
        self, uuid: str, *, parent: str | None, before: str | None = None
    ) -> Outcome[Collection]:
        """Put a collection under another, ahead of the collection `before` or at the end."""
        with self._act("مجموعه جابه‌جا شد") as act:
            act.live("collection", uuid)
            target = target_of(act, parent)
            if target in subtree(act, uuid):
                raise KnownError(CYCLE)
            position = place(act, "collection", _siblings(act, target, uuid), before)
            row = act.update("collection", uuid, parent=target, position=position)
        return saved(shaped(Collection, row), act)

    def delete_collection(self, uuid: str) -> Outcome[None]:
        """Move a collection with all that it holds to the trash, to be restored as one."""
        with self._act("مجموعه حذف شد") as act:
            act.live("collection", uuid)
            bookmarks = 0
            for held in subtree(act, uuid):
                for table, row in contents(act, held):
                    if row["deleted"] is None:
                        act.delete(table, str(row["uuid"]))
                        bookmarks += table == "bookmark"
            if bookmarks:
                act.label = f"مجموعه با {persian_digits(str(bookmarks))} نشانِ درون آن حذف شد"
        return saved(None, act)


def target_of(act: Act, collection: str | None) -> str | None:
    """The collection to put something into, once it is sure that it is there."""
    return str(act.live("collection", collection)["uuid"]) if collection else None


def subtree(act: Act, uuid: str) -> list[str]:
    """A collection and all beneath it, from the top."""
    return [row["uuid"] for row in act.connection.execute(_SUBTREE, (uuid,))]


def contents(act: Act, uuid: str) -> list[tuple[str, Row]]:
    """A collection's own row and those of its bookmarks, deleted or not."""
    held = act.connection.execute("SELECT * FROM bookmark WHERE collection = ?", (uuid,))
    return [("collection", act.row("collection", uuid)), *(("bookmark", dict(row)) for row in held)]


def _siblings(act: Act, parent: str | None, without: str | None) -> list[Row]:
    statement = (
        "SELECT * FROM collection WHERE deleted IS NULL AND parent IS ? AND uuid IS NOT ?"
        " ORDER BY position, uuid"
    )
    return [dict(row) for row in act.connection.execute(statement, (parent, without))]
