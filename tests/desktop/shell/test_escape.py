"""Esc leads back from every page that the rail does not hold."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.settings.page import SettingsPage
from tests.desktop.pages import shown_page

PASSING = (
    Place("help", "keys"),
    Place("settings"),
    Place("source"),
    Place("compare", "economy-2+economy-5"),
    Place("compare"),
    Place("trash"),
    Place("backups"),
    Place("health"),
)


def escape(window: MainWindow) -> None:
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_it_leads_back_to_the_row(window: MainWindow, in_front: None) -> None:
    window.open_item("economy-4")
    for place in PASSING:
        window.visit(place)
        escape(window)
        assert window.axis.current_item() == "economy-4", place
        assert window.axis.list.hasFocus(), place


def test_pages_of_the_rail_stay(window: MainWindow, in_front: None) -> None:
    window.open_item("economy-4")
    window.visit(Place("notes"))
    escape(window)
    assert window.navigator.place == Place("notes")


def test_from_a_text_being_written_it_leads_into_the_page_first(
    window: MainWindow, in_front: None
) -> None:
    window.visit(Place("settings"))
    page = shown_page(window, SettingsPage)
    page.templates.edit.setFocus()
    escape(window)
    assert window.navigator.place == Place("settings")
    escape(window)
    assert window.navigator.place == Place("home")
