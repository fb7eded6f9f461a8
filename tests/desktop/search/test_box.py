"""What lies in the search box fits it: its key, its picture, the cross that empties it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.common.context import Context
from desktop.common.widgets.buttons import IconButton
from desktop.main_window import MainWindow
from tests.desktop.search.searching import search
from tests.desktop.stage import clear


def test_the_key_is_whole_from_the_first_picture(qtbot: QtBot, context: Context) -> None:
    window = build_window(context)
    qtbot.addWidget(window)
    window.begin()
    with qtbot.waitExposed(window):
        window.show()
    keycap = window.search_box.keycap
    assert keycap.size() == keycap.sizeHint()


def test_the_picture_grows_with_the_zoom(window: MainWindow) -> None:
    side = window.search_box.picture_rect().width()
    window.context.theme.set_zoom(2.0)
    assert window.search_box.picture_rect().width() == 2 * side


def test_the_cross_empties_the_box(window: MainWindow) -> None:
    box = window.search_box
    box.setText("پسماند")
    cross = box.findChild(IconButton)
    assert cross is not None
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (box.text(), cross.isVisible()) == ("", False)


def test_a_text_begins_beside_the_picture_and_ends_before_the_cross(window: MainWindow) -> None:
    box = window.search_box
    box.setText("پسماند " * 30)
    cross = box.findChild(IconButton)
    assert cross is not None
    inside = box.rect().marginsRemoved(box.textMargins())
    assert cross.geometry().right() - 8 <= inside.left()
    assert inside.right() <= box.picture_rect().left()


def test_a_box_emptied_by_hand_keeps_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("management-2")
    window.activateWindow()
    window.search_box.begin()
    search(qtbot, window, "زباله")
    clear(window.search_box)
    qtbot.waitUntil(window.axis.isVisible)
    assert window.focusWidget() is window.search_box
