"""Meetings: what is marked while one is running belongs to it."""

from datetime import date

import pytest

from db.errors import KnownError
from db.user.meetings import ENDED, NO_TITLE
from db.user.models import Meeting
from db.user.note_filter import NoteFilter
from db.user.store import UserStore

DAY = date(2026, 11, 23)


def _start(store: UserStore, title: str = "جلسه‌ی ترافیک") -> Meeting:
    return store.start_meeting(title, DAY, ["نرخ‌گذاری", " بازرس ", ""]).value


def test_a_meeting_has_title_date_and_attendees(store: UserStore) -> None:
    meeting = _start(store)
    assert store.meetings() == [meeting]
    assert (meeting.date, meeting.attendees) == ("2026-11-23", ("نرخ‌گذاری", "بازرس"))


@pytest.mark.parametrize("title", [" ", "\u200c", "\u200f \u202e"])
def test_a_title_is_something_that_is_seen(store: UserStore, title: str) -> None:
    with pytest.raises(KnownError, match=NO_TITLE):
        store.start_meeting(title, DAY)


def test_marks_belong_to_the_running_meeting(store: UserStore) -> None:
    meeting = _start(store)
    assert store.add_annotation("economy-1", note="متن").value.meeting == meeting.uuid
    assert store.add_bookmark("economy-1").value.meeting == meeting.uuid


def test_marks_of_a_pause_belong_to_none(store: UserStore) -> None:
    meeting = _start(store)
    store.pause_meeting(meeting.uuid)
    assert store.running_meeting() is None
    assert store.add_annotation("economy-1", note="متن").value.meeting is None


def test_a_resumed_meeting_pauses_the_other(store: UserStore) -> None:
    first, second = _start(store), _start(store, "جلسه‌ی دوم")
    assert store.running_meeting() == second
    store.resume_meeting(first.uuid)
    running = store.running_meeting()
    assert running is not None
    assert running.uuid == first.uuid


def test_an_ended_meeting_is_neither_paused_nor_ended_again(store: UserStore) -> None:
    meeting = _start(store)
    assert store.end_meeting(meeting.uuid).value.ended is not None
    with pytest.raises(KnownError, match=ENDED):
        store.pause_meeting(meeting.uuid)
    with pytest.raises(KnownError, match=ENDED):
        store.end_meeting(meeting.uuid)


def test_resuming_the_running_meeting_changes_nothing(store: UserStore) -> None:
    assert store.resume_meeting(_start(store).uuid).change.rows == ()


def test_a_meeting_is_corrected(store: UserStore) -> None:
    meeting = _start(store)
    edited = store.edit_meeting(meeting.uuid, title="شورا", on=DAY, attendees=["شهردار"]).value
    assert (edited.title, edited.attendees) == ("شورا", ("شهردار",))


def test_marks_move_between_meetings(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    mark = store.add_bookmark("economy-1").value
    meeting = _start(store)
    store.move_to_meeting([note.uuid, mark.uuid], meeting.uuid)
    assert [one.uuid for one in store.notes(NoteFilter(meeting=meeting.uuid))] == [note.uuid]
    store.move_to_meeting([note.uuid], None)
    assert store.notes(NoteFilter(meeting=meeting.uuid)) == []


def test_a_mark_that_was_in_no_meeting_goes_to_the_one_named(store: UserStore) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    moved = store.move_to_meeting([note.uuid], _start(store, "شورا").uuid)
    assert moved.change.label == "به جلسه‌ی «شورا» رفت"


def test_a_deleted_meeting_leaves_its_notes(store: UserStore) -> None:
    meeting = _start(store)
    store.add_annotation("economy-1", note="متن")
    store.delete_meeting(meeting.uuid)
    assert store.meetings() == []
    assert len(store.annotations_of("economy-1")) == 1


def test_people_are_found_by_the_first_letters_of_any_name(store: UserStore) -> None:
    _start(store)
    store.add_annotation("economy-1", note="متن", owner="دفتر نرم‌افزار")
    assert store.people("نر") == ["دفتر نرم‌افزار", "نرخ‌گذاری"]
    assert store.people() == ["بازرس", "دفتر نرم‌افزار", "نرخ‌گذاری"]


def test_a_whole_name_comes_before_names_that_go_on(store: UserStore) -> None:
    for name in ("آرش رضایی", "رضا"):
        store.add_annotation("economy-1", note="متن", speaker=name)
    assert store.people("رضا") == ["رضا", "آرش رضایی"]


def test_a_meeting_from_the_trash_waits_to_be_resumed(store: UserStore) -> None:
    former = store.start_meeting("شورا", date(2026, 1, 2)).value
    store.delete_meeting(former.uuid)
    present = store.start_meeting("کارگروه", date(2026, 1, 3)).value
    store.restore(former.uuid)
    store.end_meeting(present.uuid)
    assert store.running_meeting() is None
    assert store.resume_meeting(former.uuid).value.paused is None
