"""The chosen row of every list stays in sight, whatever zoom and window do to the rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView
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


def in_sight(shown: QAbstractItemView) -> bool:
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


@pytest.fixture(params=["search", "notes"])
def read_in_pieces(
    qtbot: QtBot, window: MainWindow, request: pytest.FixtureRequest
) -> QAbstractItemView:
    """A list of more rows than it is handed at once."""
    if request.param == "search":
        search(qtbot, window, "شهر")
    else:
        for number in range(120):
            window.context.reader.store.add_annotation("culture-1", note=f"یادداشت {number}")
        window.context.reader.renew()
        window.navigator.go(Place("notes"))
    assert window.navigator.page is not None
    shown = window.navigator.page.entrance()
    assert isinstance(shown, QAbstractItemView)
    window.repaint()
    assert shown.model().canFetchMore(shown.rootIndex())
    return shown


def test_rows_that_come_at_the_end_leave_the_reader_there(
    window: MainWindow, read_in_pieces: QAbstractItemView
) -> None:
    bar, rows = read_in_pieces.verticalScrollBar(), read_in_pieces.model().rowCount()
    end = bar.maximum()
    bar.setValue(end)
    QApplication.processEvents()
    window.repaint()
    assert bar.value() == end
    assert read_in_pieces.model().rowCount() > rows


def test_a_row_that_is_gone_to_is_in_sight_when_others_come_after_it(
    window: MainWindow, read_in_pieces: QAbstractItemView
) -> None:
    rows = read_in_pieces.model().rowCount()
    while read_in_pieces.model().rowCount() == rows:
        QTest.keyClick(read_in_pieces, Qt.Key.Key_Down)
        QApplication.processEvents()
        window.repaint()
        assert in_sight(read_in_pieces)


def test_a_row_just_gone_to_is_in_sight_in_another_width(
    qtbot: QtBot, window: MainWindow, chosen_below: QListView
) -> None:
    before = chosen_below.currentIndex().row()
    QTest.keyClick(chosen_below, Qt.Key.Key_PageDown)
    assert chosen_below.currentIndex().row() > before
    window.resize(1010, 768)
    qtbot.wait(50)
    assert in_sight(chosen_below)
