"""A list of what the reader made, and beside it what belongs to the current line of it."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import Row
from desktop.common.headed_page import HeadedPage
from desktop.common.menus import show_menu
from desktop.common.note_acts import NoteActs, first_item
from desktop.common.place import Place
from desktop.common.widgets.split import Split
from desktop.common.widgets.steady_bar import SCROLL_BAR

_ASIDE = 12


class TwoLists(HeadedPage):
    """Owners at the right, what they own beside them; `names` are what a screen reader calls the
    two."""

    note_edit_wanted = Signal(str)

    def __init__(
        self, context: Context, title: str, icon: str, names: tuple[str, str], width: int
    ) -> None:
        super().__init__(context, title, icon)
        self.acts = NoteActs(context, self)
        self.owners = EntryList(context.theme, names[0], margin=8)
        self.owned = EntryList(context.theme, names[1], several=True, margin=8)
        split = Split(room=SCROLL_BAR)  # as the bar of the first list at the other side
        split.addWidget(self.owners)
        split.addWidget(self.owned)
        split.setStretchFactor(1, 1)
        split.setSizes([context.theme.px(width) + _ASIDE, 500])
        # The bar stands at the edge of the page; the rows, with the lists' own 8, below the title.
        self.owners.setViewportMargins(0, 0, _ASIDE, 0)
        self.owned.setViewportMargins(_ASIDE, 0, 0, 0)
        self.hold(split)
        self._listen()

    def _listen(self) -> None:
        self.owners.current_changed.connect(lambda _: self.show_owned())
        self.owners.opened.connect(lambda _: self.owned.setFocus())
        self.owners.delete_wanted.connect(lambda keys: self.delete(keys[0]))
        self.owners.menu_wanted.connect(self._open_menu)
        self.owned.current_changed.connect(self._tell_item)
        self.owned.edit_wanted.connect(self.note_edit_wanted)
        self.acts.place_wanted.connect(self.place_wanted)
        self.acts.edit_wanted.connect(self.note_edit_wanted)
        self.acts.said.connect(self.said)
        self.context.reader.changed.connect(lambda _: self.refresh())

    def show_place(self, place: Place) -> None:
        self.refresh()
        if not self.owners.choose(place.key) and not self.owners.current_key():
            self.owners.choose_first()
        if not self.owned.current_key():
            self.owned.choose_first()

    def stops(self) -> tuple[QWidget, ...]:
        return (self.owners, self.owned)

    def entrance(self) -> QWidget:
        return self.owners

    def current_item(self) -> str:
        entry = self.owned.current()
        return first_item(self.context, entry.item_id) if entry else ""

    @Slot()
    def refresh(self) -> None:
        """Read both lists again."""
        if self.isVisibleTo(self.window()):
            self.read_owners()
            self.show_owned()

    def read_owners(self) -> None:
        """Fill the first list and say how much it holds."""
        raise NotImplementedError

    def rows_of(self, owner: str) -> Iterable[Row]:
        """What belongs to an owner."""
        raise NotImplementedError

    def menu(self, owner: str) -> QMenu:
        """What can be done with an owner."""
        raise NotImplementedError

    def delete(self, owner: str) -> None:
        """Move an owner to the trash."""
        raise NotImplementedError

    @Slot(str, QPoint)
    def _open_menu(self, owner: str, spot: QPoint) -> None:
        self.owners.choose(owner)
        show_menu(self.menu(owner), spot)

    def show_owned(self) -> None:
        key = self.owners.current_key()
        self.owned.feed(self.rows_of(key) if key else ())

    def _tell_item(self, key: str) -> None:
        if key:
            self.item_chosen.emit(self.current_item())
