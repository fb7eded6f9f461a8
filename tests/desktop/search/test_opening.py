"""From a result to where it stands, one after another, always in the same order."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.user.models import Change
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.meeting.page import MeetingPage
from desktop.notes.editor import NoteEditor
from tests.desktop.pages import shown_page
from tests.desktop.search.searching import note_rows, rows, search
from tests.desktop.search.test_notes import open_note, write


def keep(qtbot: QtBot, window: MainWindow, change: Change) -> None:
    """Tell an act of the store and wait until the index has it."""
    window.context.engine.result(20)
    with qtbot.waitSignal(window.context.finder.followed):
        window.context.reader.tell(change)


def test_a_note_on_a_whole_axis_opens_in_its_dialog(qtbot: QtBot, window: MainWindow) -> None:
    made = window.context.reader.store.add_annotation("culture", note="بودجه‌ی موزه‌ها")
    keep(qtbot, window, made.change)
    search(qtbot, window, "بودجه موزه")
    open_note(window)
    (editor,) = window.findChildren(NoteEditor)
    assert editor.fields.text.toPlainText() == "بودجه‌ی موزه‌ها"
    assert window.axis.axis_slug() == "culture"
    editor.close()


def test_the_line_beside_a_bookmark_opens_with_the_keyboard_in_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    store = window.context.reader.store
    mark = store.add_bookmark("economy-3").value
    keep(qtbot, window, store.set_bookmark_note(mark.uuid, "برای گزارش زلزله").change)
    window.activateWindow()
    search(qtbot, window, "گزارش زلزله")
    open_note(window)
    assert window.axis.current_item() == "economy-3"
    assert window.focusWidget() is window.panel.bookmark_note.edit


def test_a_meeting_opens_among_the_meetings(qtbot: QtBot, window: MainWindow) -> None:
    made = window.context.reader.store.start_meeting("کمیسیون حقوقی", date(2026, 3, 21))
    keep(qtbot, window, made.change)
    search(qtbot, window, "کمیسیون حقوقی")
    open_note(window)
    page = shown_page(window, MeetingPage)
    assert page.meetings.current_key() == made.value.uuid


def test_results_take_the_keyboard_after_a_query_that_found_nothing(
    qtbot: QtBot, window: MainWindow, in_front: None
) -> None:
    search(qtbot, window, "ققننققنن")
    window.visit(Place("home"))
    window.visit(Place("search", "پسماند"))
    qtbot.waitUntil(window.search.list.hasFocus)


def test_f3_walks_over_notes_too(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    search(qtbot, window, "پسماند خشک")
    window.search.show_scope("notes")
    (note,) = note_rows(window)
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.axis.current_item() == "culture-3"
    qtbot.waitUntil(lambda: window.panel.notes.cards()[0].note.uuid == note.note.uuid)


def test_f3_comes_round(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "پسماند")
    found = [row.item.id for row in rows(window) if hasattr(row, "item")]
    walked = []
    for _ in found:
        QTest.keyClick(window, Qt.Key.Key_F3)
        walked.append(window.axis.current_item())
    assert sorted(walked) == sorted(found)


def test_results_stand_in_the_same_order_each_time(qtbot: QtBot, window: MainWindow) -> None:
    queries = ("شهر", "زیرساخت فناوری", "محور:امنیت پلیس")
    orders = []
    for query in queries * 3:
        search(qtbot, window, query)
        orders.append([getattr(row, "key", "") for row in rows(window)])
    assert orders[:3] == orders[3:6] == orders[6:]


def test_back_shows_the_same_results(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "شهر")
    before = [getattr(row, "key", "") for row in rows(window)]
    window.navigator.go(Place("home"))
    window.navigator.back()
    assert [getattr(row, "key", "") for row in rows(window)] == before
