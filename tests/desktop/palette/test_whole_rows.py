"""A palette too low for all its lines shows whole ones."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_last_line_in_sight_is_whole(qtbot: QtBot, window: MainWindow, zoom: float) -> None:
    window.context.theme.set_zoom(zoom)
    palette = window.palette_
    palette.open()
    shown = palette.list
    qtbot.waitUntil(lambda: shown.verticalScrollBar().maximum() > 0)
    lowest = shown.viewport().height() - 1
    last = shown.indexAt(QPoint(20, lowest))
    assert not last.isValid() or shown.visualRect(last).bottom() <= lowest


def test_what_was_waited_for_is_shown_from_its_heading_on(qtbot: QtBot, window: MainWindow) -> None:
    window.context.theme.set_zoom(2.0)
    palette = window.palette_
    palette.open()
    palette.box.setText("ایمن")
    assert not palette.list.isVisible()
    qtbot.waitUntil(palette.list.isVisible)
    qtbot.waitUntil(lambda: palette.list.verticalScrollBar().maximum() > 0)
    assert palette.list.verticalScrollBar().value() == 0
