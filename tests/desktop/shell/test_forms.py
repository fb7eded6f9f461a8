"""The three forms of the window by its effective size."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.shell.forms import form_for
from desktop.shell.history import DEPTH, History


@pytest.mark.parametrize(
    ("width", "zoom", "wide", "drawer", "panel"),
    [
        (1366, 1.0, True, False, 384),
        (1200, 1.0, True, False, 320),
        (1093, 1.0, False, False, 320),
        (911, 1.0, False, True, 360),
        (1366, 1.3, False, False, 320),
        (3840, 2.0, True, False, 384),
    ],
)
def test_width(width: int, zoom: float, wide: bool, drawer: bool, panel: int) -> None:
    form = form_for(width, 768, zoom)
    assert (form.wide, form.drawer, form.panel_width) == (wide, drawer, panel)


@pytest.mark.parametrize(("height", "short"), [(768, False), (582, True), (480, True)])
def test_height(height: int, short: bool) -> None:
    assert form_for(1366, height, 1.0).short == short


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    history = History()
    for key in "abc":
        history.push(Place("axis", key))
    history.move(-2)
    history.push(Place("home"))
    assert not history.can_move(1)
    assert history.move(-1).place.key == "a"


def test_the_history_has_an_end() -> None:
    history = History()
    for number in range(DEPTH + 20):
        history.push(Place("axis", str(number)))
    assert not history.can_move(-DEPTH)
    assert history.can_move(1 - DEPTH)


def test_the_panel_grows_with_the_text(window: MainWindow) -> None:
    window.resize(3840, 2160)
    window.open_item("economy-8")
    before = window.panel.width()
    window.context.theme.set_zoom(2.0)
    QApplication.processEvents()
    assert window.panel.width() == pytest.approx(2 * before, abs=4)
