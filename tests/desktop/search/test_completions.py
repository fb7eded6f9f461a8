"""Completions under the search box, and what was searched for before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.search.completions import Completions
from desktop.search.typed import LONGEST
from tests.desktop.search.searching import search
from tests.desktop.typing import type_text

Key = Qt.Key


def offered(qtbot: QtBot, window: MainWindow, text: str) -> Completions:
    """Type, and wait for the list."""
    window.activateWindow()
    window.search_box.begin()
    type_text(window.search_box, text)
    qtbot.waitUntil(window.search_box.completions.isVisible)
    return window.search_box.completions


@pytest.mark.parametrize(
    ("typed", "best"),
    [("پسم", "پسماند"), ("محو", "محور:"), ("محور:حمل", "محور:حمل‌ونقل"), ("نشان:", "نشان:دارد")],
)
def test_words_filters_and_values_are_completed(
    qtbot: QtBot, window: MainWindow, typed: str, best: str
) -> None:
    assert best in offered(qtbot, window, typed).offered()


def test_tags_of_the_reader_are_completed(qtbot: QtBot, window: MainWindow) -> None:
    reader = window.context.reader
    reader.tell(reader.store.set_item_tags("economy-1", ["فاوا"]).change)
    assert "برچسب:فاوا" in offered(qtbot, window, "برچسب:").offered()


def test_a_tag_is_completed_as_soon_as_it_is_given(window: MainWindow) -> None:
    finder, reader = window.context.finder, window.context.reader
    assert "برچسب:فاوا" not in finder.complete("برچسب:", ())
    reader.tell(reader.store.set_item_tags("economy-1", ["فاوا"]).change)
    assert "برچسب:فاوا" in finder.complete("برچسب:", ())


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_the_chosen_one_is_taken(qtbot: QtBot, window: MainWindow, key: Key) -> None:
    found = offered(qtbot, window, "پسم")
    QTest.keyClick(window.search_box, Key.Key_Down)
    chosen = found.chosen()
    with qtbot.waitSignal(window.search_box.query_changed):
        QTest.keyClick(window.search_box, key)
    assert window.search_box.text() == chosen == found.offered()[0]
    assert not found.isVisible()


def test_enter_is_not_stolen_when_nothing_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    found = offered(qtbot, window, "پسماند")
    with qtbot.waitSignal(window.search_box.results_wanted):
        QTest.keyClick(window.search_box, Key.Key_Return)
    assert not found.isVisible()
    assert window.search_box.text() == "پسماند"


def test_escape_closes_only_the_list_first(qtbot: QtBot, window: MainWindow) -> None:
    found = offered(qtbot, window, "پسم")
    with qtbot.assertNotEmitted(window.search_box.left):
        QTest.keyClick(window.search_box, Key.Key_Escape)
    assert not found.isVisible()
    with qtbot.waitSignal(window.search_box.left):
        QTest.keyClick(window.search_box, Key.Key_Escape)


def test_arrows_go_round_through_nothing_chosen(qtbot: QtBot, window: MainWindow) -> None:
    found = offered(qtbot, window, "پسم")
    QTest.keyClick(window.search_box, Key.Key_Up)
    assert found.chosen() == found.offered()[-1]
    QTest.keyClick(window.search_box, Key.Key_Down)
    assert found.chosen() == ""


def test_the_list_hangs_under_the_box(qtbot: QtBot, window: MainWindow) -> None:
    found, box = offered(qtbot, window, "پسم"), window.search_box
    assert found.width() == box.width()
    assert found.y() > box.mapTo(window, box.rect().bottomLeft()).y()


def test_what_led_somewhere_is_offered_again(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "پسماندهای ویژه")
    window.search.finds.open_item(window.search.list.current_id())
    assert offered(qtbot, window, "پسما").offered()[0] == "پسماندهای ویژه"


def test_past_queries_can_be_cleared(qtbot: QtBot, window: MainWindow) -> None:
    window.context.past.keep("پسماندهای ویژه")
    window.navigator.go(Place("settings"))
    page = window.navigator.page_named("settings")
    titles = {button.text(): button for button in page.findChildren(QPushButton)}
    titles["پاک کردن جست‌وجوهای پیشین"].click()
    assert window.context.past.latest() == ()
    assert window.context.reader.recall("queries") == "[]"


def test_nothing_is_kept_when_the_reader_does_not_want_it(window: MainWindow) -> None:
    window.context.settings["keep_queries"] = False
    window.context.past.keep("پسماند")
    assert window.context.reader.recall("queries") == ""


PASTED = {
    "long": "ش" * 100_000,
    "lines": "پسماند\nشهری\u2029تهران",
    "surrogate": "پسماند \ud800",
    "emoji": "😀🏙️",
    "bidi": "\u202eپسماند\u2066",
    "quote": "«پسماند",
    "stars": "***",
    "null": "\x00",
}


def test_whatever_is_pasted_gets_an_answer(qtbot: QtBot, window: MainWindow) -> None:
    for name, pasted in PASTED.items():
        window.search_box.setText("")
        window.search_box.insert(pasted)
        with qtbot.waitSignal(window.search.results_shown):
            window.search_for(window.search_box.text() + " شهر")
        assert (name, len(window.search.inquiry.query) <= LONGEST) == (name, True)


def test_a_space_just_typed_is_not_taken_away(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        type_text(window.search_box, "پسماند ")
    assert window.search_box.text() == "پسماند "


def test_examples_of_the_help_can_be_tried(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go(Place("help", "search"))
    page = window.navigator.page_named("help")
    names = {button.accessibleName(): button for button in page.findChildren(QPushButton)}
    with qtbot.waitSignal(window.search.results_shown):
        names["جست‌وجوی نمونه: محور:امنیت پلیس"].click()
    assert window.search_box.text() == "محور:امنیت پلیس"
