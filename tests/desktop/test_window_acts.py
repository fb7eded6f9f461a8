"""Every key of the map does its act in the shown window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.window_acts import panes, step_pane

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(
    window: MainWindow,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    window.activateWindow()
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    QApplication.processEvents()


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with an item chosen and the keyboard in the list."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_item("economy-2")
    window.focus_page()
    return window


def test_ctrl_f_enters_the_search_box(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_F, CONTROL)
    assert reading.search_box.hasFocus()


@pytest.mark.parametrize("number", range(1, 9))
def test_ctrl_digit_opens_an_axis(reading: MainWindow, number: int) -> None:
    press(reading, Qt.Key(Qt.Key.Key_0 + number), CONTROL)
    assert reading.axis.list.rows.axis is not None
    assert reading.axis.list.rows.axis.number == number


def test_alt_home_goes_home(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_Home, ALT)
    assert reading.home.isVisible()


def test_alt_right_goes_back_and_alt_left_forward(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_Right, ALT)
    assert reading.home.isVisible()
    press(reading, Qt.Key.Key_Left, ALT)
    assert reading.axis.isVisible()


def test_f4_closes_and_opens_the_panel(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_F4)
    assert not reading.panel.isVisible()
    press(reading, Qt.Key.Key_F4)
    assert reading.panel.isVisible()


def test_f9_closes_the_rail(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_F9)
    assert not reading.rail.isVisible()


def test_f12_shows_the_source(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_F12)
    index = reading.axis.list.currentIndex()
    item = reading.context.reference.item("economy-2")
    assert index.data() == item.verbatim


def test_f8_swaps_light_and_dark(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_F8)
    assert reading.context.theme.tokens.dark


def test_ctrl_d_bookmarks_and_ctrl_z_undoes(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_D, CONTROL)
    assert reading.context.reader.marks("economy-2").bookmarked
    press(reading, Qt.Key.Key_Z, CONTROL)
    assert not reading.context.reader.marks("economy-2").bookmarked
    press(reading, Qt.Key.Key_Y, CONTROL)
    assert reading.context.reader.marks("economy-2").bookmarked


def test_ctrl_m_marks_as_read(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_M, CONTROL)
    assert reading.context.reader.marks("economy-2").read


def test_ctrl_c_copies_the_text(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_C, CONTROL)
    text = reading.context.reference.item("economy-2").edited
    assert QGuiApplication.clipboard().text() == text


def test_ctrl_shift_c_copies_text_and_html_with_the_source(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_C, CONTROL | SHIFT)
    data = QGuiApplication.clipboard().mimeData()
    assert "شورای اسلامی شهر تهران، محور اقتصاد شهری" in data.text()
    assert 'dir="rtl"' in data.html()


def test_ctrl_n_opens_the_note_editor(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_N, CONTROL)
    assert reading.panel.notes.composer.edit.hasFocus()


def test_ctrl_h_colours_the_selection_and_ctrl_shift_h_removes_it(reading: MainWindow) -> None:
    reading.panel.reader.select(0, 8)
    press(reading, Qt.Key.Key_H, CONTROL)
    assert [light.start for light in reading.context.reader.marks("economy-2").highlights] == [0]
    press(reading, Qt.Key.Key_H, CONTROL | SHIFT)
    assert reading.context.reader.marks("economy-2").highlights == ()


def test_ctrl_plus_minus_and_zero_zoom(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_Plus, CONTROL)
    assert reading.context.theme.zoom == 1.1
    press(reading, Qt.Key.Key_Minus, CONTROL)
    press(reading, Qt.Key.Key_Minus, CONTROL)
    assert reading.context.theme.zoom == 0.9
    press(reading, Qt.Key.Key_0, CONTROL)
    assert reading.context.settings["zoom"] == 100


def test_f11_fills_the_screen(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_F11)
    assert reading.isFullScreen()


def test_ctrl_k_opens_the_palette(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_K, CONTROL)
    assert reading.palette_.box.hasFocus()


def test_f6_visits_every_pane_and_comes_round(reading: MainWindow) -> None:
    count = len(panes(reading))
    for _ in range(count):
        step_pane(reading, 1)
    assert reading.axis.list.hasFocus()
    step_pane(reading, -1)
    assert reading.axis.filters.first_chip().hasFocus()


def test_f3_walks_the_hits(qtbot: QtBot, reading: MainWindow) -> None:
    with qtbot.waitSignal(reading.search.results_shown, timeout=20_000):
        reading.search_for("پسماند")
    results = reading.search.results
    press(reading, Qt.Key.Key_F3)
    assert results is not None
    assert reading.axis.current_item() in {hit.item_id for hit in results.hits}
    assert reading.axis.list.rows.hits


def test_every_act_of_the_menus_has_an_enabled_action_or_a_reason(reading: MainWindow) -> None:
    disabled = {a.key for a in reading.actions_.acts() if not reading.actions_[a.key].isEnabled()}
    assert disabled <= {"go.forward", "go.back", "search.accept", "search.insist"}
