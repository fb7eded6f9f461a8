"""F3 goes from find to find and says where one is, why, and when it begins anew."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.widgets.buttons import IconButton
from desktop.main_window import MainWindow
from desktop.search.found_line import FIRST_AGAIN, LAST_AGAIN, ONLY_ONE, FoundLine
from desktop.search.rows import HitRow
from tests.desktop.search.searching import rows, search
from tests.desktop.search.test_notes import open_note, write
from tests.desktop.stage import click

F3, SHIFT = Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def line(qtbot: QtBot, window: MainWindow, in_front: None) -> FoundLine:
    """What says where one is, after a search."""
    search(qtbot, window, "پسماند")
    found = window.findChild(FoundLine)
    assert found is not None
    return found


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = window.focusWidget() or window
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def finds(window: MainWindow) -> list[str]:
    return [row.item.id for row in rows(window) if isinstance(row, HitRow)]


def place(number: str, count: str) -> str:
    return f"مورد {number} از {count} برای «پسماند»"


def test_the_first_f3_opens_the_row_chosen_among_the_results(
    window: MainWindow, line: FoundLine
) -> None:
    first = finds(window)[0]
    press(window, F3)
    assert window.axis.current_item() == first
    assert line.text.plain.startswith(place("۱", "۱۵"))


def test_each_step_says_its_place(window: MainWindow, line: FoundLine) -> None:
    press(window, F3)
    press(window, F3)
    assert place("۲", "۱۵") in line.text.plain
    press(window, F3, SHIFT)
    assert place("۱", "۱۵") in line.text.plain


def test_coming_round_is_said(window: MainWindow, line: FoundLine) -> None:
    press(window, F3)
    press(window, F3, SHIFT)
    assert line.text.plain.startswith(LAST_AGAIN)
    assert place("۱۵", "۱۵") in line.text.plain
    press(window, F3)
    assert line.text.plain.startswith(FIRST_AGAIN)
    press(window, F3)
    assert line.text.plain.startswith(place("۲", "۱۵"))


def test_an_only_find_is_said_to_be_one(qtbot: QtBot, window: MainWindow, line: FoundLine) -> None:
    search(qtbot, window, "«دیده‌بان علوم»")
    press(window, F3)
    press(window, F3)
    assert line.text.plain.startswith(ONLY_ONE)


def test_the_reason_stays_beside_what_was_found_by_its_subject(
    window: MainWindow, line: FoundLine
) -> None:
    found = [row for row in rows(window) if isinstance(row, HitRow)]
    by_subject = [row for row in found if not row.hit.spans][:2]
    for row in by_subject:
        window.search.finds.open_item(row.item.id)
        assert row.hit.why
        assert row.hit.why in line.text.plain
    press(window, F3)
    after = found[found.index(by_subject[-1]) + 1]
    assert window.axis.current_item() == after.item.id


def test_another_row_that_was_found_says_its_own_place(window: MainWindow, line: FoundLine) -> None:
    items = finds(window)
    axes = [item.rpartition("-")[0] for item in items]
    at = next(at for at, axis in enumerate(axes[1:], 1) if axis == axes[at - 1])
    window.search.finds.open_item(items[at - 1])
    window.axis.list.choose(items[at])
    assert place(digits(at + 1), "۱۵") in line.text.plain
    press(window, F3)
    assert window.axis.current_item() == items[at + 1]


def test_a_row_that_was_not_found_is_given_no_place(window: MainWindow, line: FoundLine) -> None:
    press(window, F3)
    here = window.axis.axis_slug()
    others = window.context.reference.items_of_axis(here)
    window.axis.list.choose(next(one.id for one in others if one.id not in finds(window)))
    assert line.text.plain == "۱۵ مورد برای «پسماند»"


def test_escape_ends_the_line_with_the_marks(window: MainWindow, line: FoundLine) -> None:
    press(window, F3)
    press(window, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert not window.axis.list.rows.hits


def test_its_buttons_do_the_same(window: MainWindow, line: FoundLine) -> None:
    press(window, F3)
    click(line, IconButton, "نتیجه‌ی بعدی (F3)")
    assert place("۲", "۱۵") in line.text.plain
    click(line, IconButton, "نتیجه‌ی قبلی (Shift+F3)")
    assert place("۱", "۱۵") in line.text.plain
    click(line, IconButton, "برداشتن رنگ نتیجه‌ها (Esc)")
    assert not line.isVisible()
    assert window.axis.list.hasFocus()


def test_it_stands_again_where_one_comes_back_to(window: MainWindow, line: FoundLine) -> None:
    press(window, F3)
    window.visit(Place("home"))
    assert not line.isVisible()
    window.navigator.back()
    assert line.isVisible()
    assert line.text.plain.startswith(place("۱", "۱۵"))


def test_f3_takes_the_keyboard_from_the_box_to_what_was_found(
    window: MainWindow, line: FoundLine
) -> None:
    window.search_box.setFocus()
    press(window, F3)
    assert window.axis.list.hasFocus()


def test_f3_from_elsewhere_goes_on_where_the_walk_was_left(
    window: MainWindow, line: FoundLine
) -> None:
    press(window, F3)
    window.visit(Place("home"))
    press(window, F3)
    assert place("۲", "۱۵") in line.text.plain


def test_a_note_that_was_found_is_one_of_the_places(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    search(qtbot, window, "پسماند")
    open_note(window)
    line = window.findChild(FoundLine)
    assert line is not None
    assert line.text.plain == "مورد ۱ از ۱ برای «پسماند»"
    assert window.axis.list.rows.hits


def test_a_note_deleted_meanwhile_is_told_and_passed_over(qtbot: QtBot, window: MainWindow) -> None:
    write(qtbot, window)
    search(qtbot, window, "پسماند")
    items = finds(window)
    note = window.search.list.rows.found_keys().index(window.context.reader.store.notes()[0].uuid)
    window.search.finds.open_item(items[note - 1])
    window.context.reader.store.delete_annotation(window.context.reader.store.notes()[0].uuid)
    QTest.keyClick(window, F3)
    assert window.status.message.plain == "این یادداشت دیگر نیست."
    QTest.keyClick(window, F3)
    assert window.axis.current_item() == items[note]


def test_a_find_on_the_page_already_shown_is_come_to(qtbot: QtBot, window: MainWindow) -> None:
    store = window.context.reader.store
    window.context.engine.result(20)
    for title in ("قلمدان کهنه", "قلمدان نو"):
        with qtbot.waitSignal(window.context.finder.followed):
            window.context.reader.tell(store.create_collection(title).change)
    search(qtbot, window, "قلمدان")
    open_note(window)
    line = window.findChild(FoundLine)
    assert line is not None
    assert line.text.plain == "مورد ۱ از ۲ برای «قلمدان»"
    press(window, F3)
    assert line.text.plain == "مورد ۲ از ۲ برای «قلمدان»"


def test_back_among_the_results_f3_goes_on_from_the_find_opened_last(
    window: MainWindow, line: FoundLine
) -> None:
    for _ in range(3):
        press(window, F3)
    while window.navigator.place != Place("search", "پسماند"):
        window.navigator.back()
    QApplication.processEvents()
    assert window.search.list.current_key() == finds(window)[2]
    assert len(window.search.list.selected_rows()) == 1
    press(window, F3)
    assert window.axis.current_item() == finds(window)[3]


def test_a_row_chosen_since_outlives_the_find_opened_last(
    window: MainWindow, line: FoundLine
) -> None:
    press(window, F3)
    press(window, F3)
    while window.navigator.place != Place("search", "پسماند"):
        window.navigator.back()
    QApplication.processEvents()
    window.search.list.choose_row(window.search.list.rows.found_rows()[5])
    window.visit(Place("home"))
    window.navigator.back()
    QApplication.processEvents()
    assert window.search.list.current_key() == finds(window)[5]


def test_an_answer_is_let_go_though_the_way_through_it_is_kept(
    qtbot: QtBot, window: MainWindow, line: FoundLine
) -> None:
    press(window, F3)
    assert window.search.results
    answer = weakref.ref(window.search.results.hits[0].account)
    for query in ("زلزله", "هوای پاک"):
        search(qtbot, window, query)
        press(window, F3)
    gc.collect()
    assert answer() is None
    while window.navigator.place != Place("search", "پسماند"):
        window.navigator.back()
    window.navigator.forward()
    assert line.text.plain == place("۱", "۱۵")
