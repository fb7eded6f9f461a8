"""Meetings: opened, paused, ended; what is marked meanwhile; remarks from the keyboard alone."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.common.note_entries import draft_title
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.meeting.capture import CaptureBar
from desktop.meeting.dialog import MeetingDialog
from desktop.meeting.page import MeetingPage
from desktop.meeting.strip import MeetingStrip
from tests.desktop.typing import type_text


@pytest.fixture
def strip(window: MainWindow) -> MeetingStrip:
    made = window.context.reader.store.start_meeting("شورا", date(2026, 3, 21), ["دبیر کارگروه"])
    window.context.reader.tell(made.change)
    found = window.findChild(MeetingStrip)
    assert found is not None
    return found


@pytest.fixture
def page(window: MainWindow, strip: MeetingStrip) -> MeetingPage:
    window.navigator.go(Place("meetings"))
    found = window.navigator.page
    assert isinstance(found, MeetingPage)
    return found


def test_the_strip_names_the_open_meeting(strip: MeetingStrip) -> None:
    assert strip.isVisible()
    assert strip.title.text() == "جلسه: شورا"
    assert strip.state.plain == "۱ فروردین ۱۴۰۵ · ۰ یادداشت · در جریان"


def test_the_strip_goes_when_the_meeting_ends(strip: MeetingStrip) -> None:
    strip.end()
    assert not strip.isVisible()


def test_a_meeting_is_started_by_enter_in_any_line(qtbot: QtBot, window: MainWindow) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.open()
    type_text(dialog.title, "شورا")
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(dialog.attendees, Qt.Key.Key_Return)


def test_nothing_is_taken_down_while_paused(strip: MeetingStrip) -> None:
    strip.pause_or_resume()
    assert not strip.capture_button.isEnabled()
    strip.pause_or_resume()
    assert strip.capture_button.isEnabled()


def test_what_is_marked_meanwhile_belongs_to_it(window: MainWindow, page: MeetingPage) -> None:
    window.context.reader.add_note("economy-8", "در جلسه گفته شد")
    window.context.reader.toggle_bookmark("economy-1")
    entries = page.marks.rows.entries()
    assert [entry.item_id for entry in entries] == ["economy-8", "economy-1"]


def test_a_remark_is_taken_down_by_keys_alone(
    qtbot: QtBot, window: MainWindow, strip: MeetingStrip
) -> None:
    window.open_item("economy-8")
    window.actions_["meeting.capture"].trigger()
    bar = strip.capture
    bar.person.setText("کا")
    QTest.keyClick(bar.person, Qt.Key.Key_Return)
    QTest.keyClick(bar.kind, Qt.Key.Key_4)
    bar.text.setText("بودجه‌ی جدا دیده شود")
    with qtbot.waitSignal(bar.captured):
        QTest.keyClick(bar.text, Qt.Key.Key_Return)
    note = window.context.reader.store.notes()[0]
    assert (note.speaker, note.owner, note.kind.value) == ("دبیر کارگروه", "", "proposal")
    assert note.meeting is not None


@pytest.fixture
def bar(window: MainWindow, strip: MeetingStrip) -> CaptureBar:
    window.activateWindow()
    strip.open_capture("economy-8")
    return strip.capture


def press(*typed: str | Qt.Key) -> None:
    """Type words and keys into whatever has the keyboard, a list of names first of all."""
    for one in typed:
        for part in (one,) if isinstance(one, Qt.Key) else one:
            target = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert target is not None
            if isinstance(part, Qt.Key):
                QTest.keyClick(target, part)
            else:
                QTest.sendKeyEvent(
                    QTest.KeyAction.Click, target, Qt.Key.Key_unknown, part, Qt.KeyboardModifier(0)
                )


def test_two_letters_the_words_and_enter_take_a_remark_down(
    window: MainWindow, bar: CaptureBar
) -> None:
    press("کا", Qt.Key.Key_Return, "بودجه کم است", Qt.Key.Key_Return)
    note = window.context.reader.store.notes()[0]
    assert (note.speaker, note.note, note.kind.value) == ("دبیر کارگروه", "بودجه کم است", "comment")


def test_the_next_remark_begins_where_the_last_one_ended(
    window: MainWindow, bar: CaptureBar
) -> None:
    press("کا", Qt.Key.Key_Return, "۵", "تصویب شد", Qt.Key.Key_Return)
    press("کا", Qt.Key.Key_Return, "نظری دیگر", Qt.Key.Key_Return)
    notes = window.context.reader.store.notes()
    assert [(note.note, note.kind.value) for note in notes] == [
        ("نظری دیگر", "comment"),
        ("تصویب شد", "resolution"),
    ]


def test_a_refused_remark_stays_in_the_line(
    window: MainWindow, strip: MeetingStrip, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError("دیسک پر است.")

    strip.open_capture("economy-8")
    strip.capture.text.setText("گم نشود")
    monkeypatch.setattr(window.context.reader.store, "add_annotation", full)
    strip.capture.store()
    assert window.banner.isVisible()
    assert strip.capture.text.text() == "گم نشود"


def test_a_remark_is_kept_while_it_is_typed_and_is_there_at_the_next_start(
    qtbot: QtBot, window: MainWindow, bar: CaptureBar
) -> None:
    press("کا", Qt.Key.Key_Return, "۴", "بودجه‌ی جدا")
    qtbot.waitUntil(lambda: window.context.reader.store.drafts() != [], timeout=1_000)
    after = CaptureBar(window.context)
    after.begin("economy-8")
    assert (after.person.text(), after.text.text()) == ("دبیر کارگروه", "بودجه‌ی جدا")
    assert after.kind.value() == "proposal"
    after.store()
    assert window.context.saving.drafts() == []


def test_a_remark_stays_with_the_item_it_is_about(strip: MeetingStrip) -> None:
    strip.open_capture("economy-8")
    type_text(strip.capture.text, "درباره‌ی هشت")
    strip.open_capture("economy-1")
    assert strip.capture.text.text() == ""
    strip.open_capture("economy-8")
    assert strip.capture.text.text() == "درباره‌ی هشت"


def test_ctrl_z_after_a_remark_takes_the_remark_back(window: MainWindow, bar: CaptureBar) -> None:
    press("کا", Qt.Key.Key_Return, "بودجه کم است", Qt.Key.Key_Return)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.context.reader.store.count_notes() == 0
    assert bar.person.text() == ""


def test_escape_closes_the_capture(qtbot: QtBot, strip: MeetingStrip) -> None:
    strip.open_capture("economy-8")
    with qtbot.waitSignal(strip.capture.left):
        QTest.keyClick(strip.capture.text, Qt.Key.Key_Escape)
    assert not strip.capture.isVisible()


def test_the_button_of_the_capture_is_pressed_while_it_is_open(strip: MeetingStrip) -> None:
    strip.open_capture("economy-8")
    assert strip.capture_button.isChecked()
    strip.capture_button.click()
    assert (strip.capture.isVisible(), strip.capture_button.isChecked()) == (False, False)


def test_the_buttons_of_the_strip_say_what_is_wanted(qtbot: QtBot, strip: MeetingStrip) -> None:
    with qtbot.waitSignal(strip.meeting_wanted):
        strip.title.click()
    with qtbot.waitSignal(strip.capture_wanted):
        strip.capture_button.click()


def test_a_meeting_is_started_from_its_dialog(qtbot: QtBot, window: MainWindow) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.title.setText("کمیسیون")
    dialog.attendees.set_names(["مدیر برنامه‌ریزی", "نماینده‌ی مردم"])
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    meeting = window.context.reader.store.running_meeting()
    assert meeting is not None
    assert meeting.attendees == ("مدیر برنامه‌ریزی", "نماینده‌ی مردم")


def test_tab_goes_from_title_to_the_day_of_the_date_to_attendees(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.open()
    dialog.activateWindow()
    dialog.title.setFocus()
    qtbot.waitUntil(dialog.title.hasFocus)
    QTest.keyClick(dialog.title, Qt.Key.Key_Tab)
    assert dialog.day.hasFocus()
    before = date.fromisoformat(dialog.day.iso())
    QTest.keyClick(dialog.day, Qt.Key.Key_Up)
    assert date.fromisoformat(dialog.day.iso()) - before == timedelta(days=1)
    QTest.keyClick(dialog.day, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.attendees
    dialog.reject()


def test_a_meeting_without_a_title_is_refused_in_the_dialog(window: MainWindow) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.save()
    assert "عنوان" in dialog.draft.message.plain
    dialog.reject()


def test_a_meeting_left_with_escape_is_taken_up_again(
    qtbot: QtBot, window: MainWindow, page: MeetingPage
) -> None:
    page.write("")
    first = window.findChildren(MeetingDialog)[-1]
    first.title.setText("کمیسیون")
    first.attendees.set_names(["مشاور", "معاونت مالی"])
    first.day.set_iso("2026-05-04")
    with qtbot.waitSignal(first.set_aside), qtbot.waitSignal(page.set_aside) as caught:
        first.reject()
    assert caught.args == ["meeting:"]
    second = MeetingDialog(window.context, window)
    assert second.state() == {
        "note": "کمیسیون",
        "day": "2026-05-04",
        "attendees": ["مشاور", "معاونت مالی"],
    }
    second.save()
    assert window.context.saving.drafts() == []


def test_corrections_of_a_meeting_are_drafts_of_their_own(
    window: MainWindow, page: MeetingPage
) -> None:
    (meeting,) = window.context.reader.store.meetings()
    page.write(meeting.uuid)
    window.findChildren(MeetingDialog)[-1].title.setText("شورای شهر")
    window.findChildren(MeetingDialog)[-1].reject()
    (draft,) = window.context.saving.drafts()
    assert draft_title(window.context, draft) == "مشخصات جلسه: شورای شهر"
    window.context.reader.store.delete_meeting(meeting.uuid)
    page.write(meeting.uuid)
    assert window.findChildren(MeetingDialog)[-1].title.text() == "شورای شهر"
    window.findChildren(MeetingDialog)[-1].reject()


def test_a_draft_without_a_title_is_called_by_its_place_alone(
    window: MainWindow, page: MeetingPage
) -> None:
    (meeting,) = window.context.reader.store.meetings()
    page.write(meeting.uuid)
    window.findChildren(MeetingDialog)[-1].title.clear()
    window.findChildren(MeetingDialog)[-1].reject()
    (draft,) = window.context.saving.drafts()
    assert draft_title(window.context, draft) == "مشخصات جلسه"


def test_f2_on_a_mark_asks_for_its_editor(qtbot: QtBot, page: MeetingPage) -> None:
    page.note_edit_wanted.disconnect()
    with qtbot.waitSignal(page.note_edit_wanted):
        page.marks.edit_wanted.emit("uuid")


def test_cards_stand_below_the_title(window: MainWindow) -> None:
    window.context.reader.store.start_meeting("شورا", date(2026, 3, 21))
    window.navigator.go(Place("meetings"))
    page = window.navigator.page
    assert isinstance(page, MeetingPage)
    title, view = page.head.title, page.meetings.viewport()
    edge = title.mapTo(page, QPoint(title.width(), 0)).x()
    assert abs(view.mapTo(page, QPoint(view.width() - 8, 0)).x() - edge) <= 1


def test_the_want_of_a_title_is_told_until_it_is_there(window: MainWindow) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.open()
    dialog.attendees.set_names(["مشاور"])
    dialog.save()
    window.context.saving.keep()
    assert "عنوان" in dialog.draft.message.plain
    dialog.reject()


def test_coming_to_the_attendees_by_tab_one_goes_on_behind_the_last(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.attendees.set_names(["مشاور"])
    dialog.open()
    dialog.activateWindow()
    dialog.day.setFocus()
    qtbot.waitUntil(dialog.day.hasFocus)
    QTest.keyClick(dialog.day, Qt.Key.Key_Tab)
    type_text(dialog.attendees, "، دبیر")
    assert dialog.attendees.names() == ("مشاور", "دبیر")
    dialog.reject()


def test_escape_from_the_capture_leads_back_to_the_row(
    window: MainWindow, strip: MeetingStrip
) -> None:
    window.open_item("economy-8")
    window.focus_page()
    window.actions_["meeting.capture"].trigger()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.axis.list.hasFocus()
