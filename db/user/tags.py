"""Tags: one name however it is typed, on notes and on items themselves."""

from collections.abc import Collection, Sequence

from db.errors import KnownError
from db.record import record
from db.text.alphabet import alphabetical
from db.text.normalize import is_blank
from db.text.tokens import fold, plainly_signed
from db.user.acts import Act
from db.user.desk import Desk, saved
from db.user.models import Outcome, Row, Tag
from db.user.shapes import shaped

NO_NAME = "نام برچسب نمی‌تواند خالی باشد."
SEPARATED = "در نام برچسب «،» نمی‌آید؛ برچسب‌ها با آن از هم جدا می‌شوند."
TAKEN = "برچسب دیگری با همین نام هست. می‌توانید این دو را یکی کنید."


@record
class TagUse:
    """A tag with the number of notes and of items that carry it."""

    tag: Tag
    notes: int
    items: int


class Tags(Desk):
    """Acts and questions on tags."""

    def tags(self) -> list[TagUse]:
        """All tags in the order of the alphabet, with how much they are used."""
        statement = """
            SELECT t.*,
                (SELECT count(*) FROM annotation_tag AS l WHERE l.tag = t.uuid
                    AND l.annotation NOT IN
                        (SELECT uuid FROM annotation WHERE deleted IS NOT NULL)) AS notes,
                (SELECT count(*) FROM item_tag AS i
                    WHERE i.tag = t.uuid AND i.deleted IS NULL) AS items
            FROM tag AS t WHERE t.deleted IS NULL ORDER BY t.uuid
        """
        uses = [
            TagUse(shaped(Tag, row), int(row["notes"] or 0), int(row["items"] or 0))
            for row in self._rows(statement)
        ]
        return sorted(uses, key=lambda use: alphabetical(use.tag.name))

    def tag_named(self, name: str) -> Tag | None:
        """The tag that a reader would call the same."""
        wanted = tag_key(_cleaned(name))
        same = (use.tag for use in self.tags() if tag_key(use.tag.name) == wanted)
        return next(same, None)

    def complete_tag(self, typed: str, limit: int = 8) -> list[str]:
        """The name typed, names that begin so, then names that hold it; the most used first."""
        wanted = tag_key(typed.lstrip("# "))
        uses = sorted(self.tags(), key=lambda use: -use.notes - use.items)
        found = ((tag_key(use.tag.name), use.tag.name) for use in uses)
        near = [
            (key != wanted, not key.startswith(wanted), name)
            for key, name in found
            if wanted in key
        ]
        return [name for *_, name in sorted(near, key=lambda one: one[:2])][:limit]

    def item_tags(self) -> dict[str, tuple[str, ...]]:
        """Names of the tags put on items themselves, by item id."""
        statement = (
            "SELECT i.item_id, t.name FROM item_tag AS i JOIN tag AS t ON t.uuid = i.tag"
            " WHERE i.deleted IS NULL AND t.deleted IS NULL ORDER BY t.name"
        )
        named: dict[str, tuple[str, ...]] = {}
        for row in self._rows(statement):
            item_id = str(row["item_id"])
            named[item_id] = (*named.get(item_id, ()), str(row["name"]))
        return named

    def set_item_tags(self, item_id: str, names: Sequence[str]) -> Outcome[tuple[str, ...]]:
        """Make `names` the tags of an item."""
        with self._act("برچسب‌ها عوض شد") as act:
            wanted = {_ensured(act, name) for name in names}
            for row in _item_tag_rows(act, item_id):
                if row["tag"] not in wanted:
                    act.delete("item_tag", str(row["uuid"]))
                wanted.discard(str(row["tag"]))
            for tag in sorted(wanted):
                act.insert("item_tag", item_id=item_id, tag=tag)
        return saved(self.item_tags().get(item_id, ()), act)

    def untag_items(
        self, uuid: str, item_ids: Collection[str], *, without: Collection[str] = ()
    ) -> Outcome[None]:
        """Take a tag off items by one act, which moves the notes named to the trash, too.

        What else is noted on the items keeps the tag.
        """
        with self._act("برچسب برداشته شد") as act:
            act.live("tag", uuid)
            if without:
                act.label = "برچسب برداشته و یادداشت‌ها حذف شد"
            for note in without:
                act.live("annotation", note)
                act.delete("annotation", note)
            for item_id in item_ids:
                for row in _item_tag_rows(act, item_id):
                    if row["tag"] == uuid:
                        act.delete("item_tag", str(row["uuid"]))
        return saved(None, act)

    def add_tag(self, name: str) -> Outcome[Tag]:
        """A tag of that name, new or as it is."""
        with self._act("برچسب ساخته شد") as act:
            row = act.row("tag", _ensured(act, name))
        return saved(shaped(Tag, row), act)

    def rename_tag(self, uuid: str, name: str) -> Outcome[Tag]:
        """Give a tag another name everywhere."""
        with self._act("نام برچسب عوض شد") as act:
            act.live("tag", uuid)
            if live_tag(act, _cleaned(name)) not in (None, uuid):
                raise KnownError(TAKEN)
            row = act.update("tag", uuid, name=_new(name))
        return saved(shaped(Tag, row), act)

    def merge_tags(self, uuid: str, into: str) -> Outcome[Tag]:
        """Let everything that carries one tag carry another, and delete the first."""
        with self._act("برچسب‌ها یکی شدند") as act:
            target = act.live("tag", into)
            if uuid != into:
                act.live("tag", uuid)
                absorb(act, uuid, into)
        return saved(shaped(Tag, target), act)

    def delete_tag(self, uuid: str) -> Outcome[None]:
        """Move a tag to the trash; restored, it is again on all that carried it."""
        with self._act("برچسب حذف شد") as act:
            act.live("tag", uuid)
            act.delete("tag", uuid)
        return saved(None, act)


