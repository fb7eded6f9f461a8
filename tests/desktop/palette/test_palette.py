"""The quick way: codes, words, acts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.row_delegate import ROW
from desktop.main_window import MainWindow
from desktop.palette.entries import Entry
from tests.desktop.typing import type_text


def test_a_code_in_persian_digits_jumps(qtbot: QtBot, window: MainWindow) -> None:
    window.palette_.open()
    type_text(window.palette_.box, "۲۱۴")
    QTest.keyClick(window.palette_.box, Qt.Key.Key_Return)
    assert window.axis.current_item() == "infrastructure-14"


def test_words_find_directions(qtbot: QtBot, window: MainWindow) -> None:
    window.palette_.open()
    type_text(window.palette_.box, "زلزله")
    qtbot.waitUntil(lambda: bool(getattr(window.palette_.list.current(), "item", "")))


def test_it_says_when_there_is_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.palette_.open()
    assert not window.palette_.nothing.isVisible()
    type_text(window.palette_.box, "ققننققنن")
    qtbot.waitUntil(window.palette_.nothing.isVisible)
    window.palette_.box.setText("214")
    assert not window.palette_.nothing.isVisible()


def test_ctrl_enter_copies_without_leaving(qtbot: QtBot, window: MainWindow) -> None:
    window.palette_.open()
    type_text(window.palette_.box, "214")
    QTest.keyClick(window.palette_.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "محور زیرساخت‌های شهری" in QGuiApplication.clipboard().text()
    assert window.home.isVisible()


def test_an_act_is_found_by_its_name(qtbot: QtBot, window: MainWindow) -> None:
    window.palette_.open()
    type_text(window.palette_.box, "پوسته: تیره")
    QTest.keyClick(window.palette_.box, Qt.Key.Key_Return)
    assert window.context.theme.tokens.dark


def test_an_act_is_found_on_the_other_keyboard_layout(window: MainWindow) -> None:
    window.palette_.open()
    type_text(window.palette_.box, "jkzdlhj")
    titles = [getattr(line, "text", "") for line in window.palette_.list.rows.lines]
    assert "تنظیمات" in titles


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("محیط زیست", "محیط‌زیست"),
        ("حمل و نقل", "حمل‌ونقل"),
        ("حملونقل", "حمل‌ونقل"),
        ("یادداشت های من", "یادداشت‌های من"),
        ("سندو منبع", "سند و منبع"),
    ],
)
def test_a_name_is_found_however_its_words_are_parted(
    window: MainWindow, typed: str, name: str
) -> None:
    window.palette_.open()
    type_text(window.palette_.box, typed)
    assert getattr(window.palette_.list.current(), "text", "") == name


def test_letters_across_two_words_are_no_name(window: MainWindow) -> None:
    window.palette_.open()
    type_text(window.palette_.box, "دومنبع")
    assert window.palette_.list.current() is None


def test_escape_gives_the_focus_back(window: MainWindow, in_front: None) -> None:
    window.search_box.setFocus()
    window.palette_.open()
    QTest.keyClick(window.palette_.box, Qt.Key.Key_Escape)
    assert not window.palette_.isVisible()
    assert window.focusWidget() is window.search_box


def test_what_was_opened_last_is_offered_first(window: MainWindow) -> None:
    for item_id in ("economy-3", "culture-1"):
        window.open_item(item_id)
        window.panel.recent.timer.timeout.emit()
    window.palette_.open()
    assert getattr(window.palette_.list.current(), "item", "") == "culture-1"
    type_text(window.palette_.box, "پوسته")
    assert getattr(window.palette_.list.current(), "act", "")


def test_what_is_passed_over_was_not_opened(window: MainWindow) -> None:
    window.open_item("economy-3")
    assert window.context.reader.store.recently_opened() == []


def test_the_first_result_of_a_query_was_not_opened(qtbot: QtBot, window: MainWindow) -> None:
    window.search_for("زلزله")
    qtbot.waitUntil(lambda: bool(window.panel.item))
    window.panel.arrive()
    assert not window.panel.recent.timer.isActive()
    window.open_item("economy-3")
    assert window.panel.recent.timer.isActive()


def test_enter_waits_for_what_is_still_looked_for(qtbot: QtBot, window: MainWindow) -> None:
    window.palette_.open()
    type_text(window.palette_.box, "زلزله")
    QTest.keyClick(window.palette_.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.palette_.isVisible())
    assert "زلزله" in window.context.reference.item(window.axis.current_item()).edited


def test_a_place_chosen_has_the_keyboard(window: MainWindow, in_front: None) -> None:
    window.search_box.begin()
    window.palette_.open()
    type_text(window.palette_.box, "۲۱۴")
    QTest.keyClick(window.palette_.box, Qt.Key.Key_Return)
    assert window.focusWidget() is window.axis.list


def chosen_of(qtbot: QtBot, window: MainWindow, text: str) -> Entry:
    """What is chosen for a text when directions have been found for it too."""
    window.palette_.open()
    type_text(window.palette_.box, text)
    rows = window.palette_.list.rows
    qtbot.waitUntil(lambda: any(getattr(one, "item", "") for one in rows.lines))
    current = window.palette_.list.current()
    assert current is not None
    return current


def test_acts_stand_before_what_is_only_near(qtbot: QtBot, window: MainWindow) -> None:
    assert chosen_of(qtbot, window, "جلسه").act


def test_a_name_begun_stands_before_what_is_found(qtbot: QtBot, window: MainWindow) -> None:
    current = chosen_of(qtbot, window, "حمل")
    assert (current.axis, current.item) == ("transport", "")


def test_an_axis_is_offered_once(window: MainWindow) -> None:
    window.palette_.open()
    type_text(window.palette_.box, "اقتصاد شهری")
    model = window.palette_.list.model()
    lines = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
    named = [one for one in lines if isinstance(one, Entry) and one.text == "اقتصاد شهری"]
    assert [one.axis for one in named] == ["economy"]


def begun(window: MainWindow, typed: str) -> list[Entry]:
    """What stands there at once for the first digits of a code."""
    window.palette_.open()
    type_text(window.palette_.box, typed)
    return [line for line in window.palette_.list.rows.lines if isinstance(line, Entry)]


@pytest.mark.parametrize("typed", ["2", "۲"])
def test_one_digit_leads_to_its_axis(window: MainWindow, typed: str) -> None:
    assert [one.axis for one in begun(window, typed)] == ["infrastructure"]


def test_two_digits_offer_the_items_they_begin(window: MainWindow) -> None:
    *found, axis = begun(window, "21")
    assert [one.item for one in found] == [f"infrastructure-{n}" for n in range(10, 17)]
    assert "۲۱۰" in found[0].hint
    assert (axis.axis, axis.item) == ("infrastructure", "")


def test_digits_offer_nothing_that_is_only_near(qtbot: QtBot, window: MainWindow) -> None:
    found = begun(window, "21")
    qtbot.waitUntil(lambda: not window.context.background.busy)
    lines = [line for line in window.palette_.list.rows.lines if isinstance(line, Entry)]
    assert lines == found


def test_a_list_without_a_line_does_not_cover_the_box(qtbot: QtBot, window: MainWindow) -> None:
    palette = window.palette_
    palette.open()
    type_text(palette.box, "ققننققنن")
    qtbot.waitUntil(palette.nothing.isVisible)
    qtbot.waitUntil(lambda: palette.box.visibleRegion().boundingRect() == palette.box.rect())
    assert not (palette.list.isVisible() and palette.list.geometry() & palette.box.geometry())
