"""The panel stands beside the page, or lies over it as a drawer in a small window."""

from desktop.common.context import Context
from desktop.common.place import Place
from desktop.main_window import MainWindow


def test_a_panel_closed_beside_the_page_stays_closed(window: MainWindow, context: Context) -> None:
    window.open_item("economy-1")
    window.toggle_panel()
    assert not window.panel.isVisible()
    assert context.settings["panel_open"] is False


def test_a_page_without_items_has_no_panel(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.navigator.go(Place("help"))
    assert window.panel_place.is_open
    assert not window.panel_place.fits
    assert not window.panel.isVisible()


def test_a_narrow_window_turns_the_panel_into_a_closed_drawer(window: MainWindow) -> None:
    window.open_item("economy-1")
    window.resize(911, 480)
    assert not window.panel.isVisible()
    window.enter_panel()
    assert window.panel.isVisible()
    assert window.panel.x() == 0


def test_escape_closes_the_drawer_and_returns_to_the_row(window: MainWindow) -> None:
    window.resize(911, 480)
    window.open_item("economy-1")
    window.enter_panel()
    window.escape()
    assert not window.panel.isVisible()


def test_an_open_drawer_is_not_remembered(window: MainWindow) -> None:
    window.resize(911, 480)
    window.open_item("economy-1")
    window.enter_panel()
    window.resize(1366, 768)
    window.resize(911, 480)
    assert window.panel_place.is_drawer
    assert not window.panel_place.is_open
