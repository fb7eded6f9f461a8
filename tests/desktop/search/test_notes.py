"""The reader's own texts in the same box: found, counted, opened, kept up to date."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.persian import at_least
from desktop.common.widgets.buttons import Chip
from desktop.direction.note_card import NoteCard
from desktop.main_window import MainWindow
from desktop.search.rows import DOCUMENT, NOTES
from tests.desktop.conftest import PATIENCE_MS
from tests.desktop.search.searching import note_rows, rows, search, sections

TEXT = "درباره‌ی پسماند خشک با سازمان گفت‌وگو شود"


def write(qtbot: QtBot, window: MainWindow, text: str = TEXT, item: str = "culture-3") -> None:
    """Save a note and wait until the index has it."""
    window.context.engine.result(20)
    with qtbot.waitSignal(window.context.finder.followed):
        window.context.reader.add_note(item, text)


def chips(window: MainWindow) -> list[str]:
    found = window.search.header.chips.findChildren(Chip)
    return [chip.text() for chip in found if chip.isVisible()]


def names(window: MainWindow) -> list[str]:
    found = window.search.header.chips.findChildren(Chip)
    return [chip.accessibleName() for chip in found if chip.isVisible()]


def open_note(window: MainWindow) -> None:
    """Enter on the first of the reader's own texts."""
    window.search.show_scope(NOTES)
    QTest.keyClick(window.search.list, Qt.Key.Key_Return)


def test_a_note_is_found_in_a_section_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    search(qtbot, window, "پسماندها")
    assert [row.note.text for row in note_rows(window)] == [TEXT]
    assert sections(window)[:2] == ["متن سند", "یادداشت‌ها"]


def test_scopes_choose_between_document_and_notes(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    search(qtbot, window, "پسماند")
    for scope, notes in ((NOTES, 1), (DOCUMENT, 0), ("culture", 1)):
        window.search.header.scope_chosen.emit(scope)
        assert (scope, len(note_rows(window))) == (scope, notes)
        assert bool(window.search.list.rows.hit_rows()) == (scope == DOCUMENT)


def test_filters_reach_the_notes_too(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    for filter_, count in (("محور:فرهنگی", 1), ("محور:اقتصاد", 0)):
        search(qtbot, window, f"پسماند {filter_}")
        assert (filter_, len(note_rows(window))) == (filter_, count)


def test_opening_puts_the_keyboard_on_the_note(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    write(qtbot, window, "چیز دیگری")
    search(qtbot, window, "پسماند")
    window.activateWindow()
    open_note(window)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), NoteCard))
    card = window.focusWidget()
    assert window.axis.current_item() == "culture-3"
    assert isinstance(card, NoteCard)
    assert card.note.text == TEXT


def test_a_deleted_note_is_no_longer_found(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    search(qtbot, window, "پسماند")
    reader = window.context.reader
    with qtbot.waitSignal(window.search.results_shown):
        reader.delete_note(reader.notes("culture-3")[0])
    assert not note_rows(window)


def test_a_note_saved_while_results_are_shown_joins_them(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "پسماند")
    with qtbot.waitSignal(window.search.results_shown):
        write(qtbot, window)
    assert len(note_rows(window)) == 1


def test_an_answer_is_shown_once_where_nothing_was_written(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "پسماند")
    finder = window.context.finder
    with (
        qtbot.assertNotEmitted(window.search.results_shown),
        qtbot.waitSignal(finder.followed),
    ):
        finder.follow()
    assert not window.search.is_waiting()


@pytest.fixture
def never_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer takes so long that the page says so, which shows it anew."""
    monkeypatch.setattr("desktop.search.inquiry.BUSY_AFTER_MS", PATIENCE_MS)


def test_a_note_that_does_not_answer_leaves_the_rows_as_they_are(
    never_busy: None, qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "پسماند")
    page = window.search
    with (
        qtbot.assertNotEmitted(page.list.rows.modelReset),
        qtbot.waitSignal(page.results_shown),
    ):
        window.context.reader.add_note("culture-3", "چیز دیگری")


def test_a_slip_of_the_keys_finds_the_note_as_soon_as_its_words_are_learnt(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.context.engine.result(20)
    with qtbot.waitSignal(window.context.finder.learnt):
        window.context.reader.add_note("culture-3", "با آقای قنبرزاده")
    search(qtbot, window, "غنبرزاده")
    assert [row.note.text for row in note_rows(window)] == ["با آقای قنبرزاده"]


def test_a_slip_of_the_keys_in_the_query_shown_is_mended_as_soon_as_the_words_are_learnt(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "غنبرزاده")
    assert not note_rows(window)
    window.context.reader.add_note("culture-3", "با آقای قنبرزاده")
    qtbot.waitUntil(lambda: len(note_rows(window)) == 1)


def test_a_tag_opens_on_the_page_of_tags(qtbot: QtBot, window: MainWindow) -> None:
    reader = window.context.reader
    with qtbot.waitSignal(window.context.finder.followed):
        reader.tell(reader.store.set_item_tags("economy-1", ["نامه‌ی شورا"]).change)
    search(qtbot, window, "نامه شورا")
    open_note(window)
    place = window.navigator.place
    assert place is not None
    assert place.page == "tags"


def test_a_collection_opens_among_the_bookmarks(qtbot: QtBot, window: MainWindow) -> None:
    reader = window.context.reader
    made = reader.store.create_collection("پرونده‌ی زلزله")
    with qtbot.waitSignal(window.context.finder.followed):
        reader.tell(made.change)
    search(qtbot, window, "پرونده زلزله")
    open_note(window)
    place = window.navigator.place
    assert place is not None
    assert place.page == "bookmarks"


def test_a_lost_index_is_made_anew(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    window.context.finder.close()
    shutil.rmtree(window.context.paths.note_index)
    with qtbot.waitSignal(window.context.finder.followed):
        window.context.finder.follow()
    search(qtbot, window, "پسماند")
    assert len(note_rows(window)) == 1


def test_many_notes_are_shown_as_they_are_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    store, reader = window.context.reader.store, window.context.reader
    changes = [store.add_annotation("culture-3", note=f"{TEXT} {n}").change for n in range(90)]
    with qtbot.waitSignal(window.context.finder.followed):
        reader.tell(changes[-1])
    search(qtbot, window, "پسماند")
    assert len(note_rows(window)) == 60
    assert "یادداشت‌ها ۹۰" in chips(window)
    assert chips(window)[-1].strip() == at_least("۶۰")  # those of the axis looked for so far
    axis = f"دامنه: {window.context.axis_title('culture')}، دست‌کم ۶۰ نتیجه"
    assert names(window)[-1] == axis
    more = window.search.list.rows.row_of("more")
    page, shown = window.search, window.search.list
    with qtbot.waitSignals([shown.more_wanted, page.results_shown]):
        shown.enter(shown.rows.index(more))
    assert len(note_rows(window)) == 90


def test_only_the_rows_in_sight_are_measured(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "شهر")
    model = window.search.list.rows
    assert model.rowCount() < len(model.found_rows())
    assert len(rows(window)) > len(model.found_rows())
