"""Tags: what carries them, and how they are renamed, merged and deleted."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.user.tags import NO_NAME
from desktop.bookmarks import tags_page
from desktop.bookmarks.item_tags import ItemTags
from desktop.bookmarks.tags_page import TagsPage
from desktop.common.place import Place
from desktop.main_window import MainWindow
from tests.desktop.pages import shown_page


@pytest.fixture
def page(window: MainWindow) -> TagsPage:
    store = window.context.reader.store
    store.add_annotation("economy-8", note="بودجه‌ی سال", tags=["بودجه"])
    store.set_item_tags("culture-3", ["آموزش"])
    window.navigator.go(Place("tags"))
    return shown_page(window, TagsPage)


def names(page: TagsPage) -> list[str]:
    return [entry.title for entry in page.tags.rows.entries()]


def key(page: TagsPage, name: str) -> str:
    return next(entry.key for entry in page.tags.rows.entries() if entry.title == name)


def test_a_tag_shows_the_items_and_notes_that_carry_it(page: TagsPage) -> None:
    page.tags.choose(key(page, "#آموزش"))
    assert [entry.item_id for entry in page.carriers.rows.entries()] == ["culture-3"]
    page.tags.choose(key(page, "#بودجه"))
    assert [entry.title for entry in page.carriers.rows.entries()] == ["بودجه‌ی سال"]


def test_a_tag_is_renamed(page: TagsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags_page, "ask_text", lambda *_: "بودجه‌ریزی")
    page.rename(key(page, "#بودجه"))
    assert "#بودجه‌ریزی" in names(page)


def rename_to_a_taken_name(
    page: TagsPage, monkeypatch: pytest.MonkeyPatch, *, agreed: bool
) -> list[str]:
    """What was asked about it."""
    asked: list[str] = []

    def answer(_: object, question: str, yes: str) -> bool:
        asked.append(question)
        return agreed

    monkeypatch.setattr(tags_page, "ask_text", lambda *_: "#آموزش")
    monkeypatch.setattr(tags_page, "confirm", answer)
    page.rename(key(page, "#بودجه"))
    return asked


def test_a_taken_name_offers_to_make_one_of_the_two(
    window: MainWindow, page: TagsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    (question,) = rename_to_a_taken_name(page, monkeypatch, agreed=True)
    assert "«#آموزش»" in question
    assert names(page) == ["#آموزش"]
    window.undoing.undo()
    assert names(page) == ["#آموزش", "#بودجه"]


def test_a_name_without_end_does_not_push_the_question_off_the_screen(
    window: MainWindow, page: TagsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = window.context.reader.store
    store.rename_tag(key(page, "#بودجه"), "ب" * 300)
    page.refresh()
    asked: list[str] = []
    monkeypatch.setattr(tags_page, "ask_text", lambda *_: "آموزش")
    monkeypatch.setattr(tags_page, "confirm", lambda _, question, __: asked.append(question))
    page.rename(key(page, "#" + "ب" * 300))
    assert len(asked[0]) < 150


def test_who_refuses_keeps_both_as_they_were(
    page: TagsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename_to_a_taken_name(page, monkeypatch, agreed=False)
    assert names(page) == ["#آموزش", "#بودجه"]


def test_a_name_of_nothing_is_refused(
    qtbot: QtBot, window: MainWindow, page: TagsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tags_page, "ask_text", lambda *_: "#")
    with qtbot.waitSignal(page.refused) as caught:
        page.rename(key(page, "#بودجه"))
    assert caught.args == [NO_NAME]
    assert window.status.tone == "danger"


def test_merged_tags_carry_what_both_did(page: TagsPage) -> None:
    page.merge(key(page, "#بودجه"), key(page, "#آموزش"))
    assert names(page) == ["#آموزش"]
    assert len(page.carriers.rows.entries()) == 2


def test_a_deleted_tag_comes_back_by_undo(window: MainWindow, page: TagsPage) -> None:
    page.delete(key(page, "#بودجه"))
    assert names(page) == ["#آموزش"]
    window.undoing.undo()
    assert len(names(page)) == 2


def test_a_tag_shows_as_many_notes_as_it_says(window: MainWindow, page: TagsPage) -> None:
    store = window.context.reader.store
    for _ in range(1_001):
        store.add_annotation("economy-8", note="یادداشت", tags=["بودجه"])
    page.refresh()
    page.tags.choose(key(page, "#بودجه"))
    shown = page.carriers.rows
    while shown.canFetchMore(QModelIndex()):
        shown.fetchMore(QModelIndex())
    assert page.carriers.rows.headings()[0].count == "۱۰۰۲ یادداشت"
    assert len(shown.entries()) == 1_002


def test_one_key_is_one_act_on_all_that_carries_a_tag(window: MainWindow, page: TagsPage) -> None:
    reader = window.context.reader
    reader.tell(reader.store.set_item_tags("culture-4", ["آموزش"]).change)
    reader.tell(reader.store.add_annotation("economy-8", note="کلاس", tags=["آموزش"]).change)
    page.tags.choose(key(page, "#آموزش"))
    notes = len(reader.store.notes())
    page.carriers.selectAll()
    QTest.keyClick(page.carriers, Qt.Key.Key_Delete)
    assert (reader.store.item_tags(), len(reader.store.notes())) == ({}, notes - 1)
    window.undoing.undo()
    assert set(reader.store.item_tags()) == {"culture-3", "culture-4"}
    assert len(reader.store.notes()) == notes


def test_f2_on_a_note_asks_for_its_editor(qtbot: QtBot, page: TagsPage) -> None:
    page.note_edit_wanted.disconnect()
    with qtbot.waitSignal(page.note_edit_wanted):
        page.carriers.edit_wanted.emit("uuid")


def test_an_item_is_tagged_from_its_dialog(window: MainWindow) -> None:
    dialog = ItemTags(window.context, window, "economy-1")
    dialog.tags.set_names(["مالیات", "بودجه"])
    dialog.save()
    assert window.context.reader.tags("economy-1") == ("بودجه", "مالیات")


def test_a_name_begun_with_its_sign_is_completed_behind_the_others(window: MainWindow) -> None:
    window.context.reader.store.add_tag("بودجه")
    line = ItemTags(window.context, window, "economy-1").tags
    for typed in ("#بو", "#"):
        line.setText(f"مالیات، {typed}")
        assert line.best() == "بودجه"
        line.take(line.best())
        assert line.names() == ("مالیات", "بودجه")
