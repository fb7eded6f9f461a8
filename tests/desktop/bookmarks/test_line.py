"""The line beside a bookmark, written in the tree."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.errors import StoreError
from desktop.bookmarks.model import NOTE
from desktop.bookmarks.page import BookmarksPage
from desktop.main_window import MainWindow
from tests.desktop.bookmarks.tree import items, uuid_of
from tests.desktop.typing import type_text


def stored_line(window: MainWindow) -> str:
    mark = window.context.reader.store.bookmark_of("transport-3")
    assert mark is not None
    return mark.note


def test_the_line_beside_a_bookmark_is_edited_in_place(
    window: MainWindow, page: BookmarksPage
) -> None:
    page.rows.rename(page.rows.index(0, 0), "برای گزارش")
    assert stored_line(window) == "برای گزارش"


def line_in_the_tree(page: BookmarksPage) -> QLineEdit:
    """The first bookmark's line, opened to write in."""
    page.tree.choose(uuid_of(page, 0))
    QTest.keyClick(page.tree, Qt.Key.Key_F2)
    edit = page.tree.findChild(QLineEdit)
    assert edit is not None
    return edit


def test_what_is_typed_beside_a_bookmark_outlives_what_is_read_meanwhile(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    edit = line_in_the_tree(page)
    type_text(edit, "برای نامه")
    window.context.reader.came_to_read("culture-1")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.rows.index(0, 0).data(NOTE) == "برای نامه")
    assert stored_line(window) == "برای نامه"


def test_enter_at_the_end_of_a_line_opens_nothing(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    edit = line_in_the_tree(page)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.tree.is_writing)
    assert window.navigator.page is page


def test_what_came_while_a_line_was_written_is_shown_when_it_is_left(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    edit = line_in_the_tree(page)
    window.context.reader.toggle_bookmark("culture-2")
    assert len(items(page)) == 3
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(items(page)) == 4)


@pytest.fixture
def refused_line(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage, monkeypatch: pytest.MonkeyPatch
) -> QLineEdit:
    """A line that the disk refuses once; the panel's line of the same bookmark, which shows it."""
    store, saving = window.context.reader.store, window.context.saving

    def full(*_: object, **__: object) -> None:
        raise StoreError("دیسک پر است.")

    with monkeypatch.context() as refused:
        refused.setattr(store, "set_bookmark_note", full)
        edit = line_in_the_tree(page)
        type_text(edit, "ماندنی")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: saving.trouble == "دیسک پر است.")
    window.panel.bookmark_note.show_item("transport-3")
    assert window.panel.bookmark_note.edit.text() == "ماندنی"
    return window.panel.bookmark_note.edit


def test_a_refused_line_is_kept_and_stored_when_it_can_be(
    window: MainWindow, refused_line: QLineEdit
) -> None:
    window.context.saving.try_again()
    assert stored_line(window) == "ماندنی"


def test_a_line_that_was_refused_does_not_come_back_over_a_later_one(
    window: MainWindow, page: BookmarksPage, refused_line: QLineEdit
) -> None:
    page.rows.rename(page.rows.index(0, 0), "تازه‌تر")
    window.open_item("economy-1")
    assert stored_line(window) == "تازه‌تر"


def test_a_line_that_was_refused_can_be_taken_back_once_it_is_stored(
    window: MainWindow, refused_line: QLineEdit
) -> None:
    window.context.saving.try_again()
    window.undoing.undo()
    window.open_item("economy-1")
    assert stored_line(window) == ""


def test_a_line_whose_bookmark_is_gone_is_refused_for_good(
    qtbot: QtBot, window: MainWindow, page: BookmarksPage
) -> None:
    mark = window.context.reader.store.bookmark_of("transport-3")
    assert mark is not None
    window.context.reader.store.remove_bookmark(mark.uuid)
    with qtbot.waitSignal(page.refused):
        page.rows.rename(page.rows.index(0, 0), "دیر")
    assert window.context.saving.trouble == ""
