"""The reader's own pages in the window: reachable, counted, told, and watched over."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.labels import IconLabel, LineLabel, RichLabel
from desktop.common.widgets.steady_bar import SCROLL_BAR
from desktop.main_window import MainWindow
from desktop.reader_pages import ReaderPages
from tests.desktop.stage import click
from tests.desktop.test_accessibility import unnamed

PAGES = ("notes", "bookmarks", "tags", "meetings", "trash", "backups")


@pytest.fixture
def own(window: MainWindow) -> ReaderPages:
    found = window.findChild(ReaderPages)
    assert found is not None
    return found


def test_every_page_is_reached_by_an_act_and_fully_named(window: MainWindow) -> None:
    window.context.reader.add_note("economy-8", "یادداشت")
    for page in PAGES:
        window.actions_[f"go.{page}"].trigger()
        assert window.navigator.place == Place(page)
        assert (page, unnamed(window)) == (page, [])


def test_the_keyboard_goes_along_to_the_page(window: MainWindow) -> None:
    reader = window.context.reader
    for text in ("ماندنی", "رفتنی"):
        reader.add_note("economy-8", text)
    reader.delete_note(reader.notes("economy-8")[0])
    reader.store.set_item_tags("economy-8", ["بودجه"])
    reader.store.start_meeting("شورا", date(2026, 3, 21))
    reader.toggle_bookmark("economy-8")
    for page in PAGES:
        window.search_box.setFocus()
        window.actions_[f"go.{page}"].trigger()
        assert window.navigator.page is not None
        assert (page, window.focusWidget()) == (page, window.navigator.page.entrance())


def test_every_act_is_told_with_a_way_back(window: MainWindow) -> None:
    window.context.reader.toggle_bookmark("economy-8")
    assert window.toast.isVisible()
    window.undoing.undo()
    assert window.context.reader.bookmarks() == ()


def test_a_row_marked_read_by_hand_is_told_with_a_way_back(window: MainWindow) -> None:
    window.open_item("economy-8")
    window.actions_["act.mark_read"].trigger()
    said = window.toast.findChild(RichLabel)
    assert said is not None
    assert (said.isVisible(), said.plain) == (True, "خوانده‌شده به شمار آمد")
    window.undoing.undo()
    assert not window.context.reader.marks("economy-8").read


def test_a_row_that_is_read_by_itself_is_not_told(window: MainWindow) -> None:
    window.context.reader.came_to_read("economy-8")
    assert window.context.reader.marks("economy-8").read
    assert not window.toast.isVisible()


def test_an_empty_page_says_so_in_the_middle_of_its_column(window: MainWindow) -> None:
    for name in ("notes", "trash", "bookmarks"):
        window.navigator.go(Place(name))
        QApplication.processEvents()
        page = window.navigator.page
        assert page is not None
        (empty,) = (one for one in page.findChildren(EmptyState) if one.isVisible())
        picture = empty.findChild(IconLabel)
        assert picture is not None
        middle = picture.mapTo(page, picture.rect().center()).x()
        assert middle == pytest.approx((page.width() + SCROLL_BAR) / 2, abs=1), name


def crash_while_writing(window: MainWindow) -> None:
    reader = window.context.reader
    reader.store.save_draft("economy-8", "economy-8", "نیمه‌کاره")
    reader.remember("running", "1")


def test_a_draft_of_a_crashed_session_is_opened_with_a_notice(
    window: MainWindow, own: ReaderPages
) -> None:
    crash_while_writing(window)
    own.begin()
    assert window.banner.isVisible()
    assert window.banner.property("good")
    assert window.panel.notes.composer.text() == "نیمه‌کاره"


def test_the_notice_of_a_crash_keeps_what_was_found_at_the_start(
    window: MainWindow, own: ReaderPages
) -> None:
    found = "پرونده‌ی تنظیمات خوانده نشد."
    crash_while_writing(window)
    window.banner.say(found)
    own.begin()
    assert "ناتمام" in window.banner.text
    assert window.banner.property("good")
    window.banner.close_button.click()
    assert (window.banner.text, window.banner.property("good")) == (found, False)


def test_the_notice_of_a_crash_leads_to_the_draft_behind_a_closed_drawer(
    qtbot: QtBot, window: MainWindow, own: ReaderPages
) -> None:
    crash_while_writing(window)
    own.begin()
    window.resize(911, 480)
    qtbot.waitUntil(lambda: not window.panel.isVisible())
    click(window.banner, text="ادامه‌ی نوشتن")
    edit = window.panel.notes.composer.edit
    assert (edit.isVisible(), edit.toPlainText()) == (True, "نیمه‌کاره")
    assert window.focusWidget() is edit
    assert not window.banner.isVisible()


def test_a_draft_of_a_crashed_session_comes_before_the_place_left(
    window: MainWindow, own: ReaderPages, qtbot: QtBot
) -> None:
    crash_while_writing(window)
    place = {"page": "axis", "key": "economy", "state": {"item": "economy-1"}}
    assert window.navigator.resume(place)
    own.begin()
    QTimer.singleShot(0, window, lambda: window.setProperty("settled", True))
    qtbot.waitUntil(lambda: bool(window.property("settled")))
    assert window.axis.current_item() == "economy-8"


def test_a_session_that_ended_well_brings_no_notice(window: MainWindow, own: ReaderPages) -> None:
    window.context.reader.store.save_draft("economy-8", "economy-8", "نیمه‌کاره")
    own.watch()
    own.end()
    own.begin()
    assert not window.banner.isVisible()


def test_beside_the_sign_of_an_empty_page_stands_no_zero(qtbot: QtBot, window: MainWindow) -> None:
    for page in PAGES:
        window.navigator.go(Place(page))
        qtbot.waitUntil(lambda: not window.context.background.busy)
        zeros = [label.plain for label in shown_labels(window) if "۰" in label.plain]
        assert (page, zeros) == (page, [])
    rail = window.rail.rows
    entry = rail.index(rail.row_of(Place("tags")))
    assert entry.data(Qt.ItemDataRole.AccessibleTextRole) == "برچسب‌ها"


def shown_labels(window: MainWindow) -> list[LineLabel]:
    """The lines of the page shown."""
    shown = window.navigator.page
    assert shown is not None
    return [label for label in shown.findChildren(LineLabel) if label.isVisible()]
