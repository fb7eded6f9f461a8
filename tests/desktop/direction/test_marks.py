"""Colours, signs of notes and the line beside a bookmark, in the panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.errors import KnownError
from desktop.direction.bookmark_note import BookmarkNote
from desktop.main_window import MainWindow
from tests.desktop.typing import type_text


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.open_item("infrastructure-2")
    return window


def test_only_a_span_with_words_bears_a_sign(opened: MainWindow) -> None:
    opened.context.reader.highlight("infrastructure-2", (0, 4), "green")
    assert opened.panel.reader.note_signs() == {}
    opened.context.reader.add_note("infrastructure-2", "پیگیری شود", (10, 20))
    assert len(opened.panel.reader.note_signs()) == 1


def test_the_sign_on_the_first_line_is_seen_whole(opened: MainWindow) -> None:
    opened.context.reader.add_note("infrastructure-2", "پیگیری شود", (0, 4))
    (sign,) = opened.panel.reader.note_signs().values()
    assert opened.panel.reader.viewport().rect().contains(sign.toAlignedRect())


@pytest.mark.parametrize("notes", [1, 2])
def test_signs_stand_over_their_own_words_and_not_over_the_next(
    opened: MainWindow, notes: int
) -> None:
    text, reader = opened.context.reference.item("infrastructure-2").edited, opened.panel.reader
    span = (0, text.index(" (ICT)"))
    for _ in range(notes):
        opened.context.reader.add_note("infrastructure-2", "پیگیری شود", span)
    reader.select(span[1], span[1])
    edge, gap = reader.cursorRect().left(), opened.context.theme.px(2)
    assert len(signs := reader.note_signs().values()) == notes
    assert all(sign.left() >= edge - gap for sign in signs)


def test_a_click_on_a_sign_goes_to_its_note(qtbot: QtBot, opened: MainWindow) -> None:
    reader, panel = opened.context.reader, opened.panel
    for text, span in (("نخستین", (0, 12)), ("دومین", (30, 40))):
        reader.add_note("infrastructure-2", text, span)
    panel.show_tab("citation")
    sign = panel.reader.note_signs()[reader.notes("infrastructure-2")[1].uuid]
    with qtbot.waitSignal(panel.reader.note_chosen):
        QTest.mouseClick(
            panel.reader.viewport(), Qt.MouseButton.LeftButton, pos=sign.center().toPoint()
        )
    assert panel.notes.cards()[0].note.text == "نخستین"
    assert panel.notes.isVisible()


def test_colours_may_overlap_and_snap_to_words(opened: MainWindow) -> None:
    panel = opened.panel
    panel.reader.select(7, 9)
    panel.highlighter.highlight("green")
    panel.reader.select(0, 12)
    panel.highlighter.highlight("pink")
    found = opened.context.reader.highlights("infrastructure-2")
    text = opened.context.reference.item("infrastructure-2").edited
    assert {light.colour for light in found} == {"green", "pink"}
    assert all(text[light.end : light.end + 1] in ("", " ") for light in found)


def test_the_menu_of_the_highlighter_has_four_colours(opened: MainWindow) -> None:
    texts = [action.text() for action in opened.panel.highlighter.menu().actions()]
    assert texts == ["زرد", "سبز", "آبی", "صورتی", "", "برداشتن رنگ"]


def test_the_colour_under_the_caret_is_taken_and_its_words_stay(opened: MainWindow) -> None:
    reader = opened.context.reader
    reader.highlight("infrastructure-2", (30, 40), "green")
    reader.add_note("infrastructure-2", "پیگیری شود", (0, 12))
    opened.panel.reader.select(5, 5)
    opened.actions_["act.unhighlight"].trigger()
    assert [light.colour for light in reader.highlights("infrastructure-2")] == ["green", ""]
    assert [note.text for note in reader.notes("infrastructure-2")] == ["پیگیری شود", ""]


def test_of_two_colours_under_the_caret_the_one_above_goes(opened: MainWindow) -> None:
    reader = opened.context.reader
    for colour in ("green", "pink"):
        reader.highlight("infrastructure-2", (0, 12), colour)
    opened.panel.reader.select(5, 5)
    opened.actions_["act.unhighlight"].trigger()
    assert [light.colour for light in reader.highlights("infrastructure-2")] == ["green"]


def test_a_selection_takes_all_colours_it_touches(opened: MainWindow) -> None:
    reader = opened.context.reader
    for span in ((0, 8), (6, 15), (30, 40)):
        reader.highlight("infrastructure-2", span, "pink")
    opened.panel.reader.select(7, 9)
    opened.actions_["act.unhighlight"].trigger()
    assert [light.start for light in reader.highlights("infrastructure-2")] == [30]
    opened.undoing.undo()
    assert [light.start for light in reader.highlights("infrastructure-2")] == [0, 6, 30]


def test_without_a_colour_meant_nothing_is_taken(qtbot: QtBot, opened: MainWindow) -> None:
    reader = opened.context.reader
    for span in ((20, 28), (30, 40)):
        reader.highlight("infrastructure-2", span, "pink")
    with qtbot.waitSignal(opened.panel.highlighter.said):
        opened.actions_["act.unhighlight"].trigger()
    assert len(reader.highlights("infrastructure-2")) == 2


def test_a_line_is_offered_right_after_starring(opened: MainWindow) -> None:
    opened.panel.toggle_bookmark()
    line = opened.panel.bookmark_note
    assert line.isVisible()
    line.edit.setText("برای گزارش")
    line.edit.setModified(True)
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    mark = opened.context.reader.store.bookmark_of("infrastructure-2")
    assert mark is not None
    assert mark.note == "برای گزارش"


def test_a_long_line_beside_a_bookmark_is_shown_from_its_beginning(opened: MainWindow) -> None:
    store = opened.context.reader.store
    mark = store.add_bookmark("infrastructure-3", note="برای گزارش کمیسیون " * 20)
    opened.context.reader.tell(mark.change)
    opened.open_item("infrastructure-3")
    assert opened.panel.bookmark_note.edit.cursorPosition() == 0


def test_starring_hands_the_keyboard_to_the_line_and_enter_gives_it_back(
    opened: MainWindow,
) -> None:
    opened.activateWindow()
    opened.actions_["act.bookmark"].trigger()
    line = opened.panel.bookmark_note.edit
    assert opened.focusWidget() is line
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert opened.focusWidget() is opened.axis.list


def test_a_line_that_is_there_is_gone_on_with_and_not_typed_over(opened: MainWindow) -> None:
    store = opened.context.reader.store
    opened.context.reader.tell(store.add_bookmark("infrastructure-2", note="برای").change)
    line = opened.panel.bookmark_note
    line.begin()
    type_text(line.edit, " نامه")
    line.store()
    mark = store.bookmark_of("infrastructure-2")
    assert mark is not None
    assert mark.note == "برای نامه"


def test_an_arrow_goes_on_from_the_row_that_was_starred(opened: MainWindow) -> None:
    opened.activateWindow()
    opened.actions_["act.bookmark"].trigger()
    QTest.keyClick(opened.panel.bookmark_note.edit, Qt.Key.Key_Down)
    assert opened.axis.current_item() == "infrastructure-3"


def test_ctrl_z_takes_the_star_back_while_nothing_is_typed(opened: MainWindow) -> None:
    opened.activateWindow()
    opened.actions_["act.bookmark"].trigger()
    QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.context.reader.store.bookmark_of("infrastructure-2") is None
    assert opened.focusWidget() is opened.axis.list


def test_a_refused_line_stays_and_is_said(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise KnownError("دیسک پر است.")

    opened.panel.toggle_bookmark()
    line = opened.panel.bookmark_note
    line.edit.setText("گم نشود")
    line.edit.setModified(True)
    monkeypatch.setattr(opened.context.reader.store, "set_bookmark_note", full)
    line.store()
    assert opened.banner.isVisible()
    assert line.edit.text() == "گم نشود"


def test_the_line_is_kept_while_it_is_typed_and_is_there_at_the_next_start(
    qtbot: QtBot, opened: MainWindow
) -> None:
    opened.panel.toggle_bookmark()
    type_text(opened.panel.bookmark_note.edit, "برای گزارش")
    store = opened.context.reader.store
    qtbot.waitUntil(lambda: store.drafts() != [])
    after = BookmarkNote(opened.context)
    after.show_item("infrastructure-2")
    assert after.edit.text() == "برای گزارش"
    after.store()
    mark = store.bookmark_of("infrastructure-2")
    assert (mark and mark.note, store.drafts()) == ("برای گزارش", [])


def test_words_beside_a_star_that_is_taken_back_do_not_go_to_the_next_star(
    opened: MainWindow,
) -> None:
    opened.panel.toggle_bookmark()
    type_text(opened.panel.bookmark_note.edit, "برای این یکی")
    opened.undoing.undo()
    opened.open_item("economy-8")
    opened.panel.toggle_bookmark()
    assert opened.panel.bookmark_note.edit.text() == ""


def test_a_note_is_not_changed_over_words_still_to_be_saved(opened: MainWindow) -> None:
    notes = opened.panel.notes
    opened.context.reader.add_note("infrastructure-2", "نخستین")
    type_text(notes.composer.edit, "نیمه‌کاره")
    notes.edit(opened.context.reader.notes("infrastructure-2")[0])
    assert notes.composer.text() == "نیمه‌کاره"


def test_a_draft_of_an_edited_note_replaces_that_note(opened: MainWindow) -> None:
    reader, notes = opened.context.reader, opened.panel.notes
    reader.add_note("infrastructure-2", "نخستین")
    notes.edit(reader.notes("infrastructure-2")[0])
    notes.composer.edit.setPlainText("بازنویسی")
    opened.open_item("economy-1")
    opened.open_item("infrastructure-2")
    notes.composer.finish()
    assert [note.text for note in reader.notes("infrastructure-2")] == ["بازنویسی"]


@pytest.mark.parametrize("size", [(1366, 768), (911, 480)])
def test_a_panel_that_was_closed_opens_for_the_line_and_closes_behind_it(
    opened: MainWindow, size: tuple[int, int]
) -> None:
    opened.resize(*size)
    if opened.panel_place.is_open:
        opened.panel_place.toggle()
    opened.activateWindow()
    opened.actions_["act.bookmark"].trigger()
    line = opened.panel.bookmark_note.edit
    assert opened.focusWidget() is line
    QTest.keyClicks(line, "abc")
    QTest.keyClick(line, Qt.Key.Key_Return)
    mark = opened.context.reader.store.bookmark_of("infrastructure-2")
    assert (mark and mark.note, opened.panel_place.is_open) == ("abc", False)
    assert opened.focusWidget() is opened.axis.list


def test_taking_a_bookmark_away_opens_nothing(opened: MainWindow) -> None:
    opened.context.reader.toggle_bookmark("infrastructure-2")
    opened.panel_place.toggle()
    opened.actions_["act.bookmark"].trigger()
    assert not opened.panel_place.is_open


def test_the_drawer_shows_the_line_of_a_bookmarked_row(qtbot: QtBot, opened: MainWindow) -> None:
    opened.context.reader.toggle_bookmark("infrastructure-2")
    opened.resize(911, 480)
    opened.panel_place.open()
    qtbot.waitUntil(opened.panel.bookmark_note.isVisible)