def set_tags(act: Act, annotation: str, names: Sequence[str]) -> Row:
    """Make `names` the live tags of a note and return the note's row."""
    wanted = {_ensured(act, name) for name in names}
    present = {tag for tag, _ in _tags_of(act, annotation)}
    for tag in sorted(present - wanted):
        act.unlink("annotation_tag", annotation=annotation, tag=tag)
    for tag in sorted(wanted - present):
        act.link("annotation_tag", annotation=annotation, tag=tag)
    return (
        act.touch("annotation", annotation)
        if wanted != present
        else act.row("annotation", annotation)
    )


def tag_names(act: Act, annotation: str) -> list[str]:
    """Names of the live tags of a note."""
    return [name for _, name in _tags_of(act, annotation)]


def _tags_of(act: Act, annotation: str) -> list[tuple[str, str]]:
    statement = (
        "SELECT t.uuid, t.name FROM annotation_tag AS l JOIN tag AS t ON t.uuid = l.tag"
        " WHERE l.annotation = ? AND t.deleted IS NULL"
    )
    return [tuple(row) for row in act.connection.execute(statement, (annotation,))]


def _item_tag_rows(act: Act, item_id: str) -> list[Row]:
    statement = (
        "SELECT i.* FROM item_tag AS i JOIN tag AS t ON t.uuid = i.tag"
        " WHERE i.item_id = ? AND i.deleted IS NULL AND t.deleted IS NULL"
    )
    return [dict(row) for row in act.connection.execute(statement, (item_id,))]


def _repoint(act: Act, tag: str, into: str) -> None:
    """Put `into` on every note and item that carries `tag`."""
    statement = "SELECT annotation FROM annotation_tag WHERE tag = ?"
    for row in act.connection.execute(statement, (tag,)).fetchall():
        act.link("annotation_tag", annotation=row["annotation"], tag=into)
        act.touch("annotation", row["annotation"])
    statement = "SELECT item_id FROM item_tag WHERE tag = ? AND deleted IS NULL"
    for row in act.connection.execute(statement, (tag,)).fetchall():
        carried = {one["tag"] for one in _item_tag_rows(act, row["item_id"])}
        if into not in carried:
            act.insert("item_tag", item_id=row["item_id"], tag=into)


def absorb(act: Act, tag: str, into: str) -> None:
    """Let all that carries a tag carry another, and move the tag to the trash."""
    _repoint(act, tag, into)
    act.delete("tag", tag)


def _ensured(act: Act, name: str) -> str:
    """The tag of that name, made when there is none."""
    return live_tag(act, _cleaned(name)) or str(act.insert("tag", name=_new(name))["uuid"])


def live_tag(act: Act, name: str) -> str | None:
    """The uuid of the live tag that a reader would call the same; None when there is none."""
    wanted = tag_key(name)
    for row in act.connection.execute("SELECT uuid, name FROM tag WHERE deleted IS NULL"):
        if tag_key(row["name"]) == wanted:
            return str(row["uuid"])
    return None


def _cleaned(name: str) -> str:
    cleaned = " ".join(name.strip().lstrip("#").split())
    if is_blank(cleaned):
        raise KnownError(NO_NAME)
    return cleaned


def _new(name: str) -> str:
    """A name to be given: one that a line of names would not take apart."""
    if not {"،", ","}.isdisjoint(name):
        raise KnownError(SEPARATED)
    return _cleaned(name)


def tag_key(name: str) -> str:
    """A key that is the same for all spellings of one tag."""
    return " ".join(fold(plainly_signed(name)).replace("\u200c", " ").split())
