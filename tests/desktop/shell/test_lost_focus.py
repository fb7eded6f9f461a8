"""Where the keyboard goes when what had it goes out of sight."""

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.meeting.strip import MeetingStrip
from desktop.notes.page import NotesPage


def end_button(window: MainWindow) -> QWidget:
    """The button that ends a meeting, with which the strip goes."""
    window.open_item("economy-2")
    made = window.context.reader.store.start_meeting("شورا", date(2026, 3, 21))
    window.context.reader.tell(made.change)
    strip = window.findChild(MeetingStrip)
    assert strip is not None
    return strip.end_button


def clear_button(window: MainWindow) -> QWidget:
    """The link that takes the filters away, which is of no more use then."""
    window.context.reader.add_note("economy-2", "نظر")
    window.navigator.go(Place("notes"))
    filters = cast(NotesPage, window.navigator.page).filters
    filters.more.show()
    filters.choose(private=False)
    return filters.clear


def undo_button(window: MainWindow) -> QWidget:
    """The way back in a message, which has been taken."""
    window.open_item("economy-2")
    window.toast.say("نشان گذاشته شد", window.undoing.undo)
    button = window.toast.findChild(QPushButton)
    assert button is not None
    return button


@pytest.mark.parametrize("find", [end_button, clear_button, undo_button])
def test_the_page_has_the_keyboard_when_a_pressed_button_goes(
    qtbot: QtBot,
    window: MainWindow,
    in_front: None,
    find: Callable[[MainWindow], QPushButton | QToolButton],
) -> None:
    button = find(window)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not button.isVisible()
    page = window.navigator.page
    assert page is not None
    qtbot.waitUntil(lambda: page.isAncestorOf(window.focusWidget()))
