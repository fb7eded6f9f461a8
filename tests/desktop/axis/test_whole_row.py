"""The chosen row stays wholly in sight, whatever zoom and window do to the rows."""

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow


def chosen_at_the_foot(window: MainWindow, item_id: str) -> None:
    """A row chosen from above ends at the lower edge."""
    window.open_item("environment-vision")
    window.axis.list.choose(item_id)


def row_box(window: MainWindow) -> QRect:
    shown = window.axis.list
    shown.executeDelayedItemsLayout()
    return shown.visualRect(shown.currentIndex())


def wholly_in_sight(window: MainWindow) -> bool:
    return window.axis.list.viewport().rect().contains(row_box(window))


@pytest.mark.parametrize("zoom", [1.2, 1.4, 0.8])
def test_after_a_zoom(qtbot: QtBot, window: MainWindow, zoom: float) -> None:
    chosen_at_the_foot(window, "environment-12")
    window.repaint()
    window.context.theme.set_zoom(zoom)
    qtbot.waitUntil(lambda: wholly_in_sight(window))


def test_after_the_window_became_lower(qtbot: QtBot, window: MainWindow) -> None:
    chosen_at_the_foot(window, "environment-12")
    window.repaint()
    window.resize(1366, 640)
    qtbot.waitUntil(lambda: window.height() == 640 and wholly_in_sight(window))


def test_on_return_at_another_zoom(qtbot: QtBot, window: MainWindow) -> None:
    chosen_at_the_foot(window, "environment-12")
    window.navigator.go(Place("axis", "management"))
    window.context.theme.set_zoom(1.2)
    window.repaint()
    window.navigator.back()
    window.repaint()
    qtbot.waitUntil(lambda: wholly_in_sight(window))
    assert window.axis.current_item() == "environment-12"


def test_a_row_scrolled_half_away_stays_so_while_nothing_changes(window: MainWindow) -> None:
    window.open_item("environment-12")
    shown = window.axis.list
    shown.scroll_to(shown.verticalScrollBar().value() + row_box(window).top() + 20)
    top = row_box(window).top()
    shown.relayout()
    assert row_box(window).top() == top == -20
