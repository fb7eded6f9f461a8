"""The page of all marks: what it shows, groups, and what its signals say."""

import re
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from db.user.models import Colour
from desktop.common.entry_rows import CHUNK
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.notes.editor import NoteEditor
from desktop.notes.page import NotesPage
from tests.desktop.notes.shown import add, each_group, headings, titles
from tests.desktop.pages import shown_page


def test_everything_marked_is_shown_the_newest_first(page: NotesPage) -> None:
    assert titles(page.list) == ["همه‌ی محور", "روشن نیست", "تعارض دارد"]


def test_groups_stand_below_headings(page: NotesPage) -> None:
    wanted = {
        "axis": ["محور اقتصاد شهری", "محور حمل‌ونقل"],
        "kind": ["نظر", "ابهام", "تعارض"],
        "owner": ["مدیر برنامه‌ریزی", "بدون مسئول"],
        "tag": ["#فاوا", "بدون برچسب"],
        "colour": ["بی‌رنگ"],
        "meeting": ["بیرون از جلسه"],
        "collection": ["یادداشت و رنگ"],
        "due": ["بدون موعد"],
    }
    assert {group: headings(page) for group in each_group(page, wanted)} == wanted
    assert {len(titles(page.list)) for _ in each_group(page)} == {3}


@pytest.mark.parametrize("text", ["واژه " * 4_000, "سطر\n" * 300])
def test_a_long_note_is_a_few_lines_of_the_list(
    window: MainWindow, page: NotesPage, text: str
) -> None:
    add(window.context, "culture-1", note=text)
    page.refresh()
    shown = titles(page.list)[0]
    assert (len(shown) < 600, shown.count("\n") < 10, shown[-1]) == (True, True, "…")


def test_bare_highlights_stand_under_a_heading_of_their_own(
    window: MainWindow, page: NotesPage
) -> None:
    window.context.reader.highlight("culture-1", (0, 5), "pink")
    page.group.choose("kind")
    page.refresh()
    assert headings(page) == ["نظر", "ابهام", "تعارض", "رنگ بی‌نوشته"]


def test_below_a_day_rows_tell_the_time(page: NotesPage) -> None:
    assert len(headings(page)) == 1
    assert all(re.fullmatch(r"\d\d:\d\d", row.side) for row in page.list.rows.entries())


def test_headings_name_what_they_count(page: NotesPage) -> None:
    page.group.choose("kind")
    page.group.chosen.emit()
    counts = {row.title: row.count for row in page.list.rows.headings()}
    assert counts["ابهام"] == "۱ مورد"


def test_the_notes_of_one_axis_are_a_place(window: MainWindow, page: NotesPage) -> None:
    window.navigator.go(Place("notes", "transport"))
    assert headings(page) == ["محور حمل‌ونقل"]
    assert titles(page.list) == ["همه‌ی محور", "روشن نیست"]


def test_overdue_remarks_come_first_by_due_date(window: MainWindow, page: NotesPage) -> None:
    add(window.context, "culture-1", note="گزارش", due="2020-01-01")
    page.group.choose("due")
    page.refresh()
    assert headings(page)[0] == "موعد گذشته"


def test_enter_asks_for_the_place_with_the_words_marked(
    qtbot: QtBot, window: MainWindow, page: NotesPage
) -> None:
    selector = window.context.reader._selector("economy-1", (0, 5))  # noqa: SLF001
    note = add(window.context, "economy-1", selector=selector, colour=Colour.GREEN)
    page.refresh()
    page.list.choose(note.uuid)
    with qtbot.waitSignal(page.place_wanted) as caught:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert caught.args is not None
    assert caught.args[0].item == "economy-1"
    assert caught.args[0].hits["economy-1"][0].end == 5


def test_the_current_note_is_told_to_the_panel(qtbot: QtBot, page: NotesPage) -> None:
    with qtbot.waitSignal(page.item_chosen) as caught:
        page.list.choose(page.list.rows.entries()[-1].key)
    assert caught.args == ["economy-8"]


def test_delete_moves_to_the_trash_and_undo_brings_back(
    qtbot: QtBot, window: MainWindow, page: NotesPage
) -> None:
    page.list.choose_first()
    with qtbot.waitSignal(page.list.delete_wanted):
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(titles(page.list)) == 2)
    assert window.toast.isVisible()
    window.undoing.undo()
    qtbot.waitUntil(lambda: len(titles(page.list)) == 3)


