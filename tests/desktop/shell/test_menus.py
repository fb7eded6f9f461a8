"""The menus of the bar borrow the keyboard and give it back."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.theme import ZOOM_STEPS
from desktop.main_window import MainWindow


def test_no_menu_is_folded_away(window: MainWindow) -> None:
    more = window.command_bar.menu_bar.findChild(QToolButton, "qt_menubar_ext_button")
    assert more is not None
    for zoom in ZOOM_STEPS:
        window.context.theme.set_zoom(zoom)
        window.grab()
        assert (zoom, more.isVisible()) == (zoom, False)


@pytest.fixture
def menu(qtbot: QtBot, window: MainWindow, in_front: None) -> QMenu:
    """The first menu, opened by F10 from a row of the list."""
    window.open_item("economy-1")
    window.focus_page()
    QTest.keyClick(window.axis.list, Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    return opened


def test_a_menu_that_is_left_gives_the_keyboard_back(
    qtbot: QtBot, window: MainWindow, menu: QMenu
) -> None:
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.axis.list.hasFocus)


def test_so_does_the_dialog_an_act_has_opened(
    qtbot: QtBot, window: MainWindow, menu: QMenu
) -> None:
    closed: list[QWidget] = []

    def close() -> None:
        if (dialog := QApplication.activeModalWidget()) is not None:
            closed.append(dialog)
            dialog.close()

    look = QTimer(window, interval=20)
    look.timeout.connect(close)
    look.start()
    menu.setActiveAction(window.actions_["file.print"])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert len(closed) == 1
    qtbot.waitUntil(window.axis.list.hasFocus)


def test_an_act_that_takes_the_keyboard_keeps_it(
    qtbot: QtBot, window: MainWindow, menu: QMenu
) -> None:
    QTest.keyClick(menu, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() not in (None, menu))
    edit = QApplication.activePopupWidget()
    assert isinstance(edit, QMenu)
    edit.setActiveAction(window.actions_["edit.find"])
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.search_box.hasFocus()
