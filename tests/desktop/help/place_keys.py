"""What keys do in lists, boxes and everywhere."""

from typing import cast

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.bookmarks.page import BookmarksPage
from desktop.bookmarks.tree import BookmarkTree
from desktop.common.place import Place
from desktop.notes.editor import NoteEditor
from desktop.notes.page import NotesPage
from tests.desktop.help.keyboard import (
    BOX,
    EVERYWHERE,
    ITEM,
    LISTS,
    MARKS,
    PALETTE,
    WRITING,
    Keyboard,
    Proofs,
)
from tests.desktop.pages import shown_page
from tests.desktop.search.searching import search
from tests.desktop.typing import type_text

PROOFS = Proofs()


@PROOFS.of(LISTS, "↑", "↓", "PgUp", "PgDn", "Home", "End")
def _moves_in_the_list(board: Keyboard, key: str) -> None:
    up = key in ("↑", "PgUp", "Home")
    shown = board.window.axis.list
    board.window.open_item("economy-4")
    before = shown.currentIndex().row()
    board.press(key)
    after = shown.currentIndex().row()
    assert after < before if up else after > before


@PROOFS.of(LISTS, "Shift+↑", "Shift+↓", "Ctrl+A")
def _selects_several(board: Keyboard, key: str) -> None:
    board.window.open_item("economy-4")
    assert len(board.window.axis.list.selected_rows()) == 1
    board.press(key)
    assert len(board.window.axis.list.selected_rows()) > 1


