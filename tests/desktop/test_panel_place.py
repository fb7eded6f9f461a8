"""The panel stands beside the page, or lies over it as a drawer in a small window."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.common.measured_list import MeasuredList
from desktop.common.place import Place
from desktop.common.widgets.card_button import CardButton
from desktop.main_window import MainWindow
from tests.desktop.search.searching import search


def test_a_panel_closed_beside_the_page_stays_closed(window: MainWindow, context: Context) -> None:
    window.open_item("economy-1")
    window.panel_place.toggle()
    assert not window.panel.isVisible()
    assert context.settings["panel_open"] is False


def test_a_page_without_items_has_no_panel(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.navigator.go(Place("help"))
    assert window.panel_place.is_open
    assert not window.panel_place.fits
    assert not window.panel.isVisible()


def test_the_button_of_the_panel_is_pressed_only_where_there_is_one(window: MainWindow) -> None:
    window.open_item("economy-1")
    act = window.actions_["view.panel"]
    assert act.isChecked()
    window.navigator.go(Place("help"))
    assert not act.isChecked()
    window.navigator.back()
    assert act.isChecked()


def test_a_narrow_window_turns_the_panel_into_a_closed_drawer(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.resize(911, 480)
    assert not window.panel.isVisible()
    window.panel_place.enter()
    assert window.panel.isVisible()
    assert window.panel.x() == 0


def test_escape_closes_the_drawer_and_returns_to_the_row(window: MainWindow) -> None:
    window.resize(911, 480)
    window.open_item("economy-1")
    window.panel_place.enter()
    window.escape()
    assert not window.panel.isVisible()


def test_an_open_drawer_is_not_remembered(window: MainWindow) -> None:
    window.resize(911, 480)
    window.open_item("economy-1")
    window.panel_place.enter()
    window.resize(1366, 768)
    window.resize(911, 480)
    assert window.panel_place.is_drawer
    assert not window.panel_place.is_open


def measurings(shown: MeasuredList, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The widths at which rows are laid out from now on."""
    widths, painter = list[int](), shown.painter
    begin = painter.begin_layout

    def told(width: int) -> None:
        widths.extend([width] if shown.model().rowCount() else [])
        begin(width)

    monkeypatch.setattr(painter, "begin_layout", told)
    return widths


def test_the_panel_takes_its_room_before_the_first_results_are_measured(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths = measurings(window.search.list, monkeypatch)
    search(qtbot, window, "پسماند")
    QApplication.processEvents()
    assert widths == [window.search.list.viewport().width()]


def test_the_panel_takes_its_room_before_the_first_axis_is_measured(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths = measurings(window.axis.list, monkeypatch)
    window.open_item("economy-2")
    QApplication.processEvents()
    assert widths == [window.axis.list.viewport().width()]


@pytest.fixture
def narrow(low_window: MainWindow) -> MainWindow:
    """An item chosen, the keyboard on its row, room only for a drawer."""
    low_window.open_item("economy-1")
    low_window.focus_page()
    return low_window


def press(window: MainWindow, keys: str) -> None:
    QTest.keySequence(window.focusWidget() or window, QKeySequence(keys))
    QApplication.processEvents()


@pytest.mark.parametrize("keys", ["F4", "Esc"])
def test_the_keyboard_goes_into_the_drawer_and_back_to_the_row(
    narrow: MainWindow, keys: str
) -> None:
    press(narrow, "F4")
    assert narrow.panel.isAncestorOf(narrow.focusWidget())
    press(narrow, keys)
    assert not narrow.panel.isVisible()
    assert narrow.axis.list.hasFocus()


def test_who_writes_in_the_drawer_goes_on_beside_the_page(narrow: MainWindow) -> None:
    press(narrow, "Ctrl+N")
    edit = narrow.panel.notes.composer.edit
    assert edit.hasFocus()
    narrow.resize(1366, 768)
    QApplication.processEvents()
    assert not narrow.panel_place.is_drawer
    assert edit.hasFocus()


@pytest.mark.parametrize("keys", ["Ctrl+F", "Ctrl+3", "F6", "Shift+F6"])
def test_a_drawer_left_by_key_closes(narrow: MainWindow, keys: str) -> None:
    press(narrow, "F4")
    press(narrow, keys)
    assert not narrow.workspace.scrim.isVisible()
    focus = narrow.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert not narrow.panel.isAncestorOf(focus)


def test_related_items_are_walked_in_the_drawer(narrow: MainWindow) -> None:
    press(narrow, "F4")
    narrow.panel.show_tab("related")
    narrow.panel.findChildren(CardButton)[0].click()
    assert narrow.workspace.drawer_is_open


def test_the_keyboard_of_a_panel_that_goes_comes_to_the_page(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.panel_place.enter()
    window.navigator.go(Place("help"))
    page = window.navigator.page
    assert page is not None
    assert page.isAncestorOf(window.focusWidget())


def test_a_message_makes_way_for_a_drawer_that_comes_under_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(911, 480)
    window.open_item("economy-1")
    window.toast.say("یادداشت حذف شد", window.undoing.undo)
    window.actions_["act.note_new"].trigger()
    edit = window.panel.notes.composer.edit

    def is_free() -> bool:
        place = QRect(edit.mapTo(window, QPoint()), edit.size())
        return edit.isVisible() and not place.intersects(window.toast.geometry())

    qtbot.waitUntil(is_free)
