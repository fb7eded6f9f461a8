"""Every key of the keyboard map does its act in the shown window."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.direction.note_card import NoteCard
from desktop.help.keys import key_map
from desktop.main_window import MainWindow
from tests.desktop.help import menu_keys, place_keys
from tests.desktop.help.keyboard import ITEM, Keyboard

PROOFS = menu_keys.PROOFS | place_keys.PROOFS


@pytest.fixture
def keyboard(qtbot: QtBot, window: MainWindow, in_front: None) -> Keyboard:
    return Keyboard(qtbot, window)


def test_every_key_of_the_map_is_proved(window: MainWindow) -> None:
    shown = {
        (group, key)
        for group, lines in key_map(window.actions_).items()
        for line in lines
        for key in line.keys
    }
    assert shown == {(group, key) for group, keys in PROOFS for key in keys}


@pytest.mark.parametrize(("group", "keys"), PROOFS, ids=lambda part: "".join(part))
def test_the_keys_do_their_act(keyboard: Keyboard, group: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        keyboard.begin()
        PROOFS[group, keys](keyboard, key)


@pytest.mark.parametrize("key", ["F2", "Shift+F10"])
def test_a_card_of_the_panel_answers_as_a_row(keyboard: Keyboard, key: str) -> None:
    keyboard.begin()
    keyboard.window.context.reader.add_note(ITEM, "نظر")
    (card,) = keyboard.window.panel.notes.findChildren(NoteCard)
    card.setFocus()
    if key == "F2":
        keyboard.press(key)
        assert keyboard.window.panel.notes.composer.text() == "نظر"
    else:
        assert "تغییر رنگ" in keyboard.popup(lambda: keyboard.press(key))
