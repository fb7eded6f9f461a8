"""The page of help: keyboard map, how to search, how to cite, about."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.common.actions import Actions
from desktop.common.context import Context
from desktop.common.page import Page
from desktop.common.persian import digits, rtl
from desktop.common.place import Place
from desktop.common.widgets.buttons import LINK_PAD, LinkButton
from desktop.common.widgets.card import Card
from desktop.common.widgets.column import Column
from desktop.common.widgets.labels import Keycap, RichLabel
from desktop.common.widgets.layouts import scrolling
from desktop.common.widgets.segments import Segments
from desktop.help.about import About
from desktop.help.keys import KeyLine, key_map
from desktop.help.news import NEWS, UPDATE
from desktop.help.texts import CITE, SEARCH, SEARCH_NOTE

PARTS = {
    "keys": "کلیدها",
    "search": "جست‌وجو",
    "cite": "ارجاع دادن",
    "news": "تازه‌ها",
    "about": "درباره‌ی برنامه",
}
_STEPS = QAbstractSlider.SliderAction
_PAGES = {
    Qt.Key.Key_PageDown: _STEPS.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _STEPS.SliderPageStepSub,
    Qt.Key.Key_Home: _STEPS.SliderToMinimum,
    Qt.Key.Key_End: _STEPS.SliderToMaximum,
}
_EXAMPLE_WIDTH = 210


class HelpPage(Page):
    """`Place("help", part)`; the keyboard map is drawn when it is first shown."""

    search_wanted = Signal(str)

    def __init__(self, context: Context, actions: Actions) -> None:
        super().__init__(context)
        self._actions = actions
        self.segments = Segments(PARTS)
        self._stack = QStackedWidget()
        self.parts: dict[str, QWidget] = {}
        self._columns: list[QGridLayout] = []
        context.theme.resized.connect(self._fit)
        head = Column(context.theme, over_list=True)
        head.rows.addWidget(RichLabel("راهنما", "title"))
        head.rows.addWidget(self.segments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        self.segments.chosen.connect(lambda key: self.place_wanted.emit(Place("help", key)))

    def show_place(self, place: Place) -> None:
        key = place.key if place.key in PARTS else "keys"
        if key not in self.parts:
            self.parts[key] = self._build(key)
            self._stack.addWidget(self.parts[key])
            self._fit()
        self.segments.show_chosen(key)
        self._stack.setCurrentWidget(self.parts[key])

    @Slot()
    def _fit(self) -> None:
        """First columns as wide as their texts at this zoom."""
        for grid in self._columns:
            grid.setColumnMinimumWidth(0, self.context.theme.px(_EXAMPLE_WIDTH))

    def _build(self, key: str) -> QWidget:
        if key == "about":
            about = About(self.context)
            about.show_licence()
            return about
        column = Column(self.context.theme, top=4)
        if key == "keys":
            for title, lines in key_map(self._actions).items():
                column.rows.addWidget(self._key_card(title, lines))
        elif key == "search":
            column.rows.addWidget(RichLabel(SEARCH_NOTE))
            column.rows.addWidget(self._example_card(SEARCH, live=True))
        elif key == "news":
            for version, news in NEWS.items():
                column.rows.addWidget(_news_card(version, news))
            column.rows.addWidget(RichLabel(UPDATE, "caption"))
        else:
            column.rows.addWidget(self._example_card(CITE))
        column.rows.addStretch()
        return scrolling(column, "page")

    def _key_card(self, title: str, lines: tuple[KeyLine, ...]) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 10, 16, 12)
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        grid.addWidget(RichLabel(title, "h3"), 0, 0, 1, 2)
        for number, line in enumerate(lines, 1):
            grid.addWidget(RichLabel(line.text), number, 0)
            caps = QHBoxLayout()
            caps.setSpacing(6)
            caps.addStretch()
            for keys in line.keys:
                caps.addWidget(Keycap(keys))
            grid.addLayout(caps, number, 1)
        return card

    def _example_card(self, lines: tuple[tuple[str, str], ...], *, live: bool = False) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16 - LINK_PAD if live else 16, 12)
        grid.setVerticalSpacing(9)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        self._columns.append(grid)
        for number, (example, meaning) in enumerate(lines):
            shown = self._live(example) if live else RichLabel(example, "h3")
            grid.addWidget(shown, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(RichLabel(meaning), number, 1)
        return card

    def _live(self, example: str) -> QWidget:
        """An example that is searched for when it is pressed."""
        button = LinkButton(rtl(example))
        button.setAccessibleName(f"جست‌وجوی نمونه: {example}")
        button.clicked.connect(lambda: self.search_wanted.emit(example))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys move the text, whatever of the page has the keyboard."""
        area, step = self.area(), _PAGES.get(Qt.Key(event.key()))
        if step is None or area is None:
            super().keyPressEvent(event)
            return
        area.verticalScrollBar().triggerAction(step)

    def area(self) -> QAbstractScrollArea | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, QAbstractScrollArea) else None

    def stops(self) -> tuple[QWidget, ...]:
        return (self.segments.current(),)

    def title(self) -> str:
        return "راهنما"

    def wants_panel(self) -> bool:
        return False


def _news_card(version: str, lines: tuple[str, ...]) -> Card:
    card = Card(6)
    card.rows.addWidget(RichLabel(f"نسخه‌ی {digits(version)}", "h3"))
    for line in lines:
        card.rows.addWidget(RichLabel(f"• {line}"))
    return card
