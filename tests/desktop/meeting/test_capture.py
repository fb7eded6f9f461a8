"""Remarks taken down from the keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.main_window import MainWindow
from desktop.meeting.capture import CaptureBar
from desktop.meeting.strip import MeetingStrip
from tests.desktop.typing import type_text

EDGES = 2 * (8 + 2 + 2)  # pixels of a field beside its words


@pytest.fixture
def bar(window: MainWindow, in_front: None, strip: MeetingStrip) -> CaptureBar:
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


@pytest.mark.parametrize(("width", "zoom"), [(1366, 1.0), (1366, 2.0), (911, 1.0), (911, 1.5)])
def test_what_may_be_written_is_told_in_full(
    window: MainWindow, bar: CaptureBar, width: int, zoom: float
) -> None:
    window.resize(width, 768)
    window.context.theme.set_zoom(zoom)
    for field in (bar.person, bar.text):
        needed = field.fontMetrics().horizontalAdvance(field.placeholderText())
        assert field.width() >= needed + EDGES


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
    qtbot.waitUntil(lambda: window.context.reader.store.drafts() != [])
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


def begin_from_row(window: MainWindow) -> None:
    window.open_item("economy-8")
    window.focus_page()
    window.actions_["meeting.capture"].trigger()


def test_escape_from_the_capture_leads_back_to_the_row(
    window: MainWindow, strip: MeetingStrip
) -> None:
    begin_from_row(window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.axis.list.hasFocus()


def test_escape_leads_back_to_where_the_capture_was_opened_this_time(
    window: MainWindow, strip: MeetingStrip
) -> None:
    begin_from_row(window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    strip.capture_button.setFocus()
    strip.capture_button.click()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert strip.capture_button.hasFocus()


def test_escape_leads_back_to_the_row_from_a_capture_begun_twice(
    window: MainWindow, strip: MeetingStrip
) -> None:
    begin_from_row(window)
    window.actions_["meeting.capture"].trigger()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.axis.list.hasFocus()


def test_a_meeting_that_ends_forgets_where_its_capture_was_opened(
    window: MainWindow, strip: MeetingStrip
) -> None:
    begin_from_row(window)
    strip.end()
    made = window.context.reader.store.start_meeting("کمیسیون", date(2026, 3, 22))
    window.context.reader.tell(made.change)
    strip.capture_button.setFocus()
    strip.capture_button.click()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert strip.capture_button.hasFocus()


def test_a_pause_closes_the_line_and_keeps_what_is_typed(
    window: MainWindow, in_front: None, strip: MeetingStrip
) -> None:
    window.open_item("economy-8")
    window.axis.list.setFocus()
    window.actions_["meeting.capture"].trigger()
    press("کا", Qt.Key.Key_Return, "بودجه")
    window.actions_["meeting.pause"].trigger()
    assert not strip.capture.isVisible()
    assert window.focusWidget() is window.axis.list
    window.actions_["meeting.pause"].trigger()
    window.actions_["meeting.capture"].trigger()
    press(" کم است", Qt.Key.Key_Return)
    (note,) = window.context.reader.store.notes()
    assert note.note == "بودجه کم است"
    assert note.meeting is not None


def test_the_key_of_the_line_says_that_the_meeting_is_paused(
    window: MainWindow, strip: MeetingStrip
) -> None:
    window.open_item("economy-8")
    window.actions_["meeting.pause"].trigger()
    window.actions_["meeting.capture"].trigger()
    assert not strip.capture.isVisible()
    assert window.status.message.plain == "جلسه متوقف است؛ برای ثبت سریع آن را ادامه دهید."
