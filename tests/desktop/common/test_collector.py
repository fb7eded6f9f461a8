"""Garbage never ends on a thread that Qt did not make it for."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.common.collector import Collector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    parent = QObject()
    yield Collector(parent)
    gc.enable()


def test_what_another_thread_left_is_collected_by_the_window(
    qtbot: QtBot, collector: Collector
) -> None:
    ended: list[threading.Thread] = []

    class Knot:
        """Only the search for cycles ends it."""

        def __init__(self) -> None:
            self.self = self

        def __del__(self) -> None:
            ended.append(threading.current_thread())

    other = threading.Thread(target=lambda: [Knot() for _ in range(5_000)])
    other.start()
    other.join()
    assert not ended
    qtbot.waitUntil(lambda: len(ended) > 1_000)
    assert set(ended) == {threading.main_thread()}
