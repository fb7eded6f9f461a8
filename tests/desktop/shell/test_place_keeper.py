"""The place is on disk while the window stands: a program that is killed begins there again."""

import json
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.common.context import Context
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.shell.place_keeper import KEEP_AFTER_MS, PlaceKeeper
from desktop.shell.session import Session


def kept(context: Context) -> dict[str, Any]:
    """What a start after a kill would read now."""
    place: dict[str, Any] = json.loads(context.reader.recall("window") or "{}").get("navigator", {})
    return place


def bar_of(window: MainWindow) -> QScrollBar:
    """The bar of what scrolls on the page."""
    assert window.navigator.page is not None
    areas = window.navigator.page.findChildren(QAbstractScrollArea)
    return next(one.verticalScrollBar() for one in areas if one.isVisible())


def test_a_killed_window_begins_at_the_item_it_showed(
    qtbot: QtBot, window: MainWindow, context: Context
) -> None:
    window.open_item("transport-4")
    qtbot.waitUntil(lambda: kept(context).get("key") == "transport")
    again = build_window(context)
    again.begin()
    assert again.axis.current_item() == "transport-4"
    shiboken6.delete(again)


def test_scrolling_is_kept_too(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    window.navigator.go(Place("axis", "economy"))
    bar = window.axis.list.verticalScrollBar()
    qtbot.waitUntil(lambda: kept(context).get("key") == "economy")
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: kept(context)["state"]["scroll"] == bar.value() > 0)


@pytest.mark.parametrize(
    "place", [Place("home"), Place("source"), Place("help", "keys"), Place("settings")]
)
def test_a_sheet_begins_where_it_was_scrolled_to(
    qtbot: QtBot, low_window: MainWindow, context: Context, place: Place
) -> None:
    low_window.navigator.go(place)
    bar = bar_of(low_window)
    qtbot.waitUntil(lambda: bar.maximum() > 0 and kept(context).get("page") == place.page)
    bar.setValue(middle := bar.maximum() // 2)
    qtbot.waitUntil(lambda: kept(context)["state"].get("scroll") == middle)
    bar.setValue(0)
    assert low_window.navigator.resume(kept(context))
    qtbot.waitUntil(lambda: bar.value() == middle)


def test_marks_begin_where_they_were_scrolled_to(
    qtbot: QtBot, low_window: MainWindow, context: Context
) -> None:
    for item in context.reference.items_of_axis("economy"):
        context.reader.toggle_bookmark(item.id)
    low_window.navigator.go(Place("bookmarks"))
    bar = bar_of(low_window)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    low_window.navigator.go(Place("home"))
    bar.setValue(0)
    low_window.navigator.back()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_who_never_rests_is_kept_too(qtbot: QtBot, window: MainWindow, context: Context) -> None:
    window.open_item("economy-1")
    bar = window.axis.list.verticalScrollBar()
    restless = QTimer(window, interval=KEEP_AFTER_MS // 4)
    restless.timeout.connect(lambda: bar.setValue(bar.maximum() - bar.value()))
    restless.start()
    qtbot.waitUntil(lambda: kept(context).get("key") == "economy")


def test_a_reader_who_stays_costs_no_write(
    qtbot: QtBot, window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_item("economy-1")
    qtbot.waitUntil(lambda: kept(context).get("key") == "economy")
    written: list[str] = []
    monkeypatch.setattr(context.reader, "remember", lambda name, _: written.append(name))
    for keeper in window.findChildren(PlaceKeeper):
        keeper.keep()
    assert not written


def test_the_place_alone_leaves_the_sizes_of_the_window(context: Context, qtbot: QtBot) -> None:
    shown = QWidget()
    qtbot.addWidget(shown)
    session = Session(context.reader)
    session.write({}, shown)
    session.write_place({"page": "notes"})
    assert session.read()["navigator"] == {"page": "notes"}
    assert session.read()["places"]
