"""The message at the bottom of a window."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.common.widgets import toast
from desktop.common.widgets.toast import Toast


def test_a_message_seeks_no_place_while_the_window_is_being_resized(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[object] = []

    def looked_for(*asked: object) -> object:
        places.append(asked[2])
        return asked[2]

    monkeypatch.setattr(toast, "free_place", looked_for)
    monkeypatch.setattr(toast, "_PAUSE_MS", 60_000)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    made = Toast(context.theme, window, QWidget(window))
    made.say("نشان شد")
    places.clear()
    for width in (810, 820, 830):
        window.resize(width, 600)
        QApplication.processEvents()
    assert places == []
