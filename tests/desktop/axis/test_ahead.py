"""The axis that is opened next has been laid out before."""

from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.common.text_block import text_block
from desktop.main_window import MainWindow


def test_the_next_axis_is_laid_out_while_the_reader_rests(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go(Place("axis", "economy"))
    window.grab()
    text_block.cache_clear()
    window.axis.list.ahead.rest()
    qtbot.waitUntil(lambda: not window.axis.list.ahead.busy)
    before = text_block.cache_info().misses
    window.navigator.go(Place("axis", "environment"))
    window.axis.grab()
    assert text_block.cache_info().misses == before


def test_a_new_layout_begins_anew(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go(Place("axis", "economy"))
    window.grab()
    qtbot.waitUntil(lambda: not window.axis.list.ahead.busy)
    window.context.theme.set_zoom(1.1)
    assert window.axis.list.ahead.busy
