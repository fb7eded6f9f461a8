"""Pages of the reader's own data and of the document, and the quote check."""

from collections.abc import Callable
from typing import Any

from desktop.common.widgets.buttons import IconButton
from desktop.document.facts import Fact, FactCard
from tests.desktop.scenes.scene import Key, Scene
from tests.desktop.stage import (
    Stage,
    choose,
    click,
    menu_key,
    press,
    unheard,
)
from tests.desktop.typing import type_text


def _from_list(name: str, title: str) -> Scene:
    """A line of the menu on a note in its list."""
    return lambda s: (
        getattr(s.note()[0].acts, name),
        lambda: choose(title, lambda: menu_key(s.here.list)),
    )


def _from_column(name: str, button: str) -> Scene:
    """A button at the head of a comparison's column."""

    def scene(stage: Stage) -> tuple[Any, Callable[[], object]]:
        columns = stage.compared()
        head = columns.heads[0]
        return (getattr(head, name), getattr(columns, name)), getattr(head, button).click

    return scene


def _from_quote(name: str, button: str) -> Scene:
    """A button below the verdict on a quotation."""

    def scene(stage: Stage) -> tuple[Any, Callable[[], object]]:
        dialog = stage.checked_quote()
        outcome = dialog.outcome
        return (getattr(outcome, name), getattr(dialog, name)), getattr(outcome, button).click

    return scene


def _from_fact(stage: Stage) -> tuple[Any, Callable[[], object]]:
    """The button that copies a line about the document."""
    sheet = stage.sheet()
    signals = sheet.findChild(Fact).copied, sheet.findChild(FactCard).copied, sheet.said
    return signals, lambda: click(sheet, IconButton)


SCENES: dict[str, Scene] = {
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
            "edit_wanted": "ویرایش…",
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
    "ThemesPage.menu_wanted": lambda s: (
        unheard(s.page("themes", "ict").menu_wanted),
        lambda: menu_key(s.here.items.list),
    ),
    "SourcePage.menu_wanted": lambda s: (
        unheard(s.page("source", "errata").menu_wanted),
        lambda: menu_key(s.here.errata.list),
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
    "Fact.copied FactCard.copied Sheet.said": _from_fact,
    "SpotList.opened": lambda s: (
        s.page("source", "errata").errata.opened,
        lambda: press(s.here.errata.list, Key.Key_Return),
    ),
    **{
        f"ColumnHead.{name} Columns.{name}": _from_column(name, button)
        for name, button in {"opened": "link", "removed": "close_button"}.items()
    },
    **{
        f"QuoteResult.{name} QuoteDialog.{name}": _from_quote(name, button)
        for name, button in {"open_wanted": "open_button", "copy_wanted": "copy_button"}.items()
    },
}
