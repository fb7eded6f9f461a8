"""Scenes that end in a signal: the signal, and the act of a person that it follows."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.common.actions import Act
from desktop.common.widgets.buttons import Chip, IconButton
from desktop.document.facts import Fact, FactCard
from tests.desktop.stage import (
    ITEM,
    Stage,
    choose,
    click,
    failing_search,
    found_note,
    menu_key,
    offered,
    press,
    selected,
    slow_search,
    star,
    starred,
    type_note,
    unheard,
    unsaved_note,
)
from tests.desktop.typing import type_text

SLIP = "پسمندها"
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton

Scene = Callable[[Stage], tuple[Any, Callable[[], object]]]


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


def _from_list(name: str, title: str) -> Scene:
    """A line of the menu on a note in its list."""
    return lambda s: (
        getattr(s.note()[0].acts, name),
        lambda: choose(title, lambda: menu_key(s.here.list)),
    )


def _from_column(owner: str, name: str, button: str) -> Scene:
    """A button at the head of a comparison's column."""
    return lambda s: (
        getattr(s.compared() if owner == "Columns" else s.compared().heads[0], name),
        lambda: getattr(s.compared().heads[0], button).click(),
    )


def _from_quote(owner: str, name: str, button: str) -> Scene:
    """A button below the verdict on a quotation."""

    def scene(stage: Stage) -> tuple[Any, Callable[[], object]]:
        dialog = stage.checked_quote()
        emitter = dialog if owner == "QuoteDialog" else dialog.outcome
        return getattr(emitter, name), getattr(dialog.outcome, button).click

    return scene


