"""The trash: back at once, gone for ever only after a second yes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.trash import page as trash_page
from desktop.trash.page import TrashPage
from tests.desktop.pages import shown_page


@pytest.fixture
def page(window: MainWindow) -> TrashPage:
    store, reader = window.context.reader.store, window.context.reader
    note = store.add_annotation("economy-8", note="دورریختنی").value
    reader.tell(store.delete_annotation(note.uuid).change)
    window.navigator.go(Place("trash"))
    return shown_page(window, TrashPage)


def test_enter_brings_back(qtbot: QtBot, window: MainWindow, page: TrashPage) -> None:
    with qtbot.waitSignal(page.list.opened):
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert [note.note for note in window.context.reader.store.notes()] == ["دورریختنی"]
    assert page.stack.currentWidget() is page.empty


def test_what_is_taken_back_into_the_trash_is_chosen_again(
    window: MainWindow, page: TrashPage
) -> None:
    page.bring_back()
    window.undoing.undo()
    assert page.list.selectionModel().selectedIndexes()


def test_what_is_brought_back_together_is_taken_back_together(
    window: MainWindow, page: TrashPage
) -> None:
    store, tell = window.context.reader.store, window.context.reader.tell
    tell(store.delete_annotation(store.add_annotation("economy-9", note="دیگر").value.uuid).change)
    page.list.selectAll()
    page.restore_button.click()
    assert store.trash() == []
    window.undoing.undo()
    assert len(page.list.rows.entries()) == 2


def test_a_no_deletes_nothing(page: TrashPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trash_page, "confirm", lambda *_: False)
    page.purge()
    assert len(page.list.rows.entries()) == 1


def test_a_yes_deletes_for_ever_and_says_so(
    qtbot: QtBot, page: TrashPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash_page, "confirm", lambda *_: True)
    with qtbot.waitSignal(page.said) as caught:
        page.purge_all()
    assert caught.args == ["۱ مورد برای همیشه حذف شد"]
    assert page.list.rows.entries() == []


def test_the_menu_offers_both(page: TrashPage) -> None:
    texts = [action.text() for action in page.menu().actions()]
    assert texts == ["بازگرداندن", "حذف برای همیشه…"]


def test_a_highlight_is_called_one(window: MainWindow, page: TrashPage) -> None:
    reader = window.context.reader
    reader.highlight("economy-8", (0, 5), "yellow")
    reader.delete_note(reader.notes("economy-8")[0])
    assert page.list.rows.entries()[0].above.startswith("رنگ · ")
