"""What is typed anywhere reaches the disk within a second, in every editor the same way."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import SIGNAL, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.saving import DRAFT_AFTER_MS, state_of
from desktop.main_window import MainWindow
from tests.desktop.starts import said
from tests.desktop.typing import type_text


@pytest.fixture
def held(window: MainWindow) -> Iterator[sqlite3.Connection]:
    """The reader's file while another program holds it."""
    window.open_item("economy-8")
    window.context.reader.store.wait_at_most(100)
    with closing(sqlite3.connect(window.context.paths.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


def drafts(window: MainWindow) -> list[str]:
    return [state_of(draft)["note"] for draft in window.context.reader.store.drafts()]


def test_who_types_without_a_pause_is_not_kept_waiting(qtbot: QtBot, window: MainWindow) -> None:
    saving, text = window.context.saving, "نیمه‌کاره"
    key = QTimer(window, interval=DRAFT_AFTER_MS // 4)
    key.timeout.connect(lambda: saving.typed("economy-8", "economy-8", text))
    with qtbot.waitSignal(saving.told):
        key.start()
    assert drafts(window) == [text]


def test_the_end_of_the_session_is_heard(qapp: QApplication, window: MainWindow) -> None:
    # Only the system can emit it: what it carries cannot be made here.
    assert qapp.receivers(SIGNAL("commitDataRequest(QSessionManager&)")) == 1


def test_leaving_an_editor_stores_at_once(window: MainWindow, in_front: None) -> None:
    window.open_item("economy-8")
    window.panel.begin_note()
    type_text(window.panel.notes.composer.edit, "نیمه‌کاره")
    window.focus_page()
    assert drafts(window) == ["نیمه‌کاره"]


def test_words_that_are_taken_away_leave_no_draft(window: MainWindow) -> None:
    saving = window.context.saving
    for words in ("نیمه‌کاره", " "):
        saving.typed("economy-8", "economy-8", words)
        saving.keep()
    assert drafts(window) == []


def test_while_another_program_holds_the_file_typing_goes_on_and_is_kept_after(
    qtbot: QtBot, window: MainWindow, held: sqlite3.Connection
) -> None:
    type_text(window.panel.notes.composer.edit, "نیمه‌کاره")
    qtbot.waitUntil(lambda: "برنامه‌ی دیگری" in said(window))
    held.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not window.banner.isVisible())
    assert drafts(window) == ["نیمه‌کاره"]
