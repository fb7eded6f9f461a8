"""What copying puts on the clipboard, by key and by menu, from the list and from the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.main_window import MainWindow
from tests.desktop.stage import ITEM, choose, menu_key

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def in_the_text(window: MainWindow, in_front: None) -> None:
    window.open_item(ITEM)
    window.panel.reader.setFocus()
    QGuiApplication.clipboard().clear()


def test_without_a_selection_the_text_of_the_panel_is_copied_whole(window: MainWindow) -> None:
    QTest.keyClick(window.panel.reader, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == window.context.reference.item(ITEM).edited


def test_selected_words_are_copied_right_to_left(window: MainWindow) -> None:
    window.panel.reader.select(0, 6)
    QTest.keyClick(window.panel.reader, Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "توسعه‌ی"
    assert 'dir="rtl"' in data.html()
    assert "color" not in data.html()


def test_a_copy_with_citation_follows_the_chosen_format(window: MainWindow) -> None:
    window.context.settings["citation_style"] = "only"
    window.panel.copier.button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("سند چشم‌انداز")


def test_of_a_reference_alone_no_text_is_told(window: MainWindow) -> None:
    window.context.settings["citation_style"] = "only"
    window.panel.copier.button.click()
    assert window.status.message.plain == "کپی شد: ارجاع"


def test_a_copy_with_citation_does_not_build_the_tab(window: MainWindow) -> None:
    window.panel.copier.button.click()
    assert not window.panel.tabs.is_built("citation")


def test_a_copy_without_formatting_has_no_html(window: MainWindow) -> None:
    choose("کپی بدون قالب", lambda: menu_key(window.panel.reader))
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == window.context.reference.item(ITEM).edited
    assert not data.hasHtml()


def test_the_act_of_the_menu_copies_without_formatting(window: MainWindow) -> None:
    window.actions_["edit.copy_plain"].trigger()
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_the_whole_axis_is_copied_right_to_left(window: MainWindow) -> None:
    window.actions_["edit.copy_axis"].trigger()
    assert 'dir="rtl"' in QGuiApplication.clipboard().mimeData().html()
