"""Backups: made, listed with what they hold, restored; the folder moved."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.paths import user_paths
from desktop.backup import page as backup_page
from desktop.backup.keeper import BackupKeeper
from desktop.backup.page import BackupPage
from desktop.common.place import Place
from desktop.main_window import MainWindow
from desktop.reader_pages import ReaderPages
from tests.desktop.pages import shown_page
from tests.desktop.starts import said


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> BackupPage:
    window.context.reader.add_note("economy-8", "نخست")
    window.navigator.go(Place("backups"))
    found = shown_page(window, BackupPage)
    found.make()
    qtbot.waitUntil(lambda: bool(found.list.rows.entries()))
    return found


def test_a_copy_says_when_it_was_made_and_what_it_holds(page: BackupPage) -> None:
    (entry,) = page.list.rows.entries()
    assert entry.below.startswith("۱ یادداشت و رنگ، ۰ نشان")
    assert entry.side == "دستی"


def test_a_new_copy_is_the_chosen_one(qtbot: QtBot, page: BackupPage) -> None:
    page.make()
    qtbot.waitUntil(lambda: len(page.list.rows.entries()) == 2)
    assert page.list.current_key() == page.list.rows.entries()[0].key


def test_restoring_first_keeps_the_present_state(
    qtbot: QtBot, window: MainWindow, page: BackupPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.context.reader.add_note("economy-8", "دوم")
    monkeypatch.setattr(backup_page, "confirm", lambda *_: True)
    page.restore_chosen()
    assert [note.note for note in window.context.reader.store.notes()] == ["نخست"]
    qtbot.waitUntil(lambda: len(page.list.rows.entries()) == 2)


def test_a_restore_is_taken_back_like_any_act(
    qtbot: QtBot, window: MainWindow, page: BackupPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.context.reader.add_note("economy-8", "دوم")
    monkeypatch.setattr(backup_page, "confirm", lambda *_: True)
    page.restore_chosen()
    assert window.toast.isVisible()
    window.undoing.undo()
    assert window.context.reader.marks("economy-8").notes == 2
    qtbot.waitUntil(lambda: len(page.list.rows.entries()) == 3)


def test_a_no_restores_nothing(
    window: MainWindow, page: BackupPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.context.reader.add_note("economy-8", "دوم")
    monkeypatch.setattr(backup_page, "confirm", lambda *_: False)
    page.restore_chosen()
    assert window.context.reader.store.count_notes() == 2


def test_a_copy_is_saved_elsewhere(page: BackupPage, tmp_path: Path) -> None:
    page.copy_to(tmp_path / "notes.db")
    assert (tmp_path / "notes.db").is_file()


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, page: BackupPage, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(page.failed):
        page.copy_to(tmp_path / "file" / "notes.db")


def test_the_question_names_the_folder_as_the_system_writes_it(
    page: BackupPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    chosen = f"{tmp_path.as_posix()}//elsewhere"  # Qt has slashes on Windows, too
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)
    monkeypatch.setattr(backup_page, "confirm", lambda _, question, __: asked.append(question))
    page.move_folder()
    assert str(tmp_path / "elsewhere") in asked[0]


def test_a_moved_folder_is_what_the_next_start_opens(
    qtbot: QtBot, window: MainWindow, page: BackupPage, tmp_path: Path
) -> None:
    page.moved.disconnect()
    with qtbot.waitSignal(page.moved):
        page.move_to(tmp_path / "elsewhere")
    found = user_paths(window.context.paths.folder)
    assert found.folder == tmp_path / "elsewhere"
    assert found.database.is_file()
    assert list(found.backups.glob("*.db"))


def test_a_folder_with_notes_is_not_written_over(
    qtbot: QtBot, page: BackupPage, tmp_path: Path
) -> None:
    (tmp_path / "notes.db").write_text("از پیش")
    with qtbot.waitSignal(page.failed):
        page.move_to(tmp_path)
    assert (tmp_path / "notes.db").read_text() == "از پیش"


def test_a_backup_is_made_at_the_start(qtbot: QtBot, window: MainWindow) -> None:
    window.context.reader.add_note("economy-8", "نخست")
    keeper = BackupKeeper(window.context, lambda _: None, window)
    with qtbot.waitSignal(keeper.kept) as caught:
        keeper.begin()
    assert caught.args is not None
    assert caught.args[0].reason == "start"


def test_a_backup_made_by_itself_comes_into_the_list_that_is_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.context.reader.add_note("economy-8", "نخست")
    window.navigator.go(Place("backups"))
    page = shown_page(window, BackupPage)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    own = window.findChild(ReaderPages)
    assert own is not None
    own.keeper.look()
    qtbot.waitUntil(lambda: len(page.list.rows.entries()) == 1)
    assert page.stack.currentWidget() is page.list


def test_the_start_empties_the_trash_of_what_is_old(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = window.context.reader.store
    note = store.add_annotation("economy-8", note="کهنه").value
    store.delete_annotation(note.uuid)
    monkeypatch.setattr("db.user.trash.KEPT_FOR", -timedelta(days=1))
    keeper = BackupKeeper(window.context, lambda _: None, window)
    with qtbot.waitSignal(keeper.purged) as caught:
        keeper.begin()
    assert (caught.args, store.trash()) == ([1], [])


def test_the_folder_of_the_data_is_opened(page: BackupPage, opened_outside: list[Path]) -> None:
    page.open_button.click()
    assert opened_outside == [page.context.paths.folder]


def test_a_folder_that_nothing_here_can_show_is_named(
    window: MainWindow, page: BackupPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page.open_button.click()
    assert str(page.context.paths.folder) in said(window)
