"""Every key of the keyboard map does its act in the shown window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.bookmarks.item_tags import ItemTags
from desktop.bookmarks.page import BookmarksPage
from desktop.bookmarks.tree import BookmarkTree
from desktop.common.place import Place
from desktop.common.reader import Marks
from desktop.direction.note_card import NoteCard
from desktop.help.keys import key_map
from desktop.main_window import MainWindow
from desktop.meeting.dialog import MeetingDialog
from desktop.notes.editor import NoteEditor
from desktop.notes.page import NotesPage
from desktop.printing.dialog import PrintDialog
from desktop.quote.dialog import QuoteDialog
from desktop.window_acts import panes
from tests.desktop.search.searching import search
from tests.desktop.typing import type_text

ITEM = "economy-2"
SLIP = "پسمندها"
EDIT, GO, VIEW, TOOLS = "ویرایش", "رفتن", "نما", "ابزار"
MARKS = "در نشان‌شده‌ها"
LISTS, WRITING, EVERYWHERE = "در فهرست‌ها", "در نوشتن", "همه‌جا"
BOX, PALETTE = "در کادر جست‌وجو", "در کادر رفتن سریع"
IN_QT = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "PgDn": "PgDown", "Enter": "Return"}


@dataclass(frozen=True)
class Keyboard:
    """The keys in the window, an item chosen and the focus in the list."""

    bot: QtBot
    window: MainWindow

    def press(self, printed: str, widget: QWidget | None = None) -> None:
        """Press what is printed on the keyboard where the focus is, or in a widget."""
        target = widget or self.window.focusWidget() or self.window
        keys = "+".join(IN_QT.get(part, part) for part in printed.split("+"))
        QTest.keySequence(target, QKeySequence(keys))
        QApplication.processEvents()

    def marks(self) -> Marks:
        return self.window.context.reader.marks(ITEM)

    def dialog[T: QWidget](self, kind: type[T]) -> T:
        """The dialog that a key has opened."""
        (found,) = self.window.findChildren(kind)
        assert isinstance(found, kind)
        assert found.isVisible()
        return found

    def popup(self, act: Callable[[], object]) -> list[str]:
        """The lines of the menu that an act opens; the menu is closed again."""
        lines: list[str] = []

        def read() -> None:
            menu = cast(QMenu, QApplication.activePopupWidget())
            lines.extend(action.text() for action in menu.actions())
            menu.close()

        QTimer.singleShot(0, read)
        act()
        return lines


Proof = Callable[[Keyboard, str], None]
PROOFS: dict[tuple[str, str], Proof] = {}


def proves(group: str, *keys: str) -> Callable[[Proof], Proof]:
    """What follows shows that these keys of the map do what stands there."""

    def keep(proof: Proof) -> Proof:
        PROOFS.update({(group, key): proof for key in keys})
        return proof

    return keep


@pytest.fixture
def keyboard(qtbot: QtBot, window: MainWindow) -> Keyboard:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_item(ITEM)
    window.focus_page()
    return Keyboard(qtbot, window)


def test_every_key_of_the_map_is_proved(window: MainWindow) -> None:
    shown = {
        (group, key)
        for group, lines in key_map(window.actions_).items()
        for line in lines
        for key in line.keys
    }
    assert shown == PROOFS.keys()


@pytest.mark.parametrize(("group", "key"), PROOFS, ids=lambda part: part)
def test_the_key_does_its_act(keyboard: Keyboard, group: str, key: str) -> None:
    PROOFS[group, key](keyboard, key)


@proves("پرونده", "Ctrl+P")
def _prints(board: Keyboard, key: str) -> None:
    seen: list[QWidget] = []

    def close() -> None:
        seen.extend(filter(None, [QApplication.activeModalWidget()]))
        seen[0].close()

    QTimer.singleShot(0, close)
    board.press(key)
    assert isinstance(seen[0], PrintDialog)


@proves("پرونده", "Ctrl+Q")
def _quits(board: Keyboard, key: str) -> None:
    board.press(key)
    assert not board.window.isVisible()


@proves(EDIT, "Ctrl+Z")
def _undoes(board: Keyboard, key: str) -> None:
    board.window.panel.toggle_bookmark()
    board.press(key)
    assert not board.marks().bookmarked


@proves(EDIT, "Ctrl+Y")
def _does_again(board: Keyboard, key: str) -> None:
    board.window.panel.toggle_bookmark()
    board.window.undo()
    board.press(key)
    assert board.marks().bookmarked


@proves(EDIT, "Ctrl+C")
def _copies_the_text(board: Keyboard, key: str) -> None:
    board.press(key)
    text = board.window.context.reference.item(ITEM).edited
    assert QGuiApplication.clipboard().text() == text


@proves(EDIT, "Ctrl+Shift+C")
def _copies_text_and_html_with_the_source(board: Keyboard, key: str) -> None:
    board.press(key)
    data = QGuiApplication.clipboard().mimeData()
    assert "شورای اسلامی شهر تهران، محور اقتصاد شهری" in data.text()
    assert 'dir="rtl"' in data.html()


@proves(EDIT, "Ctrl+F")
def _enters_the_search_box(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.search_box.hasFocus()


@proves(EDIT, "F3", "Shift+F3")
def _walks_the_hits(board: Keyboard, key: str) -> None:
    window = board.window
    search(board.bot, window, "پسماند")
    board.press(key)
    assert window.search.results is not None
    assert window.axis.current_item() in {hit.item_id for hit in window.search.results.hits}
    assert window.axis.list.rows.hits


@proves(EDIT, "Alt+Enter")
def _accepts_what_is_suggested(board: Keyboard, key: str) -> None:
    search(board.bot, board.window, SLIP)
    suggested = board.window.search.suggestion()
    board.press(key)
    assert board.window.search_box.text() == suggested != ""


@proves(EDIT, "Alt+Shift+Enter")
def _insists_on_what_was_typed(board: Keyboard, key: str) -> None:
    search(board.bot, board.window, SLIP)
    board.press(key)
    assert board.window.search_box.text() == SLIP
    assert board.window.search.inquiry.is_literal


@proves(EDIT, "Ctrl+D")
def _bookmarks(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.marks().bookmarked


@proves(EDIT, "Ctrl+N")
def _opens_the_note_editor(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.panel.notes.composer.edit.hasFocus()


@proves(EDIT, "Ctrl+H")
def _colours_the_selection(board: Keyboard, key: str) -> None:
    board.window.panel.reader.select(0, 8)
    board.press(key)
    assert [light.start for light in board.marks().highlights] == [0]


@proves(EDIT, "Ctrl+Shift+H")
def _takes_the_colour_away(board: Keyboard, key: str) -> None:
    board.window.context.reader.highlight(ITEM, (0, 8), "green")
    board.press(key)
    assert board.marks().highlights == ()


@proves(EDIT, "Ctrl+M")
def _marks_as_read(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.marks().read


@proves(EDIT, "Ctrl+Shift+N")
def _opens_the_whole_editor(board: Keyboard, key: str) -> None:
    board.press(key)
    board.dialog(NoteEditor).close()


@proves(EDIT, "Ctrl+T")
def _opens_the_tags(board: Keyboard, key: str) -> None:
    board.press(key)
    board.dialog(ItemTags).close()


@proves(GO, "Alt+Right")
def _goes_back(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.home.isVisible()


@proves(GO, "Alt+Left")
def _goes_forward(board: Keyboard, key: str) -> None:
    board.window.navigator.back()
    board.press(key)
    assert board.window.axis.current_item() == ITEM


@proves(GO, "Alt+Home")
def _goes_home(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.home.isVisible()


@proves(GO, *(f"Ctrl+{number}" for number in range(1, 9)))
def _opens_an_axis(board: Keyboard, key: str) -> None:
    board.press(key)
    axis = board.window.axis.list.rows.axis
    assert axis is not None
    assert axis.number == int(key[-1])


@proves(GO, "F6", "Shift+F6")
def _visits_every_pane_and_comes_round(board: Keyboard, key: str) -> None:
    seen = set()
    for _ in panes(board.window):
        board.press(key)
        seen.add(board.window.focusWidget())
    assert seen == set(panes(board.window))
    assert board.window.axis.list.hasFocus()


@proves(VIEW, "F12")
def _shows_what_was_printed(board: Keyboard, key: str) -> None:
    board.press(key)
    item = board.window.context.reference.item(ITEM)
    assert board.window.axis.list.currentIndex().data() == item.verbatim


@proves(VIEW, "F4")
def _closes_and_opens_the_panel(board: Keyboard, key: str) -> None:
    board.press(key)
    assert not board.window.panel.isVisible()
    board.press(key)
    assert board.window.panel.isVisible()


@proves(VIEW, "F9")
def _closes_the_rail(board: Keyboard, key: str) -> None:
    board.press(key)
    assert not board.window.rail.isVisible()


@proves(VIEW, "Ctrl++", "Ctrl+=")
def _enlarges(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.context.settings["zoom"] == 110


@proves(VIEW, "Ctrl+-")
def _makes_smaller(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.context.settings["zoom"] == 90


@proves(VIEW, "Ctrl+0")
def _restores_the_size(board: Keyboard, key: str) -> None:
    board.window.actions_["view.zoom_in"].trigger()
    board.press(key)
    assert board.window.context.settings["zoom"] == 100


@proves(VIEW, "F8")
def _swaps_light_and_dark(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.context.theme.tokens.dark


@proves(VIEW, "F11")
def _fills_the_screen(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.isFullScreen()


@proves(TOOLS, "Ctrl+K")
def _opens_the_palette(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.palette_.box.hasFocus()


@proves(TOOLS, "Ctrl+Shift+V")
def _checks_a_quotation(board: Keyboard, key: str) -> None:
    board.press(key)
    board.dialog(QuoteDialog).close()


@proves(TOOLS, "Ctrl+J")
def _begins_a_meeting_to_take_remarks_in(board: Keyboard, key: str) -> None:
    board.press(key)
    board.dialog(MeetingDialog).close()


@proves("راهنما", "F1")
def _opens_the_map(board: Keyboard, key: str) -> None:
    board.press(key)
    place = board.window.navigator.place
    assert place == Place("help", "keys")


@proves(LISTS, "↑", "↓", "PgUp", "PgDn", "Home", "End")
def _moves_in_the_list(board: Keyboard, key: str) -> None:
    up = key in ("↑", "PgUp", "Home")
    shown = board.window.axis.list
    board.window.open_item("economy-4")
    before = shown.currentIndex().row()
    board.press(key)
    after = shown.currentIndex().row()
    assert after < before if up else after > before


@proves(LISTS, "Enter")
def _enters_the_text_of_the_panel(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.panel.reader.hasFocus()


@proves(LISTS, "Menu")
def _opens_the_menu_of_the_row(board: Keyboard, _: str) -> None:
    # The platform makes this event of the key; offscreen there is no platform to do it.
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    shown = board.window.axis.list
    assert "کپی با ارجاع" in board.popup(lambda: QApplication.sendEvent(shown, event))


@proves(LISTS, "Shift+F10")
def _opens_it_without_a_menu_key(board: Keyboard, key: str) -> None:
    assert "کپی با ارجاع" in board.popup(lambda: board.press(key))


def list_of_notes(board: Keyboard) -> QWidget:
    """The page of notes with one note, chosen."""
    board.window.context.reader.add_note(ITEM, "رفتنی")
    board.window.navigator.go(Place("notes"))
    page = cast(NotesPage, board.window.navigator.page)
    page.list.choose_first()
    return page.list


@proves(LISTS, "F2")
def _edits_the_note(board: Keyboard, key: str) -> None:
    board.press(key, list_of_notes(board))
    assert board.dialog(NoteEditor).fields.text.toPlainText() == "رفتنی"


@proves(LISTS, "Delete")
def _deletes_the_note(board: Keyboard, key: str) -> None:
    board.press(key, list_of_notes(board))
    assert board.marks().notes == 0
    board.press("Ctrl+Z")
    assert board.marks().notes == 1


@pytest.mark.parametrize("key", ["F2", "Shift+F10"])
def test_a_card_of_the_panel_answers_as_a_row(keyboard: Keyboard, key: str) -> None:
    keyboard.window.context.reader.add_note(ITEM, "نظر")
    (card,) = keyboard.window.panel.notes.findChildren(NoteCard)
    card.setFocus()
    if key == "F2":
        keyboard.press(key)
        assert keyboard.window.panel.notes.composer.text() == "نظر"
    else:
        assert "تغییر رنگ" in keyboard.popup(lambda: keyboard.press(key))


@proves(WRITING, "Ctrl+Enter")
def _saves_the_note(board: Keyboard, key: str) -> None:
    board.window.panel.begin_note()
    board.window.panel.notes.composer.edit.setPlainText("یادداشت")
    board.press(key)
    assert board.marks().notes == 1


@proves(WRITING, "Ctrl+Space")
def _types_a_half_space(board: Keyboard, key: str) -> None:
    board.window.panel.begin_note()
    board.press(key)
    assert board.window.panel.notes.composer.edit.toPlainText() == "\u200c"
    board.window.search_box.begin()
    board.press(key)
    assert board.window.search_box.text() == "\u200c"


@proves(WRITING, "Shift+Space")
def _takes_the_half_space_of_the_layout(board: Keyboard, _: str) -> None:
    board.window.panel.begin_note()
    type_text(board.window.panel.notes.composer.edit, "می\u200cروند")
    assert board.window.panel.notes.composer.text() == "می\u200cروند"


@proves(EVERYWHERE, "Tab", "Shift+Tab")
def _moves_on(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.focusWidget() not in (None, board.window.axis.list)


@proves(EVERYWHERE, "Esc")
def _goes_back_from_a_search(board: Keyboard, key: str) -> None:
    search(board.bot, board.window, "پسماند")
    board.press(key, board.window.search.list)
    assert board.window.axis.current_item() == ITEM


@proves(EVERYWHERE, "Alt", "F10")
def _opens_the_menus(board: Keyboard, key: str) -> None:
    if key == "Alt":
        QTest.keyClick(board.window, Qt.Key.Key_Alt)
    else:
        board.press(key)
    assert board.window.command_bar.menu_bar.hasFocus()


@proves(EVERYWHERE, "Ctrl+چرخ موشواره")
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
    board.bot.waitUntil(box.completions.isVisible, timeout=20_000)


@proves(BOX, "↑", "↓")
def _chooses_a_completion(board: Keyboard, key: str) -> None:
    completing(board)
    board.press(key)
    offered = board.window.search_box.completions.offered()
    assert board.window.search_box.completions.chosen() == offered[0 if key == "↓" else -1]


@proves(BOX, "Tab", "Enter")
def _takes_the_completion(board: Keyboard, key: str) -> None:
    completing(board)
    board.press("↓")
    chosen = board.window.search_box.completions.chosen()
    board.press(key)
    assert board.window.search_box.text() == chosen != ""


@proves(BOX, "Esc")
def _closes_completions_then_the_search(board: Keyboard, key: str) -> None:
    completing(board)
    board.press(key)
    assert not board.window.search_box.completions.isVisible()
    board.press(key)
    assert board.window.search_box.text() == ""


def typed_into_the_palette(board: Keyboard, text: str) -> None:
    board.window.palette_.open()
    type_text(board.window.palette_.box, text)


@proves(PALETTE, "Ctrl+Enter")
def _copies_without_leaving(board: Keyboard, key: str) -> None:
    typed_into_the_palette(board, "214")
    board.press(key)
    assert "محور زیرساخت‌های شهری" in QGuiApplication.clipboard().text()
    assert board.window.axis.current_item() == ITEM


@proves(PALETTE, "214")
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
    page = board.window.navigator.page
    assert isinstance(page, BookmarksPage)
    page.tree.choose(lower.uuid)
    return page.tree


@proves(MARKS, "Ctrl+↑", "Ctrl+↓")
def _moves_a_bookmark_among_others(board: Keyboard, key: str) -> None:
    tree = _tree_of_marks(board)
    board.press("Ctrl+↑", tree)
    assert tree.currentIndex().row() == 1
    board.press(key, tree)
    assert tree.currentIndex().row() == (1 if key == "Ctrl+↑" else 2)


@proves(MARKS, "Ctrl+←", "Ctrl+→")
def _moves_a_bookmark_in_and_out(board: Keyboard, key: str) -> None:
    tree = _tree_of_marks(board)
    board.press("Ctrl+←", tree)
    board.press(key, tree)
    assert tree.currentIndex().parent().isValid() == (key == "Ctrl+←")
