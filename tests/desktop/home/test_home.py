"""Home leads on: to the last place, an axis, a picked direction."""

from itertools import product

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.common.context import Context
from desktop.common.persian import rtl
from desktop.common.place import Place
from desktop.common.widgets.card_button import CardButton
from desktop.common.widgets.labels import RichLabel
from desktop.main_window import MainWindow
from desktop.notes.editor import NoteEditor
from tests.desktop.common.test_tokens import contrast
from tests.desktop.stage import choose
from tests.desktop.typing import type_text

THICK = range(20, 12, -1)  # pixels over the lower edge of a card that its bar takes


def shown(window: MainWindow) -> list[CardButton]:
    return [card for card in window.home.findChildren(CardButton) if card.isVisible()]


def card(window: MainWindow, text: str) -> CardButton:
    return next(card for card in shown(window) if card.text() == text)


def test_what_is_left_to_read_shows_on_a_card(window: MainWindow) -> None:
    axis = card(window, "محیط‌زیست")
    for theme, down in product(("light", "dark", "contrast"), (False, True)):
        window.context.theme.set_name(theme)
        axis.setDown(down)
        seen = axis.grab().toImage()
        *track, beside = (
            seen.pixelColor(axis.width() // 2, axis.height() - up).name() for up in (*THICK, 6)
        )
        assert max(contrast(part, beside) for part in track) >= 1.1, (theme, down)


def test_a_card_opens_its_axis(window: MainWindow) -> None:
    card(window, "محیط‌زیست").click()
    assert window.axis.axis_slug() == "environment"


def test_reading_goes_on_where_it_was_left(window: MainWindow) -> None:
    window.open_item("security-4")
    window.navigator.go(Place("home"))
    card(window, "ادامه‌ی مطالعه").click()
    assert window.axis.current_item() == "security-4"


def test_reading_goes_on_at_the_row_moved_to(window: MainWindow) -> None:
    window.open_item("security-1")
    for _ in range(2):
        QTest.keyClick(window.axis.list, Qt.Key.Key_Down)
    window.navigator.go(Place("home"))
    assert "امنیت شهری · جهت‌گیری ۳" in card(window, "ادامه‌ی مطالعه").accessibleName()


def test_reading_goes_on_after_a_session_that_ended_at_home(
    window: MainWindow, context: Context
) -> None:
    window.open_item("security-4")
    window.navigator.go(Place("home"))
    again = build_window(context)
    again.begin()
    again.show()
    card(again, "ادامه‌ی مطالعه").click()
    assert again.axis.current_item() == "security-4"
    shiboken6.delete(again)


def test_the_last_note_may_be_on_a_whole_axis(window: MainWindow) -> None:
    window.context.reader.add_note("security", "بر همه")
    card(window, "آخرین یادداشت").click()
    assert window.navigator.place == Place("notes", "security")


def test_a_bookmark_appears_among_the_picked(qtbot: QtBot, window: MainWindow) -> None:
    window.context.reader.toggle_bookmark("culture-1")
    text = window.context.reference.item("culture-1").edited
    # A new card is shown when its layout is next activated.
    qtbot.waitUntil(lambda: any(c.text() == text for c in shown(window)))
    card(window, text).click()
    assert window.axis.current_item() == "culture-1"


def test_progress_is_told_in_words(window: MainWindow) -> None:
    window.context.reader.mark_read(("security-1", "security-2"), True)
    assert "۲ خوانده‌شده" in card(window, "امنیت شهری").accessibleName()


def test_what_was_left_unfinished_is_found_on_home(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("security-4")
    type_text(window.panel.notes.composer.edit, "نیمه‌کاره")
    window.navigator.go(Place("home"))
    with qtbot.waitSignal(window.home.unfinished_wanted):
        card(window, "نوشته‌های نیمه‌کاره").click()
    assert window.axis.current_item() == "security-4"
    assert window.panel.notes.composer.text() == "نیمه‌کاره"


def test_each_of_several_unfinished_texts_is_in_a_menu(window: MainWindow) -> None:
    store = window.context.reader.store
    for item_id in ("security-4", "culture-1"):
        store.save_draft(f"note-new:{item_id}", item_id, f"درباره‌ی {item_id}")
    window.home.refresh()
    title = "فرهنگی اجتماعی · جهت‌گیری ۱: درباره‌ی culture-1"
    choose(rtl(title), card(window, "نوشته‌های نیمه‌کاره").click)
    assert [one.fields.text.toPlainText() for one in window.findChildren(NoteEditor)] == [
        "درباره‌ی culture-1"
    ]


@pytest.mark.parametrize("slot", ["capture:culture-1", "bookmark:culture-1", "note:gone"])
def test_a_text_whose_editor_is_gone_is_gone_on_with_as_a_note(
    window: MainWindow, slot: str
) -> None:
    window.context.reader.store.save_draft(slot, "culture-1", "نیمه‌کاره")
    window.home.refresh()
    card(window, "نوشته‌های نیمه‌کاره").click()
    window.findChildren(NoteEditor)[-1].save()
    assert [note.text for note in window.context.reader.notes("culture-1")] == ["نیمه‌کاره"]
    assert window.context.saving.drafts() == []


def test_home_needs_no_panel(window: MainWindow) -> None:
    assert not window.panel.isVisible()


def test_the_column_is_as_far_from_both_edges(window: MainWindow) -> None:
    window.navigator.go(Place("home"))
    area, title = window.home.findChild(QScrollArea), window.home.findChild(RichLabel)
    assert area
    assert title
    view = area.viewport()
    for width in (911, 1366, 1700):
        window.resize(width, 768)
        QApplication.processEvents()
        left = title.mapTo(view, QPoint()).x()
        assert (width, left) == (width, view.width() - left - title.width())
