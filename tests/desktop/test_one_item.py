"""Panel, chosen row, title and acts are about the same item, wherever the reader came from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from tests.desktop.search.searching import search
from tests.desktop.typing import type_text


def chosen_before_a_search(qtbot: QtBot, window: MainWindow) -> None:
    """A row of an axis is chosen, then the results of a search are looked at."""
    window.open_item("management-2")
    search(qtbot, window, "پسماند")
    assert window.panel.item is not None
    assert window.panel.item.id != "management-2"


def in_panel(window: MainWindow) -> str:
    return window.panel.item.id if window.panel.item else ""


def in_palette(window: MainWindow) -> str:
    entry = window.palette_.list.current()
    return entry.item if entry else ""


def test_escape_from_results_takes_the_panel_back(qtbot: QtBot, window: MainWindow) -> None:
    chosen_before_a_search(qtbot, window)
    QTest.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert window.axis.current_item() == in_panel(window) == "management-2"


def test_an_axis_chosen_over_results_takes_the_panel_along(
    qtbot: QtBot, window: MainWindow
) -> None:
    chosen_before_a_search(qtbot, window)
    window.visit(Place("axis", "management"))
    assert in_panel(window) == "management-2"


def test_results_still_awaited_leave_the_panel(qtbot: QtBot, window: MainWindow) -> None:
    chosen_before_a_search(qtbot, window)
    window.visit(Place("axis", "management"))
    window.search_for("مترو")
    assert in_panel(window) == "management-2"


def test_copying_from_the_palette_moves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("management-2")
    palette = window.palette_
    palette.open()
    type_text(palette.box, "پسماند")
    qtbot.waitUntil(lambda: bool(in_palette(window)))
    item = window.context.reference.item(in_palette(window))
    QTest.keyClick(palette.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert item.edited in QGuiApplication.clipboard().text()
    assert window.axis.current_item() == in_panel(window) == "management-2"


@pytest.mark.parametrize("page", ["home", "themes", "compare"])
def test_what_is_out_of_sight_is_left_alone(window: MainWindow, page: str) -> None:
    window.open_item("economy-4")
    clipboard, reader = QGuiApplication.clipboard(), window.context.reader
    clipboard.setText("پیشین")
    before = reader.marks("economy-4")
    window.visit(Place(page))
    focus = window.focusWidget()
    for key in ("act.bookmark", "act.mark_read", "act.note_new", "edit.copy"):
        window.actions_[key].trigger()
        assert window.status.message.plain == "نخست جهت‌گیری‌ای را برگزینید."
        window.status.rest()
    assert reader.marks("economy-4") == before
    assert clipboard.text() == "پیشین"
    assert window.focusWidget() is focus
