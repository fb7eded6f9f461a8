"""The vision statement above the directions of an axis."""

from itertools import product

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.axis.geometry import column_of, vision_bookmark
from desktop.common.place import Place
from desktop.common.row_delegate import ROW
from desktop.main_window import MainWindow


def test_high_contrast_draws_the_edge_of_the_vision(window: MainWindow) -> None:
    theme, view = window.context.theme, window.axis.list
    theme.set_name("contrast")
    window.navigator.go(Place("axis", "economy", "economy-1"))
    view.scrollToTop()
    card = column_of(theme, QRectF(view.visualRect(view.rows.index(1))))
    edge = (
        view.viewport().grab().toImage().pixelColor(card.toRect().left(), card.toRect().top() + 40)
    )
    assert edge == QColor(theme.tokens.border)


def test_a_low_window_folds_the_vision_until_asked(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(911, 480)
    window.navigator.go(Place("axis", "economy"))
    view = window.axis.list
    row = view.rows.index(1).data(ROW)
    assert view.painter.texts.is_folded(row)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not view.painter.texts.is_folded(row)


@pytest.mark.parametrize("axis", ["economy", "infrastructure", "security"])
def test_a_folded_vision_fills_two_lines(window: MainWindow, axis: str) -> None:
    window.resize(911, 480)
    window.navigator.go(Place("axis", axis))
    view = window.axis.list
    view.scrollToTop()
    index = view.rows.index(1)
    outer = QRectF(view.visualRect(index))
    _, _, (top, bottom) = view.painter.lines(index.data(ROW), outer)
    card = column_of(window.context.theme, outer)
    left = QRectF(card.left() + 20, top, card.width() / 4, bottom - top).toRect()
    shown = view.viewport().grab(left).toImage()
    spots = product(range(shown.width()), range(shown.height()))
    assert len({shown.pixel(*spot) for spot in spots}) > 1  # letters, not the ground alone


def test_the_vision_bears_its_bookmark_and_takes_a_click_on_it(window: MainWindow) -> None:
    window.open_item("culture-vision")
    view = window.axis.list
    outer = QRectF(view.visualRect(view.currentIndex()))
    spot = vision_bookmark(window.context.theme, outer).center().toPoint()
    before = view.viewport().grab().toImage().pixelColor(spot)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.context.reader.marks("culture-vision").bookmarked
    assert view.viewport().grab().toImage().pixelColor(spot) != before
