"""Emptying a layout."""

import shiboken6
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from desktop.common.widgets.layouts import clear


def test_nothing_is_left_of_what_a_layout_held(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = QVBoxLayout(parent)
    shown = QLabel("first", parent)
    entry = QWidgetItem(shown)
    layout.addItem(entry)
    layout.addStretch()
    clear(layout)
    assert not shiboken6.isValid(entry)
    assert (layout.count(), shown.isHidden()) == (0, True)


def test_what_is_to_be_kept_stays(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = QVBoxLayout(parent)
    kept, dropped = QLabel("first", parent), QLabel("second", parent)
    layout.addWidget(kept)
    layout.addWidget(dropped)
    clear(layout, keep=1)
    assert layout.count() == 1
    assert layout.indexOf(kept) == 0
