"""Where the reader's folder cannot be used, the start says why and offers another place."""

import importlib
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import SIGNAL, QObject
from PySide6.QtWidgets import QApplication

from build_spec.linux.runtime_hook import STAGES, Unpacking
from db.errors import PlaceError
from db.paths import user_paths
from desktop.app import (
    close_context,
    dress_application,
    enter_somewhere,
    open_context,
    open_engine,
    refuse,
)
from desktop.common import ask
from desktop.common.context import Context
from tests.desktop.conftest import PATIENCE_MS

END_OF_SESSION = SIGNAL("commitDataRequest(QSessionManager&)")
Enter = Callable[[Path | None], Path]


@pytest.fixture
def enter(qapp: QApplication, data: None) -> Enter:
    """Open a folder, close it, and tell which one it was."""

    def entered(folder: Path | None) -> Path:
        found = enter_somewhere(folder)
        assert found is not None
        one, context = found
        close_context(context)
        one.leave()
        return context.paths.folder

    return entered


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences a reader saw who then chose the folder «other»."""
    sentences: list[str] = []

    def choose(sentence: str) -> Path:
        sentences.append(sentence)
        return tmp_path / "other"

    monkeypatch.setattr(ask, "ask_folder", choose)
    return sentences


@pytest.fixture
def unusable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own place for data is no folder."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_another_place_is_offered(enter: Enter, asked: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert enter(tmp_path / "file" / "inside") == tmp_path / "other"
    assert len(asked) == 1
    assert "پوشه‌ی داده‌ها ساخته نشد" in asked[0]


def test_who_is_asked_in_a_window_reads_nothing_of_terminals(
    enter: Enter, asked: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    enter(tmp_path / "file" / "inside")
    assert "--user-data" not in asked[0]


def test_a_choice_for_the_default_place_is_remembered(
    enter: Enter, asked: list[str], unusable: None, tmp_path: Path
) -> None:
    assert [enter(None), enter(None)] == [tmp_path / "other"] * 2
    assert len(asked) == 1


def test_a_remembered_place_that_is_gone_is_asked_for_again(
    enter: Enter, asked: list[str], unusable: None, tmp_path: Path
) -> None:
    enter(None)
    (tmp_path / "other").rename(tmp_path / "away")
    enter(None)
    assert len(asked) == 2


def test_who_names_no_other_place_is_told_and_nothing_opens(
    qapp: QApplication, data: None, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PlaceError):
        enter_somewhere(tmp_path / "file" / "inside")


def test_task_bars_are_given_an_icon(qapp: QApplication) -> None:
    dress_application()
    assert not qapp.windowIcon().pixmap(64, 64).isNull()


def test_a_windowed_program_without_a_terminal_can_refuse(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert refuse(PlaceError("جایی نیست")) == 2


def test_a_window_that_is_gone_waits_for_no_engine(context: Context) -> None:
    owner = QObject()
    open_engine(context, owner, owner.deleteLater)
    assert context.background.busy
    shiboken6.delete(owner)
    assert not context.background.busy


def test_a_closed_file_hears_no_end_of_the_session(
    qapp: QApplication, data: None, tmp_path: Path
) -> None:
    before = qapp.receivers(END_OF_SESSION)
    context = open_context(user_paths(tmp_path / "reader"))
    close_context(context)
    assert qapp.receivers(END_OF_SESSION) == before


class Watched(Unpacking):
    """Tells when it begins to wait for the files of the engine."""

    def __init__(self, told: int, own: Path) -> None:
        super().__init__(told, own)
        self.begun = threading.Event()

    def _wait(self, stage: int) -> None:
        self.begun.set()
        super()._wait(stage)


def test_the_window_imports_while_the_engine_waits_for_its_files(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, says = os.pipe()
    finder, owner = Watched(told, tmp_path / "_MEI"), QObject()
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    open_engine(context, owner, owner.deleteLater)
    assert finder.begun.wait(PATIENCE_MS / 1000)
    with ThreadPoolExecutor() as threads:
        try:
            threads.submit(importlib.import_module, "colorsys").result(PATIENCE_MS / 1000)
        finally:
            os.write(says, bytes(len(STAGES)))
            os.close(says)
