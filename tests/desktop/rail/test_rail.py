"""The rail leads to places and shows where the reader is."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.place import Place, RailEntry
from desktop.common.row_delegate import ROW
from desktop.main_window import MainWindow
from desktop.rail.delegate import ICON, fits_whole
from desktop.rail.rail import NARROW_WIDTH
from tests.desktop.search.searching import search


def test_arrows_move_from_axis_to_axis(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go(Place("axis", "economy"))
    QTest.keyClick(window.rail.list, Qt.Key.Key_Down)
    assert window.axis.axis_slug() == "infrastructure"


@pytest.mark.parametrize("place", [Place("help", "keys"), Place("settings"), Place("source")])
def test_the_keyboard_comes_to_the_rail_without_going_anywhere(
    window: MainWindow, in_front: None, place: Place
) -> None:
    window.visit(place)
    window.search_box.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.rail.list.hasFocus()
    assert window.navigator.place == place


def test_from_results_an_arrow_or_enter_goes_on(
    qtbot: QtBot, window: MainWindow, in_front: None
) -> None:
    search(qtbot, window, "خیابان")
    window.rail.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.search_box.text() == "خیابان"
    QTest.keyClick(window.rail.list, Qt.Key.Key_Return)
    assert window.navigator.place == Place("home")
    QTest.keyClick(window.rail.list, Qt.Key.Key_Down)
    assert window.axis.axis_slug() == "economy"


def test_it_shows_where_the_reader_is(window: MainWindow) -> None:
    window.open_item("culture-1")
    assert window.rail.list.currentIndex().data(ROW).place.key == "culture"


def test_all_lines_find_room_below_a_bar(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 768)
    bar = window.rail.list.verticalScrollBar()
    before = window.rail.list.height()
    window.banner.say("بررسی")
    qtbot.waitUntil(lambda: window.rail.list.height() < before)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_all_lines_find_room_however_much_has_happened(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 768)
    bar, store = window.rail.list.verticalScrollBar(), window.context.reader.store
    before = window.rail.list.height()
    window.banner.say("پرونده‌ی تنظیمات خوانده نشد.")
    window.banner.reassure("نوشته‌ی ناتمام شما برگشت.", "ادامه‌ی نوشتن", window.undoing.undo)
    window.context.reader.tell(store.start_meeting("بررسی", date(2026, 11, 25)).change)
    qtbot.waitUntil(lambda: window.rail.list.height() < before - 80)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_a_narrow_rail_tells_names_by_tooltip(window: MainWindow) -> None:
    window.resize(1100, 700)
    index = window.rail.rows.index(2)
    assert window.rail.width() == NARROW_WIDTH
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "اقتصاد شهری"


def test_a_feature_can_add_an_entry_and_change_its_count(window: MainWindow) -> None:
    place = Place("bookmarks")
    window.rail.add(RailEntry(place, "نشان‌شده‌ها", "bookmark", count=0))
    window.rail.rows.set_count(place, 3)
    entry = window.rail.rows.index(window.rail.rows.row_of(place)).data(ROW)
    assert entry.count == 3


def test_the_picture_of_the_chosen_line_keeps_off_its_bar_at_any_zoom(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.context.theme.set_zoom(2.0)
    window.rail.set_form(narrow=True)
    room = window.rail.list.viewport().width() - 2 * 8
    assert room >= window.context.theme.px(ICON) + 8


def test_no_row_of_the_rail_is_cut(window: MainWindow) -> None:
    window.resize(911, 480)
    rail = window.rail.list
    last = rail.model().index(rail.model().rowCount() - 1, 0)
    rail.scrollTo(last)
    room = rail.viewport().rect()
    assert fits_whole(rail, rail.visualRect(last))
    middle = room.center().x()
    reached = [rail.indexAt(QPoint(middle, y)) for y in range(room.height())]
    assert all(fits_whole(rail, rail.visualRect(one)) for one in reached if one.isValid())
    assert rail.visualRect(next(one for one in reached if one.isValid())).top() == 0
