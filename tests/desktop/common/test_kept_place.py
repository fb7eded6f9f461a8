"""The chosen row of every list stays in sight, whatever zoom and window do to the rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from tests.desktop.search.searching import search


@pytest.fixture(params=["search", "themes", "errata"])
def chosen_below(qtbot: QtBot, window: MainWindow, request: pytest.FixtureRequest) -> QListView:
    """A list on a row that the first screen does not show."""
    places = {"themes": Place("themes"), "errata": Place("source", "errata")}
    if request.param in places:
        window.navigator.go(places[request.param])
    else:
        search(qtbot, window, "شهر")
    assert window.navigator.page is not None
    shown = window.navigator.page.entrance()
    assert isinstance(shown, QListView)
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    window.repaint()
    assert shown.verticalScrollBar().value() > 0
    return shown


def in_sight(shown: QListView) -> bool:
    """Whether all of the chosen row is."""
    shown.executeDelayedItemsLayout()
    row, room = shown.visualRect(shown.currentIndex()), shown.viewport().rect()
    return room.contains(row)


@pytest.mark.parametrize("zoom", [0.8, 1.2])
def test_after_a_zoom(
    qtbot: QtBot, window: MainWindow, chosen_below: QListView, zoom: float
) -> None:
    window.context.theme.set_zoom(zoom)
    qtbot.wait(50)
    assert in_sight(chosen_below)


@pytest.mark.parametrize("size", [(1366, 640), (1010, 768)])
def test_in_another_room(
    qtbot: QtBot, window: MainWindow, chosen_below: QListView, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qtbot.wait(50)
    assert in_sight(chosen_below)
