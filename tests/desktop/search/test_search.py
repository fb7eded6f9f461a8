"""Searching as a person does: typing, looking, opening."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.common.row_delegate import ROW
from desktop.common.widgets.labels import Keycap, RichLabel
from desktop.main_window import MainWindow
from desktop.search.rows import Group
from tests.desktop.conftest import PATIENCE_MS
from tests.desktop.search.searching import search
from tests.desktop.typing import type_text


@pytest.mark.parametrize(
    ("query", "reason"), [("؟؟!!", "واژه‌ای در آن نیست"), ("-ژژژژ", "جست‌وجویی که فقط حذف")]
)
def test_the_true_reason_of_nothing_comes_first(
    qtbot: QtBot, window: MainWindow, query: str, reason: str
) -> None:
    search(qtbot, window, query)
    said = [label.plain for label in window.search.empty.findChildren(RichLabel)]
    assert any(text.startswith(reason) for text in said)


def test_too_long_a_paste_is_told_with_its_answer(qtbot: QtBot, window: MainWindow) -> None:
    QApplication.clipboard().setText("زباله‌ی شهری و پسماند " * 20_000)
    window.search_box.clear()
    with qtbot.waitSignal(window.search.results_shown) as told:
        window.search_box.paste()
        window.search_box.textEdited.emit(window.search_box.text())
    assert "تنها هزار نویسه‌ی نخست" in told.args[0].understood
    assert any("تنها هزار نویسه" in label.plain for label in window.findChildren(RichLabel)
               if label.isVisible())  # fmt: skip


def test_the_key_in_the_empty_box_is_shown_whole(window: MainWindow) -> None:
    keycap = window.search_box.findChild(Keycap)
    assert keycap is not None
    assert keycap.isVisible()
    assert keycap.size() == keycap.sizeHint()


def test_typing_finds_after_a_pause(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        type_text(window.search_box, "پسماند")
    assert window.search.results is not None
    assert window.search.results.hits


def test_enter_puts_the_keyboard_into_the_results(
    qtbot: QtBot, window: MainWindow, in_front: None
) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        type_text(window.search_box, "پسماند")
        QTest.keyClick(window.search_box, Qt.Key.Key_Return)
    assert window.focusWidget() is window.search.list


def test_who_drags_the_scroll_bar_to_its_end_reads_on_to_the_last_result(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "تهران")
    rows, bar = window.search.list.rows, window.search.list.verticalScrollBar()

    def all_read() -> bool:
        bar.setValue(bar.maximum())
        return rows.rowCount() > rows.found_rows()[-1]

    qtbot.waitUntil(all_read)


def test_hits_stand_under_their_axis_with_counts(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for("زیرساخت")
    rows = window.search.list.rows
    rows.reach(len(rows.hit_rows()) * 2)
    groups = [rows.index(i).data(ROW) for i in range(rows.rowCount())]
    counts = sum(row.count for row in groups if isinstance(row, Group))
    assert counts == len(rows.hit_rows())


def test_opening_keeps_the_hits_marked(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for("پسماند")
    item = window.search.list.current_id()
    QTest.keyClick(window.search.list, Qt.Key.Key_Return)
    assert window.axis.current_item() == item
    assert item in window.axis.list.rows.hits


def test_the_keyboard_goes_with_an_opened_hit_into_its_axis(
    qtbot: QtBot, window: MainWindow, in_front: None
) -> None:
    search(qtbot, window, "پسماند")
    window.focus_page()
    QTest.keyClick(window.search.list, Qt.Key.Key_Return)
    assert window.focusWidget() is window.axis.list


def test_nothing_found_offers_a_next_step(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for("ژژژژ قققق")
    assert window.search.empty.isVisible()
    qtbot.waitUntil(lambda: not window.panel.isVisible())


def test_nothing_found_leaves_nothing_in_the_panel(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "پسماند")
    assert window.panel.item
    search(qtbot, window, "ژژژژ قققق")
    qtbot.waitUntil(lambda: window.panel.item is None)
    assert not window.panel.isVisible()


@pytest.fixture
def still_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause is as long as that after the last letter of a query."""
    monkeypatch.setattr("desktop.search.page.EMPTY_AFTER_MS", PATIENCE_MS)


def test_the_page_stands_still_over_words_not_found_yet(
    still_typing: None, qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "پسماند")
    qtbot.waitUntil(window.panel.isVisible)
    search(qtbot, window, "ژژژژ قققق")
    assert window.search.empty.isVisible()
    assert window.panel.isVisible()


def test_the_scope_narrows_to_the_axis_searched_from(qtbot: QtBot, window: MainWindow) -> None:
    window.open_item("infrastructure-2")
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for("زیرساخت")
    window.search.header.scope_chosen.emit("infrastructure")
    rows = window.search.list.rows
    assert {rows.index(r).data(ROW).item.axis for r in rows.hit_rows()} == {"infrastructure"}


def test_one_letter_asks_nothing(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.assertNotEmitted(window.search_box.query_changed, wait=200):
        type_text(window.search_box, "ش")


def test_hits_are_marked_in_the_panel_too(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.search.results_shown):
        window.search_for("پسماند")
    window.search.finds.open_item(window.search.list.current_id())
    assert window.panel.reader.extraSelections()
    window.escape()
    assert not window.panel.reader.extraSelections()
