"""Comparing: chosen from anywhere, side by side from the right, copied as a table."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.widgets.filter_edit import NOTHING
from desktop.common.widgets.labels import RichLabel
from desktop.common.widgets.steady_bar import SCROLL_BAR
from desktop.compare.page import ComparePage
from desktop.compare.picker import Picker
from desktop.compare.table import as_html, as_plain, compare
from desktop.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> ComparePage:
    found = window.navigator.page_named("compare")
    assert isinstance(found, ComparePage)
    return found


def ids(page: ComparePage) -> list[str]:
    return [item.id for item in page.items]


def show(window: MainWindow, *item_ids: str) -> None:
    window.navigator.go(Place("compare", "+".join(item_ids)))


def test_two_chosen_items_stand_side_by_side(window: MainWindow, page: ComparePage) -> None:
    window.open_item("economy-2")
    window.actions_["act.compare"].trigger()
    window.open_item("economy-8")
    window.actions_["act.compare"].trigger()
    assert page.isVisible()
    assert ids(page) == ["economy-2", "economy-8"]


def test_a_fifth_item_takes_the_place_of_the_first(window: MainWindow, page: ComparePage) -> None:
    show(window, "economy-1", "economy-2", "economy-3", "economy-4")
    window.navigator.go(page.with_item("economy-5"))
    assert ids(page) == ["economy-2", "economy-3", "economy-4", "economy-5"]


def test_related_items_come_along(window: MainWindow, page: ComparePage) -> None:
    window.open_item("economy-8")
    window.actions_["act.compare_related"].trigger()
    near = [one.item_id for one in window.context.reference.related("economy-8")]
    assert ids(page) == ["economy-8", *near[:3]]


def test_the_first_column_is_at_the_right(
    qtbot: QtBot, window: MainWindow, page: ComparePage
) -> None:
    show(window, "economy-1", "security-1")
    first, second = page.columns.heads
    qtbot.waitUntil(lambda: first.x() > second.x())


def test_one_scroll_bar_moves_every_column(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(911, 480)
    show(window, "economy-8", "infrastructure-vision")
    area = window.navigator.page_named("compare").columns.area  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)


def test_removing_leaves_the_others_and_back_restores(
    window: MainWindow, page: ComparePage
) -> None:
    show(window, "economy-1", "security-1")
    page.columns.heads[0].close_button.click()
    assert ids(page) == ["security-1"]
    window.navigator.back()
    assert ids(page) == ["economy-1", "security-1"]


def test_the_picker_offers_related_items_then_typed_words(
    window: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    picker = Picker(window.context, ("economy-8",), window)
    qtbot.addWidget(picker)
    near = [one.item_id for one in window.context.reference.related("economy-8")]
    assert [item.id for item in picker.offered()] == near
    picker.filter.setText("ضایعات")
    assert picker.offered()
    assert all("ضایعات" in item.edited for item in picker.offered())


@pytest.fixture
def picker(window: MainWindow) -> Iterator[Picker]:
    made = Picker(window.context, ("economy-8",), window)
    yield made
    made.reject()


def test_the_cards_of_the_picker_are_as_wide_as_its_filter(picker: Picker) -> None:
    QApplication.processEvents()
    picture = picker.grab().toImage()
    card = picker.list.visualRect(picker.list.currentIndex()).center()
    middle = picker.list.viewport().mapTo(picker, card).y()
    ground = picture.pixel(picker.width() - 2, middle)
    beyond_the_bar = range(picker.list.x() + SCROLL_BAR, picker.width())
    painted = [x for x in beyond_the_bar if picture.pixel(x, middle) != ground]
    filter_ = picker.filter.geometry()
    assert (min(painted), max(painted)) == (filter_.left(), filter_.right())


def test_the_picker_counts_items_of_the_document(picker: Picker) -> None:
    picker.filter.setText("ضایعات")
    assert picker.caption.plain == f"{digits(len(picker.offered()))} بند از سند"


def test_the_picker_says_nothing_before_it_is_there(
    spoken: list[str], window: MainWindow, picker: Picker
) -> None:
    assert spoken == []
    picker.open()
    picker.filter.setText("ضایعات")
    assert spoken == [picker.caption.plain]


def test_no_heading_stands_over_an_empty_picker(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.context.reference, "related", lambda _: ())
    assert Picker(window.context, ("economy-8",), window).caption.plain == NOTHING


def test_the_table_is_copied_both_ways(window: MainWindow, page: ComparePage) -> None:
    show(window, "economy-1", "security-1")
    page.copy_button.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == as_plain(window.context, page.items)
    assert '<table dir="rtl"' in data.html()


def test_the_copied_table_is_whole(window: MainWindow) -> None:
    items = tuple(map(window.context.reference.item, ("economy-2", "economy-8")))
    rows = [row.split("\t") for row in as_plain(window.context, items).splitlines()]
    assert {len(row) for row in rows} == {3}
    assert all(item.edited in as_html(window.context, items) for item in items)


def test_common_themes_come_first_and_are_named(window: MainWindow) -> None:
    reference = window.context.reference
    items = tuple(map(reference.item, ("infrastructure-2", "management-8")))
    themes = compare(window.context, items)[-1]
    assert themes.shared
    assert all(cell[0] in themes.shared for cell in themes.cells)


@pytest.fixture
def reading(window: MainWindow, in_front: None) -> MainWindow:
    """A related item on show, the keyboard in the panel."""
    window.open_item("economy-8")
    window.panel_place.enter()
    return window


def test_the_keyboard_comes_along_into_the_comparison(
    reading: MainWindow, page: ComparePage
) -> None:
    reading.actions_["act.compare_related"].trigger()
    assert page.columns.area.hasFocus()


def test_the_keyboard_comes_along_with_the_second_item(
    reading: MainWindow, page: ComparePage
) -> None:
    reading.actions_["act.compare"].trigger()
    reading.open_item("economy-2")
    reading.actions_["act.compare"].trigger()
    assert page.columns.area.hasFocus()


def test_the_keyboard_stays_on_the_page_when_a_column_goes(
    reading: MainWindow, page: ComparePage
) -> None:
    reading.visit(Place("compare", "economy-1+economy-2+economy-3+economy-4"))
    page.columns.heads[0].close_button.setFocus()
    QTest.keyClick(page.columns.heads[0].close_button, Qt.Key.Key_Space)
    assert ids(page) == ["economy-2", "economy-3", "economy-4"]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert page.isAncestorOf(reading.focusWidget())


def test_the_keyboard_is_on_the_page_that_is_come_back_to(
    reading: MainWindow, page: ComparePage
) -> None:
    reading.visit(Place("compare", "economy-1+economy-2"))
    page.columns.heads[0].link.setFocus()
    QTest.keyClick(page.columns.heads[0].link, Qt.Key.Key_Space)
    QApplication.processEvents()
    reading.navigator.back()
    QApplication.processEvents()
    assert page.isAncestorOf(reading.focusWidget())


def test_the_texts_side_by_side_show_that_they_have_the_keyboard(
    reading: MainWindow, page: ComparePage
) -> None:
    reading.visit(Place("compare", "economy-1+economy-2"))
    focused = page.columns.area.grab().toImage()
    page.add_button.setFocus()
    assert page.columns.area.grab().toImage() != focused


def test_the_picker_says_that_nothing_holds_the_words(window: MainWindow, qtbot: QtBot) -> None:
    picker = Picker(window.context, ("economy-8",), window)
    qtbot.addWidget(picker)
    picker.show()
    picker.filter.setFocus()
    picker.filter.setText("ژژژژ")
    QTest.keyClick(picker.filter, Qt.Key.Key_Return)
    assert picker.caption.plain == "چیزی پیدا نشد؛ واژه‌ی دیگری بیازمایید."
    assert picker.focusWidget() is picker.filter


@pytest.mark.parametrize("width", [911, 1366])
def test_texts_begin_below_the_names_of_their_columns(
    window: MainWindow, page: ComparePage, width: int
) -> None:
    window.resize(width, 768)
    show(window, "economy-2", "economy-8", "transport-3")
    QApplication.processEvents()

    def right(part: QWidget) -> int:
        return part.mapTo(page, QPoint(part.width(), 0)).x()

    texts = {right(label) for label in page.columns.area.findChildren(RichLabel)}
    names = [right(head.link) - 2 for head in page.columns.heads]  # a link's own padding
    assert len(texts) == len(names)
    assert all(abs(a - b) <= 1 for a, b in zip(sorted(texts), sorted(names), strict=True))
