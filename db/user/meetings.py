"""Meetings: what is marked while one is running belongs to it."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from db.errors import KnownError
from db.text.alphabet import alphabetical
from db.text.normalize import normalize, shorten
from db.text.tokens import fold
from db.user.acts import Act
from db.user.desk import Desk, saved, titled
from db.user.local import drop_draft
from db.user.models import Meeting, Outcome
from db.user.shapes import meeting

NO_TITLE = "عنوان جلسه نمی‌تواند خالی باشد."
ENDED = "این جلسه پایان یافته است."

_RUNNING = (
    "SELECT * FROM meeting WHERE deleted IS NULL AND ended IS NULL AND paused IS NULL"
    " ORDER BY started DESC, uuid"
)


class Meetings(Desk):
    """Acts and questions on meetings."""

    def meetings(self) -> list[Meeting]:
        """All meetings, the latest first."""
        statement = "SELECT * FROM meeting WHERE deleted IS NULL ORDER BY date DESC, started DESC"
        return [meeting(row) for row in self._rows(statement)]

    def running_meeting(self) -> Meeting | None:
        """The meeting that new marks belong to."""
        found = self._rows(_RUNNING)
        return meeting(found[0]) if found else None

    def people(self, typed: str = "") -> list[str]:
        """Names of owners, speakers and attendees that have a word beginning with what is typed."""
        statement = """
            WITH named AS MATERIALIZED (
                SELECT owner, speaker FROM annotation INDEXED BY annotation_by_owner
                WHERE deleted IS NULL GROUP BY owner, author, speaker
            )
            SELECT owner AS name FROM named WHERE owner <> ''
            UNION SELECT speaker FROM named WHERE speaker <> ''
            UNION SELECT value FROM meeting, json_each(attendees) WHERE deleted IS NULL
        """
        names = sorted((str(row["name"]) for row in self._rows(statement)), key=alphabetical)
        wanted = f" {fold(typed)}"
        found = [name for name in names if wanted in f" {fold(name)}"]
        return sorted(found, key=lambda name: f" {fold(name)}" != wanted)

    def start_meeting(
        self, title: str, on: date, attendees: Sequence[str] = (), *, draft: str | None = None
    ) -> Outcome[Meeting]:
        """Open a meeting; one that is running is paused. The draft named is given up with it."""
        with self._act("جلسه آغاز شد") as act:
            _pause_all(act)
            row = act.insert(
                "meeting",
                title=titled(title, NO_TITLE),
                date=on.isoformat(),
                attendees=_names(attendees),
                started=act.now,
                paused=None,
                ended=None,
            )
            drop_draft(act, draft)
        return saved(meeting(row), act)

    def edit_meeting(
        self,
        uuid: str,
        *,
        title: str,
        on: date,
        attendees: Sequence[str],
        draft: str | None = None,
    ) -> Outcome[Meeting]:
        """Correct title, date and attendees; the draft named is given up in the same commit."""
        with self._act("جلسه ویرایش شد") as act:
            act.live("meeting", uuid)
            row = act.update(
                "meeting",
                uuid,
                title=titled(title, NO_TITLE),
                date=on.isoformat(),
                attendees=_names(attendees),
            )
            drop_draft(act, draft)
        return saved(meeting(row), act)

    def pause_meeting(self, uuid: str) -> Outcome[Meeting]:
        """Let what is marked from now on belong to no meeting."""
        with self._act("جلسه متوقف شد") as act:
            _open(act, uuid)
            row = act.update("meeting", uuid, paused=act.now)
        return saved(meeting(row), act)

    def resume_meeting(self, uuid: str) -> Outcome[Meeting]:
        """Go on with a meeting, ended or paused; another that is running is paused."""
        with self._act("جلسه از سر گرفته شد") as act:
            act.live("meeting", uuid)
            _pause_all(act, without=uuid)
            row = act.update("meeting", uuid, paused=None, ended=None)
        return saved(meeting(row), act)

    def end_meeting(self, uuid: str) -> Outcome[Meeting]:
        """Close a meeting."""
        with self._act("جلسه پایان یافت") as act:
            _open(act, uuid)
            row = act.update("meeting", uuid, ended=act.now)
        return saved(meeting(row), act)

    def delete_meeting(self, uuid: str) -> Outcome[None]:
        """Move a meeting to the trash; its notes stay."""
        with self._act("جلسه حذف شد") as act:
            act.live("meeting", uuid)
            act.delete("meeting", uuid)
        return saved(None, act)

    def move_to_meeting(self, uuids: Iterable[str], meeting: str | None) -> Outcome[None]:
        """Let notes and bookmarks belong to another meeting, or to none."""
        with self._act("از جلسه بیرون آمد") as act:
            if meeting:
                act.label = f"به جلسه‌ی «{shorten(str(act.live('meeting', meeting)['title']))}» رفت"
            for uuid in uuids:
                table = act.table_of(uuid, ("annotation", "bookmark"))
                act.live(table, uuid)
                act.update(table, uuid, meeting=meeting)
        return saved(None, act)


def running_meeting(act: Act) -> str | None:
    """The meeting a new mark belongs to."""
    found = act.connection.execute(_RUNNING).fetchone()
    return str(found["uuid"]) if found else None


def _open(act: Act, uuid: str) -> None:
    if act.live("meeting", uuid)["ended"] is not None:
        raise KnownError(ENDED)


def _pause_all(act: Act, without: str | None = None) -> None:
    for row in act.connection.execute(_RUNNING).fetchall():
        if row["uuid"] != without:
            act.update("meeting", row["uuid"], paused=act.now)


def _names(attendees: Sequence[str]) -> str:
    names = (normalize(name) for name in attendees)
    return json.dumps([name for name in names if name], ensure_ascii=False)
