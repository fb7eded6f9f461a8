"""Chips and drop-downs of the page of all marks."""

from datetime import date, datetime, timedelta, tzinfo
from typing import Self

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from db.user.models import Colour, TextSelector
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage
from tests.desktop.notes.shown import add, chips, titles


def test_a_kind_restricts_the_list(page: NotesPage) -> None:
    page.filters.choose_kind("conflict")
    assert titles(page.list) == ["تعارض دارد"]


def test_open_remarks_are_a_filter_of_their_own(page: NotesPage) -> None:
    page.filters.choose_kind("open")
    assert titles(page.list) == ["روشن نیست", "تعارض دارد"]


def test_open_remarks_come_by_due_date_until_another_chip(
    window: MainWindow, page: NotesPage
) -> None:
    add(window.context, "culture-1", note="دیرتر", due="2021-01-01")
    add(window.context, "culture-1", note="زودتر", due="2020-01-01")
    page.filters.choose_kind("open")
    assert titles(page.list)[:2] == ["زودتر", "دیرتر"]
    page.filters.choose_kind("all")
    assert page.group.value() == "date"


def test_the_numbers_of_the_chips_follow_the_other_filters(qtbot: QtBot, page: NotesPage) -> None:
    page.filters.choose(axis="economy")
    qtbot.waitUntil(lambda: "همه ۱" in chips(page))
    assert {"نظر ۰", "ابهام ۰", "تعارض ۱", "پیگیری باز ۱"} <= set(chips(page))


def test_a_bare_highlight_is_no_remark(qtbot: QtBot, window: MainWindow, page: NotesPage) -> None:
    window.context.reader.highlight("culture-1", (0, 5), "pink")
    qtbot.waitUntil(lambda: "همه ۴" in chips(page))
    assert "نظر ۱" in chips(page)
    page.filters.choose_kind("comment")
    assert titles(page.list) == ["همه‌ی محور"]
    page.filters.choose(written=False)
    assert (page.filters.chosen_kind(), len(titles(page.list))) == ("all", 1)


def test_a_choice_of_axis_says_that_the_filter_changed(qtbot: QtBot, page: NotesPage) -> None:
    with qtbot.waitSignal(page.filters.changed):
        page.filters.choose(axis="transport")
    assert titles(page.list) == ["همه‌ی محور", "روشن نیست"]


def test_a_person_is_who_wrote_a_note_or_has_to_settle_it(page: NotesPage) -> None:
    page.filters.choose(person="مدیر برنامه‌ریزی")
    assert titles(page.list) == ["تعارض دارد"]
    page.filters.choose(person=page.context.reader.store.author.uuid)
    assert len(titles(page.list)) == 3


def test_a_tag_a_colour_and_a_meeting_restrict_the_list(
    window: MainWindow, page: NotesPage
) -> None:
    store = window.context.reader.store
    store.start_meeting("شورا", date(2026, 1, 2))
    span = TextSelector(0, 3, "متن")
    coloured = add(window.context, "culture-1", note="رنگی", selector=span, colour=Colour.BLUE)
    page.refresh()
    for chosen in ({"tag": store.tags()[0].tag.uuid}, {"colour": Colour.BLUE}):
        page.filters.choose(tag=None, colour=None)
        page.filters.choose(**chosen)
        assert titles(page.list) == (["روشن نیست"] if "tag" in chosen else ["رنگی"])
    page.filters.choose(colour=None, meeting=coloured.meeting)
    assert titles(page.list) == ["رنگی"]


def test_private_notes_are_seen_alone_or_left_out(window: MainWindow, page: NotesPage) -> None:
    add(window.context, "culture-1", note="برای خودم", private=True)
    page.filters.choose(private=True)
    assert titles(page.list) == ["برای خودم"]
    page.filters.choose(private=False)
    assert "برای خودم" not in titles(page.list)
    assert len(titles(page.list)) == 3


@pytest.fixture
def midnight(page: NotesPage, monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Between two notes, of which the second is of the day that has just begun."""
    moment = datetime(2020, 6, 17).astimezone()
    for text, written in (("شب", moment - timedelta(seconds=1)), ("بامداد", moment)):
        monkeypatch.setattr(page.context.reader.store, "_clock", lambda at=written: at)
        add(page.context, "culture-1", note=text)
    return moment


def test_a_span_of_days_of_the_readers_own_restricts_the_list(
    page: NotesPage, midnight: datetime
) -> None:
    page.filters.time.choose("own")
    for day in (page.filters.first, page.filters.last):
        day.set_iso("2020-06-16")
    page.filters.changed.emit()
    assert titles(page.list) == ["شب"]
    page.filters.last.set_iso("2020-06-17")
    assert titles(page.list) == ["بامداد", "شب"]


def test_a_span_may_begin_before_the_clocks_of_windows_do(page: NotesPage) -> None:
    before = titles(page.list)
    page.filters.time.choose("own")
    page.filters.first.set_iso("1921-03-21")
    assert titles(page.list) == before


def test_a_span_may_end_with_the_last_day_there_is(page: NotesPage) -> None:
    before = titles(page.list)
    page.filters.time.choose("own")
    page.filters.first.set_iso("1921-03-21")
    page.filters.last.setDate(page.filters.last.maximumDate())
    assert titles(page.list) == before


def test_today_is_a_time_of_the_readers_own_day(
    page: NotesPage, midnight: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Soon(datetime):
        """The clock, a minute past midnight."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2020, 6, 17, 0, 1, tzinfo=tz)

    monkeypatch.setattr("desktop.notes.filters.datetime", Soon)
    page.filters.time.choose("0")
    page.filters.changed.emit()
    assert titles(page.list) == ["بامداد"]


def test_after_a_filter_that_shows_nothing_the_first_note_is_current_again(page: NotesPage) -> None:
    page.list.choose_first()
    page.filters.choose(colour=Colour.PINK)
    assert page.list.current() is None
    page.filters.choose(colour=None)
    assert page.list.current_key() == page.list.rows.entries()[0].key


def test_filters_stand_over_the_column_of_the_list(
    qtbot: QtBot, window: MainWindow, page: NotesPage
) -> None:
    for number in range(20):
        add(window.context, "economy-8", note=str(number))
    page.more_chip.setChecked(True)
    boxes, shown = page.filters.more, page.list.viewport()
    corner = QPoint(20, 0)
    qtbot.waitUntil(lambda: boxes.mapToGlobal(QPoint(0, 0)).x() == shown.mapToGlobal(corner).x())


def test_filters_are_taken_off_by_a_link_that_stands_while_there_are_some(page: NotesPage) -> None:
    page.more_chip.setChecked(True)
    assert not page.filters.clear.isVisible()
    page.filters.choose(axis="economy")
    assert page.filters.clear.isVisible()
    page.filters.clear.click()
    assert (len(titles(page.list)), page.filters.clear.isVisible()) == (3, False)


def test_the_link_goes_with_the_tag_that_was_asked_for(
    qtbot: QtBot, window: MainWindow, page: NotesPage
) -> None:
    store, tell = window.context.reader.store, window.context.reader.tell
    (use,) = store.tags()
    page.more_chip.setChecked(True)
    page.filters.choose(tag=use.tag.uuid)
    qtbot.waitUntil(page.filters.clear.isVisible)
    tell(store.delete_tag(use.tag.uuid).change)
    qtbot.waitUntil(page.filters.clear.isHidden)
    assert len(page.list.rows.entries()) == 3
