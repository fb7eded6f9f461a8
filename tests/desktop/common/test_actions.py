"""Acts by their keys, whenever a feature adds them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.common.actions import Act
from desktop.main_window import MainWindow


def test_keys_of_an_act_added_late_work_at_once(window: MainWindow) -> None:
    done: list[str] = []
    act = Act("late", "تازه", keys=("Ctrl+F12",))
    window.actions_.add(act, lambda: done.append("late"))
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    assert done == ["late"]
