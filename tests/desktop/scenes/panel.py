"""The panel beside the page."""

from collections.abc import Callable
from typing import Any

from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.card_button import CardButton
from tests.desktop.scenes.scene import CONTROL, Key, Scene, at_item
from tests.desktop.stage import (
    Stage,
    choose,
    click,
    menu_key,
    press,
    selected,
    starred,
    type_note,
)


def _from_card(name: str, title: str) -> Scene:
    """A line of the menu on a note in the panel."""
    return lambda s: (
        getattr(s.card(), name),
        lambda: choose(title, s.window.panel.notes.cards()[0].more.click),
    )


def _from_reader(name: str, title: str) -> Scene:
    """A line of the menu on the text in the panel."""
    return lambda s: (
        getattr(selected(s), name),
        lambda: choose(title, lambda: menu_key(s.window.panel.reader)),
    )


def _from_composer(stage: Stage) -> tuple[Any, Callable[[], object]]:
    """The button that keeps a note."""
    composer, tab, tabs = type_note(stage), stage.window.panel.notes, stage.window.panel.tabs
    return (composer.note_written, tab.stored, tab.said, tabs.said), composer.save.click


_SCENES: dict[str, Scene] = {
    "ReaderView.highlight_wanted": lambda s: (
        selected(s).highlight_wanted,
        lambda: choose("رنگ کردن", lambda: menu_key(s.window.panel.reader)),
    ),
    "ReaderView.note_wanted": lambda s: (
        selected(s).note_wanted,
        lambda: choose("یادداشت بر این عبارت", lambda: menu_key(s.window.panel.reader)),
    ),
    **{
        f"ReaderView.{name}": _from_reader(name, title)
        for name, title in {"copy_wanted": "کپی", "plain_copy_wanted": "کپی بدون قالب"}.items()
    },
    "Panel.marks_shown": lambda s: (
        s.window.panel.marks_shown,
        lambda: press(s.window.axis.list, Key.Key_Down),
    ),
    "ReaderView.search_wanted Panel.search_wanted": lambda s: (
        (selected(s).search_wanted, s.window.panel.search_wanted),
        lambda: choose("جست‌وجوی این عبارت", lambda: menu_key(s.window.panel.reader)),
    ),
    "BookmarkNote.left Panel.left": lambda s: (
        (starred(s).left, s.window.panel.left),
        lambda: press(starred(s).edit, Key.Key_Return),
    ),
    "Panel.closed": lambda s: (s.window.panel.closed, s.window.panel.head.close_button.click),
    "Panel.axis_wanted": lambda s: (
        s.window.panel.axis_wanted,
        s.window.panel.head.axis_link.click,
    ),
    "Copier.said AboutItem.said": lambda s: (
        (s.window.panel.copier.said, s.window.panel.said),
        s.window.panel.copier.button.click,
    ),
    "Highlighter.said": lambda s: (
        s.window.panel.highlighter.said,
        s.window.panel.highlighter.highlight,
    ),
    "PanelTab.counted": lambda s: (s.window.panel.notes.counted, s.card),
    "Composer.note_written NotesTab.stored PanelTab.said PanelTabs.said": _from_composer,
    "PanelTab.item_wanted PanelTabs.item_wanted": lambda s: (
        (s.related().item_wanted, s.window.panel.tabs.item_wanted),
        lambda: s.related().findChildren(CardButton)[0].click(),
    ),
    "EmptyState.taken": lambda s: (
        s.nothing_found().taken,
        lambda: click(s.window.search.empty, Chip),
    ),
    "TargetLine.let_go": lambda s: (
        selected(s) and s.window.panel.notes.composer.target.let_go,
        s.window.panel.notes.composer.target.drop.click,
    ),
    "_Editor.save_wanted": lambda s: (
        type_note(s).edit.save_wanted,
        lambda: press(s.window.panel.notes.composer.edit, Key.Key_Return, CONTROL),
    ),
    **{
        f"NoteCard.{name}": _from_card(name, title)
        for name, title in {
            "edit_wanted": "ویرایش",
            "copy_wanted": "کپی",
            "delete_wanted": "حذف",
            "colour_wanted": "تغییر رنگ",
        }.items()
    },
}

SCENES = {names: at_item(scene) for names, scene in _SCENES.items()}
