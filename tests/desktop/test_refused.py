"""What is typed while the disk refuses it: it can be copied, or saved in another place."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from db.errors import KnownError
from desktop.main_window import MainWindow
from tests.desktop.starts import Start, paths, said, start, write

__all__ = ["paths", "start"]


@pytest.fixture
def refused(start: Start, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window whose disk is full while a note is being written."""
    window = start()
    full = KnownError("دیسک پر است.")

    def fail(*_: object, **__: object) -> None:
        raise full

    for act in ("add_annotation", "save_draft"):
        monkeypatch.setattr(window.context.reader.store, act, fail)
    write(window, "این متن نباید گم شود")
    return window


def test_what_the_disk_refuses_can_be_copied(refused: MainWindow) -> None:
    assert refused.banner.copy.isVisible()
    refused.banner.copy.click()
    assert QApplication.clipboard().text() == "این متن نباید گم شود"
    QApplication.clipboard().clear()


def test_what_the_disk_refuses_can_be_saved_elsewhere(
    refused: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "جای دیگر.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    refused.banner.file.click()
    assert target.read_text("utf-8") == "این متن نباید گم شود"


def test_a_second_place_that_refuses_is_said(
    refused: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    refused.banner.file.click()
    assert "جای دیگری برگزینید" in said(refused)
    assert refused.panel.notes.composer.text() == "این متن نباید گم شود"


def test_a_file_saved_over_stays_when_the_disk_refuses_again(
    refused: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "پیشین.txt"
    target.write_text("نوشته‌ی پیشین", "utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(os, "fsync", refuse_to_write)
    refused.banner.file.click()
    assert target.read_text("utf-8") == "نوشته‌ی پیشین"


def refuse_to_write(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
