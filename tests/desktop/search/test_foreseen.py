"""What is typed is looked for while the reader pauses, and shown after the pause."""

from typing import cast

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from db.search.models import SearchResults
from desktop.main_window import MainWindow
from desktop.search.inquiry import live_query
from tests.desktop.stage import ITEM
from tests.desktop.typing import type_text

QUERY = live_query("پسماند")


def type_query(qtbot: QtBot, window: MainWindow) -> SearchResults:
    """Type a word to its end; returns what was found by then."""
    window.context.engine.result(20)
    window.search_box.setText("پسمان")
    with qtbot.waitSignal(window.search_box.foreseen) as told:
        type_text(window.search_box, "د")
    return cast(SearchResults, told.args[0])


def test_what_was_foreseen_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    found = type_query(qtbot, window)
    assert window.context.finder.known(QUERY) is found
    qtbot.waitUntil(lambda: window.search.results == found)


def test_it_is_not_looked_for_again(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_query(qtbot, window)
    monkeypatch.setattr(window.context.engine.result(), "search", None)
    assert window.context.finder.search(QUERY).hits


def test_a_save_makes_it_stale(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window)
    window.context.reader.add_note(ITEM, "یادداشت")
    assert window.context.finder.known(QUERY) is None


def test_one_that_failed_is_asked_again(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    finder, engine = window.context.finder, window.context.engine.result(20)
    with monkeypatch.context() as broken:
        broken.setattr(engine, "search", None)
        with pytest.raises(TypeError):
            finder.search(QUERY)
    assert finder.search(QUERY).hits


def painted(qtbot: QtBot, window: MainWindow) -> tuple[QImage, QImage]:
    """The cards of the answer as they were painted ahead, and painted on the spot."""
    window.search_for("پسمان")
    qtbot.waitUntil(lambda: window.search.results is not None)
    type_query(qtbot, window)
    qtbot.waitUntil(lambda: window.search.inquiry.query == QUERY.text)
    page = window.search
    ahead = page.grab(page.list.geometry()).toImage()
    page.list.painter.keep([])
    return ahead, page.grab(page.list.geometry()).toImage()


def test_cards_painted_ahead_look_like_those_painted_on_the_spot(
    qtbot: QtBot, window: MainWindow
) -> None:
    ahead, on_the_spot = painted(qtbot, window)
    assert ahead == on_the_spot


def test_cards_painted_ahead_for_another_screen_are_painted_anew(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.search.list, "devicePixelRatioF", lambda: 2.0)
    ahead, on_the_spot = painted(qtbot, window)
    assert ahead == on_the_spot
