"""What the command line writes is seen in the open window, and disturbs nobody who types there."""

import pytest
from PySide6.QtCore import QFileSystemWatcher, QTimer
from pytestqt.qtbot import QtBot

from db.cli.main import main
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage
from desktop.reader_pages import ReaderPages
from desktop.shell import elsewhere
from tests.desktop.pages import shown_page
from tests.desktop.typing import type_text


@pytest.fixture
def own(window: MainWindow) -> ReaderPages:
    found = window.findChild(ReaderPages)
    assert found is not None
    found.watch()
    window.context.background.finish()
    found.elsewhere.look()
    return found


def add_on_the_terminal(window: MainWindow, item_id: str, text: str) -> None:
    folder = window.context.paths.folder
    assert main(["--user-data", str(folder), "notes", "add", item_id, text]) == 0


def test_a_note_from_the_terminal_comes_by_itself(
    qtbot: QtBot, window: MainWindow, own: ReaderPages
) -> None:
    window.navigator.go(Place("notes"))
    page = shown_page(window, NotesPage)
    with qtbot.waitSignal(own.elsewhere.noticed):
        add_on_the_terminal(window, "economy-8", "از پایانه")
    qtbot.waitUntil(lambda: [one.title for one in page.list.rows.entries()] == ["از پایانه"])


def test_nothing_is_asked_while_nobody_writes(qtbot: QtBot, own: ReaderPages) -> None:
    timer = own.elsewhere.findChild(QTimer)
    assert timer is not None
    qtbot.waitUntil(lambda: not timer.isActive())


@pytest.fixture(params=["a medium that tells nothing", "a system without more watches"])
def untold(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "LOOK_MS", 50)
    if request.param == "a medium that tells nothing":
        monkeypatch.setattr(elsewhere, "journal_mode_for", lambda _: "DELETE")
    else:
        monkeypatch.setattr(QFileSystemWatcher, "addPaths", lambda _, paths: paths)


def test_where_nothing_tells_of_writing_the_file_is_asked(
    qtbot: QtBot, untold: None, window: MainWindow, own: ReaderPages
) -> None:
    for text in ("یکم", "دوم"):
        with qtbot.waitSignal(own.elsewhere.noticed):
            add_on_the_terminal(window, "economy-8", text)


def test_a_note_from_the_terminal_is_on_its_item(
    qtbot: QtBot, window: MainWindow, own: ReaderPages
) -> None:
    window.open_item("economy-8")
    add_on_the_terminal(window, "economy-8", "از پایانه")
    own.elsewhere.look()
    assert [card.note.text for card in window.panel.notes.cards()] == ["از پایانه"]
    assert window.context.reader.marks("economy-8").notes == 1


def test_what_is_being_typed_stays(window: MainWindow, own: ReaderPages) -> None:
    window.open_item("economy-8")
    window.panel.begin_note()
    type_text(window.panel.notes.composer.edit, "نیمه")
    add_on_the_terminal(window, "economy-8", "از پایانه")
    own.elsewhere.look()
    assert window.panel.notes.composer.text() == "نیمه"


def test_own_acts_are_no_news(qtbot: QtBot, window: MainWindow, own: ReaderPages) -> None:
    window.context.reader.add_note("economy-8", "این‌جا")
    with qtbot.assertNotEmitted(own.elsewhere.noticed):
        own.elsewhere.look()
