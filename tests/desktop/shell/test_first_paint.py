"""What waits for the first picture waits for it, and is asked for once."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.first_paint import FirstPaint


def test_the_first_picture_is_told_once(qtbot: QtBot) -> None:
    window, told = QWidget(), []
    qtbot.addWidget(window)
    first = FirstPaint(window)
    first.painted.connect(lambda: told.append(window.grab()))
    with qtbot.waitSignal(first.painted):
        window.show()
    window.repaint()
    assert len(told) == 1


def test_what_is_not_shown_tells_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first = FirstPaint(window)
    passed = QTimer(singleShot=True, interval=0)
    with qtbot.assertNotEmitted(first.painted), qtbot.waitSignal(passed.timeout):
        passed.start()
