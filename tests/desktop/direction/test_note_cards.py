"""The cards of an item's notes, in the panel."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.user.models import RemarkKind
from desktop.common.persian import in_line
from desktop.common.widgets.labels import RichLabel
from desktop.direction.note_card import NoteCard
from desktop.direction.notes_tab import CARDS
from desktop.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.open_item("infrastructure-2")
    return window


def test_a_card_says_what_kind_of_remark_it_is_and_who_is_to_act(opened: MainWindow) -> None:
    kind, tags = RemarkKind.RESOLUTION, ("پیگیری",)
    opened.context.reader.store.add_annotation(
        "infrastructure-2",
        note="ابلاغ شود",
        kind=kind,
        speaker="مشاور",
        owner="معاونت مالی",
        tags=tags,
    )
    opened.context.reader.changed.emit(("infrastructure-2",))
    (card,) = opened.panel.notes.findChildren(NoteCard)
    shown = [label.plain for label in card.findChildren(RichLabel)]
    assert in_line(["مصوبه", "گوینده: مشاور", "مسئول: معاونت مالی", "#پیگیری"]) in shown
    assert "مصوبه" in card.accessibleName()


def test_a_card_names_whoever_is_to_act_even_by_the_name_of_a_kind(opened: MainWindow) -> None:
    opened.context.reader.store.add_annotation("infrastructure-2", note="متن", owner="نظر")
    opened.context.reader.changed.emit(("infrastructure-2",))
    (card,) = opened.panel.notes.findChildren(NoteCard)
    assert "مسئول: نظر" in [label.plain for label in card.findChildren(RichLabel)]


def shown_cards(window: MainWindow) -> int:
    return len([card for card in window.panel.notes.cards() if card.isVisibleTo(window)])


def test_many_notes_are_shown_a_part_at_a_time(qtbot: QtBot, opened: MainWindow) -> None:
    for number in range(CARDS + 5):
        opened.context.reader.store.add_annotation("infrastructure-2", note=str(number))
    opened.context.reader.renew()
    qtbot.waitUntil(lambda: shown_cards(opened) == CARDS)
    opened.panel.notes.show_more()
    qtbot.waitUntil(lambda: shown_cards(opened) == CARDS + 5)


def test_a_saved_note_leaves_the_other_cards_standing(opened: MainWindow) -> None:
    reader, notes = opened.context.reader, opened.panel.notes
    for text in ("یکم", "دوم"):
        reader.add_note("infrastructure-2", text)
    second, first = notes.cards()
    reader.add_note("infrastructure-2", "سوم")
    assert notes.cards()[1:] == [second, first]
    reader.delete_note(second.note)
    assert [card.note.text for card in notes.cards()] == ["سوم", "یکم"]


def test_an_edited_note_comes_first_with_its_new_words(opened: MainWindow) -> None:
    reader, notes = opened.context.reader, opened.panel.notes
    for text in ("یکم", "دوم"):
        reader.add_note("infrastructure-2", text)
    reader.edit_note(notes.cards()[1].note, "یکم، بازنوشته")
    assert [card.note.text for card in notes.cards()] == ["یکم، بازنوشته", "دوم"]


def test_a_sought_note_stands_first_however_old(opened: MainWindow) -> None:
    reader, notes = opened.context.reader, opened.panel.notes
    sought = reader.store.add_annotation("infrastructure-2", note="کهنه").value
    for number in range(45):
        reader.store.add_annotation("infrastructure-2", note=str(number))
    notes.seek(sought.uuid, ())
    assert notes.cards()[0].note.text == "کهنه"
    assert len(notes.cards()) == CARDS


def test_cards_take_the_colours_of_another_theme(opened: MainWindow) -> None:
    opened.context.reader.add_note("infrastructure-2", "رنگی", (0, 4))
    (card,) = opened.panel.notes.cards()
    opened.context.theme.set_name("dark")
    assert opened.panel.notes.cards() != [card]


def test_a_long_address_in_a_note_leaves_the_cards_in_the_panel(opened: MainWindow) -> None:
    address = f"https://example.org/{'archive/' * 20}letter.html"
    opened.context.reader.add_note("infrastructure-2", f"نامه در {address} است")
    (card,) = opened.panel.notes.cards()
    opened.panel_place.open()
    QApplication.processEvents()
    seen = card.more.visibleRegion().boundingRect()
    assert seen == card.more.rect()
