"""Bookmarks among the notes: shown, filtered, grouped and acted on like any other row."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from db.user.models import Bookmark
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.notes.groups import GROUPS
from desktop.notes.page import NotesPage
from tests.desktop.notes.shown import add, chips, each_group, headings, titles

ITEM = "culture-1"


@pytest.fixture
def bookmark(window: MainWindow, page: NotesPage) -> Bookmark:
    """The newest mark of the page, with a line."""
    reader = window.context.reader
    made = reader.store.add_bookmark(ITEM, note="برای نامه")
    reader.tell(made.change)
    page.refresh()
    page.list.choose(made.value.uuid)
    return made.value


def act(menu: QMenu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def test_a_bookmark_is_a_row_of_its_own_kind(
    window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    first = page.list.rows.entries()[0]
    assert (first.key, first.below) == (bookmark.uuid, "برای نامه")
    assert first.title == window.context.reference.item(ITEM).edited
    assert [pill.text for pill in first.pills] == ["نشان"]


def test_a_bookmark_is_counted_with_everything_marked(
    qtbot: QtBot, page: NotesPage, bookmark: Bookmark
) -> None:
    qtbot.waitUntil(lambda: {"همه ۴", "نشان ۱"} <= set(chips(page)))
    assert page.head.caption.plain == "۳ یادداشت و ۱ نشان"


def test_a_bookmark_and_a_colour_alone_are_no_notes_in_the_rail(
    window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    window.context.reader.highlight(ITEM, (0, 4), "green")
    notes = digits(window.context.reader.counts().notes)
    rail = window.rail.rows
    shown = [
        rail.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rail.rowCount())
    ]
    assert f"یادداشت‌های من، {notes}" in shown


def test_the_chip_of_bookmarks_shows_them_alone(page: NotesPage, bookmark: Bookmark) -> None:
    page.filters.choose_kind("bookmark")
    assert [entry.key for entry in page.list.rows.entries()] == [bookmark.uuid]
    page.filters.choose_kind("comment")
    assert titles(page.list) == ["همه‌ی محور"]


def test_every_group_has_a_place_for_bookmarks(page: NotesPage, bookmark: Bookmark) -> None:
    wanted = {
        "axis": ["محور اقتصاد شهری", "محور حمل‌ونقل", "محور فرهنگی اجتماعی"],
        "kind": ["نظر", "ابهام", "تعارض", "نشان"],
        "owner": ["مدیر برنامه‌ریزی", "بدون مسئول", "نشان"],
        "tag": ["#فاوا", "بدون برچسب"],
        "colour": ["بی‌رنگ", "نشان"],
        "meeting": ["بیرون از جلسه"],
        "collection": ["نشان بیرون از مجموعه", "یادداشت و رنگ"],
        "due": ["بدون موعد", "نشان"],
    }
    assert {group: headings(page) for group in each_group(page, wanted)} == wanted
    assert {len(page.list.rows.entries()) for _ in each_group(page)} == {4}


def test_what_belongs_to_something_that_is_gone_is_in_every_group(
    window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    store, tell = window.context.reader.store, window.context.reader.tell
    meeting = store.start_meeting("شورا", date(2026, 3, 21)).value.uuid
    tell(store.add_annotation("economy-90", note="در جلسه").change)
    tell(store.delete_meeting(meeting).change)
    assert {len(page.list.rows.entries()) for _ in each_group(page)} == {5}
    for _ in each_group(page, ("meeting",)):
        assert headings(page) == ["جلسه‌ی حذف‌شده", "بیرون از جلسه"]


def test_bookmarks_alone_stay_alone_in_every_group(page: NotesPage, bookmark: Bookmark) -> None:
    page.filters.choose_kind("bookmark")
    shown = [entry.key for _ in each_group(page) for entry in page.list.rows.entries()]
    assert shown == [bookmark.uuid] * len(GROUPS)


def test_collections_are_headings_and_a_filter(
    window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    store = window.context.reader.store
    outer = store.create_collection("نامه‌ها").value
    inner = store.create_collection("شورا", parent=outer.uuid).value
    window.context.reader.tell(store.move_bookmark(bookmark.uuid, collection=inner.uuid).change)
    page.group.choose("collection")
    page.refresh()
    assert headings(page)[0] == "نامه‌ها › شورا"
    page.filters.choose(collection=inner.uuid)
    assert [entry.key for entry in page.list.rows.entries()] == [bookmark.uuid]


def test_the_tags_of_an_item_are_those_of_its_bookmark(
    window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    store = window.context.reader.store
    window.context.reader.tell(store.set_item_tags(ITEM, ["فاوا"]).change)
    page.refresh()
    page.filters.choose(tag=store.tags()[0].tag.uuid)
    shown = page.list.rows.entries()
    assert [pill.text for pill in shown[0].pills] == ["نشان", "#فاوا"]
    assert [entry.title for entry in shown[1:]] == ["روشن نیست"]


def test_enter_opens_the_item_of_a_bookmark(
    qtbot: QtBot, page: NotesPage, bookmark: Bookmark
) -> None:
    with qtbot.waitSignal(page.place_wanted) as caught:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert caught.args == [Place("axis", "culture", ITEM)]


def test_delete_takes_the_bookmark_away_and_undo_brings_it_back(
    qtbot: QtBot, window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.list.rows.entries()) == 3)
    assert [one.uuid for one in window.context.reader.store.trash()] == [bookmark.uuid]
    window.undoing.undo()
    qtbot.waitUntil(lambda: len(page.list.rows.entries()) == 4)


def test_notes_and_bookmarks_are_deleted_by_one_act(
    window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    page.list.selectAll()
    page.acts.delete(page.list.chosen_keys())
    assert window.context.reader.store.count_marks() == 0
    window.undoing.undo()
    assert window.context.reader.store.count_marks() == 4


def test_f2_puts_the_keyboard_into_the_line_of_the_bookmark(
    qtbot: QtBot, window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    with qtbot.waitSignal(page.line_wanted) as caught:
        QTest.keyClick(page.list, Qt.Key.Key_F2)
    assert caught.args == [ITEM]
    line = window.panel.bookmark_note.edit
    assert window.focusWidget() is line
    line.clear()
    QTest.keyClicks(line, "1404")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.rows.entries()[0].below == "1404")
    assert window.focusWidget() is page.list


def test_the_menu_of_a_bookmark_moves_it(
    window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    store = window.context.reader.store
    shelf = store.create_collection("نامه‌ها").value.uuid
    meeting = store.start_meeting("شورا", date.today()).value.uuid
    menu = page.acts.menu((bookmark.uuid,))
    texts = [action.text() for action in menu.actions() if action.text()]
    wanted = [
        "دیدن در متن",
        "یادداشت نشان",
        "کپی",
        "بردن به مجموعه",
        "بردن به جلسه",
        "برداشتن نشان",
    ]
    assert texts == wanted
    page.acts.shelve(bookmark.uuid, shelf)
    page.acts.move((bookmark.uuid,), meeting)
    moved = store.bookmark(bookmark.uuid)
    assert moved is not None
    assert (moved.collection, moved.meeting) == (shelf, meeting)


def test_a_bookmark_without_a_line_is_copied_as_its_text(
    window: MainWindow, page: NotesPage, bookmark: Bookmark
) -> None:
    act(page.acts.menu((bookmark.uuid,)), "کپی")
    assert QGuiApplication.clipboard().text() == "برای نامه"
    bare = window.context.reader.store.add_bookmark("economy-8").value
    act(page.acts.menu((bare.uuid,)), "کپی")
    text = window.context.reference.item("economy-8").edited
    assert QGuiApplication.clipboard().text() == text


def test_a_bookmark_on_what_is_not_in_the_document_is_shown_all_the_same(
    window: MainWindow, page: NotesPage
) -> None:
    made = window.context.reader.store.add_bookmark("culture-90", note="پیشین")
    window.context.reader.tell(made.change)
    page.refresh()
    assert page.list.rows.entries()[0].below == "پیشین"
    add(window.context, ITEM, note="پس از آن")
