"""The viewport that is found by its name is the one that the view itself gives."""

from PySide6.QtWidgets import QListView, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.common.viewport import viewport_of
from desktop.main_window import MainWindow


def test_it_is_the_views_own(qtbot: QtBot) -> None:
    for view in (QListView(), QTextEdit()):
        qtbot.addWidget(view)
        assert viewport_of(view) is view.viewport()


def test_the_text_follows_the_pointer(window: MainWindow) -> None:
    assert window.panel.reader.viewport().hasMouseTracking()
