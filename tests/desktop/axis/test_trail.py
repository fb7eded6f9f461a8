"""The place is named in every form of the window, however far the page is scrolled."""

from pytestqt.qtbot import QtBot

from desktop.common.widgets.column import COLUMN
from desktop.main_window import MainWindow

PLACE = "محور محیط‌زیست › جهت‌گیری ۱۵"


def test_the_page_names_the_place_while_the_panel_is_closed(window: MainWindow) -> None:
    window.open_item("environment-15")
    window.panel_place.toggle()
    assert window.axis.trail.isVisible()
    assert window.axis.trail.line.plain == PLACE


def test_the_panel_names_it_when_it_is_open(window: MainWindow) -> None:
    window.open_item("environment-15")
    assert not window.axis.trail.isVisible()


def test_a_low_window_names_it_without_the_drawer(window: MainWindow) -> None:
    window.resize(911, 480)
    window.open_item("environment-15")
    assert window.axis.trail.isVisible()
    assert window.axis.trail.line.plain == PLACE


def test_it_follows_the_rows(window: MainWindow) -> None:
    window.open_item("environment-15")
    window.panel_place.toggle()
    window.open_item("environment-3")
    assert window.axis.trail.line.plain.endswith("› جهت‌گیری ۳")


def test_it_stands_above_the_right_edge_of_the_rows(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("environment-15")
    window.panel_place.toggle()
    inside, line = window.axis.list.viewport(), window.axis.trail.line
    qtbot.waitUntil(lambda: inside.width() > COLUMN)

    def apart() -> int:
        right = line.mapToGlobal(line.rect().topRight()).x()
        edge = inside.mapToGlobal(inside.rect().topRight()).x()
        return edge - (inside.width() - COLUMN) // 2 - right

    qtbot.waitUntil(lambda: abs(apart()) <= 1)
