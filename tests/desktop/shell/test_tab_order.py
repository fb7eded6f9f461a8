"""Tab goes through the window as it is read."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.entry_list import EntryList
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.settings.page import SettingsPage
from tests.desktop.pages import shown_page

ITEM = "economy-2"


@pytest.fixture
def reading(window: MainWindow, in_front: None) -> MainWindow:
    """An item with a note in the panel, the keyboard in the search box."""
    window.context.reader.add_note(ITEM, "نظر")
    window.open_item(ITEM)
    window.search_box.setFocus()
    return window


def walk(window: MainWindow, key: Qt.Key, steps: int) -> list[QWidget | None]:
    """What has the keyboard after each press."""
    seen: list[QWidget | None] = []
    for _ in range(steps):
        QTest.keyClick(window.focusWidget() or window, key)
        seen.append(window.focusWidget())
    return seen


def test_tab_visits_the_parts_in_their_order(reading: MainWindow) -> None:
    panel = reading.panel
    wanted = [
        reading.search_box,
        reading.rail.list,
        reading.axis.filters.first_chip(),
        reading.axis.list,
        panel.reader,
        panel.copier.button,
        panel.tools.bookmark,
        panel.notes.cards()[0],
        panel.notes.composer.edit,
    ]
    seen = [reading.search_box, *walk(reading, Qt.Key.Key_Tab, 22)]
    assert [one for one in seen if one in wanted][: len(wanted)] == wanted


def test_backtab_goes_the_same_way_back(reading: MainWindow) -> None:
    forth = walk(reading, Qt.Key.Key_Tab, 8)
    back = walk(reading, Qt.Key.Key_Backtab, 7)
    assert back == forth[-2::-1]


def test_tab_stays_in_an_open_drawer(reading: MainWindow) -> None:
    reading.resize(911, 480)
    reading.panel_place.enter()
    assert all(reading.panel.isAncestorOf(one) for one in walk(reading, Qt.Key.Key_Tab, 14) if one)


def test_tab_scrolls_to_a_card_out_of_sight(qtbot: QtBot, reading: MainWindow) -> None:
    for number in range(8):
        reading.context.reader.add_note(ITEM, f"یادداشت {number}")
    last = reading.panel.notes.cards()[-1].more
    qtbot.waitUntil(lambda: last.visibleRegion().isEmpty())
    reading.panel.notes.composer.edit.setFocus()
    walk(reading, Qt.Key.Key_Backtab, 1)
    assert last.hasFocus()
    assert last.visibleRegion().boundingRect() == last.rect()


def test_tab_comes_to_the_chosen_one_of_several(window: MainWindow, in_front: None) -> None:
    window.context.settings["theme"] = "system"
    window.navigator.go(Place("settings"))
    window.rail.list.setFocus()
    QTest.keyClick(window.rail.list, Qt.Key.Key_Tab)
    focus = window.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.isChecked()


@pytest.mark.parametrize("page", ["tags", "meetings"])
def test_tab_goes_through_two_lists_from_the_right(reading: MainWindow, page: str) -> None:
    store = reading.context.reader.store
    store.set_item_tags(ITEM, ["بودجه"])
    store.start_meeting("شورا", date(2026, 3, 21))
    reading.visit(Place(page))
    reading.rail.list.setFocus()
    lists = reading.findChildren(EntryList)
    seen = [one for one in walk(reading, Qt.Key.Key_Tab, 4) if one in lists]
    assert [one.mapTo(reading, QPoint()).x() for one in seen if one] == sorted(
        (one.mapTo(reading, QPoint()).x() for one in seen if one), reverse=True
    )
    assert len(seen) == 2


def test_tab_comes_to_the_tab_of_the_panel_that_was_chosen_for_the_reader(
    reading: MainWindow,
) -> None:
    reading.panel.show_tab("notes")
    chosen = [one for one in reading.panel.tabs.findChildren(QPushButton) if one.isChecked()]
    chosen[0].setFocus()
    reading.panel.tools.bookmark.setFocus()
    reading.panel.show_tab("source")
    seen = walk(reading, Qt.Key.Key_Tab, 2)
    assert isinstance(seen[-1], QPushButton)
    assert seen[-1].text().startswith("متن اصلی")


@pytest.fixture
def editor(window: MainWindow, in_front: None) -> QWidget:
    """An editor low on the page of settings, in a low window, the keyboard come there by Tab."""
    window.resize(911, 480)
    window.visit(Place("settings"))
    page = shown_page(window, SettingsPage)
    edit = page.templates.edit
    for _ in range(30):
        walk(window, Qt.Key.Key_Tab, 1)
        if edit.hasFocus():
            break
    return edit


def test_tab_brings_the_whole_of_an_editor_into_sight(editor: QWidget) -> None:
    assert editor.hasFocus()
    assert editor.visibleRegion().boundingRect() == editor.rect()


def test_what_escape_leads_to_is_in_sight(window: MainWindow, editor: QWidget) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    focus = window.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.visibleRegion().boundingRect() == focus.rect()


def test_a_page_entered_before_the_window_stands_has_the_keyboard_in_its_list(
    window: MainWindow,
) -> None:
    window.hide()
    window.visit(Place("axis", "economy", "economy-2"))
    window.show()
    assert window.focusWidget() is window.axis.list


@pytest.mark.parametrize("key", ["F6", "Shift+F6"])
def test_f6_passes_over_what_cannot_be_entered(
    window: MainWindow, in_front: None, key: str
) -> None:
    window.navigator.go(Place("trash"))
    window.search_box.setFocus()
    seen = []
    for _ in range(2):
        QTest.keySequence(window.focusWidget(), QKeySequence(key))
        seen.append(window.focusWidget())
    assert seen == [window.rail.list, window.search_box]
