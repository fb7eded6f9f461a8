"""The menus on results: the acts of a row for the document, those of a note for a note."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bookmarks.tags_page import TagsPage
from desktop.common.row_delegate import ROW
from desktop.main_window import MainWindow
from desktop.notes.editor import NoteEditor
from tests.desktop.search.searching import search
from tests.desktop.search.test_notes import write
from tests.desktop.search.test_opening import keep
from tests.desktop.stage import choose, menu_key, unheard

pytestmark = pytest.mark.usefixtures("in_front")


def found_notes(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    search(qtbot, window, "پسماند")
    window.search.show_scope("notes")


def test_a_hit_is_bookmarked_without_leaving_the_results(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "پسماند")
    found = window.search.current_item()
    choose("نشان کردن", lambda: menu_key(window.search.list))
    assert window.context.reader.marks(found).bookmarked
    assert window.navigator.page is window.search


def test_the_menu_is_of_the_row_under_the_mouse(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "شهر")
    shown = window.search.list
    row = shown.rows.hit_rows()[1]
    unheard(shown.item_menu_wanted)
    spot = shown.visualRect(shown.rows.index(row)).center()
    where = shown.viewport().mapToGlobal(spot)
    with qtbot.waitSignal(shown.item_menu_wanted) as wanted:
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(shown.viewport(), QContextMenuEvent(reason, spot, where))
    assert wanted.args == [shown.rows.index(row).data(ROW).item.id, where]


def test_a_found_note_is_deleted_and_leaves_the_results(qtbot: QtBot, window: MainWindow) -> None:
    found_notes(qtbot, window)
    with qtbot.waitSignal(window.search.results_shown):
        choose("حذف", lambda: menu_key(window.search.list))
    assert not window.context.reader.notes("culture-3")


def test_delete_takes_a_found_note_away(qtbot: QtBot, window: MainWindow) -> None:
    found_notes(qtbot, window)
    shown = window.search.list
    with (
        qtbot.waitSignal(shown.note_delete_wanted),
        qtbot.waitSignal(window.search.results_shown),
    ):
        QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert not window.context.reader.notes("culture-3")
    window.undoing.undo()
    assert window.context.reader.notes("culture-3")


def test_delete_leaves_the_document_alone(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "پسماند")
    shown = window.search.list
    with qtbot.assertNotEmitted(shown.note_delete_wanted, wait=50):
        QTest.keyClick(shown, Qt.Key.Key_Delete)


def test_f2_edits_a_found_note(qtbot: QtBot, window: MainWindow) -> None:
    found_notes(qtbot, window)
    shown = window.search.list
    with qtbot.waitSignal(shown.note_edit_wanted):
        QTest.keyClick(shown, Qt.Key.Key_F2)
    (editor,) = window.findChildren(NoteEditor)
    assert "پسماند خشک" in editor.fields.text.toPlainText()
    editor.close()


@pytest.mark.parametrize("title", ["باز کردن", "کپی نام"])
def test_a_found_tag_is_opened_or_its_name_copied(
    qtbot: QtBot, window: MainWindow, title: str
) -> None:
    store = window.context.reader.store
    keep(qtbot, window, store.set_item_tags("economy-1", ["پسماندسوز"]).change)
    search(qtbot, window, "پسماندسوز")
    window.search.show_scope("notes")
    choose(title, lambda: menu_key(window.search.list))
    if title == "باز کردن":
        assert isinstance(window.navigator.page, TagsPage)
    else:
        assert QApplication.clipboard().text() == "پسماندسوز"


def test_a_found_note_is_edited(qtbot: QtBot, window: MainWindow) -> None:
    found_notes(qtbot, window)
    choose("ویرایش…", lambda: menu_key(window.search.list))
    (editor,) = window.findChildren(NoteEditor)
    assert "پسماند خشک" in editor.fields.text.toPlainText()
    editor.close()
