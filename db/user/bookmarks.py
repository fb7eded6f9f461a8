"""Bookmarks: one for each item, with a line of its own, in a collection, ordered by hand."""

from db.user.acts import Act
from db.user.collection_tree import target_of
from db.user.desk import Desk, saved
from db.user.local import drop_draft
from db.user.meetings import running_meeting
from db.user.models import Bookmark, Outcome, Row
from db.user.order import place
from db.user.shapes import shaped

_LIVE = "SELECT * FROM bookmark WHERE deleted IS NULL AND "


class Bookmarks(Desk):
    """Acts and questions on bookmarks."""

    def bookmarks(self, collection: str | None = None) -> list[Bookmark]:
        """The bookmarks of one collection, or those outside any, in the order made by hand."""
        statement = _LIVE + "collection IS ? ORDER BY position, uuid"
        return [shaped(Bookmark, row) for row in self._rows(statement, collection)]

    def bookmark(self, uuid: str) -> Bookmark | None:
        """One bookmark, unless it is deleted."""
        found = self._rows(_LIVE + "uuid = ?", uuid)
        return shaped(Bookmark, found[0]) if found else None

    def all_bookmarks(self) -> list[Bookmark]:
        """Every bookmark, the newest first."""
        statement = _LIVE + "TRUE ORDER BY created DESC, uuid"
        return [shaped(Bookmark, row) for row in self._rows(statement)]

    def bookmark_of(self, item_id: str) -> Bookmark | None:
        """The reader's own bookmark on an item."""
        found = self._rows(_LIVE + "item_id = ? AND author = ?", item_id, self._author)
        return shaped(Bookmark, found[0]) if found else None

    def bookmarked_items(self) -> frozenset[str]:
        """Ids of the items that carry a bookmark."""
        statement = (
            "SELECT DISTINCT item_id FROM bookmark INDEXED BY bookmark_live WHERE deleted IS NULL"
        )
        return frozenset(str(row["item_id"]) for row in self._rows(statement))

    def add_bookmark(
        self, item_id: str, *, note: str = "", collection: str | None = None
    ) -> Outcome[Bookmark]:
        """Bookmark an item; a bookmark it carries or carried comes back with its note."""
        with self._act("نشان گذاشته شد") as act:
            present = _own(act, item_id)
            wanted: Row = {"note": note} if note else {}
            if present is None:
                target = target_of(act, collection)
                position = _last_place(act, target, None)
                row = act.insert(
                    "bookmark",
                    item_id=item_id,
                    note=note,
                    collection=target,
                    position=position,
                    meeting=running_meeting(act),
                )
            else:
                if present["deleted"] is not None:
                    wanted |= _revived(act, present, collection)
                row = act.update("bookmark", str(present["uuid"]), **wanted)
        return saved(shaped(Bookmark, row), act)

    def remove_bookmark(self, uuid: str) -> Outcome[None]:
        """Move a bookmark to the trash."""
        with self._act("نشان برداشته شد") as act:
            act.live("bookmark", uuid)
            act.delete("bookmark", uuid)
        return saved(None, act)

    def set_bookmark_note(
        self, uuid: str, note: str, *, draft: str | None = None
    ) -> Outcome[Bookmark]:
        """Write the line beside a bookmark; the draft named is given up in the same commit."""
        with self._act("یادداشت نشان ویرایش شد") as act:
            act.live("bookmark", uuid)
            row = act.update("bookmark", uuid, note=note)
            drop_draft(act, draft)
        return saved(shaped(Bookmark, row), act)

    def move_bookmark(
        self, uuid: str, *, collection: str | None, before: str | None = None
    ) -> Outcome[Bookmark]:
        """Put a bookmark into a collection, ahead of the bookmark `before` or at the end."""
        with self._act("نشان جابه‌جا شد") as act:
            act.live("bookmark", uuid)
            target = target_of(act, collection)
            position = place(act, "bookmark", _siblings(act, target, uuid), before)
            row = act.update("bookmark", uuid, collection=target, position=position)
        return saved(shaped(Bookmark, row), act)


def _own(act: Act, item_id: str) -> Row | None:
    """The author's bookmark on an item, rather the live than a deleted one."""
    statement = (
        "SELECT * FROM bookmark WHERE item_id = ? AND author = ?"
        " ORDER BY deleted IS NOT NULL, deleted DESC LIMIT 1"
    )
    found = act.connection.execute(statement, (item_id, act.signed.author)).fetchone()
    return dict(found) if found else None


def _revived(act: Act, present: Row, collection: str | None) -> Row:
    """What a bookmark from the trash gets when it is set again."""
    target = target_of(act, collection)
    return {
        "deleted": None,
        "collection": target,
        "position": _last_place(act, target, str(present["uuid"])),
        "meeting": running_meeting(act),
    }


def _last_place(act: Act, collection: str | None, uuid: str | None) -> float:
    return place(act, "bookmark", _siblings(act, collection, uuid), None)


def _siblings(act: Act, collection: str | None, without: str | None) -> list[Row]:
    statement = _LIVE + "collection IS ? AND uuid IS NOT ? ORDER BY position, uuid"
    return [dict(row) for row in act.connection.execute(statement, (collection, without))]
