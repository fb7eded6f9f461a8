"""The page of themes: the index of headings, and the items under one of them."""

from typing import Any

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.page import Page
from desktop.common.place import Place
from desktop.themes.index import ThemeIndex
from desktop.themes.items import ThemeItems


class ThemesPage(Page):
    """`Place("themes")` is the index, `Place("themes", slug)` one heading."""

    menu_wanted = Signal(str, QPoint)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.slug = ""
        self.index, self.items = ThemeIndex(context), ThemeItems(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.index)
        self._stack.addWidget(self.items)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.index.theme_chosen.connect(lambda slug: self.place_wanted.emit(Place("themes", slug)))
        self.items.index_wanted.connect(lambda: self.place_wanted.emit(Place("themes")))
        self.items.list.current_changed.connect(self.item_chosen)
        self.items.list.opened.connect(self._open)
        self.items.list.menu_wanted.connect(self.menu_wanted)
        self.items.list.selectionModel().selectionChanged.connect(self._tell_selected)

    def show_place(self, place: Place) -> None:
        """Show the index or a heading; an unknown heading shows the index."""
        found = [one for one in self.context.reference.themes() if one.slug == place.key]
        self.slug = place.key if found else ""
        self._stack.setCurrentWidget(self.items if found else self.index)
        if found:
            self.items.show_theme(found[0])
            self.items.list.choose(place.item)

    def shown_items(self) -> tuple[str, ...]:
        """Ids of the items under the shown heading."""
        if not self.slug:
            return ()
        return tuple(item.id for item in self.context.reference.items_of_theme(self.slug))

    def title(self) -> str:
        """The shown heading, or the name of them all."""
        headings = self.context.reference.themes()
        return next((one.title for one in headings if one.slug == self.slug), "موضوع‌ها")

    @Slot()
    def _tell_selected(self) -> None:
        self.several_changed.emit()

    def selected_items(self) -> tuple[str, ...]:
        return self.items.list.chosen_keys() if self.slug else ()

    @Slot(str)
    def _open(self, item_id: str) -> None:
        item = self.context.reference.item(item_id)
        self.place_wanted.emit(Place("axis", item.axis, item_id))

    @property
    def _list(self) -> EntryList:
        return self.items.list if self.slug else self.index.list

    def state(self) -> dict[str, Any]:
        return {
            "current": self._list.current_key(),
            "scroll": self._list.verticalScrollBar().value(),
            "filter": self.index.filter.text(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        if not self.slug:
            self.index.filter.setText(str(state.get("filter", "")))
        self._list.choose(str(state.get("current", "")))
        self._list.verticalScrollBar().setValue(int(state.get("scroll", 0)))

    def stops(self) -> tuple[QWidget, ...]:
        return (self.items.back if self.slug else self.index.filter, self._list)

    def current_item(self) -> str:
        return self.items.list.current_key() if self.slug else ""

    def wants_panel(self) -> bool:
        return bool(self.slug)
