"""Texts grow with the zoom, also where it changed while they were out of sight."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.common.place import Place
from desktop.common.text_roles import BASE
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.labels import RichLabel
from desktop.main_window import MainWindow


def pixels(widget: QWidget) -> float:
    return widget.font().pointSizeF() * 96 / 72


def titles(part: QWidget) -> list[RichLabel]:
    return [one for one in part.findChildren(RichLabel) if one.property("role") == "title"]


@pytest.mark.parametrize("page", ["settings", "themes"])
def test_a_title_grows_with_the_zoom(window: MainWindow, page: str) -> None:
    window.navigator.go(Place(page))
    window.context.theme.set_zoom(1.5)
    shown = window.navigator.page
    assert shown is not None
    assert {pixels(title) for title in titles(shown)} == {24 * 1.5}


def test_text_without_a_role_grows_with_the_zoom(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.context.theme.set_zoom(1.5)
    buttons = window.panel.tabs.findChildren(QPushButton)
    assert {pixels(button) for button in buttons if not button.property("role")} == {BASE * 1.5}


def test_a_tab_on_the_shelf_wears_the_new_zoom_when_it_comes(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.panel.show_tab("source")
    window.panel.show_tab("notes")
    window.context.theme.set_zoom(1.5)
    window.panel.show_tab("source")
    captions = window.panel.tabs.findChildren(RichLabel)
    assert {pixels(one) for one in captions if one.property("role") == "caption"} == {13 * 1.5}


def test_a_page_left_before_the_zoom_wears_it_on_return(window: MainWindow) -> None:
    window.navigator.go(Place("settings"))
    window.navigator.go(Place("home"))
    window.context.theme.set_zoom(1.5)
    window.navigator.go(Place("settings"))
    shown = window.navigator.page
    assert shown is not None
    assert {pixels(title) for title in titles(shown)} == {24 * 1.5}


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_a_chip_keeps_its_form_at_every_zoom(window: MainWindow, zoom: float) -> None:
    window.open_item("economy-1")
    window.context.theme.set_zoom(zoom)
    window.grab()
    chips = [chip for chip in window.axis.findChildren(Chip) if chip.isVisible()]
    assert {chip.height() for chip in chips} == {round(28 * zoom)}
