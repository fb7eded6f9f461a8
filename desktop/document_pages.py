"""The pages and dialogs about the document itself, added to the window with their acts."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Slot

from db.reference.models import Item
from desktop.common.actions import Act
from desktop.common.page import Page
from desktop.common.persian import digits
from desktop.common.place import Place, RailEntry
from desktop.help.hints import Hint, Hints
from desktop.main_window import MainWindow
from desktop.printing_acts import PrintingActs
from desktop.row_menu import RowMenu
from desktop.several import selected_items

if TYPE_CHECKING:
    from desktop.compare.page import ComparePage
    from desktop.quote.dialog import QuoteDialog
    from desktop.themes.page import ThemesPage

_SEARCH_HINT = "در کادر جست‌وجو هر واژه‌ای از سند یا یادداشت‌ها را بنویسید (Ctrl+F)."
_ROW_HINT = "با Enter یا دو بار زدن روی هر جهت‌گیری، متن، یادداشت و ارجاع آن باز می‌شود."
_PRESENT_HINT = "با F5 همین بخش را برای کلاس نمایش دهید."
_PRESENT = "tools.present"


class DocumentPages(QObject):
    """Knows these features and what each gives the others."""

    def __init__(self, window: MainWindow, rows: RowMenu) -> None:
        super().__init__(window)
        self.window, self.context, self._rows = window, window.context, rows
        self._add_themes()
        self._add_source()
        self._add_compare()
        self._add_quote()
        self.printing = PrintingActs(window, lambda: self.themes, lambda: self.compare)
        self._add_settings()
        self._add_help()
        self._add_hints()

    def _add_themes(self) -> None:
        count = len(self.context.reference.themes())
        entry = RailEntry(Place("themes"), "موضوع‌ها", "library", None, count)
        self.window.add_page("themes", self._themes, entry)
        act = Act("go.themes", "موضوع‌ها", "go", 201, (), "library")
        self.window.actions_.add(act, partial(self.window.visit, Place("themes")))

    def _add_source(self) -> None:
        self.window.add_page("source", self._source)
        self.window.navigator.arrived.connect(self._show_source_beside)
        add, go = self.window.actions_.add, self.window.visit
        parts = (
            ("", "سند و منبع", "file-text"),
            ("errata", "فهرست اصلاح‌ها", "spell-check"),
            ("doubtful", "فهرست جاهای تردید", "circle-help"),
        )
        for place, (key, title, icon) in enumerate(parts):
            name = f"go.source_{key}" if key else "go.source"
            add(Act(name, title, "go", 210 + place, (), icon), partial(go, Place("source", key)))

    def _themes(self) -> Page:
        from desktop.themes.page import ThemesPage

        return ThemesPage(self.context)

    def _source(self) -> Page:
        from desktop.document.page import SourcePage

        return SourcePage(self.context)

    def _compare(self) -> Page:
        from desktop.compare.page import ComparePage

        return ComparePage(self.context)

    def _settings(self) -> Page:
        from desktop.settings.page import SettingsPage

        page = SettingsPage(self.context)
        page.hints_wanted.connect(self.hints.again)
        return page

    def _help(self) -> Page:
        from desktop.help.page import HelpPage

        page = HelpPage(self.context, self.window.actions_)
        page.search_wanted.connect(self.window.search_for)
        return page

    @property
    def themes(self) -> "ThemesPage":
        return cast("ThemesPage", self.window.navigator.page_named("themes"))

    @property
    def compare(self) -> "ComparePage":
        return cast("ComparePage", self.window.navigator.page_named("compare"))

    @cached_property
    def quote(self) -> "QuoteDialog":
        from desktop.quote.dialog import QuoteDialog

        made = QuoteDialog(self.context, self.window)
        made.open_wanted.connect(self.window.open_item)
        made.copy_wanted.connect(self.window.panel.copier.quote)
        return made

    @Slot(object)
    def _show_source_beside(self, place: Place) -> None:
        """Beside a list of corrections the panel shows what was printed."""
        if place.page == "source" and place.key:
            self.window.panel.show_tab("source")

    def _add_compare(self) -> None:
        self.window.add_page("compare", self._compare)
        add = self.window.actions_.add
        act = Act("act.compare", "افزودن به مقایسه", "tools", 200, ("Ctrl+L",), "columns-2")
        add(act, self.add_to_comparison)
        act = Act("act.compare_related", "مقایسه با موردهای مرتبط", "tools", 201, (), "columns-2")
        add(act, self.compare_with_related)
        add(Act("go.compare", "مقایسه", "go", 220, (), "columns-2"), self.show_comparison)
        self._rows.groups.append(("act.compare", "act.compare_related"))

    @Slot()
    def show_comparison(self) -> None:
        """The items already chosen, side by side."""
        items = tuple(item.id for item in self.compare.items)
        self.window.visit(self.compare.place_of(items))

    @Slot()
    def add_to_comparison(self) -> None:
        """The selected rows side by side, or the item in the panel beside those already chosen."""
        if several := selected_items(self.window):
            self._compare_selected(several)
            return
        item = self.window.panel.wanted_item()
        if item is None:
            return
        place = self.compare.with_item(item.id)
        if self.compare.items and place.key != item.id:
            self.window.visit(place)
        else:
            self.compare.show_place(place)
            self.window.toast.say("برای مقایسه کنار گذاشته شد؛ بند دیگری را هم بیفزایید.")

    def _compare_selected(self, items: tuple[Item, ...]) -> None:
        from desktop.compare.page import MOST

        if len(items) > MOST:
            most = digits(MOST)
            self.window.status.warn(f"بیش از {most} بند کنار هم جا نمی‌شود؛ تا {most} بند برگزینید.")
        else:
            self.window.visit(self.compare.place_of(tuple(item.id for item in items)))

    @Slot()
    def compare_with_related(self) -> None:
        """The item in the panel beside the nearest related ones."""
        from desktop.compare.page import MOST

        item = self.window.panel.wanted_item()
        if item is None:
            return
        related = self.context.reference.related(item.id)
        if not related:
            self.window.status.say("این بند مورد مرتبطی ندارد.")
            return
        near = tuple(one.item_id for one in related[: MOST - 1])
        self.window.visit(self.compare.place_of((item.id, *near)))

    def _add_quote(self) -> None:
        act = Act("tools.quote", "سنجش نقل‌قول…", "tools", 202, ("Ctrl+Shift+V",), "text-quote")
        self.window.actions_.add(act, lambda: self.quote.begin())

    def _add_settings(self) -> None:
        self.window.add_page("settings", self._settings)
        act = Act("tools.settings", "تنظیمات", "tools", 900, (), "settings")
        self.window.actions_.add(act, partial(self.window.visit, Place("settings")))

    def _add_help(self) -> None:
        self.window.add_page("help", self._help)
        titles = {"keys": "راهنما و کلیدها", "search": "راهنمای جست‌وجو"}
        titles |= {"cite": "راهنمای ارجاع دادن", "news": "تازه‌های این نسخه"}
        titles |= {"about": "درباره‌ی برنامه و پروانه‌ها"}
        icons = {"keys": "keyboard", "search": "search", "cite": "quote", "news": "zap"}
        icons |= {"about": "info"}
        for place, (key, title) in enumerate(titles.items()):
            keys = ("F1",) if key == "keys" else ()
            order = 900 if key == "about" else 100 + place
            act = Act(f"help.{key}", title, "help", order, keys, icons[key])
            go = partial(self.window.visit, Place("help", key))
            self.window.actions_.add(act, go)

    def _room_needed(self) -> bool:
        """Whether a hint may wait: for the drawer, or until what happened has been read."""
        return self.window.workspace.drawer_is_open or self.window.banner.isVisible()

    def _add_hints(self) -> None:
        window = self.window
        hints = (
            Hint("search", _SEARCH_HINT, lambda: window.search_box),
            Hint("row", _ROW_HINT, lambda: window.axis.filters, "axis"),
            *(
                [Hint("present", _PRESENT_HINT, lambda: window.command_bar, "axis")]
                if _PRESENT in window.actions_
                else []
            ),
        )
        self.hints = Hints(self.context, hints, window.workspace, self._room_needed)
        window.add_line(self.hints)
        window.arranged.connect(self.hints.give_way)
        # After the window has taken its form, or the hint would be about an old place.
        window.navigator.arrived.connect(
            lambda place: QTimer.singleShot(0, self.hints, partial(self.hints.offer, place.page))
        )
        window.navigator.when_made(
            "search",
            lambda: window.search.finds.query_kept.connect(lambda: self.hints.learn("search")),
        )
        window.navigator.when_made(
            "axis", lambda: window.axis.panel_wanted.connect(lambda: self.hints.learn("row"))
        )
        act = Act("help.hints", "نمایش دوباره‌ی نکته‌ها", "help", 110, (), "lightbulb")
        window.actions_.add(act, self.hints.again)
