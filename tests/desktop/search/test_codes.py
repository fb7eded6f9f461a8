"""A code of three digits leads from the search box to its item."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.labels import RichLabel
from desktop.main_window import MainWindow
from tests.desktop.search.searching import search
from tests.desktop.stage import click
from tests.desktop.typing import type_text

ITEM, PLACE = "infrastructure-14", "محور زیرساخت‌های شهری › جهت‌گیری ۱۴"


def offered(qtbot: QtBot, window: MainWindow, text: str) -> None:
    window.activateWindow()
    window.search_box.begin()
    type_text(window.search_box, text)
    qtbot.waitUntil(window.search_box.completions.isVisible)


@pytest.mark.parametrize("code", ["214", "۲۱۴"])
def test_enter_opens_the_item(qtbot: QtBot, window: MainWindow, in_front: None, code: str) -> None:
    window.search_box.begin()
    type_text(window.search_box, code)
    with qtbot.waitSignal(window.search_box.item_wanted):
        QTest.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.axis.current_item() == ITEM
    assert window.axis.list.hasFocus()


def test_a_completion_says_where_it_leads_and_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    offered(qtbot, window, "21")
    completions = window.search_box.completions
    assert completions.meaning("۲۱۴") == PLACE
    completions.taken.emit("۲۱۴")
    assert window.axis.current_item() == ITEM


def test_results_show_the_item_of_a_code(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "214")
    item = window.context.reference.item(ITEM)
    labels = window.search.empty.findChildren(RichLabel)
    said = [label.plain for label in labels if label.isVisible()]
    assert said == [f"۲۱۴: {PLACE}", item.edited]
    click(window.search.empty, Chip)
    assert window.axis.current_item() == ITEM


def test_a_code_that_led_to_its_item_is_kept_as_a_past_query(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "214")
    click(window.search.empty, Chip)
    assert "214" in window.context.past.latest()
