"""What the keys of the menus do."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.bookmarks.item_tags import ItemTags
from desktop.common.place import Place
from desktop.compare.page import ComparePage
from desktop.meeting.dialog import MeetingDialog
from desktop.notes.editor import NoteEditor
from desktop.printing.dialog import PrintDialog
from desktop.quote.dialog import QuoteDialog
from desktop.several import selected_items
from desktop.window_acts import panes
from tests.desktop.help.keyboard import EDIT, GO, ITEM, NOTES, SLIP, TOOLS, VIEW, Keyboard, Proofs
from tests.desktop.pages import shown_page
from tests.desktop.search.searching import search

PROOFS = Proofs()


@PROOFS.of("پرونده", "Ctrl+P")
def _prints(board: Keyboard, key: str) -> None:
    seen: list[QWidget] = []

    def close() -> None:
        seen.extend(filter(None, [QApplication.activeModalWidget()]))
        seen[0].close()

    QTimer.singleShot(0, close)
    board.press(key)
    assert isinstance(seen[0], PrintDialog)


@PROOFS.of("پرونده", "Ctrl+Q")
def _quits(board: Keyboard, key: str) -> None:
    board.press(key)
    assert not board.window.isVisible()


@PROOFS.of(EDIT, "Ctrl+Z")
def _undoes(board: Keyboard, key: str) -> None:
    board.window.panel.toggle_bookmark()
    board.press(key)
    assert not board.marks().bookmarked


@PROOFS.of(EDIT, "Ctrl+Y")
def _does_again(board: Keyboard, key: str) -> None:
    board.window.panel.toggle_bookmark()
    board.window.undoing.undo()
    board.press(key)
    assert board.marks().bookmarked


@PROOFS.of(EDIT, "Ctrl+C")
def _copies_the_text(board: Keyboard, key: str) -> None:
    board.press(key)
    text = board.window.context.reference.item(ITEM).edited
    assert QGuiApplication.clipboard().text() == text


@PROOFS.of(EDIT, "Ctrl+Shift+C")
def _copies_text_and_html_with_the_source(board: Keyboard, key: str) -> None:
    board.press(key)
    data = QGuiApplication.clipboard().mimeData()
    assert "شورای اسلامی شهر تهران، محور اقتصاد شهری" in data.text()
    assert 'dir="rtl"' in data.html()


@PROOFS.of(EDIT, "Ctrl+F")
def _enters_the_search_box(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.search_box.hasFocus()


@PROOFS.of(EDIT, "F3")
@PROOFS.of(EDIT, "Shift+F3")
def _walks_the_hits(board: Keyboard, key: str) -> None:
    window = board.window
    search(board.bot, window, "پسماند")
    board.press(key)
    assert window.search.results is not None
    assert window.axis.current_item() in {hit.item_id for hit in window.search.results.hits}
    assert window.axis.list.rows.hits


@PROOFS.of(EDIT, "Alt+Enter")
def _accepts_what_is_suggested(board: Keyboard, key: str) -> None:
    search(board.bot, board.window, SLIP)
    suggested = board.window.search.offers.suggestion
    board.press(key)
    assert board.window.search_box.text() == suggested != ""


@PROOFS.of(EDIT, "Alt+Shift+Enter")
def _insists_on_what_was_typed(board: Keyboard, key: str) -> None:
    search(board.bot, board.window, SLIP)
    board.press(key)
    assert board.window.search_box.text() == SLIP
    assert board.window.search.inquiry.is_literal


@PROOFS.of(NOTES, "Ctrl+D")
def _bookmarks(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.marks().bookmarked


@PROOFS.of(NOTES, "Ctrl+N")
def _opens_the_note_editor(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.panel.notes.composer.edit.hasFocus()


@PROOFS.of(NOTES, "Ctrl+H")
def _colours_the_selection(board: Keyboard, key: str) -> None:
    board.window.panel.reader.select(0, 8)
    board.press(key)
    assert [light.start for light in board.highlights()] == [0]


@PROOFS.of(NOTES, "Ctrl+Shift+H")
def _takes_the_colour_away(board: Keyboard, key: str) -> None:
    board.window.context.reader.highlight(ITEM, (0, 8), "green")
    board.press(key)
    assert board.highlights() == ()


@PROOFS.of(NOTES, "Ctrl+M")
def _marks_as_read(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.marks().read


@PROOFS.of(NOTES, "Ctrl+Shift+N")
def _opens_the_whole_editor(board: Keyboard, key: str) -> None:
    board.press(key)
    board.dialog(NoteEditor).close()


@PROOFS.of(NOTES, "Ctrl+T")
def _opens_the_tags(board: Keyboard, key: str) -> None:
    board.press(key)
    board.dialog(ItemTags).close()


@PROOFS.of(GO, "Alt+Right")
def _goes_back(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.home.isVisible()


@PROOFS.of(GO, "Alt+Left")
def _goes_forward(board: Keyboard, key: str) -> None:
    board.window.navigator.back()
    board.press(key)
    assert board.window.axis.current_item() == ITEM


@PROOFS.of(GO, "Alt+Home")
def _goes_home(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.home.isVisible()


@PROOFS.of(GO, *(f"Ctrl+{number}" for number in range(1, 9)))
def _opens_an_axis(board: Keyboard, key: str) -> None:
    board.press(key)
    axis = board.window.axis.list.rows.axis
    assert axis is not None
    assert axis.number == int(key[-1])


@PROOFS.of(GO, "F6", "Shift+F6")
def _visits_every_pane_and_comes_round(board: Keyboard, key: str) -> None:
    seen = set()
    for _ in panes(board.window):
        board.press(key)
        seen.add(board.window.focusWidget())
    assert seen == set(panes(board.window))
    assert board.window.axis.list.hasFocus()


@PROOFS.of(VIEW, "F12")
def _shows_what_was_printed(board: Keyboard, key: str) -> None:
    board.press(key)
    item = board.window.context.reference.item(ITEM)
    assert board.window.axis.list.currentIndex().data() == item.verbatim


@PROOFS.of(VIEW, "F4")
def _closes_and_opens_the_panel(board: Keyboard, key: str) -> None:
    board.press(key)
    assert not board.window.panel.isVisible()
    board.press(key)
    assert board.window.panel.isVisible()


@PROOFS.of(VIEW, "F9")
def _closes_the_rail(board: Keyboard, key: str) -> None:
    board.press(key)
    assert not board.window.rail.isVisible()


@PROOFS.of(VIEW, "Ctrl++", "Ctrl+=")
def _enlarges(board: Keyboard, key: str) -> None:
    before = board.window.context.settings["zoom"]
    board.press(key)
    assert board.window.context.settings["zoom"] == before + 10


@PROOFS.of(VIEW, "Ctrl+-")
def _makes_smaller(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.context.settings["zoom"] == 90


@PROOFS.of(VIEW, "Ctrl+0")
def _restores_the_size(board: Keyboard, key: str) -> None:
    board.window.actions_["view.zoom_in"].trigger()
    board.press(key)
    assert board.window.context.settings["zoom"] == 100


@PROOFS.of(VIEW, "F8")
def _swaps_light_and_dark(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.context.theme.tokens.dark


@PROOFS.of(VIEW, "F11")
def _fills_the_screen(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.isFullScreen()


@PROOFS.of(TOOLS, "Ctrl+K")
def _opens_the_palette(board: Keyboard, key: str) -> None:
    board.press(key)
    assert board.window.palette_.box.hasFocus()


@PROOFS.of(TOOLS, "Ctrl+L")
def _compares_what_is_selected(board: Keyboard, key: str) -> None:
    board.press("Shift+↓")
    selected = selected_items(board.window)
    board.press(key)
    page = shown_page(board.window, ComparePage)
    assert len(page.items) == 2
    assert page.items == selected


@PROOFS.of(TOOLS, "Ctrl+Shift+V")
def _checks_a_quotation(board: Keyboard, key: str) -> None:
    board.press(key)
    board.dialog(QuoteDialog).close()


@PROOFS.of(TOOLS, "Ctrl+J")
def _begins_a_meeting_to_take_remarks_in(board: Keyboard, key: str) -> None:
    board.press(key)
    board.dialog(MeetingDialog).close()


@PROOFS.of("راهنما", "F1")
def _opens_the_map(board: Keyboard, key: str) -> None:
    board.press(key)
    place = board.window.navigator.place
    assert place == Place("help", "keys")
