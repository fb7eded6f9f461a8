"""The window comes back as it was left, for each set of screens by itself."""

import json
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.shell import session
from desktop.shell.session import MOST_PLACES, Session

DESK, TRAVEL = "desk", "travel"


def leave(context: Context, qtbot: QtBot, width: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 500)
    Session(context.reader).write({}, window)


def width_on_return(context: Context, qtbot: QtBot) -> int:
    window = QWidget()
    qtbot.addWidget(window)
    Session(context.reader).restore_window(window)
    return window.width()


def connect(monkeypatch: pytest.MonkeyPatch, screens: str) -> None:
    monkeypatch.setattr(session, "screens", lambda: screens)


def test_each_set_of_screens_has_its_own_size(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for screens, width in ((DESK, 700), (TRAVEL, 600)):
        connect(monkeypatch, screens)
        leave(context, qtbot, width)
    connect(monkeypatch, DESK)
    assert width_on_return(context, qtbot) == 700


def test_new_screens_begin_with_the_first_size(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(monkeypatch, DESK)
    leave(context, qtbot, 700)
    connect(monkeypatch, TRAVEL)
    room = QGuiApplication.primaryScreen().availableSize().width()
    assert width_on_return(context, qtbot) == min(1366, room)


@pytest.mark.parametrize(
    ("screen", "filled"),
    [((1366, 728), True), ((911, 480), True), ((1920, 1040), False), ((640, 480), False)],
)
def test_a_screen_without_room_for_the_first_size_is_filled(
    context: Context, qtbot: QtBot, screen: tuple[int, int], filled: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(860, 460)
    window.screen = lambda: SimpleNamespace(availableSize=lambda: QSize(*screen))  # type: ignore[method-assign, assignment, return-value]
    Session(context.reader).restore_window(window)
    assert window.isMaximized() == filled
    assert not filled or window.normalGeometry().width() <= screen[0]


def test_only_the_newest_sets_are_kept(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(MOST_PLACES + 2):
        connect(monkeypatch, str(number))
        leave(context, qtbot, 600)
    kept = json.loads(context.reader.recall("window"))["places"]
    assert list(kept) == [str(number) for number in range(2, MOST_PLACES + 2)]
