"""Help: the keys as they are, examples that work, licences that are there, hints once."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from db.search.query import parse_query
from desktop.common.context import Context
from desktop.common.place import Place
from desktop.help.about import LICENCES, About, versions
from desktop.help.hints import Hints
from desktop.help.keys import key_map
from desktop.help.page import PARTS, HelpPage
from desktop.help.texts import SEARCH
from desktop.main_window import MainWindow
from tests.desktop.pages import shown_page
from tests.desktop.search.searching import search


@pytest.fixture
def understood() -> None:
    """Nothing yet."""


@pytest.fixture
def hints(window: MainWindow) -> Hints:
    found = window.findChild(Hints)
    assert found is not None
    return found


def test_every_key_of_an_act_is_in_the_map(window: MainWindow) -> None:
    told = {
        keys for lines in key_map(window.actions_).values() for line in lines for keys in line.keys
    }
    acts = {keys for act in window.actions_.acts() if act.menu for keys in act.keys}
    acts = {keys.replace("Return", "Enter") for keys in acts}
    assert acts <= told


def test_every_part_is_shown(window: MainWindow) -> None:
    for part in PARTS:
        window.navigator.go(Place("help", part))
        page = window.navigator.page
        assert isinstance(page, HelpPage)
        assert [name for name, shown in page.parts.items() if shown.isVisible()] == [part]


@pytest.mark.parametrize("example", [example for example, _ in SEARCH])
def test_every_example_is_understood_as_told(example: str) -> None:
    assert not getattr(parse_query(example), "remarks", ())


@pytest.mark.parametrize("path", LICENCES.values(), ids=lambda path: path.name)
def test_every_licence_is_in_the_package(context: Context, path: object) -> None:
    about = About(context)
    about.choice.choose(str(path))
    about.show_licence()
    assert len(about.text.toPlainText()) > 500


def test_versions_name_program_text_and_libraries(window: MainWindow) -> None:
    assert set(versions(window.context)) == {"برنامه", "ویراست متن", "Qt", "Python", "SQLite"}


def test_one_hint_at_a_time_and_never_again(qtbot: QtBot, window: MainWindow, hints: Hints) -> None:
    qtbot.waitUntil(hints.isVisible)
    hints.button.click()
    assert not hints.isVisible()
    window.navigator.go(Place("axis", "economy"))
    qtbot.waitUntil(hints.isVisible)
    assert window.context.settings["hints_seen"] == "search"


def test_who_has_searched_needs_no_hint_for_it(
    qtbot: QtBot, window: MainWindow, hints: Hints
) -> None:
    qtbot.waitUntil(hints.isVisible)
    search(qtbot, window, "پسماند")
    QTest.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.context.settings["hints_seen"] == "search"
    assert not hints.isVisible()


def test_who_has_opened_a_row_needs_no_hint_for_it(
    qtbot: QtBot, window: MainWindow, hints: Hints
) -> None:
    qtbot.waitUntil(hints.isVisible)
    hints.button.click()
    window.open_item("economy-2")
    qtbot.waitUntil(hints.isVisible)
    QTest.keyClick(window.axis.list, Qt.Key.Key_Return)
    assert window.context.settings["hints_seen"] == "row,search"
    assert not hints.isVisible()


def test_hints_come_again_when_asked(qtbot: QtBot, window: MainWindow, hints: Hints) -> None:
    qtbot.waitUntil(hints.isVisible)
    hints.button.click()
    window.actions_["help.hints"].trigger()
    assert hints.isVisible()


def test_a_hint_does_not_take_the_focus(qtbot: QtBot, window: MainWindow, hints: Hints) -> None:
    qtbot.waitUntil(hints.isVisible)
    assert not hints.button.hasFocus()


@pytest.mark.parametrize("size", [(1366, 768), (911, 480)])
def test_a_hint_covers_nothing_of_the_window(
    qtbot: QtBot, window: MainWindow, hints: Hints, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qtbot.waitUntil(hints.isVisible)
    parts = (window.command_bar, window.workspace, window.status)
    assert not [one for one in parts if one.geometry().intersects(hints.geometry())]


def test_a_hint_leaves_its_room_to_the_drawer(
    qtbot: QtBot, window: MainWindow, hints: Hints
) -> None:
    window.resize(911, 480)
    window.open_item("economy-8")
    qtbot.waitUntil(hints.isVisible)
    window.panel_place.open()
    assert not hints.isVisible()
    window.panel_place.toggle()
    assert hints.isVisible()


def test_a_hint_leaves_its_room_in_a_low_window_to_a_meeting(
    qtbot: QtBot, window: MainWindow, hints: Hints
) -> None:
    window.resize(911, 450)
    qtbot.waitUntil(hints.isVisible)
    window.context.reader.tell(
        window.context.reader.store.start_meeting("بررسی", date(2026, 11, 25)).change
    )
    qtbot.waitUntil(lambda: not hints.isVisible())


def test_a_hint_waits_until_what_happened_has_been_read(
    qtbot: QtBot, window: MainWindow, hints: Hints
) -> None:
    qtbot.waitUntil(hints.isVisible)
    window.banner.say("پرونده‌ی تنظیمات خوانده نشد.")
    qtbot.waitUntil(lambda: not hints.isVisible())
    window.banner.close_button.click()
    qtbot.waitUntil(hints.isVisible)


def wait_behind_the_banner(qtbot: QtBot, window: MainWindow, hints: Hints) -> None:
    window.banner.say("چاپ نشد.")
    qtbot.waitUntil(lambda: not hints.isVisible())


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hint is read aloud as soon as it is shown."""
    monkeypatch.setattr("desktop.help.hints._SPOKEN_AFTER_MS", 0)


def test_a_hint_is_read_aloud_when_it_is_shown_and_once(
    soon: None, spoken: list[str], qtbot: QtBot, window: MainWindow, hints: Hints
) -> None:
    qtbot.waitUntil(hints.isVisible)
    wait_behind_the_banner(qtbot, window, hints)
    hints.learn("search")
    window.navigator.go(Place("axis", "economy"))
    qtbot.waitUntil(lambda: hints.current is not None)
    text = hints.current.text if hints.current else ""
    QApplication.processEvents()
    assert text not in spoken
    window.banner.close_button.click()
    qtbot.waitUntil(lambda: text in spoken)
    wait_behind_the_banner(qtbot, window, hints)
    window.banner.close_button.click()
    qtbot.waitUntil(hints.isVisible)
    QApplication.processEvents()
    assert spoken.count(text) == 1


def test_the_way_back_stands_beside_a_hint(qtbot: QtBot, window: MainWindow, hints: Hints) -> None:
    qtbot.waitUntil(hints.isVisible)
    window.context.reader.toggle_bookmark("economy-8")
    assert not hints.geometry().intersects(window.toast.geometry())
    (button,) = window.toast.findChildren(QPushButton)
    assert button.width() >= button.sizeHint().width()


def test_the_page_keys_scroll_the_help(window: MainWindow, in_front: None) -> None:
    window.navigator.go(Place("help"))
    page = shown_page(window, HelpPage)
    window.focus_page()
    shown = page.parts["keys"]
    assert isinstance(shown, QScrollArea)
    QTest.keyClick(page.segments.current(), Qt.Key.Key_PageDown)
    assert shown.verticalScrollBar().value() > 0
    QTest.keyClick(page.segments.current(), Qt.Key.Key_Home)
    assert shown.verticalScrollBar().value() == 0
