"""The tabs of the panel: a row of their names with counts, and the one in sight.

Those out of sight lie on a shelf outside the window: a style sheet dresses all that it can reach,
and a change of theme must not wait for what nobody sees.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.panel_tab import PanelTab
from desktop.common.persian import digits
from desktop.common.text_roles import wear_fonts
from desktop.common.widgets.one_page import OnePage


class PanelTabs(QWidget):
    """Fills only the tab in sight: moving through a list must not wait for the others."""

    said = Signal(str)
    item_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self._tabs: dict[str, PanelTab] = {}
        self._segments: dict[str, QPushButton] = {}
        self._stale: set[str] = set()
        self._group = QButtonGroup(self)
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

    def add(self, key: str, tab: PanelTab) -> None:
        """A further tab at the end of the row."""
        segment = QPushButton(tab.title)
        segment.setProperty("segment", True)
        segment.setCheckable(True)
        segment.clicked.connect(lambda _=False: self.choose(key))
        self._tabs[key], self._segments[key] = tab, segment
        self._group.addButton(segment)
        self._row.insertWidget(self._row.count() - 1, segment)
        tab.setParent(self._shelf)
        tab.titled.connect(lambda: self._retitle(key))
        tab.said.connect(self.said)
        tab.item_wanted.connect(self.item_wanted)

    def names(self) -> tuple[str, ...]:
        return tuple(self._tabs)

    def choose(self, key: str) -> None:
        """Bring a tab into sight."""
        self._segments[key].setChecked(True)
        tab, before = self._tabs[key], self._stack.currentWidget()
        if tab is not before:
            self._stack.setCurrentIndex(self._stack.addWidget(tab))
            wear_fonts(tab)  # the zoom may have changed while it lay on the shelf
            if before is not None:
                before.setParent(self._shelf)
        self._freshen(key)

    def show_item(self, item: Item) -> None:
        """Let the tabs be about another item."""
        self._item = item
        for key, tab in self._tabs.items():
            self._stale.add(key)
            tab.set_count(tab.count_of(item))
            if tab is self._stack.currentWidget():
                self._freshen(key)

    def _freshen(self, key: str) -> None:
        if key in self._stale and self._item is not None:
            self._stale.discard(key)
            self._tabs[key].show_item(self._item)

    def _retitle(self, key: str) -> None:
        tab = self._tabs[key]
        text = f"{tab.title} {digits(tab.count)}" if tab.count else tab.title
        self._segments[key].setText(text)