SCENES: dict[str, Scene] = {
    "Actions.added": lambda s: (
        s.window.actions_.added,
        lambda: s.window.actions_.add(Act("new", "تازه"), s.window.show),
    ),
    "AxisList.item_current": lambda s: (
        s.window.axis.list.item_current,
        lambda: press(s.window.axis.list, Key.Key_Down),
    ),
    "AxisList.item_entered": lambda s: (
        s.window.axis.list.item_entered,
        lambda: press(s.window.axis.list, Key.Key_Return),
    ),
    "AxisList.bookmark_wanted": lambda s: (s.window.axis.list.bookmark_wanted, lambda: star(s)),
    "AxisList.menu_wanted": lambda s: (
        unheard(s.window.axis.list.menu_wanted),
        lambda: menu_key(s.window.axis.list),
    ),
    "AxisPage.menu_wanted": lambda s: (
        unheard(s.window.axis.menu_wanted),
        lambda: menu_key(s.window.axis.list),
    ),
    "AxisPage.verbatim_changed": lambda s: (
        s.window.axis.verbatim_changed,
        s.window.axis.verbatim_button.click,
    ),
    "FilterBar.filter_chosen": lambda s: (
        s.window.axis.filters.filter_chosen,
        lambda: click(s.window.axis.filters, Chip),
    ),
    "Page.panel_wanted": lambda s: (
        s.window.axis.panel_wanted,
        lambda: press(s.window.axis.list, Key.Key_Return),
    ),
    "Background._arrived": lambda s: (
        s.window.context.background._arrived,  # noqa: SLF001
        lambda: s.window.context.background.run("t", str, lambda _: None, lambda _: None),
    ),
    "Reader.changed": lambda s: (
        s.window.context.reader.changed,
        lambda: s.window.context.reader.toggle_bookmark(ITEM),
    ),
    "Reader.acted": lambda s: (
        s.window.context.reader.acted,
        lambda: s.window.context.reader.toggle_bookmark(ITEM),
    ),
    "Settings.changed": lambda s: (
        s.window.context.settings.changed,
        s.window.actions_["view.rail"].trigger,
    ),
    "Theme.changed": lambda s: (
        s.window.context.theme.changed,
        s.window.actions_["view.theme"].trigger,
    ),
    "MainWindow.arranged": lambda s: (s.window.arranged, lambda: s.window.resize(1000, 600)),
    "Navigator.arrived": lambda s: (s.window.navigator.arrived, s.window.navigator.back),
    "Rail.place_wanted": lambda s: (
        s.window.rail.place_wanted,
        lambda: press(s.window.rail.list, Key.Key_Down),
    ),
    "_RailList.menu_wanted": lambda s: (
        unheard(s.window.rail.list.menu_wanted),
        lambda: menu_key(s.window.rail.list),
    ),
    "Rail.menu_wanted": lambda s: (
        unheard(s.window.rail.menu_wanted),
        lambda: menu_key(s.window.rail.list),
    ),
    "_Scrim.clicked": lambda s: (
        s.drawer().scrim.clicked,
        lambda: QTest.mouseClick(s.window.workspace.scrim, LEFT),
    ),
    "Workspace.drawer_closed": lambda s: (
        s.drawer().drawer_closed,
        lambda: QTest.mouseClick(s.window.workspace.scrim, LEFT),
    ),
    "Banner.failed": lambda s: (s.window.banner.failed, lambda: s.window.banner.say("نشد")),
    "Banner.retry": lambda s: (s.unsaved().retry, lambda: click(s.window.banner)),
    "Banner.copy_wanted": lambda s: (s.unsaved().copy_wanted, s.window.banner.copy.click),
    "Banner.file_wanted": lambda s: (unheard(s.unsaved().file_wanted), s.window.banner.file.click),
    "Palette.place_wanted": lambda s: (
        s.palette("214").place_wanted,
        lambda: press(s.window.palette_.box, Key.Key_Return),
    ),
    "Palette.act_wanted": lambda s: (
        s.palette("پوسته: تیره").act_wanted,
        lambda: press(s.window.palette_.box, Key.Key_Return),
    ),
    "Palette.citation_wanted": lambda s: (
        s.palette("214").citation_wanted,
        lambda: press(s.window.palette_.box, Key.Key_Return, CONTROL),
    ),
}
SCENES |= {
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
    "ReaderView.search_wanted": lambda s: (
        selected(s).search_wanted,
        lambda: choose("جست‌وجوی این عبارت", lambda: menu_key(s.window.panel.reader)),
    ),
    "Panel.search_wanted": lambda s: (
        selected(s) and s.window.panel.search_wanted,
        lambda: choose("جست‌وجوی این عبارت", lambda: menu_key(s.window.panel.reader)),
    ),
    "BookmarkNote.left": lambda s: (
        starred(s).left,
        lambda: press(starred(s).edit, Key.Key_Return),
    ),
    "Panel.left": lambda s: (
        s.window.panel.left,
        lambda: press(starred(s).edit, Key.Key_Return),
    ),
    "Panel.closed": lambda s: (s.window.panel.closed, s.window.panel.close_button.click),
    "Panel.axis_wanted": lambda s: (s.window.panel.axis_wanted, s.window.panel.axis_link.click),
    "Panel.said": lambda s: (s.window.panel.said, s.window.panel.copy_button.click),
    "Panel.failed": lambda s: (
        unsaved_note(s, "add_note") and s.window.panel.failed,
        lambda: click(s.window.panel.notes.composer),
    ),
    "PanelTab.titled": lambda s: (s.window.panel.notes.titled, s.card),
    "PanelTab.said": lambda s: (
        type_note(s) and s.window.panel.notes.said,
        s.window.panel.notes.composer.save.click,
    ),
    "PanelTab.item_wanted": lambda s: (
        s.related().item_wanted,
        lambda: s.related().cards()[0].click(),
    ),
    "PanelTabs.said": lambda s: (
        type_note(s) and s.window.panel.tabs.said,
        s.window.panel.notes.composer.save.click,
    ),
    "PanelTabs.item_wanted": lambda s: (
        s.related() and s.window.panel.tabs.item_wanted,
        lambda: s.related().cards()[0].click(),
    ),
    "NothingFound.query_wanted": lambda s: (
        s.nothing_found().query_wanted,
        lambda: click(s.window.search.empty, Chip),
    ),
    "NotesTab.undoable": lambda s: (
        s.window.panel.notes.undoable,
        lambda: press(s.card(), Key.Key_Delete),
    ),
    "NotesTab.failed": lambda s: (
        unsaved_note(s, "add_note") and s.window.panel.notes.failed,
        s.window.panel.notes.composer.save.click,
    ),
    "Composer.note_written": lambda s: (
        type_note(s).note_written,
        s.window.panel.notes.composer.save.click,
    ),
    "Composer.failed": lambda s: (unsaved_note(s, "keep_draft").failed, s.window.focus_page),
    "_Editor.save_wanted": lambda s: (
        type_note(s).edit.save_wanted,
        lambda: press(s.window.panel.notes.composer.edit, Key.Key_Return, CONTROL),
    ),
    "_Editor.left": lambda s: (type_note(s).edit.left, s.window.focus_page),
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
SCENES |= {
    "SearchBox.said": lambda s: (
        s.window.search_box.said,
        lambda: s.window.search_box.insert("ش" * 5_000),
    ),
    "Completions.taken": lambda s: (
        offered(s).taken,
        lambda: QTest.mouseClick(
            s.window.search_box.completions.list.viewport(), LEFT, pos=QPoint(20, 15)
        ),
    ),
    "Inquiry.answered": lambda s: (
        s.window.search.inquiry.answered,
        lambda: s.window.search_for("پسماند"),
    ),
    "Inquiry.slow": lambda s: (slow_search(s).slow, lambda: s.window.search_for("پسماند")),
    "Inquiry.failed": lambda s: (failing_search(s).failed, lambda: s.window.search_for("پسماند")),
    "ScopeChips.scope_chosen": lambda s: (
        s.search("شهر").header.chips.scope_chosen,
        lambda: click(s.window.search.header.chips, Chip),
    ),
    "ResultsHeader.scope_chosen": lambda s: (
        s.search("شهر").header.scope_chosen,
        lambda: click(s.window.search.header.chips, Chip),
    ),
    "Question.accepted": lambda s: (
        s.search(SLIP).header.question.accepted,
        s.window.search.header.question.yes.click,
    ),
    "Question.insisted": lambda s: (
        s.search(SLIP).header.question.insisted,
        s.window.search.header.question.no.click,
    ),
    "SearchPage.query_wanted": lambda s: (
        s.search(SLIP).query_wanted,
        s.window.actions_["search.accept"].trigger,
    ),
    "SearchPage.query_kept": lambda s: (
        s.search("پسماند").query_kept,
        lambda: press(s.window.search_box, Key.Key_Return),
    ),
    "SearchPage.note_wanted": lambda s: (
        found_note(s).note_wanted,
        lambda: press(s.window.search.list, Key.Key_Return),
    ),
    "SearchPage.left": lambda s: (
        s.search("شهر").left,
        lambda: click(s.here.header, text="بازگشت به محور"),
    ),
    "ResultsList.note_entered": lambda s: (
        found_note(s).list.note_entered,
        lambda: press(s.window.search.list, Key.Key_Return),
    ),
    "ResultsList.item_menu_wanted": lambda s: (
        unheard(s.search("شهر").list.item_menu_wanted),
        lambda: menu_key(s.window.search.list),
    ),
    "SearchPage.menu_wanted": lambda s: (
        unheard(s.search("شهر").menu_wanted),
        lambda: menu_key(s.window.search.list),
    ),
    "ResultsList.note_menu_wanted": lambda s: (
        unheard(found_note(s).list.note_menu_wanted),
        lambda: menu_key(s.window.search.list),
    ),
    "SearchPage.note_menu_wanted": lambda s: (
        unheard(found_note(s).note_menu_wanted),
        lambda: menu_key(s.window.search.list),
    ),
    "ResultsList.item_current": lambda s: (
        s.search("شهر").list.item_current,
        lambda: press(s.window.search.list, Key.Key_Down),
    ),
    "ResultsList.item_entered": lambda s: (
        s.search("شهر").list.item_entered,
        lambda: press(s.window.search.list, Key.Key_Return),
    ),
}
SCENES |= {
    "EntryList.current_changed": lambda s: (
        s.note()[0].list.current_changed,
        lambda: press(s.here.list, Key.Key_Down),
    ),
    "EntryList.menu_wanted": lambda s: (
        unheard(s.note()[0].list.menu_wanted),
        lambda: menu_key(s.here.list),
    ),
    **{
        f"NoteActs.{name}": _from_list(name, title)
        for name, title in {
            "place_wanted": "دیدن در متن",
            "edit_wanted": "ویرایش",
            "said": "کپی",
        }.items()
    },
    "ChoiceBox.chosen": lambda s: (
        s.page("notes").group.chosen,
        lambda: press(s.here.group, Key.Key_Down),
    ),
    "FilterEdit.narrowed": lambda s: (
        s.page("themes").index.filter.narrowed,
        lambda: type_text(s.here.index.filter, "شهر"),
    ),
    "ThemeIndex.theme_chosen": lambda s: (
        s.page("themes").index.theme_chosen,
        lambda: press(s.here.index.list, Key.Key_Return),
    ),
    "ThemeItems.index_wanted": lambda s: (
        s.page("themes", "ict").items.index_wanted,
        s.here.items.back.click,
    ),
    "Segments.chosen": lambda s: (
        s.page("help").segments.chosen,
        lambda: click(s.here.segments),
    ),
    "HelpPage.search_wanted": lambda s: (
        s.page("help", "search").search_wanted,
        lambda: click(s.here, text="جست‌وجوی نمونه: محور:امنیت پلیس"),
    ),
    "SettingsPage.hints_wanted": lambda s: (
        s.page("settings").hints_wanted,
        s.here.hints_button.click,
    ),
    "TemplateEditor.said": lambda s: (
        s.own_template().templates.said,
        s.here.templates.reset_button.click,
    ),
    "Fact.copied": lambda s: (
        s.sheet().findChild(Fact).copied,
        lambda: click(s.sheet(), IconButton),
    ),
    "FactCard.copied": lambda s: (
        s.sheet().findChild(FactCard).copied,
        lambda: click(s.sheet(), IconButton),
    ),
    "Sheet.said": lambda s: (s.sheet().said, lambda: click(s.sheet(), IconButton)),
    "SpotList.opened": lambda s: (
        s.page("source", "errata").errata.opened,
        lambda: press(s.here.errata.list, Key.Key_Return),
    ),
    **{
        f"{owner}.{name}": _from_column(owner, name, button)
        for owner in ("ColumnHead", "Columns")
        for name, button in {"opened": "link", "removed": "close_button"}.items()
    },
}


SCENES |= {
    f"{owner}.{name}": _from_quote(owner, name, button)
    for owner in ("QuoteDialog", "QuoteResult")
    for name, button in {"open_wanted": "open_button", "copy_wanted": "copy_button"}.items()
}
