"""The tabs of the panel: a row of their names with counts, and the one in sight.

Those out of sight lie on a shelf outside the window: a style sheet dresses all that it can reach,
and a change of theme must not wait for what nobody sees.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.panel_tab import PanelTab
from desktop.common.persian import digits
from desktop.common.text_roles import wear_fonts
from desktop.common.widgets.one_of import OneOf
from desktop.common.widgets.one_page import OnePage
from desktop.common.widgets.segments import press


class PanelTabs(QWidget):
    """Builds a tab when it is first asked for, and fills only the one in sight: neither the window
    nor moving through a list must wait for the others."""

    said = Signal(str)
    item_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._item: Item | None = None
        self._kinds: dict[str, type[PanelTab]] = {}
        self._prepare: dict[str, Callable[[], None]] = {}
        self._tabs: dict[str, PanelTab] = {}
        self._segments: dict[str, QPushButton] = {}
        self._stale: set[str] = set()
        self._group = OneOf(self)
        self._stack = OnePage()
        self._shelf = QWidget()
        self._row = QHBoxLayout()
        self._row.setContentsMargins(12, 0, 16, 0)
        self._row.setSpacing(2)
        self._row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._row)
        layout.addWidget(self._stack, 1)

    def add(
        self, key: str, kind: type[PanelTab], prepare: Callable[[], None] | None = None
    ) -> None:
        """A further tab at the end of the row; `prepare` is called when it has been built."""
        segment = QPushButton(kind.title)
        segment.setProperty("segment", True)
        segment.setCheckable(True)
        segment.clicked.connect(lambda _=False: self.choose(key))
        self._kinds[key], self._segments[key] = kind, segment
        if prepare is not None:
            self._prepare[key] = prepare
        self._stale.add(key)
        self._group.take(segment)
        self._row.insertWidget(self._row.count() - 1, segment)

    def tab(self, key: str) -> PanelTab:
        """A tab, also one out of sight."""
        if key not in self._tabs:
            tab = self._tabs[key] = self._kinds[key](self._context)
            tab.setParent(self._shelf)
            tab.counted.connect(partial(self._retitle, key))
            tab.said.connect(self.said)
            tab.item_wanted.connect(self.item_wanted)
            self._prepare.get(key, lambda: None)()
        return self._tabs[key]

    def is_built(self, key: str) -> bool:
        return key in self._tabs

    @property
    def is_empty(self) -> bool:
        """Whether no tab has been brought into sight yet."""
        return self._stack.currentWidget() is None

    def names(self) -> tuple[str, ...]:
        return tuple(self._kinds)

    def choose(self, key: str) -> None:
        """Bring a tab into sight."""
        press(self._segments[key], self._group)
        tab, before = self.tab(key), self._stack.currentWidget()
        if tab is not before:
            self._stack.setCurrentIndex(self._stack.addWidget(tab))
            wear_fonts(tab)  # the zoom may have changed while it lay on the shelf
            if before is not None:
                before.setParent(self._shelf)
        self._freshen(key)

    def show_names(self, on: bool) -> None:
        """Show or hide the row of names."""
        for segment in self._segments.values():
            segment.setVisible(on)

    def show_item(self, item: Item) -> None:
        """Let the tabs be about another item."""
        self._item = item
        for key, kind in self._kinds.items():
            self._stale.add(key)
            self._retitle(key, kind.count_of(self._context, item))
            if self._tabs.get(key) is self._stack.currentWidget():
                self._freshen(key)

    def _freshen(self, key: str) -> None:
        if key in self._stale and self._item is not None:
            self._stale.discard(key)
            self.tab(key).show_item(self._item)

    def _retitle(self, key: str, count: int | None) -> None:
        title = self._kinds[key].title
        self._segments[key].setText(f"{title} {digits(count)}" if count else title)
