"""A large file damaged by the disk since the last end: told, never written over, put together."""

import sys
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.paths import UserPaths
from db.user.opening import open_store
from db.user.wholeness import FOUND_DAMAGED
from desktop.app import close_context, enter_standing
from tests.db.user.damage import rot
from tests.desktop.starts import Start, paths, said, start, write

__all__ = ["paths", "start"]


@pytest.fixture(autouse=True)
def left(paths: UserPaths, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file closed by the program, large enough for the look at it to wait."""
    monkeypatch.setattr("db.user.opening.WHOLE_CHECK_LIMIT", 0)
    with closing(open_store(paths.database).store) as store:
        store.add_annotation("economy-8", note="خواندنی")
        store.add_bookmark("economy-1", note="نشان")
    return paths.database


def test_a_whole_file_is_known_to_be_whole_soon_after_the_start(qtbot: QtBot, start: Start) -> None:
    window = start()
    wholeness = window.context.reader.store.wholeness
    assert wholeness is not None
    qtbot.waitUntil(lambda: bool(wholeness.known))
    assert said(window) == ""


def test_damage_found_behind_the_window_is_told_and_keeps_the_text(
    qtbot: QtBot, start: Start, left: Path
) -> None:
    damaged = rot(left, "annotation_by_meeting", keep_time=True)
    window = start()
    qtbot.waitUntil(lambda: said(window) == FOUND_DAMAGED)
    write(window, "ننوشته‌ی نو")
    assert window.panel.notes.composer.text() == "ننوشته‌ی نو"
    assert left.read_bytes() == damaged


def test_damage_met_by_the_start_itself_is_put_together_at_once(
    qapp: QApplication, paths: UserPaths, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    rot(left, "annotation_page", keep_time=True)
    entered = enter_standing(paths.folder)
    assert entered is not None
    one, window = entered
    assert [note.text for note in window.context.reader.notes("economy-8")] == ["خواندنی"]
    assert "آسیب دیده بود" in " ".join(window.context.notices)
    close_context(window.context)
    shiboken6.delete(window)
    one.leave()
