"""Notes and highlights: on a span, an item or an axis, with all that is said of them."""

import json
from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from db.errors import KnownError
from db.text.normalize import is_blank, normalize
from db.user.desk import Desk, saved
from db.user.local import drop_draft
from db.user.meetings import running_meeting
from db.user.models import Annotation, Colour, Outcome, RemarkKind, Row, TextSelector
from db.user.shapes import annotation, selector_columns
from db.user.tags import set_tags, tag_names

EMPTY = "یادداشت خالی است. چیزی بنویسید یا عبارتی را رنگ کنید."
BAD_DATE = "این تاریخ درست نیست."

_LABELS = {
    "colour": "رنگ عوض شد",
    "tags": "برچسب‌های یادداشت عوض شد",
    "private": "حالت خصوصی عوض شد",
    "kind": "نوع یادداشت عوض شد",
}


class AnnotationFields(TypedDict, total=False):
    """What a reader sets on a note; `due` is an ISO date, `tags` are names."""

    note: str
    selector: TextSelector | None
    kind: RemarkKind
    colour: Colour | None
    owner: str
    speaker: str
    due: str | None
    private: bool
    closed: bool
    tags: Sequence[str]


class Annotations(Desk):
    """Acts and questions on notes and highlights; lists by filter are in `notes_page`."""

    def annotation(self, uuid: str) -> Annotation | None:
        """One note, deleted or not."""
        found = self._rows("SELECT * FROM annotation WHERE uuid = ?", uuid)
        return self._annotations(found)[0] if found else None

    def annotations_of(self, item_id: str) -> list[Annotation]:
        """The live notes and highlights of an item in the order of the text, then of writing."""
        statement = (
            "SELECT * FROM annotation WHERE deleted IS NULL AND item_id = ?"
            ' ORDER BY start IS NULL, start, "end", created, uuid'
        )
        return self._annotations(self._rows(statement, item_id))

    def add_annotation(
        self, item_id: str, *, draft: str | None = None, **fields: Unpack[AnnotationFields]
    ) -> Outcome[Annotation]:
        """Write a note or set a highlight; the draft named is given up in the same commit."""
        highlight = is_blank(fields.get("note", ""))
        with self._act("عبارت رنگ شد" if highlight else "یادداشت ذخیره شد") as act:
            row = act.insert(
                "annotation",
                item_id=item_id,
                meeting=running_meeting(act),
                **_checked(_columns({"note": "", "selector": None} | fields, act.now), _BLANK),
            )
            set_tags(act, str(row["uuid"]), fields.get("tags", ()))
            drop_draft(act, draft)
        return saved(annotation(row, tag_names(act, str(row["uuid"]))), act)

    def edit_annotation(
        self, uuid: str, *, draft: str | None = None, **fields: Unpack[AnnotationFields]
    ) -> Outcome[Annotation]:
        """Change what is named of a note, from its text to its tags."""
        label = _LABELS.get(next(iter(fields))) if len(fields) == 1 else None
        with self._act(label or "یادداشت ویرایش شد") as act:
            before = act.live("annotation", uuid)
            settled = str(before["closed"] or act.now)
            row = act.update("annotation", uuid, **_checked(_columns(fields, settled), before))
            if "tags" in fields:
                row = set_tags(act, uuid, fields["tags"])
            drop_draft(act, draft)
        return saved(annotation(row, tag_names(act, uuid)), act)

    def close_remark(self, uuid: str, *, closed: bool = True) -> Outcome[Annotation]:
        """Say that a remark is settled, or open it again."""
        with self._act("پیگیری بسته شد" if closed else "پیگیری باز شد") as act:
            act.live("annotation", uuid)
            row = act.update("annotation", uuid, closed=act.now if closed else None)
        return saved(annotation(row, tag_names(act, uuid)), act)

    def delete_annotation(self, uuid: str) -> Outcome[None]:
        """Move a note or highlight to the trash."""
        with self._act("یادداشت حذف شد") as act:
            row = act.live("annotation", uuid)
            if not row["note"]:
                act.label = "رنگ عبارت برداشته شد"
            act.delete("annotation", uuid)
        return saved(None, act)

    def delete_marks(self, uuids: Sequence[str]) -> Outcome[None]:
        """Move notes and bookmarks to the trash at once, to be undone at once."""
        with self._act("یادداشت‌ها حذف شدند") as act:
            tables = {uuid: act.table_of(uuid, ("annotation", "bookmark")) for uuid in uuids}
            rows = [act.live(table, uuid) for uuid, table in tables.items()]
            if set(tables.values()) == {"bookmark"}:
                act.label = "نشان‌ها برداشته شدند"
            elif "bookmark" in tables.values():
                act.label = "یادداشت‌ها و نشان‌ها حذف شدند"
            elif not any(row["note"] for row in rows):
                act.label = "رنگ عبارت‌ها برداشته شد"
            for uuid, table in tables.items():
                act.delete(table, uuid)
        return saved(None, act)

    def take_colours(self, uuids: Sequence[str]) -> Outcome[None]:
        """Take the colour from words; what is noted on them stays, a bare highlight goes."""
        with self._act("رنگ برداشته شد") as act:
            for uuid in uuids:
                if act.live("annotation", uuid)["note"]:
                    act.update("annotation", uuid, colour=None)
                else:
                    act.delete("annotation", uuid)
        return saved(None, act)

    def _annotations(self, found: Sequence[Row]) -> list[Annotation]:
        """Rows with the names of their tags, asked for at once."""
        statement = (
            "SELECT l.annotation, t.name FROM annotation_tag AS l JOIN tag AS t ON t.uuid = l.tag"
            " WHERE t.deleted IS NULL AND l.annotation IN (SELECT value FROM json_each(?))"
        )
        named: dict[str, list[str]] = {}
        for link in self._rows(statement, json.dumps([row["uuid"] for row in found])):
            named.setdefault(str(link["annotation"]), []).append(str(link["name"]))
        return [annotation(row, named.get(str(row["uuid"]), ())) for row in found]


