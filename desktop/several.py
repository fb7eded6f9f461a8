"""What can be done with several rows that were selected together."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from db.reference.citation import as_paragraph
from db.reference.models import Item
from desktop.common.actions import Act
from desktop.common.clipboard import copy
from desktop.common.persian import digits
from desktop.direction.chosen_citation import chosen_citation
from desktop.main_window import MainWindow

_COPY, _CITE = "کپی متن", "کپی با ارجاع"


def selected_items(window: MainWindow) -> tuple[Item, ...]:
    """The items of the page's selected rows in the order of the document; () for less than two."""
    page = window.navigator.page
    ids = frozenset(page.selected_items()) if page is not None else frozenset()
    if len(ids) < 2:
        return ()
    return tuple(item for item in window.context.reference.items() if item.id in ids)


class Several(QObject):
    """Copies all that is selected, unless the keyboard is in the panel, which is about one item."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        add = window.actions_.add
        add(Act("edit.copy", _COPY, "edit", 200, ("Ctrl+C",), "copy"), self.copy_text)
        cite = Act("edit.copy_cite", _CITE, "edit", 201, ("Ctrl+Shift+C",), "quote")
        add(cite, self.copy_with_citation)
        for name in ("axis", "search", "themes"):
            window.navigator.when_made(name, partial(self._fit, name))
        window.navigator.arrived.connect(self._name)

    def _fit(self, name: str) -> None:
        self._window.navigator.page_named(name).several_changed.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self._name()
        page, count = self._window.navigator.page, len(selected_items(self._window))
        if page is not None and count:
            self._window.status.say(f"{digits(count)} بند برگزیده شده است")

    @Slot()
    def _name(self) -> None:
        """Menus say how many rows an act is about; its data, too."""
        count = len(selected_items(self._window))
        behind = f" ({digits(count)} بند)" if count else ""
        for key, name in (("edit.copy", _COPY), ("edit.copy_cite", _CITE)):
            self._window.actions_[key].setText(name + behind)
            self._window.actions_[key].setData(count)
        compare = self._window.actions_["act.compare"]
        compare.setData(count)
        compare.setText(f"مقایسه‌ی {digits(count)} بند" if count else "افزودن به مقایسه")

    def _items(self) -> tuple[Item, ...]:
        focus = QApplication.focusWidget()
        inside = focus is not None and self._window.panel.isAncestorOf(focus)
        return () if inside else selected_items(self._window)

    @Slot()
    def copy_text(self) -> None:
        items = self._items()
        if not items:
            self._window.panel.copier.copy_text()
            return
        texts = [item.edited for item in items]
        copy("\n".join(texts), "".join(map(as_paragraph, texts)))
        self._window.status.say(f"کپی شد: متن {digits(len(items))} بند")

    @Slot()
    def copy_with_citation(self) -> None:
        items = self._items()
        if not items:
            self._window.panel.copier.copy_with_citation()
            return
        made = [chosen_citation(self._window.context, item) for item in items]
        copy("\n\n".join(one.plain for one in made), "".join(one.html for one in made))
        what = "متن و ارجاع" if made[0].quotes else "ارجاع"
        self._window.status.say(f"کپی شد: {what} {digits(len(items))} بند")