@PROOFS.of(LISTS, "Enter")
def _enters_the_text_of_the_panel(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.panel.reader.hasFocus()


@PROOFS.of(LISTS, "Menu")
def _opens_the_menu_of_the_row(board: Keyboard, _: str) -> None:
    # The platform makes this event of the key; offscreen there is no platform to do it.
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    shown = board.window.axis.list
    assert "کپی با ارجاع" in board.popup(lambda: QApplication.sendEvent(shown, event))


@PROOFS.of(LISTS, "Shift+F10")
def _opens_it_without_a_menu_key(board: Keyboard, key: str) -> None:
    assert "کپی با ارجاع" in board.popup(lambda: board.press(key))


def list_of_notes(board: Keyboard) -> QWidget:
    """The page of notes with one note, chosen."""
    board.window.context.reader.add_note(ITEM, "رفتنی")
    board.window.navigator.go(Place("notes"))
    page = cast(NotesPage, board.window.navigator.page)
    page.list.choose_first()
    return page.list


@PROOFS.of(LISTS, "F2")
def _edits_the_note(board: Keyboard, key: str) -> None:
    board.press(key, list_of_notes(board))
    assert board.dialog(NoteEditor).fields.text.toPlainText() == "رفتنی"


@PROOFS.of(LISTS, "Delete")
def _deletes_the_note(board: Keyboard, key: str) -> None:
    board.press(key, list_of_notes(board))
    assert board.marks().notes == 0
    board.press("Ctrl+Z")
    assert board.marks().notes == 1


@PROOFS.of(WRITING, "Ctrl+Enter")
def _saves_the_note(board: Keyboard, key: str) -> None:
    board.window.panel.begin_note()
    board.window.panel.notes.composer.edit.setPlainText("یادداشت")
    board.press(key)
    assert board.marks().notes == 1


@PROOFS.of(WRITING, "Ctrl+Space")
def _types_a_half_space(board: Keyboard, key: str) -> None:
    board.window.panel.begin_note()
    board.press(key)
    assert board.window.panel.notes.composer.edit.toPlainText() == "\u200c"
    board.window.search_box.begin()
    board.press(key)
    assert board.window.search_box.text() == "\u200c"


@PROOFS.of(WRITING, "Shift+Space")
def _takes_the_half_space_of_the_layout(board: Keyboard, _: str) -> None:
    board.window.panel.begin_note()
    type_text(board.window.panel.notes.composer.edit, "می\u200cروند")
    assert board.window.panel.notes.composer.text() == "می\u200cروند"


@PROOFS.of(EVERYWHERE, "Tab", "Shift+Tab")
def _moves_on(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.focusWidget() not in (None, board.window.axis.list)


@PROOFS.of(EVERYWHERE, "Enter", "Space")
def _presses_a_button(board: Keyboard, key: str) -> None:
    button = board.window.panel.copier.button
    button.setFocus()
    with board.bot.waitSignal(button.clicked):
        board.press(key)


@PROOFS.of(EVERYWHERE, "Esc")
def _goes_back_from_a_search(board: Keyboard, key: str) -> None:
    search(board.bot, board.window, "پسماند")
    board.press(key, board.window.search.list)
    assert board.window.axis.current_item() == ITEM


@PROOFS.of(EVERYWHERE, "Alt", "F10")
def _opens_the_menus(board: Keyboard, key: str) -> None:
    if key == "Alt":
        QTest.keyClick(board.window, Qt.Key.Key_Alt)
    else:
        board.press(key)
    assert board.window.command_bar.menu_bar.hasFocus()


@PROOFS.of(EVERYWHERE, "Ctrl+چرخ موشواره")
def _turns_the_wheel(board: Keyboard, _: str) -> None:
    shown = board.window.axis.list
    spot = shown.mapTo(board.window, shown.rect().center())
    turn = QWheelEvent(
        QPointF(spot),
        QPointF(board.window.mapToGlobal(spot)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(board.window.windowHandle(), turn)
    assert board.window.context.settings["zoom"] == 110


def completing(board: Keyboard) -> None:
    """Type the beginning of a word and wait for what it may become."""
    box = board.window.search_box
    box.begin()
    type_text(box, "پسم")
    board.bot.waitUntil(box.completions.isVisible)


@PROOFS.of(BOX, "↑", "↓")
def _chooses_a_completion(board: Keyboard, key: str) -> None:
    completing(board)
    board.press(key)
    offered = board.window.search_box.completions.offered()
    assert board.window.search_box.completions.chosen() == offered[0 if key == "↓" else -1]


@PROOFS.of(BOX, "Tab", "Enter")
def _takes_the_completion(board: Keyboard, key: str) -> None:
    completing(board)
    board.press("↓")
    chosen = board.window.search_box.completions.chosen()
    board.press(key)
    assert board.window.search_box.text() == chosen != ""


@PROOFS.of(BOX, "Esc")
def _closes_completions_then_the_search(board: Keyboard, key: str) -> None:
    completing(board)
    board.press(key)
    assert not board.window.search_box.completions.isVisible()
    board.press(key)
    assert board.window.search_box.text() == ""


def typed_into_the_palette(board: Keyboard, text: str) -> None:
    board.window.palette_.open()
    type_text(board.window.palette_.box, text)


@PROOFS.of(PALETTE, "Ctrl+Enter")
def _copies_without_leaving(board: Keyboard, key: str) -> None:
    typed_into_the_palette(board, "214")
    board.press(key)
    assert "محور زیرساخت‌های شهری" in QGuiApplication.clipboard().text()
    assert board.window.axis.current_item() == ITEM


@PROOFS.of(PALETTE, "214")
def _jumps_by_a_code(board: Keyboard, key: str) -> None:
    typed_into_the_palette(board, key)
    board.press("Enter")
    assert board.window.axis.current_item() == "infrastructure-14"


def _tree_of_marks(board: Keyboard) -> BookmarkTree:
    """A collection above two bookmarks, the lower of them current."""
    store = board.window.context.reader.store
    store.create_collection("نامه")
    lower = [store.add_bookmark(item_id).value for item_id in ("economy-8", ITEM)][1]
    board.window.navigator.go(Place("bookmarks"))
    page = shown_page(board.window, BookmarksPage)
    page.tree.choose(lower.uuid)
    return page.tree


@PROOFS.of(MARKS, "Ctrl+↑")
@PROOFS.of(MARKS, "Ctrl+↓")
def _moves_a_bookmark_among_others(board: Keyboard, key: str) -> None:
    tree = _tree_of_marks(board)
    board.press("Ctrl+↑", tree)
    assert tree.currentIndex().row() == 1
    board.press(key, tree)
    assert tree.currentIndex().row() == (1 if key == "Ctrl+↑" else 2)


@PROOFS.of(MARKS, "Ctrl+←")
@PROOFS.of(MARKS, "Ctrl+→")
def _moves_a_bookmark_in_and_out(board: Keyboard, key: str) -> None:
    tree = _tree_of_marks(board)
    board.press("Ctrl+←", tree)
    board.press(key, tree)
    assert tree.currentIndex().parent().isValid() == (key == "Ctrl+←")
