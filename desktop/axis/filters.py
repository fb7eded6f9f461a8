"""The row of filter chips above an axis, and the tools at its other end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.axis.model import ALL, FILTERS
from desktop.common.persian import digits
from desktop.common.theme import Theme
from desktop.common.widgets.buttons import Chip, IconButton
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.one_of import OneOf
from desktop.common.widgets.over_list import OverList


class FilterBar(OverList):
    """One chip is always pressed; counts are those of the shown axis."""

    filter_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, top=8, bottom=8)
        self._theme = theme
        self._chips: dict[str, Chip] = {}
        self._group = OneOf(self)
        self._row = Flow(8, self)
        self.keep(self._row)
        self.stand_over()
        for name, (title, _) in FILTERS.items():
            chip = self._chips[name] = Chip(title)
            self._group.take(chip)
            chip.clicked.connect(lambda _=False, wanted=name: self.filter_chosen.emit(wanted))
            self._row.addWidget(chip)
        self.on_axis = Chip("", checkable=False)
        self.on_axis.hide()
        self._row.addWidget(self.on_axis)
        self.source = Chip("متن اصلی")
        self.source.setToolTip("بازگشت به متن ویراسته (F12)")
        self.source.setAccessibleName("متن اصلی نمایش داده می‌شود؛ بازگشت به متن ویراسته")
        self.source.hide()
        self._row.addWidget(self.source)
        self._row.break_to_left()

    def add_tool(self, name: str, title: str) -> IconButton:
        """A button at the left end."""
        button = IconButton(self._theme, name, title)
        self._row.addWidget(button)
        return button

    def show_counts(self, counts: dict[str, int], chosen: str) -> None:
        """How much there is in all, the heading of the directions says."""
        for name, chip in self._chips.items():
            number = "" if name == ALL else f" {digits(counts.get(name, 0))}"
            chip.setText(f"{FILTERS[name][0]}{number}")
            chip.setAccessibleName(f"صافی {chip.text()}")
            chip.setChecked(name == chosen)

    def tell_notes(self, count: int) -> None:
        """Notes on the axis as a whole, which no row bears."""
        self.on_axis.setVisible(count > 0)
        self.on_axis.setText(f"{digits(count)} یادداشت بر همه‌ی محور")

    def tell_source(self, on: bool) -> None:
        """A pressed chip stands there while the source's own words are shown."""
        self.source.setVisible(on)
        self.source.setChecked(on)

    def first_chip(self) -> QWidget:
        """The pressed chip, where the keyboard enters the row."""
        button = self._group.checkedButton()
        return button if button is not None else self._chips[ALL]
