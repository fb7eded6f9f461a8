"""The window over a disk that is really full, or really only to be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from db.paths import UserPaths, user_paths
from db.user.glance import Glance
from db.user.opening import FULL, READ_ONLY
from db.user.verify import verify
from desktop.app import build_window, close_context, open_context
from desktop.common.ask import Answer
from desktop.main_window import MainWindow
from desktop.shell.one_window import OneWindow
from desktop.shell.status_bar import ONLY_READ
from tests.desktop.starts import said, write
from tests.mounts import forbid_writing, small_disk

TEXT = "این متن نباید گم شود. " * 2_000


@pytest.fixture
def paths(qapp: QApplication, data: None, tmp_path: Path) -> Iterator[UserPaths]:
    """The reader's folder on a disk of four megabytes."""
    with small_disk(tmp_path / "small", 4) as place:
        yield user_paths(place / "reader")


@contextmanager
def started(paths: UserPaths) -> Iterator[MainWindow]:
    window = build_window(open_context(paths))
    window.begin()
    window.show()
    yield window
    window.context.background.finish()
    window.close()
    close_context(window.context)
    shiboken6.delete(window)


@pytest.fixture
def full(paths: UserPaths) -> Iterator[MainWindow]:
    """A note saved, then one for which the disk has no room."""
    with started(paths) as window:
        write(window, "پیش از پر شدن")
        fill_up(paths)
        write(window, TEXT)
        yield window


def fill_up(paths: UserPaths) -> None:
    """Take all the room there is, down to single bytes."""
    size = 1_000_000
    with ballast(paths).open("ab", buffering=0) as file:
        while size:
            try:
                if file.write(bytes(size)) < size:
                    size //= 2
            except OSError:
                size //= 2


def ballast(paths: UserPaths) -> Path:
    return paths.folder.parent / "ballast"


def test_a_full_disk_is_said_and_the_text_stays(full: MainWindow) -> None:
    assert "دیسک پر است" in said(full)
    assert full.panel.notes.composer.text() == TEXT.strip()
    assert [note.text for note in full.context.reader.notes("economy-8")] == ["پیش از پر شدن"]


def test_with_room_again_the_same_text_is_saved(full: MainWindow, paths: UserPaths) -> None:
    ballast(paths).unlink()
    full.panel.notes.composer.finish()
    texts = {note.text for note in full.context.reader.notes("economy-8")}
    assert texts == {TEXT.strip(), "پیش از پر شدن"}
    assert verify(paths.database).good


def test_closing_over_a_full_disk_asks(full: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.common.ask.ask_about_unsaved", lambda *_: Answer.STAY)
    full.close()
    assert full.isVisible()
    assert full.panel.notes.composer.text() == TEXT.strip()


def test_with_room_again_the_note_is_saved_by_itself(
    qtbot: QtBot, full: MainWindow, paths: UserPaths
) -> None:
    full.open_item("economy-1")
    ballast(paths).unlink()
    qtbot.waitUntil(lambda: not full.banner.isVisible())
    texts = {note.text for note in full.context.reader.notes("economy-8")}
    assert texts == {TEXT.strip(), "پیش از پر شدن"}


def test_a_disk_that_is_only_read_shows_all_and_takes_nothing(paths: UserPaths) -> None:
    with started(paths) as window:
        write(window, "پیش")
    forbid_writing(paths.folder.parent)
    before = paths.database.read_bytes()
    with started(paths) as window:
        assert READ_ONLY in said(window)
        assert [note.text for note in window.context.reader.notes("economy-8")] == ["پیش"]
        write(window, "پس")
        assert window.panel.notes.composer.text() == "پس"
    assert paths.database.read_bytes() == before


def test_where_nothing_is_stored_nothing_is_said_to_be(paths: UserPaths) -> None:
    with started(paths):
        pass
    forbid_writing(paths.folder.parent)
    with started(paths) as window:
        assert (window.status.message.plain, window.status.tone) == (ONLY_READ, "muted")


def test_a_disk_that_is_full_at_the_start_shows_all_and_says_so(paths: UserPaths) -> None:
    with started(paths) as window:
        write(window, "پیش از پر شدن")
    fill_up(paths)
    with started(paths) as window:
        assert FULL in said(window)
        assert [note.text for note in window.context.reader.notes("economy-8")] == ["پیش از پر شدن"]
        assert Glance(paths.database).has_words()  # as the search looks, from another thread


def test_a_full_disk_does_not_keep_a_window_from_opening(paths: UserPaths) -> None:
    fill_up(paths)
    first = OneWindow(paths.window_lock)
    assert first.enter()
    try:
        with pytest.raises(KnownError, match="پاسخ نمی‌دهد"):
            OneWindow(paths.window_lock).enter(seconds=0)
    finally:
        first.leave()