_BLANK: Row = {
    "note": "",
    "start": None,
    "kind": RemarkKind.COMMENT.value,
    "colour": None,
    "owner": "",
    "speaker": "",
    "due": None,
    "closed": None,
}


def _columns(fields: AnnotationFields, settled: str) -> Row:
    """The fields as columns of the table; `settled` is since when a closed one is closed."""
    columns: Row = {"closed": settled if fields["closed"] else None} if "closed" in fields else {}
    if "selector" in fields:
        columns |= selector_columns(fields["selector"])
    columns |= {name: normalize(fields[name]) for name in ("owner", "speaker") if name in fields}
    if "due" in fields:
        columns["due"] = fields["due"]
    if "note" in fields:
        note = "" if is_blank(fields["note"]) else fields["note"]
        columns |= {"note": note, "written": int(note != "")}
    if "kind" in fields:
        columns["kind"] = fields["kind"].value
    if "colour" in fields:
        columns["colour"] = fields["colour"].value if fields["colour"] else None
    if "private" in fields:
        columns["private"] = int(fields["private"])
    return columns


def _checked(columns: Row, before: Row) -> Row:
    """The columns to write over `before`; KnownError when nothing would remain to see."""
    after = before | columns
    if not str(after["note"]).strip() and (after["start"] is None or after["colour"] is None):
        raise KnownError(EMPTY)
    if after["due"]:
        day_of(str(after["due"]), BAD_DATE)
    return columns if "uuid" in before else after


def day_of(text: str, refusal: str) -> date:
    """The day that `2026-03-21` names; KnownError with the refusal for any other way to write one.

    Python reads shorter forms of the standard too, which the table does not take.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise KnownError(refusal) from error
    if day.isoformat() != text:
        raise KnownError(refusal)
    return day
