"""Meetings: opened, paused, ended; what is marked meanwhile."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.meeting.page import MeetingPage
from desktop.meeting.strip import MeetingStrip
from tests.desktop.pages import shown_page


def test_a_long_name_stands_in_the_strip_as_far_as_the_window_has_room(
    qtbot: QtBot, window: MainWindow
) -> None:
    name = "نشست مشترک کمیسیون برنامه و بودجه، کمیسیون شهرسازی و معماری"
    made = window.context.reader.store.start_meeting(name, date(2026, 3, 21))
    window.resize(1366, 768)
    window.context.reader.tell(made.change)
    strip = window.findChild(MeetingStrip)
    assert strip is not None
    qtbot.waitUntil(lambda: strip.title.text() == f"جلسه: {name}")
    window.resize(900, 600)
    qtbot.waitUntil(lambda: strip.title.text() == "جلسه: نشست مشترک کمیسیون برنامه و بودجه…")


def test_only_a_meeting_can_be_paused_or_ended(window: MainWindow) -> None:
    acts = [window.actions_[key] for key in ("meeting.pause", "meeting.end")]
    assert [act.isEnabled() for act in acts] == [False, False]
    made = window.context.reader.store.start_meeting("شورا", date(2026, 3, 21))
    window.context.reader.tell(made.change)
    assert [act.isEnabled() for act in acts] == [True, True]
    acts[1].trigger()
    assert [act.isEnabled() for act in acts] == [False, False]


def test_a_meeting_is_begun_under_one_name_everywhere(window: MainWindow) -> None:
    window.navigator.go(Place("meetings"))
    button = shown_page(window, MeetingPage).start_button
    assert button.text().strip() == window.actions_["meeting.start"].text()


def test_the_strip_names_the_open_meeting(strip: MeetingStrip) -> None:
    assert strip.isVisible()
    assert strip.title.text() == "جلسه: شورا"
    assert strip.state.plain == "۱ فروردین ۱۴۰۵ · ۰ مورد · در جریان"


@pytest.mark.parametrize(("height", "least"), [(768, 6), (480, 3)])
def test_what_stands_in_the_strip_keeps_off_its_edges(
    qtbot: QtBot, window: MainWindow, strip: MeetingStrip, height: int, least: int
) -> None:
    window.resize(1366, height)
    strip.open_capture("economy-1")
    field = strip.capture.text

    def below() -> int:
        return strip.height() - 1 - field.mapTo(strip, QPoint(0, field.height())).y()

    qtbot.waitUntil(lambda: least <= below() <= least + 2)
    assert strip.capture_button.y() == least


def test_the_strip_goes_when_the_meeting_ends(strip: MeetingStrip) -> None:
    strip.end()
    assert not strip.isVisible()


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


def test_the_buttons_of_the_strip_say_what_is_wanted(qtbot: QtBot, strip: MeetingStrip) -> None:
    with qtbot.waitSignal(strip.meeting_wanted):
        strip.title.click()
    with qtbot.waitSignal(strip.capture_wanted):
        strip.capture_button.click()


def test_f2_on_a_mark_asks_for_its_editor(qtbot: QtBot, page: MeetingPage) -> None:
    page.note_edit_wanted.disconnect()
    with qtbot.waitSignal(page.note_edit_wanted):
        page.marks.edit_wanted.emit("uuid")


def test_cards_stand_below_the_title(window: MainWindow) -> None:
    window.context.reader.store.start_meeting("شورا", date(2026, 3, 21))
    window.navigator.go(Place("meetings"))
    page = shown_page(window, MeetingPage)
    title, view = page.head.title, page.meetings.viewport()
    edge = title.mapTo(page, QPoint(title.width(), 0)).x()
    assert abs(view.mapTo(page, QPoint(view.width() - 8, 0)).x() - edge) <= 1


def test_a_sign_in_the_name_of_a_meeting_is_shown(window: MainWindow) -> None:
    made = window.context.reader.store.start_meeting("R&D", date(2026, 3, 21))
    window.context.reader.tell(made.change)
    strip = window.findChild(MeetingStrip)
    assert strip is not None
    assert strip.title.text() == "جلسه: R&&D"


def test_the_strip_goes_on_with_the_meeting_that_was_paused_last(window: MainWindow) -> None:
    store, tell = window.context.reader.store, window.context.reader.tell
    first = store.start_meeting("کارگروه", date(2026, 3, 21)).value
    tell(store.start_meeting("شورا", date(2026, 3, 21)).change)
    tell(store.resume_meeting(first.uuid).change)
    strip = window.findChild(MeetingStrip)
    assert strip is not None
    strip.pause_button.click()
    assert strip.title.text() == "جلسه: کارگروه"
    strip.pause_button.click()
    running = store.running_meeting()
    assert running is not None
    assert running.title == "کارگروه"


def test_strip_and_page_count_all_that_was_marked_in_a_meeting(
    window: MainWindow, strip: MeetingStrip, page: MeetingPage
) -> None:
    window.context.reader.highlight("economy-8", (0, 5), "yellow")
    window.context.reader.toggle_bookmark("economy-1")
    assert strip.state.plain == "۱ فروردین ۱۴۰۵ · ۲ مورد · در جریان"
    assert page.meetings.rows.entries()[0].pills[1].text == "۲ مورد"
