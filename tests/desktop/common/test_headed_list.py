"""The keys of lists that are handed their rows in pieces."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import CHUNK, Entry


def test_end_goes_to_the_true_end_of_a_long_list(qtbot: QtBot, context: Context) -> None:
    shown = EntryList(context.theme, "بندها")
    qtbot.addWidget(shown)
    shown.feed(Entry(str(number), f"بند {number}") for number in range(CHUNK * 3 + 7))
    shown.show()
    shown.choose_first()
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert shown.current_key() == str(CHUNK * 3 + 6)
    assert shown.viewport().rect().contains(shown.visualRect(shown.currentIndex()))
