"""The search box and the page of results."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from desktop.common.widgets.buttons import Chip, IconButton
from tests.desktop.scenes.scene import LEFT, SLIP, Key, Scene, at_item
from tests.desktop.stage import (
    clear,
    click,
    failing_search,
    found_note,
    menu_key,
    offered,
    press,
    slow_search,
    unheard,
    walked,
)

SCENES: dict[str, Scene] = {
    "SearchBox.said": lambda s: (
        s.window.search_box.said,
        lambda: s.window.search_box.insert("ش" * 5_000),
    ),
    "SearchBox.item_wanted": lambda s: (
        s.window.search_box.item_wanted,
        lambda: s.window.search_box.take("۲۱۴"),
    ),
    "SearchBox.emptied": lambda s: (
        s.page("search", "پسماند") and s.window.search_box.emptied,
        lambda: clear(s.window.search_box),
    ),
    "Completions.taken Completing.taken": lambda s: (
        (offered(s).taken, s.window.search_box.completing.taken),
        lambda: QTest.mouseClick(
            s.window.search_box.completions.list.viewport(), LEFT, pos=QPoint(20, 15)
        ),
    ),
    "Inquiry.renewed Inquiry.answered": lambda s: (
        (s.window.search.inquiry.renewed, s.window.search.inquiry.answered),
        lambda: s.window.search_for("پسماند"),
    ),
    "Inquiry.slow": lambda s: (slow_search(s).slow, lambda: s.window.search_for("پسماند")),
    "Inquiry.failed": lambda s: (failing_search(s).failed, lambda: s.window.search_for("پسماند")),
    "ScopeChips.scope_chosen ResultsHeader.scope_chosen": lambda s: (
        (s.search("شهر").header.chips.scope_chosen, s.here.header.scope_chosen),
        lambda: click(s.window.search.header.chips, Chip),
    ),
    "Question.accepted": lambda s: (
        s.search(SLIP).header.question.accepted,
        s.window.search.header.question.yes.click,
    ),
    "Question.insisted": lambda s: (
        s.search(SLIP).header.question.insisted,
        s.window.search.header.question.no.click,
    ),
    "Offers.query_wanted": lambda s: (
        s.search(SLIP).offers.query_wanted,
        s.window.actions_["search.accept"].trigger,
    ),
    "Finds.query_kept": lambda s: (
        s.search("پسماند").finds.query_kept,
        lambda: press(s.window.search_box, Key.Key_Return),
    ),
    "ResultsList.item_entered Finds.place_wanted": lambda s: (
        (s.search("پسماند").list.item_entered, s.here.finds.place_wanted),
        lambda: press(s.window.search.list, Key.Key_Return),
    ),
    "ResultsList.note_entered Finds.note_wanted": lambda s: (
        (found_note(s).list.note_entered, s.here.finds.note_wanted),
        lambda: press(s.window.search.list, Key.Key_Return),
    ),
    "SearchPage.left": at_item(
        lambda s: (
            s.search("شهر").left,
            lambda: click(s.here.header, text="بازگشت به محور"),
        )
    ),
    "ResultsList.item_menu_wanted": lambda s: (
        unheard(s.search("شهر").list.item_menu_wanted),
        lambda: menu_key(s.window.search.list),
    ),
    "SearchPage.menu_wanted": lambda s: (
        unheard(s.search("شهر").menu_wanted),
        lambda: menu_key(s.window.search.list),
    ),
    "ResultsList.note_menu_wanted": lambda s: (
        unheard(found_note(s).list.note_menu_wanted),
        lambda: menu_key(s.window.search.list),
    ),
    "SearchPage.note_menu_wanted": lambda s: (
        unheard(found_note(s).note_menu_wanted),
        lambda: menu_key(s.window.search.list),
    ),
    "ResultsList.item_current": lambda s: (
        s.search("شهر").list.item_current,
        lambda: press(s.window.search.list, Key.Key_Down),
    ),
    "FoundLine.stepped": lambda s: (
        walked(s).stepped,
        lambda: click(walked(s), IconButton, "نتیجه‌ی بعدی (F3)"),
    ),
    "FoundLine.closed": lambda s: (
        walked(s).closed,
        lambda: click(walked(s), IconButton, "برداشتن رنگ نتیجه‌ها (Esc)"),
    ),
    "Navigator.hits_let_go": lambda s: (
        walked(s) and s.window.navigator.hits_let_go,
        lambda: press(s.window.axis.list, Key.Key_Escape),
    ),
}
