"""From page to page and back to exactly the same place."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.common.context import Context
from desktop.common.place import Place
from desktop.common.widgets.labels import RichLabel
from desktop.common.widgets.toast import SHOWN_MS
from desktop.main_window import MainWindow


def find(qtbot: QtBot, window: MainWindow, text: str) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for(text)


def test_it_begins_at_home(window: MainWindow) -> None:
    assert window.navigator.page is window.home


def test_back_returns_to_the_same_scroll_and_selection(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("environment-15")
    bar = window.axis.list.verticalScrollBar()
    window.axis.list.scroll_to(bar.value() + 40)
    before = (bar.value(), window.axis.current_item())
    window.navigator.go(Place("axis", "economy"))
    window.navigator.back()
    qtbot.waitUntil(lambda: (bar.value(), window.axis.current_item()) == before)


def test_back_returns_from_another_item_of_the_same_axis(window: MainWindow) -> None:
    window.open_item("environment-3")
    window.axis.list.choose("environment-4")
    window.open_item("environment-14")
    window.navigator.back()
    assert window.axis.current_item() == "environment-4"
    window.navigator.forward()
    assert window.axis.current_item() == "environment-14"


def test_the_item_in_sight_is_no_step(window: MainWindow) -> None:
    window.open_item("environment-3")
    window.open_item("environment-3")
    window.navigator.back()
    assert window.home.isVisible()


def test_forward_follows_back(window: MainWindow) -> None:
    window.open_item("economy-3")
    window.navigator.back()
    window.navigator.forward()
    assert window.axis.current_item() == "economy-3"


def test_an_axis_remembers_where_it_was_left(window: MainWindow) -> None:
    window.open_item("economy-7")
    window.navigator.go(Place("axis", "culture"))
    window.navigator.go(Place("axis", "economy"))
    assert window.axis.current_item() == "economy-7"


@pytest.mark.parametrize("size", [(1366, 768), (911, 480)])
def test_a_message_stands_at_the_foot(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.visit(Place("trash"))
    window.toast.say("یادداشت ذخیره شد")
    foot = window.status.y() if window.status.isVisible() else window.height()
    assert foot - window.toast.geometry().bottom() - 1 == 20


def test_a_short_message_stands_on_one_line(window: MainWindow) -> None:
    window.toast.say("برای مقایسه کنار گذاشته شد؛ بند دیگری را هم بیفزایید.")
    said = window.toast.findChild(RichLabel)
    assert said is not None
    assert said.height() < 2 * said.fontMetrics().height()


def test_a_window_without_status_bar_says_it_in_a_message(window: MainWindow) -> None:
    window.resize(911, 480)
    window.open_item("economy-3")
    window.actions_["edit.copy_cite"].trigger()
    said = window.toast.findChild(RichLabel)
    assert said is not None
    assert (said.isVisible(), said.plain) == (True, "کپی شد: متن و ارجاع")


def test_what_is_said_leaves_the_way_back_of_the_same_act(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.common.widgets.toast._ONE_ACT_MS", SHOWN_MS)
    window.resize(911, 480)
    window.context.reader.toggle_bookmark("economy-8")
    window.status.say("انجام شد")
    said = window.toast.findChild(RichLabel)
    assert said is not None
    assert said.plain == "نشان گذاشته شد"


def test_the_program_begins_with_the_keyboard_in_the_search_box(
    window: MainWindow, in_front: None
) -> None:
    assert window.focusWidget() is window.search_box
    assert window.search_box.completions.isHidden()


def test_escape_leaves_the_search_for_the_former_page(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("security-3")
    find(qtbot, window, "پسماند")
    QTest.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert window.axis.isVisible()
    assert window.axis.current_item() == "security-3"


def test_late_results_do_not_change_the_panel(window: MainWindow) -> None:
    window.search_for("پسماند")
    window.open_item("security-3")
    threads = window.context.background.findChild(QThreadPool)
    assert threads is not None
    threads.waitForDone()
    QApplication.processEvents()
    assert window.panel.item is not None
    assert window.panel.item.id == "security-3"


def test_the_session_is_taken_up_again(window: MainWindow, context: Context) -> None:
    window.open_item("transport-4")
    window.close()
    again = build_window(context)
    again.begin()
    assert again.axis.current_item() == "transport-4"
    shiboken6.delete(again)


def test_a_stored_page_that_is_gone_leads_home(window: MainWindow, context: Context) -> None:
    assert not window.navigator.resume({"page": "gone", "state": {}})


def test_undo_takes_a_bookmark_back(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.panel.toggle_bookmark()
    window.undoing.undo()
    assert not window.context.reader.marks("economy-1").bookmarked


def test_a_wide_window_shows_all_three_parts(window: MainWindow) -> None:
    window.open_item("economy-1")
    assert window.panel.isVisible()
    assert window.rail.width() > 200
    assert window.status.isVisible()


def test_the_rail_lies_right_and_the_panel_left(window: MainWindow) -> None:
    window.open_item("economy-1")
    right = window.rail.mapTo(window, window.rail.rect().topRight()).x()
    left = window.panel.mapTo(window, window.panel.rect().topLeft()).x()
    assert right == window.width() - 1
    assert left <= 1


def test_the_scroll_bar_lies_left_of_the_rows(window: MainWindow) -> None:
    window.navigator.go(Place("axis", "environment"))
    bar, rows = window.axis.list.verticalScrollBar(), window.axis.list.viewport()
    assert (
        bar.mapTo(window, bar.rect().center()).x() < rows.mapTo(window, rows.rect().topLeft()).x()
    )


def test_zoom_and_theme_keep_the_place(window: MainWindow) -> None:
    window.open_item("environment-12")
    window.context.theme.set_zoom(1.5)
    window.context.theme.set_name("dark")
    index = window.axis.list.currentIndex()
    assert window.axis.current_item() == "environment-12"
    assert window.axis.list.viewport().rect().intersects(window.axis.list.visualRect(index))


def test_what_was_out_of_sight_at_a_large_zoom_comes_back_small(
    qtbot: QtBot, context: Context
) -> None:
    context.theme.set_zoom(2.0)
    made = build_window(context)
    made.begin()
    made.resize(1366, 768)
    made.show()
    made.open_item("economy-8")
    assert not made.panel.isVisible()
    context.theme.set_zoom(1.0)
    qtbot.waitUntil(made.panel.isVisible)
    assert made.panel.copier.button.fontInfo().pixelSize() == 14
    made.close()
    shiboken6.delete(made)


def covered(window: MainWindow) -> list[str]:
    """The buttons of the page that lie under the toast."""
    return [
        button.accessibleName() or button.text()
        for button in window.workspace.findChildren(QAbstractButton)
        if button.isVisible()
        and window.toast.geometry().intersects(
            button.visibleRegion().boundingRect().translated(button.mapTo(window, QPoint()))
        )
    ]


def test_a_toast_covers_no_button(window: MainWindow) -> None:
    window.resize(911, 480)
    for page in ("backups", "bookmarks", "tags", "meetings", "notes", "settings"):
        window.visit(Place(page))
        window.toast.say("پشتیبان گرفته شد", window.undoing.undo)
        assert (page, covered(window)) == (page, [])


@pytest.mark.parametrize(
    "place", [Place("axis", "infrastructure", "infrastructure-2"), Place("backups")]
)
def test_a_message_in_a_low_window_lies_over_no_words(window: MainWindow, place: Place) -> None:
    window.resize(911, 480)
    window.visit(place)
    QApplication.processEvents()
    before = window.grab().toImage()
    window.toast.tell("متن اصلی با اصلاح‌ها؛ پنل و کپی همان متن ویراسته را می‌دهند", "info")
    spot, tokens = window.toast.geometry(), window.context.theme.tokens
    under = [
        before.pixelColor(x, y).name().upper() in (tokens.surface, tokens.sel)
        for x in range(spot.left(), spot.right())
        for y in range(spot.top(), spot.bottom())
    ]
    assert sum(under) > 0.98 * len(under)


def row_in_hand(window: MainWindow) -> QRect:
    """Where the current row of the axis stands in the window."""
    shown = window.axis.list
    row = shown.visualRect(shown.currentIndex())
    return row.translated(shown.viewport().mapTo(window, QPoint()))


@pytest.fixture
def in_rows(low_window: MainWindow) -> MainWindow:
    """A low window with the keyboard in the rows of an axis."""
    low_window.open_item("infrastructure-2")
    low_window.focus_page()
    QApplication.processEvents()
    return low_window


def test_a_toast_stays_off_the_row_that_has_the_keyboard(in_rows: MainWindow) -> None:
    in_rows.toast.say("متن اصلی با اصلاح‌ها؛ پنل و کپی همان متن ویراسته را می‌دهند")
    assert in_rows.rect().contains(row_in_hand(in_rows))
    assert not in_rows.toast.geometry().intersects(row_in_hand(in_rows))


def test_a_toast_leaves_the_row_that_the_keyboard_moves_to(
    qtbot: QtBot, in_rows: MainWindow
) -> None:
    toast = in_rows.toast
    toast.say("نشان گذاشته شد")
    above = row_in_hand(in_rows).translated(0, -40)
    toast.move(above.center() - toast.rect().center())
    QTest.keyClick(in_rows.axis.list, Qt.Key.Key_Up)
    assert toast.geometry().intersects(row_in_hand(in_rows))
    qtbot.waitUntil(lambda: not toast.geometry().intersects(row_in_hand(in_rows)))


def test_a_toast_leaves_the_row_when_the_keyboard_comes_to_the_rows(
    qtbot: QtBot, in_rows: MainWindow
) -> None:
    toast = in_rows.toast
    in_rows.axis.filters.first_chip().setFocus()
    toast.say("نشان گذاشته شد")
    toast.move(row_in_hand(in_rows).center() - toast.rect().center())
    in_rows.focus_page()
    qtbot.waitUntil(lambda: not toast.geometry().intersects(row_in_hand(in_rows)))


def test_a_toast_makes_way_for_the_page_that_comes(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(911, 480)
    window.visit(Place("home"))
    window.toast.say("پشتیبان گرفته شد", window.undoing.undo)
    window.visit(Place("backups"))
    qtbot.waitUntil(lambda: not covered(window))
