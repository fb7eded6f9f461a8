"""The map of remarks: counts as numbers, and a way to every item."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.notes.coverage import CoverageMap
from desktop.notes.page import NotesPage
from tests.desktop.pages import shown_page


def coverage(window: MainWindow) -> CoverageMap:
    window.context.reader.add_note("economy-8", "نخست")
    window.context.reader.add_note("economy-8", "دوم")
    window.navigator.go(Place("notes", "map"))
    page = shown_page(window, NotesPage)
    return page.map


def test_a_cell_shows_how_many_remarks_its_item_has(window: MainWindow) -> None:
    cells = coverage(window).cells
    indexes = [cells.index(0, column) for column in range(cells.columnCount())]
    shown = {cell.item_id: i.data() for i in indexes if (cell := cells.cell(i))}
    assert shown["economy-8"] == "۲"
    assert shown["economy-1"] == ""


def test_a_cell_speaks_axis_item_and_number(window: MainWindow) -> None:
    cells = coverage(window).cells
    spoken = cells.index(0, 9).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "اقتصاد شهری، جهت‌گیری ۸، ۲ یادداشت یا رنگ"


def test_enter_opens_the_item(qtbot: QtBot, window: MainWindow) -> None:
    shown = coverage(window)
    shown.setCurrentIndex(shown.cells.index(0, 9))
    with qtbot.waitSignal(shown.item_wanted) as caught:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert caught.args == ["economy-8"]


def test_a_click_opens_the_item_in_its_axis(window: MainWindow) -> None:
    shown = coverage(window)
    spot = shown.visualRect(shown.cells.index(0, 9)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.navigator.place == Place("axis", "economy", "economy-8")


def test_the_map_needs_no_panel_and_says_so(qtbot: QtBot, window: MainWindow) -> None:
    coverage(window)
    page = shown_page(window, NotesPage)
    with qtbot.waitSignal(page.rearranged):
        page.map_chip.setChecked(False)
    assert page.wants_panel()


def test_a_cell_opens_the_part_of_a_direction_that_bears_the_notes(window: MainWindow) -> None:
    window.context.reader.add_note("economy-3.1", "بر بند")
    shown = coverage(window)
    shown.activated_cell(shown.cells.index(0, 4))
    assert window.navigator.place == Place("axis", "economy", "economy-3.1")


def test_notes_on_a_whole_axis_have_a_cell_that_leads_to_them(window: MainWindow) -> None:
    window.context.reader.add_note("economy", "بر همه")
    shown = coverage(window)
    assert shown.cells.index(0, 0).data() == "۱"
    shown.activated_cell(shown.cells.index(0, 0))
    assert window.navigator.place == Place("notes", "economy")


def test_the_map_says_its_name_and_what_its_letters_mean(window: MainWindow) -> None:
    coverage(window)
    page = shown_page(window, NotesPage)
    assert page.title() == "نقشه‌ی پوشش یادداشت‌ها"
    assert "چ: چشم‌انداز" in page.head.caption.plain


@pytest.mark.parametrize("panel_open", [True, False])
def test_the_chip_of_the_map_stays_where_it_was_pressed(
    window: MainWindow, panel_open: bool
) -> None:
    window.resize(1366, 768)
    window.context.settings["panel_open"] = panel_open
    coverage(window)
    window.navigator.go(Place("notes"))
    page = shown_page(window, NotesPage)
    QApplication.processEvents()
    before = page.map_chip.mapToGlobal(QPoint())
    assert window.panel.isVisible() == panel_open
    page.map_chip.click()
    QApplication.processEvents()
    assert page.map.isVisible()
    assert page.map_chip.mapToGlobal(QPoint()) == before
