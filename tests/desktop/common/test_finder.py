"""Who asked is answered before work that can wait."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.search.models import SearchQuery
from db.search.notes import NoteIndex
from desktop.common.context import Context
from desktop.main_window import MainWindow


def _begun(work: Callable[[], Any]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_work_that_can_wait_waits_for_the_answer(
    qtbot: QtBot, window: MainWindow, monkeypatch: Any
) -> None:
    finder, going_on = window.context.finder, threading.Event()
    found = finder._found  # noqa: SLF001  (a question held up on its thread: no door leads there)

    def slowly(query: SearchQuery, most: int) -> Any:
        going_on.wait()
        return found(query, most)

    monkeypatch.setattr(finder, "_found", slowly)
    asked = _begun(lambda: finder.search(SearchQuery("آب")))
    qtbot.waitUntil(lambda: finder._asked is not None)  # noqa: SLF001  (begun, not answered)
    waiting = _begun(finder.let_answer)
    waiting.join(0.05)
    assert waiting.is_alive()
    going_on.set()
    qtbot.waitUntil(lambda: not (waiting.is_alive() or asked.is_alive()))


def test_who_has_written_nothing_does_not_wait_for_the_index_of_own_texts(
    qtbot: QtBot, window: MainWindow, monkeypatch: Any
) -> None:
    finder = window.context.finder
    monkeypatch.setattr(finder, "_own", lambda: None)
    assert finder.search(SearchQuery("آب")).direct
    with qtbot.waitSignal(finder.followed):
        finder.follow()


def test_the_file_is_asked_once_for_words_until_there_are_some(
    qtbot: QtBot, window: MainWindow, monkeypatch: Any
) -> None:
    finder, answers = window.context.finder, list[bool]()
    has_words = finder.marks.has_words

    def asked() -> bool:
        answers.append(has_words())
        return answers[-1]

    monkeypatch.setattr(finder.marks, "has_words", asked)
    for text in ("آب", "هوا"):
        finder.search(SearchQuery(text))
    assert answers == [False]
    with qtbot.waitSignal(finder.followed):
        window.context.reader.add_note("economy-8", "آب")
    assert finder.search(SearchQuery("آب")).note_count == 1


def test_new_words_are_told_though_the_index_follows_again_meanwhile(
    qtbot: QtBot, window: MainWindow, monkeypatch: Any
) -> None:
    window.context.engine.result(20)
    finder, learn, follows, again = window.context.finder, NoteIndex.learn, [0], threading.Event()

    def followed() -> None:
        follows[0] += 1
        finder.follow() if follows[0] == 1 else again.set()

    def slowly(index: NoteIndex) -> bool:
        anything = learn(index)
        again.wait(20)
        return anything

    monkeypatch.setattr(NoteIndex, "learn", slowly)
    finder.followed.connect(followed)
    with qtbot.waitSignal(finder.learnt):
        window.context.reader.add_note("culture-3", "با آقای قنبرزاده")


def test_words_learnt_while_the_program_ends_harm_nothing(
    qtbot: QtBot,
    window: MainWindow,
    context: Context,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    background, learn, begun = context.background, NoteIndex.learn, threading.Event()
    ended: list[bool] = []

    def until_the_end(index: NoteIndex) -> bool:
        begun.set()
        while background.busy:
            time.sleep(0.001)
        ended.append(learn(index))
        return ended[-1]

    monkeypatch.setattr(NoteIndex, "learn", until_the_end)
    context.reader.add_note("culture-3", "با آقای قنبرزاده")
    qtbot.waitUntil(begun.is_set)
    window.close()
    background.finish()
    assert ended == [True]
    QApplication.processEvents()
    assert not caplog.records