def test_f2_opens_the_editor(qtbot: QtBot, window: MainWindow, page: NotesPage) -> None:
    page.list.choose_first()
    with qtbot.waitSignal(page.list.edit_wanted):
        QTest.keyClick(page.list, Qt.Key.Key_F2)
    editor = window.findChild(NoteEditor)
    assert editor is not None
    editor.close()


def test_the_menu_is_asked_for_at_the_entry(qtbot: QtBot, page: NotesPage) -> None:
    page.list.menu_wanted.disconnect()
    with qtbot.waitSignal(page.list.menu_wanted):
        page.list.menu_wanted.emit(page.list.rows.entries()[0].key, QPoint())
    menu = page.acts.menu((page.list.rows.entries()[0].key,))
    assert "ویرایش…" in [action.text() for action in menu.actions()]


def test_a_remark_is_closed_and_opened_again(window: MainWindow, page: NotesPage) -> None:
    uuid = page.list.rows.entries()[2].key
    page.acts.close_remark(uuid, True)
    note = window.context.reader.store.annotation(uuid)
    assert note is not None
    assert note.closed is not None


def test_notes_move_to_a_meeting_from_the_menu(window: MainWindow, page: NotesPage) -> None:
    meeting = window.context.reader.store.start_meeting("شورا", date.today()).value
    uuid = page.list.rows.entries()[0].key
    page.acts.move((uuid,), meeting.uuid)
    note = window.context.reader.store.annotation(uuid)
    assert note is not None
    assert note.meeting == meeting.uuid


def test_the_meeting_that_is_running_is_offered_before_all_others(
    window: MainWindow, page: NotesPage
) -> None:
    store = window.context.reader.store
    for day in range(1, 20):
        store.start_meeting(f"نشست {day}", date(2026, 3, 20 - day))
    menu = page.acts.menu((page.list.rows.entries()[0].key,))
    (inner,) = (one.menu() for one in menu.actions() if one.text() == "بردن به جلسه")
    assert isinstance(inner, QMenu)
    assert inner.actions()[0].text() == "نشست 19، ۱۰ اسفند ۱۴۰۴"


def test_nothing_written_says_what_to_do(window: MainWindow) -> None:
    window.navigator.go(Place("notes"))
    page = shown_page(window, NotesPage)
    assert page.stack.currentWidget() is page.empty


def write_many(window: MainWindow, page: NotesPage) -> None:
    for number in range(CHUNK * 4):
        window.context.reader.store.add_annotation("economy-1", note=f"یادداشت {number}")
    window.context.reader.renew()
    page.refresh()


def test_who_drags_the_scroll_bar_to_its_end_reads_on_to_the_last_note(
    qtbot: QtBot, window: MainWindow, page: NotesPage
) -> None:
    write_many(window, page)
    bar = page.list.verticalScrollBar()

    def all_read() -> bool:
        bar.setValue(bar.maximum())
        return len(titles(page.list)) == CHUNK * 4 + 3

    qtbot.waitUntil(all_read)


def test_a_long_list_holds_every_note_once(window: MainWindow, page: NotesPage) -> None:
    write_many(window, page)
    QTest.keyClick(page.list, Qt.Key.Key_End)
    expected = [f"یادداشت {number}" for number in reversed(range(CHUNK * 4))]
    assert titles(page.list)[: CHUNK * 4] == expected
    assert len(titles(page.list)) == CHUNK * 4 + 3


def test_the_notes_of_one_axis_stand_in_its_order_whatever_was_asked_for_before(
    window: MainWindow, page: NotesPage
) -> None:
    page.filters.choose_kind("open")
    window.navigator.go(Place("notes", "map"))
    window.navigator.go(Place("notes", "transport"))
    assert headings(page) == ["محور حمل‌ونقل"]


def test_all_is_more_than_what_is_read_so_far(window: MainWindow, page: NotesPage) -> None:
    store = window.context.reader.store
    for number in range(60):
        store.add_annotation("culture-1", note=f"یادداشت {number}")
    page.refresh()
    press_all = Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.list, *press_all)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert store.count_marks() == 0


def test_no_heading_stands_over_nothing(window: MainWindow) -> None:
    add(window.context, "economy-8", note="نظر", tags=["فاوا"])
    window.navigator.go(Place("notes"))
    page = shown_page(window, NotesPage)
    page.group.choose("tag")
    page.group.chosen.emit()
    assert headings(page) == ["#فاوا"]
