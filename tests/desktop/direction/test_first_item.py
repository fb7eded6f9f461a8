"""What the panel builds with its first item appears in the panel and nowhere else."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from tests.desktop.stage import ITEM


class Windows(QObject):
    """Collects what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Windows:
    return Windows()


def test_no_part_shows_itself_as_a_window(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, windows: Windows
) -> None:
    qapp.installEventFilter(windows)
    window.open_item(ITEM)
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    assert window.panel.notes.composer.isVisible()


def test_the_editor_takes_the_form_of_a_low_window(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(911, 480)
    window.open_item(ITEM)
    window.panel_place.open()
    low = window.panel.notes.composer.edit.height()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.panel.notes.composer.edit.height() > low)
