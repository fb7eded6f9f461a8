"""What is typed while the disk refuses it: it can be copied, or saved in another place."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db.errors import KnownError, StoreError
from db.paths import UserPaths
from db.user.desk import MOVED_AWAY
from desktop.common.ask import Answer
from desktop.common.saving import state_of
from desktop.main_window import MainWindow
from desktop.shell.status_bar import NOT_SAVED
from tests.desktop.stage import click
from tests.desktop.starts import Start, paths, said, start, write
from tests.desktop.typing import type_text

__all__ = ["paths", "start"]
TEXT = "این متن نباید گم شود"


@pytest.fixture(autouse=True)
def again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was refused is tried again at once."""
    monkeypatch.setattr("desktop.common.saving.AGAIN_AFTER_MS", 100)


@pytest.fixture
def refused(start: Start, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window whose disk is full while a note is being written."""
    window = start()
    full = KnownError("دیسک پر است.")

    def fail(*_: object, **__: object) -> None:
        raise full

    for act in ("add_annotation", "save_draft", "remember"):
        monkeypatch.setattr(window.context.reader.store, act, fail)
    write(window, TEXT)
    return window


def walk(window: MainWindow, item_id: str) -> str:
    """Go to another row; what stands in the editor there."""
    window.open_item(item_id)
    return window.panel.notes.composer.text()


def notes(window: MainWindow) -> list[str]:
    return [note.note for note in window.context.reader.store.notes()]


def test_what_the_disk_refuses_can_be_copied(refused: MainWindow) -> None:
    assert refused.banner.copy.isVisible()
    refused.banner.copy.click()
    assert QApplication.clipboard().text() == TEXT
    QApplication.clipboard().clear()


def test_what_the_disk_refuses_can_be_saved_elsewhere(
    refused: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "جای دیگر.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    refused.banner.file.click()
    assert target.read_text("utf-8") == TEXT


def test_a_second_place_that_refuses_is_said(
    refused: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    refused.banner.file.click()
    assert "جای دیگری برگزینید" in said(refused)
    assert refused.panel.notes.composer.text() == TEXT


def test_a_file_saved_over_stays_when_the_disk_refuses_again(
    refused: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "پیشین.txt"
    target.write_text("نوشته‌ی پیشین", "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(os, "fsync", refuse_to_write)
    refused.banner.file.click()
    assert target.read_text("utf-8") == "نوشته‌ی پیشین"


def test_what_the_disk_refuses_stays_with_its_row(refused: MainWindow) -> None:
    assert walk(refused, "economy-1") == ""
    assert "ذخیره نشد" not in refused.panel.notes.composer.status.plain
    assert walk(refused, "economy-8") == TEXT
    assert "ذخیره نشد" in refused.panel.notes.composer.status.plain


def test_another_try_saves_the_note_wherever_the_reader_is(
    refused: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk(refused, "economy-1")
    monkeypatch.undo()
    click(refused.banner, text="تلاش دوباره")
    assert notes(refused) == [TEXT]
    assert walk(refused, "economy-8") == ""


def test_the_line_goes_and_the_note_is_saved_when_the_disk_takes_it_again(
    qtbot: QtBot, refused: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not refused.banner.isVisible())
    assert notes(refused) == [TEXT]
    assert refused.status.tone != "danger"


def test_a_note_written_on_after_it_was_refused_is_only_a_draft(
    qtbot: QtBot, refused: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_text(refused.panel.notes.composer.edit, "و ")
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not refused.banner.isVisible())
    assert notes(refused) == []
    (draft,) = refused.context.reader.store.drafts()
    assert state_of(draft)["note"] == f"و {TEXT}"


def test_nobody_says_that_all_is_saved_beside_a_failure(refused: MainWindow) -> None:
    refused.status.rest()
    assert (refused.status.message.plain, refused.status.tone) == (NOT_SAVED, "danger")


def test_a_line_put_away_does_not_come_back_by_itself(qtbot: QtBot, refused: MainWindow) -> None:
    refused.banner.hide()
    with qtbot.waitSignal(refused.context.saving.told):
        pass
    assert not refused.banner.isVisible()


@pytest.mark.parametrize(("answer", "stays"), [(Answer.STAY, True), (Answer.CLOSE, False)])
def test_closing_over_what_is_not_saved_asks(
    refused: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: Answer, stays: bool
) -> None:
    monkeypatch.setattr("desktop.common.ask.ask_about_unsaved", lambda *_: answer)
    refused.close()
    assert refused.isVisible() == stays


def test_closing_after_the_folder_was_moved_away_asks(
    start: Start, paths: UserPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    reasons: list[str] = []
    monkeypatch.setattr("desktop.common.ask.ask_about_unsaved", lambda _, why: reasons.append(why))
    window = start()
    window.context.background.finish()
    window.open_item("economy-8")
    paths.folder.rename(paths.folder.with_name("جای دیگر"))
    type_text(window.panel.notes.composer.edit, "نیمه‌کاره")
    window.close()
    assert reasons == [MOVED_AWAY]


def test_closing_can_save_elsewhere(
    refused: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "جای دیگر.txt"
    monkeypatch.setattr("desktop.common.ask.ask_about_unsaved", lambda *_: Answer.SAVE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    refused.close()
    assert (refused.isVisible(), target.read_text("utf-8")) == (False, TEXT)


def test_closing_asks_nothing_when_all_is_saved(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("desktop.common.ask.ask_about_unsaved", asked.append)
    window = start()
    window.open_item("economy-8")
    type_text(window.panel.notes.composer.edit, "نیمه‌کاره")
    window.close()
    assert (window.isVisible(), asked) == (False, [])


def test_a_refused_mark_is_said_until_the_disk_takes_marks_again(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    monkeypatch.setattr(window.context.reader.store, "remember", refuse_to_remember)
    window.context.saving.refuse("دیسک پر است.")
    with qtbot.waitSignal(window.context.saving.told):
        pass
    assert said(window) == "دیسک پر است."
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not window.banner.isVisible())


def refuse_to_remember(*_: object) -> None:
    raise StoreError("دیسک پر است.")


def refuse_to_write(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
