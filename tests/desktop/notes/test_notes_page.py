"""The page of all notes: what it shows, filters, groups, and what its signals say."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.paths import user_paths
from db.user.models import Annotation, Colour, RemarkKind, TextSelector
from db.user.opening import open_store
from desktop.app import close_context, open_context
from desktop.common.entry_list import EntryList
from desktop.common.persian import RLM
from desktop.common.place import Place
from desktop.common.widgets.buttons import Chip
from desktop.main_window import MainWindow
from desktop.notes.editor import NoteEditor
from desktop.notes.page import NotesPage


def add(window: MainWindow, item_id: str, **fields: object) -> Annotation:
    made = window.context.reader.store.add_annotation(item_id, **fields)  # type: ignore[arg-type]
    window.context.reader.tell(made.change)
    return made.value


@pytest.fixture
def page(window: MainWindow) -> NotesPage:
    add(window, "economy-8", note="تعارض دارد", kind=RemarkKind.CONFLICT, owner="رضا احمدی")
    add(window, "transport-1", note="روشن نیست", kind=RemarkKind.AMBIGUITY, tags=["فاوا"])
    add(window, "transport", note="همه‌ی محور")
    window.navigator.go(Place("notes"))
    found = window.navigator.page
    assert isinstance(found, NotesPage)
    return found


def titles(shown: EntryList) -> list[str]:
    return [entry.title for entry in shown.rows.entries()]


def headings(page: NotesPage) -> list[str]:
    return [heading.title for heading in page.list.rows.headings()]


def test_everything_marked_is_shown_the_newest_first(page: NotesPage) -> None:
    assert titles(page.list) == ["همه‌ی محور", "روشن نیست", "تعارض دارد"]


@pytest.mark.parametrize(
    ("group", "wanted"),
    [
        ("axis", ["محور اقتصاد شهری", "محور حمل‌ونقل"]),
        ("kind", ["نظر", "ابهام", "تعارض"]),
        ("owner", ["رضا احمدی", "بدون مسئول"]),
        ("tag", ["#فاوا", "بدون برچسب"]),
        ("colour", ["بی‌رنگ"]),
        ("meeting", ["بیرون از جلسه"]),
        ("due", ["بدون موعد"]),
    ],
)
def test_groups_stand_below_headings(page: NotesPage, group: str, wanted: list[str]) -> None:
    page.group.choose(group)
    page.group.chosen.emit()
    assert headings(page) == wanted
    assert len(titles(page.list)) == 3


def test_a_kind_restricts_the_list(page: NotesPage) -> None:
    page.filters.choose_kind("conflict")
    assert titles(page.list) == ["تعارض دارد"]


def test_open_remarks_are_a_filter_of_their_own(page: NotesPage) -> None:
    page.filters.choose_kind("open")
    assert titles(page.list) == ["روشن نیست", "تعارض دارد"]


def test_open_remarks_come_by_due_date_until_another_chip(
    window: MainWindow, page: NotesPage
) -> None:
    add(window, "culture-1", note="دیرتر", due="2021-01-01")
    add(window, "culture-1", note="زودتر", due="2020-01-01")
    page.filters.choose_kind("open")
    assert titles(page.list)[:2] == ["زودتر", "دیرتر"]
    page.filters.choose_kind("all")
    assert page.group.value() == "date"


def chips(page: NotesPage) -> list[str]:
    return [chip.text() for chip in page.filters.findChildren(Chip) if chip.isVisible()]


def test_the_numbers_of_the_chips_follow_the_other_filters(qtbot: QtBot, page: NotesPage) -> None:
    page.filters.choose(axis="economy")
    qtbot.waitUntil(lambda: "همه ۱" in chips(page))
    assert {"نظر ۰", "ابهام ۰", "تعارض ۱", "پیگیری باز ۱"} <= set(chips(page))


def test_a_bare_highlight_is_no_remark(qtbot: QtBot, window: MainWindow, page: NotesPage) -> None:
    window.context.reader.highlight("culture-1", (0, 5), "pink")
    qtbot.waitUntil(lambda: "همه ۴" in chips(page))
    assert "نظر ۱" in chips(page)
    page.filters.choose_kind("comment")
    assert titles(page.list) == ["همه‌ی محور"]
    page.filters.choose(written=False)
    assert (page.filters.chosen_kind(), len(titles(page.list))) == ("all", 1)


def test_bare_highlights_stand_under_a_heading_of_their_own(
    window: MainWindow, page: NotesPage
) -> None:
    window.context.reader.highlight("culture-1", (0, 5), "pink")
    page.group.choose("kind")
    page.refresh()
    assert headings(page) == ["نظر", "ابهام", "تعارض", "رنگ بی‌نوشته"]


def test_the_bookmarks_are_one_click_away(
    qtbot: QtBot, window: MainWindow, page: NotesPage
) -> None:
    window.context.reader.toggle_bookmark("culture-1")
    qtbot.waitUntil(lambda: page.bookmarks.text() == "نشان‌شده‌ها ۱")
    page.bookmarks.click()
    assert window.navigator.place == Place("bookmarks")


def test_the_notes_of_one_axis_are_a_place(window: MainWindow, page: NotesPage) -> None:
    window.navigator.go(Place("notes", "transport"))
    assert headings(page) == ["محور حمل‌ونقل"]
    assert titles(page.list) == ["همه‌ی محور", "روشن نیست"]


def test_a_choice_of_axis_says_that_the_filter_changed(qtbot: QtBot, page: NotesPage) -> None:
    with qtbot.waitSignal(page.filters.changed):
        page.filters.choose(axis="transport")
    assert titles(page.list) == ["همه‌ی محور", "روشن نیست"]


def test_a_person_is_who_wrote_a_note_or_has_to_settle_it(page: NotesPage) -> None:
    page.filters.choose(person="رضا احمدی")
    assert titles(page.list) == ["تعارض دارد"]
    page.filters.choose(person=page.context.reader.store.author.uuid)
    assert len(titles(page.list)) == 3


def test_a_tag_a_colour_and_a_meeting_restrict_the_list(
    window: MainWindow, page: NotesPage
) -> None:
    store = window.context.reader.store
    store.start_meeting("شورا", date(2026, 1, 2))
    span = TextSelector(0, 3, "متن")
    coloured = add(window, "culture-1", note="رنگی", selector=span, colour=Colour.BLUE)
    page.refresh()
    for chosen in ({"tag": store.tags()[0].tag.uuid}, {"colour": Colour.BLUE}):
        page.filters.choose(tag=None, colour=None)
        page.filters.choose(**chosen)
        assert titles(page.list) == (["روشن نیست"] if "tag" in chosen else ["رنگی"])
    page.filters.choose(colour=None, meeting=coloured.meeting)
    assert titles(page.list) == ["رنگی"]


def test_a_span_of_days_of_the_readers_own_restricts_the_list(page: NotesPage) -> None:
    page.filters.time.choose("own")
    for day in (page.filters.first, page.filters.last):
        day.setDate(QDate.currentDate().addDays(-1))
    page.filters.changed.emit()
    assert titles(page.list) == []
    page.filters.last.setDate(QDate.currentDate())
    assert len(titles(page.list)) == 3


def test_overdue_remarks_come_first_by_due_date(window: MainWindow, page: NotesPage) -> None:
    add(window, "culture-1", note="گزارش", due="2020-01-01")
    page.group.choose("due")
    page.refresh()
    assert headings(page)[0] == "موعد گذشته"


def test_today_is_a_time_of_the_readers_own_day(page: NotesPage) -> None:
    page.filters.time.choose("0")
    page.filters.changed.emit()
    assert len(titles(page.list)) == 3


def test_enter_asks_for_the_place_with_the_words_marked(
    qtbot: QtBot, window: MainWindow, page: NotesPage
) -> None:
    selector = window.context.reader._selector("economy-1", (0, 5))  # noqa: SLF001
    note = add(window, "economy-1", selector=selector, colour=Colour.GREEN)
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
    window.undo()
    qtbot.waitUntil(lambda: len(titles(page.list)) == 3)


def test_after_a_filter_that_shows_nothing_the_first_note_is_current_again(page: NotesPage) -> None:
    page.list.choose_first()
    page.filters.choose(colour=Colour.PINK)
    assert page.list.current() is None
    page.filters.choose(colour=None)
    assert page.list.current_key() == page.list.rows.entries()[0].key


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
    assert "ویرایش" in [action.text() for action in menu.actions()]


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


def test_nothing_written_says_what_to_do(window: MainWindow) -> None:
    window.navigator.go(Place("notes"))
    page = window.navigator.page
    assert isinstance(page, NotesPage)
    assert page.stack.currentWidget() is page.empty


LOST = TextSelector(0, 9, "سخنی دیگر", "", "")


def lose(window: MainWindow) -> None:
    """A note whose words this edition of the document does not have."""
    other = open_store(window.context.paths.database, edition="0").store
    other.add_annotation("economy-8", note="پیشین", selector=LOST, colour=Colour.PINK)
    other.close()
    window.context.reader.renew()


def test_notes_that_lost_their_words_are_listed(window: MainWindow, page: NotesPage) -> None:
    assert not page.filters.lost.isVisible()
    lose(window)
    page.refresh()
    assert (page.filters.lost.isVisible(), page.filters.lost.text()) == (True, "جای گم‌شده ۱")
    page.filters.choose_kind("lost")
    assert titles(page.list) == ["پیشین"]


def test_the_card_in_the_panel_says_so(window: MainWindow) -> None:
    window.open_item("economy-8")
    lose(window)
    (card,) = window.panel.notes.cards()
    assert "جای گم‌شده" in [label.text().strip(RLM) for label in card.findChildren(QLabel)]
    assert card.accessibleName().endswith("جای گم‌شده.")


def test_words_that_are_not_there_are_not_coloured(window: MainWindow, page: NotesPage) -> None:
    lose(window)
    assert window.context.reader.highlights("economy-8") == ()
    page.refresh()
    (entry,) = (one for one in page.list.rows.entries() if one.title == "پیشین")
    assert "جای گم‌شده" in [pill.text for pill in entry.pills]


def test_a_note_of_another_edition_is_taken_along_at_the_start(
    qapp: QApplication, data: None, tmp_path: Path
) -> None:
    paths = user_paths(tmp_path / "earlier")
    earlier = open_store(paths.database, edition="0").store
    earlier.add_annotation("economy-8", selector=LOST, colour=Colour.PINK)
    earlier.close()
    context = open_context(paths)
    assert "عبارت ۱ یادداشت پیدا نشد" in " ".join(context.notices)
    close_context(context)


def test_filters_stand_over_the_column_of_the_list(
    qtbot: QtBot, window: MainWindow, page: NotesPage
) -> None:
    for number in range(20):
        add(window, "economy-8", note=str(number))
    page.more_chip.setChecked(True)
    boxes, shown = page.filters.more, page.list.viewport()
    corner = QPoint(20, 0)
    qtbot.waitUntil(lambda: boxes.mapToGlobal(QPoint(0, 0)).x() == shown.mapToGlobal(corner).x())
