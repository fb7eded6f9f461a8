"""How the chosen item is cited: format, number, and a live preview."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from db.reference.models import Item, ItemKind
from desktop.common.context import Context
from desktop.common.panel_tab import BAR_EDGE, EDGE, PanelTab
from desktop.common.persian import digits
from desktop.common.settings import TEMPLATE_DECIDES
from desktop.common.widgets.card import Card
from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.common.widgets.layouts import scrolling
from desktop.common.widgets.one_of import OneOf
from desktop.common.widgets.toggles import CheckBox, RadioButton
from desktop.direction.chosen_citation import chosen_citation, own_template

STYLES = {
    "full": "متن کامل و ارجاع (برای نامه)",
    "only": "فقط ارجاع",
    "footnote": "پانویس",
}
NUMBER_WARNING = "شماره‌ها را این برنامه داده است و در متن اصلی سند نیست."


class CitationTab(PanelTab):
    """Remembers the last choice; copying with citation uses it without this tab."""

    title = "ارجاع"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._item: Item | None = None
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(BAR_EDGE, 8, EDGE, 12)
        layout.setSpacing(6)
        layout.addWidget(LineLabel("قالب ارجاع", "h3"))
        self._styles = OneOf(self)
        for name, title in STYLES.items():
            layout.addWidget(self._radio(name, title))
        self._number = CheckBox()
        self._number.setChecked(context.settings["citation_number"])
        self._number.toggled.connect(self._keep_number)
        layout.addWidget(self._number)
        self._warning = RichLabel(NUMBER_WARNING, "caption")
        layout.addWidget(self._warning)
        layout.addWidget(self._preview_card())
        layout.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(body))
        context.settings.changed.connect(self._follow)

    def _radio(self, name: str, title: str) -> QRadioButton:
        radio = RadioButton(title)
        radio.setObjectName(f"cite-{name}")
        radio.setChecked(self.context.settings["citation_style"] == name)
        radio.toggled.connect(lambda on, wanted=name: self._keep_style(wanted) if on else None)
        self._styles.take(radio)
        return radio

    def _preview_card(self) -> Card:
        card = Card(6, (12, 10, 12, 12))
        card.rows.addWidget(LineLabel("پیش‌نمایش", "caption"))
        self.preview = RichLabel()
        card.rows.addWidget(self.preview)
        return card

    def show_item(self, item: Item) -> None:
        self._item = item
        numbered = item.kind is ItemKind.DIRECTION
        row = digits(item.number) if numbered else ""
        self._number.setText(f"شماره‌ی ردیف هم بیاید (جهت‌گیری {row})" if numbered else "شماره")
        self._number.setVisible(numbered)
        self._warning.setVisible(numbered)
        self._refresh()

    @Slot(str)
    def _follow(self, name: str) -> None:
        """Show what was changed on the page of settings."""
        for button in self._styles.buttons():
            if button.objectName() == f"cite-{self.context.settings['citation_style']}":
                button.setChecked(True)
        self._number.setChecked(self.context.settings["citation_number"])
        self._refresh()

    def _keep_style(self, name: str) -> None:
        self.context.settings["citation_style"] = name
        self._refresh()

    @Slot(bool)
    def _keep_number(self, on: bool) -> None:
        self.context.settings["citation_number"] = on
        self._refresh()

    def _refresh(self) -> None:
        own = own_template(self.context)
        self._number.setDisabled(own is not None)
        self._warning.say(f"{TEMPLATE_DECIDES} {NUMBER_WARNING}" if own else NUMBER_WARNING)
        if self._item is not None:
            self.preview.say(chosen_citation(self.context, self._item).plain)
