"""F3 and Enter at the line that stands for more notes than were looked for at first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.search.finds import NO_MORE_HERE
from desktop.search.rows import MoreRow, NoteRow
from tests.desktop.search.searching import note_rows, rows, search
from tests.desktop.search.test_notes import write

F3, SHIFT = Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at_more(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> str:
    """The list, scrolled to the line that stands for more notes; the find above that line."""
    window.resize(1366, 700)
    monkeypatch.setattr("desktop.search.inquiry.MOST_NOTES", 1)
    for item in ("culture-3", "culture-4", "culture-5"):
        write(qtbot, window, item=item)
    search(qtbot, window, "پسماند")
    shown = rows(window)
    asking = next(at for at, row in enumerate(shown) if isinstance(row, MoreRow))
    window.search.list.choose_row(asking)
    above = shown[asking - 1]
    assert isinstance(above, NoteRow)
    return above.key


def opened(window: MainWindow) -> str:
    """The find that the reader was taken to."""
    place = window.navigator.place
    assert place is not None
    assert place.walk is not None
    return place.walk.at


def test_f3_on_the_line_for_more_notes_opens_the_first_of_them(
    qtbot: QtBot, window: MainWindow, at_more: str
) -> None:
    with qtbot.waitSignals([window.search.finds.more_wanted, window.search.results_shown]):
        QTest.keyClick(window, F3)
    keys = window.search.list.rows.found_keys()
    assert opened(window) == keys[keys.index(at_more) + 1]


def test_back_from_the_line_for_more_notes_stands_the_one_above(
    window: MainWindow, at_more: str
) -> None:
    QTest.keyClick(window, F3, SHIFT)
    assert opened(window) == at_more


def test_the_line_for_more_notes_gives_its_place_to_the_first_of_them(
    qtbot: QtBot, window: MainWindow, at_more: str
) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        QTest.keyClick(window.search.list, Qt.Key.Key_Return)
    keys = window.search.list.rows.found_keys()
    assert window.search.list.current_key() == keys[keys.index(at_more) + 1]


def test_another_query_ends_the_wait_for_more_notes(
    qtbot: QtBot, window: MainWindow, at_more: str
) -> None:
    QTest.keyClick(window, F3)
    search(qtbot, window, "زیرساخت")
    assert window.navigator.place == Place("search", "زیرساخت")


def test_a_failure_ends_the_wait_for_more_notes(
    qtbot: QtBot, window: MainWindow, at_more: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(window.context.finder, "search", lambda *_: 1 / 0)
        with qtbot.waitSignal(window.search.inquiry.failed):
            QTest.keyClick(window, F3)
    search(qtbot, window, "زیرساخت")
    assert window.navigator.place == Place("search", "زیرساخت")


def test_another_query_is_shown_from_the_top_though_more_notes_were_awaited(
    qtbot: QtBot, window: MainWindow, at_more: str
) -> None:
    bar = window.search.list.verticalScrollBar()
    assert bar.value() > 0
    QTest.keyClick(window.search.list, Qt.Key.Key_Return)
    search(qtbot, window, "شهر")
    assert bar.value() == 0


@pytest.mark.parametrize(("axes", "still_more"), [(3, False), (6, True)])
def test_f3_opens_no_note_again_where_the_scope_holds_no_more(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, axes: int, still_more: bool
) -> None:
    monkeypatch.setattr("desktop.search.inquiry.MOST_NOTES", 1)
    for axis in window.context.reference.axes()[:axes]:
        write(qtbot, window, "قلمدان", f"{axis.slug}-1")
    page = window.search
    search(qtbot, window, "قلمدان")
    (note,) = note_rows(window)
    assert note.note.item_id
    page.show_scope(note.note.item_id.rpartition("-")[0])
    page.list.choose_row(page.list.rows.row_of("more"))
    with qtbot.waitSignals([page.finds.more_wanted, page.finds.said]):
        QTest.keyClick(window, F3)
    assert window.navigator.place == Place("search", "قلمدان")
    assert page.list.current_key() == ("more" if still_more else note.key)
    assert window.status.message.plain == NO_MORE_HERE
