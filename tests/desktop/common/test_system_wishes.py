"""Larger text and less movement, as the reader asked of the whole system."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop.common import system_wishes
from desktop.common.context import Context
from desktop.common.theme import Theme
from desktop.search import header
from desktop.search.header import ResultsHeader


@pytest.mark.parametrize(
    ("system", "points", "scale"),
    [
        ("win32", 9, 1.0),
        ("win32", 13.5, 1.5),
        ("win32", 8, 1.0),
        ("win32", 40, 2.25),
        ("linux", 9, 1.0),
        ("linux", 11, 1.0),
        ("linux", 16.5, 1.5),
        ("linux", -1, 1.0),
    ],
)
def test_text_larger_than_usual_counts(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, system: str, points: float, scale: float
) -> None:
    made = QFont()
    if points > 0:
        made.setPointSizeF(points)
    else:
        made.setPixelSize(12)
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: made)
    assert system_wishes.text_scale() == scale


def test_the_readers_zoom_is_added_to_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.common.theme.text_scale", lambda: 1.25)
    theme = Theme("light", 1.1)
    assert theme.px(100) == 138
    theme.step_zoom(1)
    assert (theme.chosen_zoom, theme.zoom) == (1.2, 1.5)


def test_nothing_grows_beyond_what_the_window_can_hold(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.common.theme.text_scale", lambda: 1.5)
    assert Theme("light", 2.0).zoom == 2.0


def test_a_busy_bar_stands_still(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ResultsHeader(context).busy.maximum() == 0
    monkeypatch.setattr(header, "less_motion", lambda: True)
    assert ResultsHeader(context).busy.maximum() == 1


def test_no_wish_is_read_as_none(qapp: QApplication) -> None:
    assert not system_wishes.less_motion()
