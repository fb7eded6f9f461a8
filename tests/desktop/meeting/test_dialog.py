"""The dialog of a meeting: keys, what is refused, what is left unfinished in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.note_entries import draft_title
from desktop.main_window import MainWindow
from desktop.meeting.dialog import MeetingDialog
from desktop.meeting.page import MeetingPage
from tests.desktop.pages import shown_page
from tests.desktop.typing import type_text


def at_its_title(qtbot: QtBot, window: MainWindow) -> MeetingDialog:
    """The dialog of a new meeting with the keyboard in its first line."""
    dialog = MeetingDialog(window.context, window)
    dialog.open()
    dialog.activateWindow()
    dialog.title.setFocus()
    qtbot.waitUntil(dialog.title.hasFocus)
    return dialog


def test_a_meeting_is_started_by_enter_in_any_line(qtbot: QtBot, window: MainWindow) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.open()
    type_text(dialog.title, "شورا")
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(dialog.attendees, Qt.Key.Key_Return)


def test_a_meeting_started_right_after_its_last_letter_leaves_no_draft(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = at_its_title(qtbot, window)
    type_text(dialog.title, "شورا")
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    assert window.context.reader.store.running_meeting() is not None
    assert window.context.saving.drafts() == []


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
    dialog = at_its_title(qtbot, window)
    QTest.keyClick(dialog.title, Qt.Key.Key_Tab)
    assert dialog.day.hasFocus()
    dialog.day.set_iso("2026-03-21")
    QTest.keyClick(dialog.day, Qt.Key.Key_Up)
    assert dialog.day.iso() == "2026-03-22"
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


def test_no_field_of_the_dialog_is_lower_than_another(window: MainWindow) -> None:
    dialog = MeetingDialog(window.context, window)
    dialog.open()
    fields = dialog.title, dialog.day, dialog.attendees
    assert len({field.height() for field in fields}) == 1


def test_after_the_first_meeting_the_keyboard_is_on_it(window: MainWindow, in_front: None) -> None:
    window.actions_["meeting.start"].trigger()
    dialog = window.findChild(MeetingDialog)
    assert dialog is not None
    dialog.title.setText("شورا")
    dialog.save()
    page = shown_page(window, MeetingPage)
    assert window.focusWidget() is page.meetings
    assert page.meetings.current_key()
