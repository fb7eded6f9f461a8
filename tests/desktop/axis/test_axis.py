"""The axis page: whole texts, filters, reading marks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from db.reference.models import ItemKind
from desktop.axis.geometry import column_of, geometry
from desktop.axis.model import RowKind
from desktop.common.context import Context
from desktop.common.place import Place
from desktop.common.row_delegate import ROW
from desktop.common.widgets.buttons import Chip
from desktop.main_window import MainWindow
from tests.desktop.stage import click

SIZES = ((1366, 768, 1.0), (1093, 582, 1.0), (911, 480, 1.0), (1366, 768, 2.0))


def axes(context: Context) -> list[str]:
    return [axis.slug for axis in context.reference.axes()]


def test_no_row_cuts_its_text(window: MainWindow) -> None:
    for width, height, zoom in SIZES:
        window.context.theme.set_zoom(zoom)
        window.resize(width, height)
        check_rows(window)


def check_rows(window: MainWindow) -> None:
    rows, painter = window.axis.list.rows, window.axis.list.painter
    for slug in axes(window.context):
        window.navigator.go(Place("axis", slug))
        for index in range(rows.rowCount()):
            row = rows.index(index).data(ROW)
            if row.kind in (RowKind.DIRECTION, RowKind.CHILD):
                given = QRectF(window.axis.list.visualRect(rows.index(index)))
                lines = geometry(window.context.theme, row, given)
                block = painter.texts.block(row, lines.text.width())
                assert block.height <= lines.text.height() + 1
                assert block.widest <= lines.text.width() + 1


def test_every_item_of_the_document_has_its_row(window: MainWindow) -> None:
    shown = set()
    for slug in axes(window.context):
        window.navigator.go(Place("axis", slug))
        shown |= {
            i.id
            for i in window.context.reference.items()
            if window.axis.list.rows.row_of(i.id) >= 0
        }
    assert shown == {item.id for item in window.context.reference.items()}


def test_a_filter_shows_only_what_passes(window: MainWindow) -> None:
    window.open_item("culture-3")
    window.panel.toggle_bookmark()
    window.axis.set_filter("marked")
    rows = window.axis.list.rows
    items = [rows.index(i).data(ROW).item for i in range(rows.rowCount())]
    assert [item.id for item in items if item] == ["culture-3"]


def test_an_empty_filter_says_so_and_leads_back(window: MainWindow) -> None:
    window.open_item("culture-9")
    window.axis.set_filter("noted")
    assert window.axis.list.rect().contains(window.axis.empty.geometry())
    click(window.axis.empty, Chip)
    assert not window.axis.empty.isVisible()
    assert window.axis.list.rows.filter_name == "all"


def test_an_empty_filter_leaves_nothing_in_the_panel(window: MainWindow) -> None:
    window.open_item("culture-3")
    window.axis.set_filter("marked")
    assert (window.panel.item, window.panel.isVisible()) == (None, False)
    window.actions_["act.bookmark"].trigger()
    assert not window.context.reader.store.bookmarked_items()


def test_the_panel_comes_back_with_the_rows(window: MainWindow) -> None:
    window.open_item("culture-3")
    window.axis.set_filter("marked")
    window.axis.set_filter("all")
    assert window.panel.isVisible()
    assert window.panel.item
    assert window.panel.item.id == window.axis.current_item()


def test_counts_follow_the_marks(window: MainWindow) -> None:
    window.navigator.go(Place("axis", "culture"))
    window.context.reader.toggle_bookmark("culture-1")
    assert window.axis.list.rows.counts()["marked"] == 1


def test_a_row_is_read_after_a_while(qtbot: QtBot, window: MainWindow) -> None:
    window.axis.reading_timer.setInterval(10)
    window.open_item("culture-2")
    qtbot.waitUntil(lambda: window.context.reader.marks("culture-2").read)


def test_reading_on_ends_no_redo(qtbot: QtBot, window: MainWindow) -> None:
    window.axis.reading_timer.setInterval(10)
    window.context.reader.toggle_bookmark("culture-1")
    window.undoing.undo()
    window.open_item("culture-2")
    qtbot.waitUntil(lambda: window.context.reader.marks("culture-2").read)
    window.undoing.redo()
    assert window.context.reader.bookmarks() == ("culture-1",)


def test_a_row_said_to_be_unread_stays_so(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("culture-2")
    for _ in range(2):
        window.actions_["act.mark_read"].trigger()
    assert not window.axis.reading_timer.isActive()
    assert not window.context.reader.marks("culture-2").read


def test_reading_marks_can_be_switched_off(qtbot: QtBot, window: MainWindow) -> None:
    window.context.settings["mark_read"] = False
    window.axis.reading_timer.setInterval(10)
    window.open_item("culture-2")
    with qtbot.waitSignal(window.axis.reading_timer.timeout):
        pass
    assert not window.context.reader.marks("culture-2").read


def test_the_bookmark_in_the_gutter_can_be_clicked(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("culture-1")
    view = window.axis.list
    row = view.currentIndex().data(ROW)
    lines = geometry(window.context.theme, row, QRectF(view.visualRect(view.currentIndex())))
    spot: QPointF = lines.bookmark.center()
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        spot.toPoint(),
    )
    assert window.context.reader.marks("culture-1").bookmarked


def test_fundamental_directions_bear_no_number(window: MainWindow) -> None:
    rows = window.axis.list.rows
    for item in window.context.reference.items():
        if item.kind is ItemKind.FUNDAMENTAL:
            window.navigator.go(Place("axis", item.axis))
            assert rows.index(rows.row_of(item.id)).data(ROW).label == ""


@pytest.mark.parametrize("zoom", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1366, 768), (1900, 1000)])
@pytest.mark.parametrize("panel", [True, False])
def test_the_filters_stand_over_the_ends_of_the_column(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int], zoom: float, panel: bool
) -> None:
    window.resize(*size)
    window.context.theme.set_zoom(zoom)
    window.open_item("economy-1")
    if panel is not window.panel.isVisible():
        window.panel_place.toggle()

    def aligned() -> bool:
        page, view = window.axis, window.axis.list.viewport()
        column = column_of(window.context.theme, QRectF(view.rect()))
        left = view.mapTo(page, QPoint()).x() + column.left()
        buttons = [one for one in page.filters.findChildren(QAbstractButton) if one.isVisible()]
        first, last = min(one.x() for one in buttons), max(one.x() + one.width() for one in buttons)
        return abs(first - left) < 1 and abs(last - left - column.width()) < 1

    qtbot.waitUntil(aligned)


def test_a_row_bears_the_sign_of_a_note_at_the_end_of_its_words(window: MainWindow) -> None:
    window.open_item("culture-2")
    window.context.reader.highlight("culture-2", (0, 4), "green")
    window.context.reader.add_note("culture-2", "پیگیری شود", (5, 20))
    view = window.axis.list
    row = view.currentIndex().data(ROW)
    lines = geometry(window.context.theme, row, QRectF(view.visualRect(view.currentIndex())))
    (sign,) = view.painter.note_signs(row, lines.text)
    assert lines.box.contains(sign.center())


@pytest.mark.parametrize("item_id", ["culture-2", "culture-10"])
def test_a_row_that_a_note_makes_higher_pushes_the_next_one_down(
    qtbot: QtBot, window: MainWindow, item_id: str
) -> None:
    window.open_item(item_id)
    view = window.axis.list
    here, below = view.currentIndex(), view.rows.index(view.currentIndex().row() + 1)
    QApplication.processEvents()  # the page beside the panel, before there is a note
    window.context.reader.add_note(item_id, "یادداشت")
    qtbot.waitUntil(lambda: view.visualRect(here).bottom() < view.visualRect(below).top())


def test_the_last_row_grows_with_its_note(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("culture-11")
    view = window.axis.list
    QApplication.processEvents()
    before = view.contentsSize().height()
    window.context.reader.add_note("culture-11", "یادداشت")
    qtbot.waitUntil(lambda: view.contentsSize().height() > before)


def test_a_chip_counts_all_that_it_would_show(window: MainWindow) -> None:
    window.context.reader.toggle_bookmark("economy-vision")
    window.context.reader.add_note("economy-3.1", "بر بند")
    window.navigator.go(Place("axis", "economy"))
    counts = window.axis.list.rows.counts()
    assert (counts["marked"], counts["noted"]) == (1, 1)


def test_only_the_heading_says_how_much_there_is_in_all(window: MainWindow) -> None:
    window.navigator.go(Place("axis", "economy"))
    chips = [chip.text() for chip in window.axis.filters.findChildren(Chip)]
    assert chips[:4] == ["همه", "نشان‌شده ۰", "یادداشت‌دار ۰", "خوانده‌نشده ۱۱"]
    rows = window.axis.list.rows
    labels = {rows.index(at).data(ROW).kind: rows.index(at).data(ROW).label for at in range(3)}
    assert labels[RowKind.SECTION] == "۱۱ جهت‌گیری و ۸ بند"


def test_a_filtered_axis_names_what_it_shows(window: MainWindow) -> None:
    window.context.reader.add_note("economy-3.1", "بر بند")
    window.navigator.go(Place("axis", "economy"))
    window.axis.set_filter("noted")
    rows = window.axis.list.rows
    labels = {rows.index(at).data(ROW).kind: rows.index(at).data(ROW).label for at in range(3)}
    assert labels[RowKind.SECTION] == "۱ بند"


def test_what_is_unread_is_counted_as_progress_counts_it(window: MainWindow) -> None:
    window.context.reader.mark_read(["economy-1"], read=True)
    window.navigator.go(Place("axis", "economy"))
    window.axis.set_filter("unread")
    rows = window.axis.list.rows
    items = [rows.index(at).data(ROW).item for at in range(rows.rowCount())]
    assert rows.counts()["unread"] == len(list(filter(None, items))) == 11 - 1


def test_notes_on_the_whole_axis_are_told_on_its_page(window: MainWindow) -> None:
    window.navigator.go(Place("axis", "economy"))
    assert not window.axis.filters.on_axis.isVisible()
    window.context.reader.add_note("economy", "بر همه")
    assert window.axis.filters.on_axis.text() == "۱ یادداشت بر همه‌ی محور"
    window.axis.filters.on_axis.click()
    assert window.navigator.place == Place("notes", "economy")


@pytest.fixture
def emptied(window: MainWindow, in_front: None) -> MainWindow:
    """A filter whose last item has just lost its mark, the keyboard in the list."""
    window.open_item("economy-3")
    window.context.reader.toggle_bookmark("economy-3")
    window.axis.set_filter("marked")
    window.focus_page()
    window.context.reader.toggle_bookmark("economy-3")
    window.axis.set_filter("marked")
    return window


def test_the_keyboard_goes_from_an_emptied_list_to_the_way_out(emptied: MainWindow) -> None:
    focus = emptied.focusWidget()
    assert focus is not None
    assert emptied.axis.empty.isAncestorOf(focus)
    assert emptied.axis.entrance() is focus


def test_the_way_out_leads_the_keyboard_into_the_list(emptied: MainWindow) -> None:
    QTest.keyClick(emptied.focusWidget(), Qt.Key.Key_Space)
    assert not emptied.axis.empty.isVisible()
    assert emptied.axis.list.hasFocus()


def test_the_keyboard_comes_back_into_a_list_that_fills_again(emptied: MainWindow) -> None:
    emptied.context.reader.undo()
    emptied.axis.set_filter("marked")
    assert emptied.axis.list.hasFocus()


def test_the_keyboard_is_in_the_list_where_one_comes_back_from_an_emptied_filter(
    emptied: MainWindow,
) -> None:
    emptied.axis.set_filter("all")
    emptied.visit(Place("axis", "culture"))
    emptied.axis.set_filter("noted")
    emptied.navigator.back()
    QApplication.processEvents()
    assert emptied.axis.list.hasFocus()
