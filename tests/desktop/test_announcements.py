"""What happens is read aloud to who does not see it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from tests.desktop.search.searching import search

ITEM = "economy-2"


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader that listens is told."""
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: told.append(e.message()))
    return told


def test_how_many_were_found(qtbot: QtBot, window: MainWindow, spoken: list[str]) -> None:
    search(qtbot, window, "زیرساخت")
    assert window.search.header.title in spoken
    assert "نتیجه" in window.search.header.title


def test_that_nothing_was_found(qtbot: QtBot, window: MainWindow, spoken: list[str]) -> None:
    search(qtbot, window, "ژژژژ قققق")
    assert "نتیجه‌ای برای «ژژژژ قققق» پیدا نشد" in spoken


def test_that_a_note_is_saved(window: MainWindow, spoken: list[str]) -> None:
    window.open_item(ITEM)
    window.panel.notes.composer.edit.setPlainText("نظر")
    window.panel.notes.composer.finish()
    assert "یادداشت ذخیره شد" in spoken


def test_that_a_note_is_deleted(window: MainWindow, spoken: list[str]) -> None:
    window.context.reader.add_note(ITEM, "نظر")
    window.open_item(ITEM)
    QTest.keyClick(window.panel.notes.cards()[0], Qt.Key.Key_Delete)
    assert "یادداشت حذف شد" in spoken


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda window: window.context.reader.toggle_bookmark(ITEM), "نشان"),
        (lambda window: window.context.reader.highlight(ITEM, (0, 5), "green"), "رنگ"),
        (lambda window: window.navigator.go(Place("notes")), "۰ مورد"),
        (lambda window: window.navigator.go(Place("source", "errata")), "مورد"),
    ],
    ids=["bookmark", "highlight", "notes", "corrections"],
)
def test_what_an_act_came_to(
    window: MainWindow, spoken: list[str], act: Callable[[MainWindow], None], words: str
) -> None:
    act(window)
    assert any(words in line for line in spoken)


def test_a_filter_says_what_it_leaves(window: MainWindow, spoken: list[str]) -> None:
    window.open_item(ITEM)
    window.axis.set_filter("unread")
    assert spoken[-1] == "صافی خوانده‌نشده ۱۱"  # as many as progress counts


def test_nobody_is_told_when_nobody_listens(
    window: MainWindow, spoken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    window.toast.say("یادداشت ذخیره شد")
    assert "یادداشت ذخیره شد" not in spoken
