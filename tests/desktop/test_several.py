"""Several rows selected together are copied, compared and printed together."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.compare.page import ComparePage
from desktop.document_pages import DocumentPages
from desktop.main_window import MainWindow
from desktop.several import selected_items
from tests.desktop.pages import shown_page
from tests.desktop.search.searching import search

THREE = ["culture-3", "culture-4", "culture-5"]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def select(view: QAbstractItemView, *keys: Qt.Key) -> None:
    """Lengthen the selection of a list that has the keyboard."""
    view.window().activateWindow()
    view.setFocus()
    for key in keys:
        QTest.keyClick(view, key, SHIFT)


def chosen(window: MainWindow) -> list[str]:
    return [item.id for item in selected_items(window)]


@pytest.fixture
def three(window: MainWindow) -> MainWindow:
    """Three rows selected upwards."""
    window.open_item("culture-5")
    select(window.axis.list, Qt.Key.Key_Up, Qt.Key.Key_Up)
    return window


def test_shift_and_arrows_select_in_the_order_of_the_document(three: MainWindow) -> None:
    assert chosen(three) == THREE
    assert three.panel.item
    assert three.panel.item.id == three.axis.current_item() == THREE[0]


def test_ctrl_and_a_click_add_a_row(window: MainWindow) -> None:
    window.open_item("economy-2")
    shown = window.axis.list
    spot = shown.visualRect(shown.rows.index(shown.rows.row_of("economy-4"))).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, CONTROL, spot)
    assert chosen(window) == ["economy-2", "economy-4"]


def test_all_results_are_selected_also_those_not_yet_scrolled_to(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "شهر")
    select(window.search.list)
    QTest.keyClick(window.search.list, Qt.Key.Key_A, CONTROL)
    assert window.search.results
    assert len(chosen(window)) == len(window.search.results.hits) > 12


def test_all_are_copied_with_their_citations(three: MainWindow) -> None:
    three.actions_["edit.copy_cite"].trigger()
    copied = QGuiApplication.clipboard().text()
    texts = [three.context.reference.item(one).edited for one in THREE]
    assert [copied.index(text) for text in texts] == sorted(map(copied.index, texts))
    assert copied.count("شورای اسلامی شهر تهران") == 3


def test_of_their_references_alone_no_text_is_told(three: MainWindow) -> None:
    three.context.settings["citation_style"] = "footnote"
    three.actions_["edit.copy_cite"].trigger()
    assert three.status.message.plain == "کپی شد: ارجاع ۳ بند"


def test_all_texts_are_copied(three: MainWindow) -> None:
    three.actions_["edit.copy"].trigger()
    texts = [three.context.reference.item(one).edited for one in THREE]
    assert QGuiApplication.clipboard().text().splitlines() == texts


def test_with_the_keyboard_in_the_panel_its_own_item_is_copied(three: MainWindow) -> None:
    three.panel_place.enter()
    three.actions_["edit.copy_cite"].trigger()
    assert QGuiApplication.clipboard().text().count("شورای اسلامی شهر تهران") == 1


def test_two_to_four_are_compared_at_once(three: MainWindow) -> None:
    three.actions_["act.compare"].trigger()
    page = shown_page(three, ComparePage)
    assert [item.id for item in page.items] == THREE


def test_more_than_four_are_refused_with_a_sentence(window: MainWindow) -> None:
    window.open_item("economy-2")
    select(window.axis.list)
    QTest.keyClick(window.axis.list, Qt.Key.Key_A, CONTROL)
    window.actions_["act.compare"].trigger()
    assert window.axis.isVisible()
    assert "تا ۴ بند" in window.status.message.plain


def test_the_selection_is_the_first_thing_to_print(three: MainWindow) -> None:
    pages = three.findChild(DocumentPages)
    assert pages is not None
    job = pages.printing.scopes()[0](False)
    assert job.name == "بندهای برگزیده (۳)"


def test_menus_say_how_many_are_meant(three: MainWindow) -> None:
    assert three.actions_["edit.copy_cite"].text() == "کپی با ارجاع (۳ بند)"
    three.open_item("economy-2")
    assert three.actions_["edit.copy_cite"].text() == "کپی با ارجاع"


def test_the_palette_offers_first_what_is_about_the_selection(three: MainWindow) -> None:
    three.palette_.open()
    three.palette_.box.setText("مقایسه")
    chosen = three.palette_.list.current()
    assert chosen is not None
    assert chosen.text == "مقایسه‌ی ۳ بند"


def test_back_selects_the_same_rows(three: MainWindow) -> None:
    three.visit(Place("home"))
    three.navigator.back()
    QTest.qWait(20)
    assert chosen(three) == THREE
    assert three.axis.current_item() == THREE[0]


def test_back_selects_the_same_results(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "شهر")
    select(window.search.list, Qt.Key.Key_Down, Qt.Key.Key_Down)
    before = chosen(window)
    assert len(before) == 3
    window.visit(Place("home"))
    window.navigator.back()
    QTest.qWait(20)
    assert chosen(window) == before


def test_escape_leaves_one_row(three: MainWindow) -> None:
    QTest.keyClick(three.axis.list, Qt.Key.Key_Escape)
    assert [row.item.id for row in three.axis.list.selected_rows()] == THREE[:1]


def test_a_bookmark_is_of_the_current_row_only(three: MainWindow) -> None:
    three.actions_["act.bookmark"].trigger()
    assert three.context.reader.store.bookmarked_items() == frozenset(THREE[:1])


def test_a_click_on_a_heading_leaves_the_row_selected(window: MainWindow) -> None:
    window.open_item("economy-vision")
    shown = window.axis.list
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert shown.selectionModel().isSelected(shown.currentIndex())
