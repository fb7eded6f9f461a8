"""Work beside the window: newest answer wins, failures become sentences."""

import gc
import weakref
from functools import partial
from typing import Any

from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.common.background import Background


def _refuse() -> None:
    raise KnownError("نشد.")


def test_an_answer_arrives(qtbot: QtBot) -> None:
    background, got = Background(), list[Any]()
    background.run("sum", lambda: 1 + 1, got.append, got.append)
    qtbot.waitUntil(lambda: got == [2])


def test_only_the_newest_answer_of_a_channel_counts(qtbot: QtBot) -> None:
    background, got = Background(), list[Any]()
    for number in range(5):
        background.run("typing", partial(int, number), got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    background.finish()
    assert got == [4]


def test_a_known_error_is_told_in_its_own_sentence(qtbot: QtBot) -> None:
    background, told = Background(), list[str]()
    background.run("x", _refuse, told.append, told.append)
    qtbot.waitUntil(lambda: told == ["نشد."])


class Asked:
    """A question, which holds what it is about."""

    def __call__(self) -> int:
        return 1


def test_work_that_is_done_leaves_nothing_behind(qtbot: QtBot) -> None:
    background, got, left = Background(), list[Any](), weakref.WeakSet[Asked]()
    for _ in range(20):
        asked = Asked()
        left.add(asked)
        background.run("x", asked, got.append, got.append)
        del asked
        qtbot.waitUntil(lambda: not background.busy)
    background.finish()
    gc.collect()
    assert len(left) == 0
