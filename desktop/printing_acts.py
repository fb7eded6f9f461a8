"""Printing what the window shows, as acts added to it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from db.reference.models import Item
from desktop.common.actions import Act
from desktop.common.folders import open_folder
from desktop.common.persian import digits, ltr
from desktop.main_window import MainWindow
from desktop.several import selected_items

if TYPE_CHECKING:
    from db.search.models import Hit
    from desktop.compare.page import ComparePage
    from desktop.printing.dialog import Scope
    from desktop.search.answer import Answer
    from desktop.themes.page import ThemesPage


class PrintingActs(QObject):
    """Knows what each page gives to be printed."""

    def __init__(
        self,
        window: MainWindow,
        themes: "Callable[[], ThemesPage]",
        compare: "Callable[[], ComparePage]",
    ) -> None:
        super().__init__(window)
        self.window, self.context = window, window.context
        self._themes, self._compare = themes, compare
        act = Act("file.print", "چاپ…", "file", 200, ("Ctrl+P",), "printer")
        self.window.actions_.add(act, self.print_shown)
        self.window.navigator.when_made("axis", self._fit_printing)

    def _fit_printing(self) -> None:
        button = self.window.axis.filters.add_tool("printer", "چاپ محور (Ctrl+P)")
        button.clicked.connect(self.print_shown)

    def scopes(self) -> "list[Scope]":
        """What can be printed from here: what is selected first, then the page shown."""
        scopes: list[Scope] = [
            *self._scopes_of_selection(),
            *self._scopes_of_page(),
            *self._scopes_of_item(),
        ]
        if not scopes:
            scopes = [self._axis_scope(axis.slug) for axis in self.context.reference.axes()]
        return scopes

    def _axis_scope(self, slug: str) -> "Scope":
        from desktop.printing.content import axis_job

        return lambda notes: axis_job(self.context, slug, notes=notes)

    def _items_scope(self, name: str, title: str, item_ids: Iterable[str]) -> "Scope":
        from desktop.printing.content import items_job

        items = tuple(map(self.context.reference.item, item_ids))
        return lambda notes: items_job(self.context, name, title, items, notes=notes)

    def _scopes_of_selection(self) -> "list[Scope]":
        items = selected_items(self.window)
        name = f"بندهای برگزیده ({digits(len(items))})"
        ids = (item.id for item in items)
        return [self._items_scope(name, "بندهای برگزیده", ids)] if items else []

    def _scopes_of_results(self, answer: "Answer") -> "list[Scope]":
        """Where the reader has narrowed them to one axis, first what is left."""
        title, slug = f"نتیجه‌های جست‌وجوی «{answer.meant}»", self.window.search.scope
        item = self.context.reference.item
        left = [hit for hit in answer.results.hits if item(hit.item_id).axis == slug]
        scopes = [self._hits_scope(title, answer.results.hits)]
        if left:
            where = f"{title}، محور {self.context.axis_title(slug)}"
            scopes.insert(0, self._hits_scope(where, left))
        return scopes

    def _hits_scope(self, title: str, hits: "Sequence[Hit]") -> "Scope":
        from desktop.printing.content import results_job

        item = self.context.reference.item
        direct = [item(hit.item_id) for hit in hits if hit.match == "direct"]
        near = [item(hit.item_id) for hit in hits if hit.match != "direct"]
        return lambda notes: results_job(self.context, title, direct, near, notes=notes)

    def _scopes_of_page(self) -> "list[Scope]":
        place = self.window.navigator.place
        answer = self.window.search.finds.answer
        if place is None:
            return []
        if place.page == "axis":
            return [self._axis_scope(place.key)]
        if place.page == "search" and answer and answer.results.hits:
            return self._scopes_of_results(answer)
        if place.page == "themes" and (themes := self._themes()).slug:
            title = f"موضوع: {themes.title()}"
            return [self._items_scope(title, title, themes.shown_items())]
        if place.page == "compare" and (items := self._compare().items):
            return [self._items_scope("بندهای مقایسه", "مقایسه", (item.id for item in items))]
        return []

    def _scopes_of_item(self) -> "list[Scope]":
        item = self.window.panel.item
        if item is None or not self.window.panel_place.fits:
            return []
        where = f"{self.context.axis_title(item.axis)}، {self.context.row_title(item)}"
        family = (item.id, *(child.id for child in self.context.reference.children(item.id)))
        return [self._items_scope(f"بند برگزیده: {where}", where, family), *self._axis_of(item)]

    def _axis_of(self, item: Item) -> "list[Scope]":
        place = self.window.navigator.place
        shown = place is not None and place.page == "axis"
        return [] if shown else [self._axis_scope(item.axis)]

    @Slot()
    def print_shown(self) -> None:
        """Preview what is shown, ready to be printed or written as PDF."""
        from desktop.printing.dialog import PrintDialog

        dialog = PrintDialog(self.context, self.scopes(), self.window)
        dialog.said.connect(self.window.status.say)
        dialog.written.connect(self._offer_folder)
        dialog.exec()
        dialog.deleteLater()

    @Slot(str)
    def _offer_folder(self, path: str) -> None:
        written = Path(path)
        told = f"خروجی ساخته شد: {ltr(written.name)}"
        self.window.toast.offer(told, "باز کردن پوشه", partial(self._open_folder, written.parent))

    def _open_folder(self, folder: Path) -> None:
        if failure := open_folder(folder):
            self.window.banner.say(failure)
