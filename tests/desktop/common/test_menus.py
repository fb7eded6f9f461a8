"""Menus at every zoom and in every theme: their icons, their ticks, what cannot be done."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QMenu

from desktop.common.menus import show_menu
from desktop.main_window import MainWindow

EDGE = 4  # pixels within which a line of a menu is of one colour


@contextmanager
def opened(window: MainWindow, title: str) -> Iterator[QMenu]:
    """A menu of the bar while it is open."""
    titled = {act.text().replace("&", ""): act for act in window.command_bar.menu_bar.actions()}
    menu = titled[title].menu()
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(QPoint(300, 60)))
    try:
        yield menu
    finally:
        menu.close()


def line(menu: QMenu, action: QAction) -> QImage:
    """A line of an open menu as it is painted."""
    return menu.grab(menu.actionGeometry(action)).toImage()


def icon_height(picture: QImage) -> int:
    """How high what is painted at the right end of a line is."""
    ground = picture.pixel(EDGE, EDGE)
    end = range(picture.width() * 9 // 10, picture.width() - EDGE)
    rows = range(EDGE, picture.height() - EDGE)
    return sum(any(picture.pixel(x, y) != ground for x in end) for y in rows)


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_icons_grow_with_the_text_beside_them(window: MainWindow, zoom: float) -> None:
    with opened(window, "پرونده"):
        pass  # painted for the first time in another size
    window.context.theme.set_zoom(zoom)
    with opened(window, "پرونده") as menu:
        height = icon_height(line(menu, window.actions_["file.print"]))
    assert 0.8 * 16 * zoom <= height <= 16 * zoom + 1


def test_so_do_those_of_a_menu_made_for_one_use(window: MainWindow) -> None:
    heights: list[int] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        heights.append(icon_height(line(menu, menu.actions()[0])))
        menu.close()

    window.context.theme.set_zoom(2.0)
    window.open_item("economy-1")
    window.panel_place.open()
    QTimer.singleShot(0, look)
    show_menu(window.panel.highlighter.menu(), window.mapToGlobal(QPoint(300, 60)))
    assert 24 <= heights[0] <= 32


def test_a_line_that_is_on_looks_so_with_an_icon_too(window: MainWindow) -> None:
    window.open_item("economy-1")
    pictures = []
    for _ in range(2):
        window.panel_place.toggle()
        with opened(window, "نما") as menu:
            pictures.append(line(menu, window.actions_["view.panel"]))
    assert pictures[0] != pictures[1]


def test_no_other_line_looks_as_if_it_were_on(window: MainWindow) -> None:
    ticked = [act.key for act in window.actions_.acts() if act.icon == "check"]
    assert ticked == []


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_what_cannot_be_done_looks_so(window: MainWindow, name: str) -> None:
    window.context.theme.set_name(name)
    with opened(window, "رفتن") as menu:
        forward = window.actions_["go.forward"]
        forward.setEnabled(True)
        possible = line(menu, forward)
        forward.setEnabled(False)
        assert line(menu, forward) != possible


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_arrow_of_a_menu_within_stands_beside_its_title(
    window: MainWindow, zoom: float
) -> None:
    window.context.theme.set_zoom(zoom)
    menu = QMenu(window)
    title = "بردن به جلسه"
    action = menu.addMenu(title).menuAction()
    QTimer.singleShot(0, menu.close)
    show_menu(menu, window.mapToGlobal(QPoint(300, 60)))
    room = menu.actionGeometry(action).width() - menu.fontMetrics().horizontalAdvance(title)
    assert room >= 2 * 14 + 16 * zoom + 16  # the ends, the place of icons, the arrow
