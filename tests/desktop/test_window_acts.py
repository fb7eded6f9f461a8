"""The acts of the window; what each key does is proved beside the keyboard map."""

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.bookmarks.item_tags import ItemTags
from desktop.common.actions import MENUS
from desktop.common.widgets.buttons import IconButton
from desktop.main_window import MainWindow
from desktop.notes.editor import NoteEditor
from desktop.notes.page import NotesPage
from tests.desktop.pages import shown_page
from tests.desktop.search.searching import search
from tests.desktop.stage import click

OTHER_WAYS = {"file.restore", "tools.settings", "tools.health", "help.keys", "help.about"}


def test_every_act_is_enabled_or_waits_for_a_place_a_question_or_a_meeting(
    window: MainWindow,
) -> None:
    window.open_item("economy-2")
    disabled = {a.key for a in window.actions_.acts() if not window.actions_[a.key].isEnabled()}
    waiting = {"go.forward", "go.back", "search.accept", "search.insist"}
    assert disabled <= waiting | {"meeting.pause", "meeting.end"}


def test_going_by_key_takes_the_keyboard_along(window: MainWindow, in_front: None) -> None:
    window.search_box.begin()
    window.actions_["go.transport"].trigger()
    assert window.focusWidget() is window.axis.list


def test_every_way_to_a_page_takes_the_keyboard_there(window: MainWindow, in_front: None) -> None:
    staying = {"go.back", "go.forward", "go.pane", "go.pane_back"}
    ways = [act.key for act in window.actions_.acts() if act.menu == "go" or act.key in OTHER_WAYS]
    for key in (way for way in ways if way not in staying):
        window.search_box.setFocus()
        window.actions_[key].trigger()
        page, focus = window.navigator.page, window.focusWidget()
        assert page is not None
        assert page is focus or (focus and page.isAncestorOf(focus)), key


def test_names_of_acts_follow_the_marks_of_the_item(window: MainWindow) -> None:
    window.open_item("economy-2")
    mark, read = window.actions_["act.bookmark"], window.actions_["act.mark_read"]
    assert (mark.text(), read.text()) == ("نشان کردن", "خوانده‌شده")
    mark.trigger()
    read.trigger()
    assert (mark.text(), read.text()) == ("برداشتن نشان", "خوانده‌نشده")


def test_the_panel_has_a_button_for_tags(window: MainWindow) -> None:
    window.open_item("economy-2")
    click(window.panel, IconButton, "برچسب… (Ctrl+T)")
    (dialog,) = window.findChildren(ItemTags)
    assert dialog.isVisible()
    dialog.close()


def test_every_menu_finds_room_on_a_low_screen(window: MainWindow) -> None:
    for name in MENUS:
        menu = QMenu(window)
        window.actions_.fill(menu, name)
        assert menu.sizeHint().height() < 480, name


def test_keys_in_menus_are_named_as_on_the_keyboard(window: MainWindow) -> None:
    keys = window.actions_["search.accept"].shortcut()
    assert keys.toString(QKeySequence.SequenceFormat.NativeText).strip("\u202a") == "Alt+Enter"


def test_the_key_of_panes_goes_on_from_what_stands_between_them(window: MainWindow) -> None:
    window.context.reader.add_note("economy-8", "متن")
    window.actions_["go.notes"].trigger()
    page = shown_page(window, NotesPage)
    page.more_chip.setFocus()
    window.actions_["go.pane"].trigger()
    assert window.focusWidget() is page.entrance()
    page.more_chip.setFocus()
    window.actions_["go.pane_back"].trigger()
    assert window.focusWidget() is page.group


@pytest.mark.parametrize("key", ["edit.copy_axis", "act.axis_note", "act.compare_related"])
def test_before_anything_is_chosen_an_act_asks_for_it(window: MainWindow, key: str) -> None:
    window.actions_[key].trigger()
    assert window.status.message.plain == "نخست جهت‌گیری‌ای را برگزینید."
    assert not window.banner.isVisible()


def test_the_whole_axis_is_that_of_the_item_in_the_panel(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("economy-2")
    search(qtbot, window, "محور:امنیت پلیس")
    window.panel.arrive()
    window.actions_["edit.copy_axis"].trigger()
    assert QGuiApplication.clipboard().text().startswith("محور امنیت شهری")
    assert window.status.message.plain == "کپی شد: همه‌ی محور امنیت شهری"


def test_a_note_on_the_axis_is_on_that_of_the_item_in_the_panel(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.open_item("economy-2")
    search(qtbot, window, "محور:امنیت پلیس")
    window.panel.arrive()
    window.actions_["act.axis_note"].trigger()
    (editor,) = window.findChildren(NoteEditor)
    editor.fields.text.setPlainText("برای همه‌ی محور")
    editor.save()
    assert [note.item_id for note in window.context.reader.store.notes()] == ["security"]
