"""Emptying a layout."""

import shiboken6
from PySide6.QtWidgets import QLabel, QSpacerItem, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from desktop.common.widgets.layouts import clear


def test_nothing_is_left_of_what_a_layout_held(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = QVBoxLayout(parent)
    entries = (QWidgetItem(QLabel("first", parent)), QSpacerItem(1, 1))
    for entry in entries:
        layout.addItem(entry)
    clear(layout)
    assert not any(map(shiboken6.isValid, entries))


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
