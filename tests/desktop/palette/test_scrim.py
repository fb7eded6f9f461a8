"""What lies behind the palette is dark, and never a picture of what is gone."""

from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.palette.scrim import Scrim

PALE, DARKENED = QColor(200, 200, 200), 114


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(200, 100)
    colour(made, PALE)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def scrim(window: QWidget) -> Scrim:
    made = Scrim(window)
    made.setGeometry(window.rect())
    made.hold_still()
    made.show()
    return made


def colour(window: QWidget, wanted: QColor) -> None:
    palette = window.palette()
    palette.setColor(window.backgroundRole(), wanted)
    window.setPalette(palette)


def on_screen(window: QWidget) -> int:
    """What has been painted, without painting anything for the question."""
    QCoreApplication.processEvents()
    picture = cast("QImage", window.backingStore().paintDevice())
    return picture.pixelColor(100, 50).red()


def test_the_pixels_that_are_there_are_darkened(window: QWidget, scrim: Scrim) -> None:
    assert on_screen(window) == pytest.approx(DARKENED, abs=2)


def test_what_is_painted_again_is_no_darker(window: QWidget, scrim: Scrim) -> None:
    on_screen(window)
    scrim.update()
    assert on_screen(window) == pytest.approx(DARKENED, abs=2)


def test_what_is_not_yet_painted_is_in_the_picture(
    qtbot: QtBot, window: QWidget, scrim: Scrim
) -> None:
    scrim.hide()
    scrim.let_go()
    colour(window, QColor(100, 100, 100))
    scrim.hold_still()
    scrim.show()
    qtbot.waitUntil(lambda: on_screen(window) == pytest.approx(DARKENED / 2, abs=2))


def test_a_change_let_through_is_seen(window: QWidget, scrim: Scrim) -> None:
    on_screen(window)
    colour(window, QColor(100, 100, 100))
    scrim.let_go()
    assert on_screen(window) == pytest.approx(DARKENED / 2, abs=2)
