"""Writing in the panel: notes that last, drafts that come back."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.paths import user_paths
from desktop.app import close_context, open_context
from desktop.common.widgets.labels import RichLabel
from desktop.main_window import MainWindow
from desktop.meeting.strip import MeetingStrip
from tests.desktop.typing import type_text

ITEM = "economy-8"


def write(window: MainWindow, text: str) -> None:
    window.panel.notes.composer.edit.setPlainText(text)
    window.panel.notes.composer.finish()


def test_a_note_is_there_after_a_restart(window: MainWindow, tmp_path: Path) -> None:
    window.open_item(ITEM)
    write(window, "در جلسه‌ی بعد بیاید.")
    again = open_context(user_paths(tmp_path / "reader"))
    assert [note.text for note in again.reader.notes(ITEM)] == ["در جلسه‌ی بعد بیاید."]
    close_context(again)


def test_ctrl_enter_saves_a_note(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item(ITEM)
    edit = window.panel.notes.composer.edit
    edit.setPlainText("یادداشت")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.context.reader.marks(ITEM).notes == 1


def test_undo_in_the_empty_editor_takes_the_note_back(window: MainWindow, in_front: None) -> None:
    window.open_item(ITEM)
    edit = window.panel.notes.composer.edit
    edit.setFocus()
    type_text(edit, "یادداشت")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.context.reader.notes(ITEM)
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.context.reader.notes(ITEM)
    QTest.keyClick(edit, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.context.reader.notes(ITEM)


def test_undo_while_writing_takes_words_back(window: MainWindow, in_front: None) -> None:
    window.open_item(ITEM)
    write(window, "نخست")
    edit = window.panel.notes.composer.edit
    edit.setFocus()
    type_text(edit, "دوم")
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not edit.toPlainText()
    assert window.context.reader.notes(ITEM)


def test_a_note_on_a_selection_quotes_and_colours_it(window: MainWindow) -> None:
    window.open_item(ITEM)
    window.panel.reader.select(0, 5)
    window.panel.begin_note()
    write(window, "نظر")
    note = window.context.reader.notes(ITEM)[0]
    assert note.quote == "اصلاح"
    assert window.context.reader.highlights(ITEM)[0].end == 5


def aimed(window: MainWindow) -> str:
    """What the editor says the note is about; "" while it says nothing."""
    target = window.panel.notes.composer.target
    return target.label.plain if target.isVisible() else ""


def test_the_editor_names_the_words_a_note_is_about(window: MainWindow) -> None:
    window.open_item(ITEM)
    window.panel.reader.select(0, 5)
    assert aimed(window) == "یادداشت بر: «اصلاح»"
    window.actions_["act.note_new"].trigger()
    write(window, "نظر")
    assert aimed(window) == ""
    window.actions_["act.note_new"].trigger()
    write(window, "بر همه")
    assert [note.quote for note in window.context.reader.notes(ITEM)] == ["", "اصلاح"]


@pytest.mark.parametrize("count", [1, 12])
def test_cards_stand_between_the_edges_of_the_editor(
    qtbot: QtBot, window: MainWindow, count: int
) -> None:
    window.open_item(ITEM)
    for number in range(count):
        write(window, str(number))
    editor = window.panel.notes.composer.edit

    def edges(part: QWidget) -> tuple[int, int]:
        left = part.mapTo(window, QPoint(0, 0)).x()
        return left, left + part.width()

    qtbot.waitUntil(lambda: edges(window.panel.notes.cards()[0]) == edges(editor))


def test_a_note_begun_keeps_its_words_until_they_are_let_go(window: MainWindow) -> None:
    window.open_item(ITEM)
    window.panel.reader.select(0, 5)
    composer = window.panel.notes.composer
    composer.edit.setPlainText("نیمه‌کاره")
    window.panel.reader.clear_selection()
    window.open_item("economy-1")
    assert aimed(window) == ""
    window.open_item(ITEM)
    assert aimed(window) == "یادداشت بر: «اصلاح»"
    composer.target.drop.click()
    assert (aimed(window), composer.text(), composer.span) == ("", "نیمه‌کاره", None)


def test_who_lets_go_of_an_edited_note_writes_a_new_one(window: MainWindow) -> None:
    window.open_item(ITEM)
    write(window, "پیش")
    window.panel.notes.edit(window.context.reader.notes(ITEM)[0])
    assert aimed(window) == "ویرایش یادداشت: «پیش»"
    window.panel.notes.composer.target.drop.click()
    write(window, "دیگر")
    assert [note.text for note in window.context.reader.notes(ITEM)] == ["دیگر", "پیش"]


def delete_card(window: MainWindow) -> str:
    """Delete the only card by its key; what the message says then."""
    window.open_item(ITEM)
    (card,) = window.panel.notes.cards()
    QTest.keyClick(card, Qt.Key.Key_Delete)
    return told(window)


def told(window: MainWindow) -> str:
    said = window.toast.findChild(RichLabel)
    assert said is not None
    assert said.isVisible()
    return said.plain


def test_a_deleted_highlight_is_not_called_a_note(window: MainWindow) -> None:
    window.context.reader.highlight(ITEM, (0, 5), "yellow")
    assert delete_card(window) == "رنگ عبارت برداشته شد"


def test_a_deleted_note_can_be_taken_back(window: MainWindow) -> None:
    window.context.reader.add_note(ITEM, "رفتنی")
    assert delete_card(window) == "یادداشت حذف شد"
    assert window.context.reader.notes(ITEM) == ()
    window.undoing.undo()
    assert [note.text for note in window.context.reader.notes(ITEM)] == ["رفتنی"]


def test_editing_replaces_the_text(window: MainWindow) -> None:
    window.open_item(ITEM)
    write(window, "پیش")
    window.panel.notes.edit(window.context.reader.notes(ITEM)[0])
    write(window, "پس")
    assert [note.text for note in window.context.reader.notes(ITEM)] == ["پس"]


def test_a_draft_comes_back_with_its_item(window: MainWindow) -> None:
    window.open_item(ITEM)
    window.panel.notes.composer.edit.setPlainText("نیمه‌کاره")
    window.open_item("economy-1")
    assert window.panel.notes.composer.text() == ""
    window.open_item(ITEM)
    assert window.panel.notes.composer.text() == "نیمه‌کاره"


def test_writing_goes_on_behind_the_draft_that_came_back(window: MainWindow) -> None:
    window.open_item(ITEM)
    composer = window.panel.notes.composer
    composer.edit.setPlainText("نیمه")
    window.open_item("economy-7")
    window.open_item(ITEM)
    type_text(composer.edit, " کاره")
    assert composer.text() == "نیمه کاره"


def test_a_draft_is_stored_without_leaving(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item(ITEM)
    window.panel.notes.composer.edit.setPlainText("نیمه‌کاره")
    store = window.context.reader.store
    qtbot.waitUntil(lambda: store.draft(ITEM) is not None)
    assert re.fullmatch("ذخیره شد، [۰-۹]{1,2}:[۰-۹]{2}", window.panel.notes.composer.status.plain)


def test_a_very_long_note_is_shown_whole(window: MainWindow) -> None:
    window.open_item(ITEM)
    write(window, "بسیار " * 4_000)
    (card,) = window.panel.notes.cards()
    assert card.note.text == ("بسیار " * 4_000).strip()


def test_the_editor_stays_whole_below_a_banner_and_a_meeting(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.context.reader.store.start_meeting("بررسی", date(2026, 11, 25))
    strip = window.findChild(MeetingStrip)
    assert strip is not None
    strip.refresh()
    window.resize(911, 480)
    window.open_item("economy-8")
    window.panel_place.open()
    window.context.saving.refuse("ذخیره نشد؛ متن در حافظه نگه داشته شده است.")
    composer = window.panel.notes.composer
    qtbot.waitUntil(lambda: window.panel.height() < 345)
    assert composer.edit.geometry().bottom() < composer.save.geometry().top()
    assert composer.height() >= composer.minimumSizeHint().height()
