"""The editor of a note: every field is stored, and nothing typed is lost."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from db.user.models import RemarkKind
from desktop.common.draft_line import RESTORED
from desktop.main_window import MainWindow
from desktop.notes.editor import NoteEditor
from desktop.notes.page import NotesPage
from tests.desktop.stage import click
from tests.desktop.typing import type_text


def editor(window: MainWindow, text: str = "") -> NoteEditor:
    made = NoteEditor(window.context, window, "economy-8")
    made.open()
    if text:
        made.fields.text.setPlainText(text)
    return made


def asked_for(window: MainWindow) -> NoteEditor:
    """The dialog as the reader opens it on an item."""
    window.open_item("economy-8")
    window.actions_["act.note_full"].trigger()
    return window.findChildren(NoteEditor)[-1]


def notes_page(window: MainWindow) -> NotesPage:
    return cast(NotesPage, window.navigator.page_named("notes"))


def test_all_fields_are_stored(window: MainWindow) -> None:
    open_editor = editor(window, "گزارش بدهند")
    fields = open_editor.fields
    fields.kinds["resolution"].setChecked(True)
    fields.owner.setText("دبیر کارگروه")
    fields.has_due.setChecked(True)
    fields.due.set_iso("2026-03-21")
    fields.tags.set_names(["فاوا", "بودجه"])
    fields.private.setChecked(True)
    open_editor.save()
    note = window.context.reader.store.notes()[0]
    assert (note.kind, note.owner, note.due) == (
        RemarkKind.RESOLUTION,
        "دبیر کارگروه",
        "2026-03-21",
    )
    assert note.tags == ("بودجه", "فاوا")
    assert note.private


def test_a_note_stored_right_after_its_last_letter_leaves_no_draft(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_editor = asked_for(window)
    open_editor.activateWindow()
    qtbot.waitUntil(open_editor.fields.text.hasFocus)
    type_text(open_editor.fields.text, "گزارش بدهند")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(open_editor.fields.text, Qt.Key.Key_Return, control)
    assert [note.note for note in window.context.reader.store.notes()] == ["گزارش بدهند"]
    assert window.context.saving.drafts() == []


def test_the_due_date_is_jalali_on_screen(window: MainWindow) -> None:
    due = editor(window).fields.due
    due.set_iso("2026-03-21")
    shown = due.lineEdit().text()
    assert {"۱", "فروردین", "۱۴۰۵"} == set(shown.split())


def test_saving_says_which_note_was_saved(qtbot: QtBot, window: MainWindow) -> None:
    open_editor = editor(window, "یادداشت")
    with qtbot.waitSignal(open_editor.saved) as caught:
        QTest.keyClick(open_editor, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [window.context.reader.store.notes()[0].uuid]


def test_typing_is_a_change_and_becomes_a_draft(qtbot: QtBot, window: MainWindow) -> None:
    open_editor = editor(window)
    with qtbot.waitSignal(open_editor.fields.changed):
        open_editor.fields.text.setPlainText("نیمه‌کاره")
    store = window.context.reader.store
    qtbot.waitUntil(lambda: store.draft("note-new:economy-8") is not None)
    open_editor.reject()


def test_escape_keeps_what_was_typed_and_the_toast_leads_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_editor = asked_for(window)
    type_text(open_editor.fields.text, "نیمه‌کاره")
    with qtbot.waitSignals([open_editor.set_aside, notes_page(window).set_aside]):
        QTest.keyClick(open_editor, Qt.Key.Key_Escape)
    click(window.toast)
    again = window.findChildren(NoteEditor)[-1]
    assert again.fields.text.toPlainText() == "نیمه‌کاره"
    again.reject()


def test_escape_over_nothing_typed_leaves_nothing(window: MainWindow) -> None:
    open_editor = asked_for(window)
    QTest.keyClick(open_editor, Qt.Key.Key_Escape)
    assert window.context.saving.drafts() == []
    assert not window.toast.isVisible()


def test_what_was_typed_can_be_put_aside_for_the_note_and_fetched_back(window: MainWindow) -> None:
    window.context.reader.add_note("economy-8", "ثبت‌شده")
    note = window.context.reader.store.notes()[0]
    first = NoteEditor(window.context, window, "economy-8", note)
    first.fields.text.setPlainText("بازنویسی")
    first.reject()
    second = NoteEditor(window.context, window, "economy-8", note)
    shown = [second.fields.text.toPlainText()]
    for _ in range(2):
        second.draft.swap.click()
        shown.append(second.fields.text.toPlainText())
    assert shown == ["بازنویسی", "ثبت‌شده", "بازنویسی"]


def test_a_draft_comes_back_with_a_notice(window: MainWindow) -> None:
    first = editor(window, "نیمه‌کاره")
    first.reject()
    second = editor(window)
    assert second.fields.text.toPlainText() == "نیمه‌کاره"
    assert second.draft.message.plain == RESTORED
    second.reject()


def test_a_refused_save_keeps_the_text_and_says_why(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError("دیسک پر است.")

    open_editor = editor(window, "نگه‌داشتنی")
    monkeypatch.setattr(window.context.reader.store, "add_annotation", full)
    open_editor.save()
    assert open_editor.draft.message.plain == "دیسک پر است."
    assert open_editor.fields.text.toPlainText() == "نگه‌داشتنی"
    open_editor.reject()


def test_a_name_is_completed_by_two_letters(qtbot: QtBot, window: MainWindow) -> None:
    window.context.reader.store.add_annotation("economy-1", note="x", owner="دبیر کارگروه")
    owner = editor(window).fields.owner
    owner.setText("کا")
    assert owner.best() == "دبیر کارگروه"
    with qtbot.waitSignal(owner.name_taken):
        owner.take(owner.best())
    assert owner.text() == "دبیر کارگروه"


def test_the_full_editor_takes_the_selected_words_along(window: MainWindow) -> None:
    window.open_item("economy-8")
    window.panel.reader.select(0, 5)
    window.actions_["act.note_full"].trigger()
    editor = window.findChild(NoteEditor)
    assert editor is not None
    editor.fields.text.setPlainText("نظر")
    editor.save()
    (note,) = window.context.reader.notes("economy-8")
    assert (note.quote, note.colour) == ("اصلاح", "yellow")


def test_a_draft_of_the_full_editor_keeps_its_words(window: MainWindow) -> None:
    editor = NoteEditor(window.context, window, "economy-8", span=(0, 5))
    editor.fields.text.setPlainText("نیمه‌کاره")
    editor.reject()
    again = NoteEditor(window.context, window, "economy-8")
    again.save()
    assert [note.quote for note in window.context.reader.notes("economy-8")] == ["اصلاح"]


def test_a_remark_that_is_changed_and_settled_at_once_is_taken_back_at_once(
    window: MainWindow,
) -> None:
    reader = window.context.reader
    note = reader.store.add_annotation("economy-8", note="پیش", owner="دبیر").value
    open_editor = NoteEditor(window.context, window, "economy-8", note)
    open_editor.fields.text.setPlainText("پس")
    open_editor.fields.settled.setChecked(True)
    open_editor.save()
    (saved,) = reader.store.notes()
    assert (saved.note, saved.closed is not None) == ("پس", True)
    window.undoing.undo()
    (back,) = reader.store.notes()
    assert (back.note, back.closed) == ("پیش", None)


def test_a_note_on_an_axis_is_on_that_of_the_item_in_the_panel(window: MainWindow) -> None:
    window.context.reader.add_note("transport-3", "نظر")
    window.open_item("economy-2")
    window.actions_["go.notes"].trigger()
    assert window.panel.item is not None
    assert window.panel.item.id == "transport-3"
    window.actions_["act.axis_note"].trigger()
    (open_editor,) = window.findChildren(NoteEditor)
    open_editor.fields.text.setPlainText("بر محور")
    open_editor.save()
    assert window.context.reader.store.notes()[0].item_id == "transport"
