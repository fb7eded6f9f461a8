"""Two parts beside each other."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.widgets.split import Split


def test_from_right_to_left_they_fill_their_room_to_the_pixel(
    qtbot: QtBot, qapp: QApplication
) -> None:
    split, right, left = Split(), QWidget(), QWidget()
    qtbot.addWidget(split)
    split.addWidget(right)
    split.addWidget(left)
    split.resize(700, 100)
    split.show()
    assert left.geometry().left() == 0
    assert right.geometry().right() == split.rect().right()
    assert right.geometry().left() - left.geometry().right() - 1 == split.handleWidth()
