"""What the signs of a marked-up text mean, their meanings below each other."""

from collections.abc import Set

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.common.widgets.labels import LineLabel, RichLabel
from desktop.quote.diff import LEGEND

_BETWEEN = 8


class Legend(QWidget):
    """Names only the signs that are made use of."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = {
            sign: (LineLabel(sign, "caption"), RichLabel(meaning, "caption"))
            for sign, meaning in LEGEND.items()
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_BETWEEN)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(self._rows.values()):
            for column, part in enumerate(row):
                grid.addWidget(part, number, column)

    def show_signs(self, signs: Set[str]) -> None:
        for sign, row in self._rows.items():
            for part in row:
                part.setVisible(sign in signs)
        self.setVisible(bool(signs))
