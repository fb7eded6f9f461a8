"""The text of the chosen item, as it is looked at, selected and left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.main_window import MainWindow

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def looks(window: MainWindow) -> QImage:
    return window.panel.reader.viewport().grab().toImage()


def test_a_caret_stands_over_no_letter_until_a_key_moves_it(window: MainWindow) -> None:
    window.open_item("economy-8")
    window.panel_place.open()
    reader = window.panel.reader
    before = looks(window)
    reader.setFocus()
    assert looks(window) == before
    QTest.keyClick(reader, Qt.Key.Key_Left)
    assert looks(window) != before
    window.focus_page()
    assert looks(window) == before


def test_the_first_key_selects(window: MainWindow) -> None:
    window.open_item("economy-8")
    window.panel_place.open()
    reader = window.panel.reader
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_Left, _SHIFT)
    assert reader.textCursor().selectedText() == reader.toPlainText()[0]


def test_four_lines_have_nothing_to_scroll(window: MainWindow) -> None:
    window.resize(1366, 768)
    reader = window.panel.reader
    window.open_item("economy-5")
    QTest.qWait(0)
    assert reader.document().firstBlock().layout().lineCount() == 4
    assert reader.verticalScrollBar().maximum() == 0
