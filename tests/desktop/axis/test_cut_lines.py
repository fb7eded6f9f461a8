"""No line of a text is cut by the upper edge of the rows after a row was brought into sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.axis.list_view import AxisList
from desktop.main_window import MainWindow

_INK = 110  # lightness below which a pixel is of a letter


def cut_above(shown: AxisList) -> bool:
    """Whether letters go on above the upper edge."""
    QApplication.processEvents()
    corner = shown.viewport().mapTo(shown.window(), QPoint(80, 0))
    line = QRect(corner, QSize(shown.viewport().width() - 160, 1))
    edge = shown.window().grab(line).toImage()
    return any(edge.pixelColor(x, 0).lightness() < _INK for x in range(edge.width()))


@pytest.fixture(params=["economy", "environment"])
def low(request: pytest.FixtureRequest, window: MainWindow) -> AxisList:
    """An axis in a low window."""
    window.resize(911, 480)
    window.open_item(f"{request.param}-vision")
    window.focus_page()
    QApplication.processEvents()
    return window.axis.list


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_going_on_by_the_keyboard(qtbot: QtBot, low: AxisList, key: Qt.Key) -> None:
    cut, rows = [], low.rows.rowCount()
    while low.currentIndex().row() < rows - 1:
        QTest.keyClick(low, key)
        cut += [low.current_id()] if cut_above(low) else []
    assert cut == []


def test_going_back_by_the_keyboard(qtbot: QtBot, low: AxisList) -> None:
    QTest.keyClick(low, Qt.Key.Key_End)
    cut, first = [], low.rows.first_item_row()
    while low.currentIndex().row() > first:
        QTest.keyClick(low, Qt.Key.Key_Up)
        cut += [low.current_id()] if cut_above(low) else []
    assert cut == []


def test_opening_a_row_from_elsewhere(window: MainWindow, low: AxisList) -> None:
    items = [
        item.id
        for item in window.context.reference.items_of_axis(
            low.rows.axis.slug if low.rows.axis else ""
        )
    ]
    cut = []
    for item_id in items:
        low.choose(items[0])
        low.choose(item_id)
        cut += [item_id] if cut_above(low) else []
    assert cut == []


def test_a_window_that_becomes_lower(window: MainWindow, low: AxisList) -> None:
    first = low.current_id()
    for lower in (10, 20, 30, 40):
        window.resize(911, 540)
        QApplication.processEvents()
        low.choose(first)
        for _ in range(8):
            QTest.keyClick(low, Qt.Key.Key_Down)
        assert (lower, cut_above(low)) == (lower, False)
        window.resize(911, 540 - lower)
        assert (lower, cut_above(low)) == (lower, False)
