"""Nothing that can be operated is without a name, and everything is right to left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow

INTERACTIVE = (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit)
PLACES = (Place("home"), Place("axis", "transport", "transport-1"), Place("search", "شهر"))


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def unnamed(window: QWidget) -> list[str]:
    widgets = [w for w in window.findChildren(QWidget) if w.isVisibleTo(window)]
    focusable = [w for w in widgets if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    wanted = {w for w in [*focusable, *widgets] if isinstance(w, INTERACTIVE) or w in focusable}
    return [f"{type(w).__name__} {w.objectName()}" for w in wanted if not name_of(w)]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.page)
def test_every_interactive_widget_has_a_name(window: MainWindow, place: Place) -> None:
    window.navigator.go(place)
    assert unnamed(window) == []


def test_every_panel_tab_is_named(window: MainWindow) -> None:
    window.open_item("economy-8")
    for tab in window.panel.tab_names():
        window.panel.show_tab(tab)
        assert unnamed(window) == []


def test_rows_speak_their_number_and_marks(window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    window.panel.toggle_bookmark()
    index = window.axis.list.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("جهت‌گیری ۲ از ۱۶: ")
    assert "نشان‌شده." in spoken


def test_tab_moves_the_focus_out_of_the_text(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("economy-1")
    window.panel_place.enter()
    QTest.keyClick(window.panel.reader, Qt.Key.Key_Tab)
    assert not window.panel.reader.hasFocus()
