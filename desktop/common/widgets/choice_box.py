"""A drop-down of titles that stand for values of the program."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
)

from desktop.common.text_roles import zoom
from desktop.common.widgets.sheet_by_zoom import ARROW, DropArrow

_AROUND = 6 + 2 * (8 + 1) + 2  # beside the arrow and around the text
_WIDEST = 260
_MOST_SHOWN = 14


class ChoiceBox(DropArrow, QComboBox):
    """Keeps the chosen value when its choices are read anew."""

    chosen = Signal()

    def __init__(self, name: str, choices: Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setItemDelegate(QStyledItemDelegate(self))  # the sheet sets its rows apart
        self.view().setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(lambda _: self.chosen.emit())

    def sizeHint(self) -> QSize:
        """Wide enough for the longest choice, within reason."""
        hint = super().sizeHint()
        longest = max((self._width_of(at) for at in range(self.count())), default=0)
        return QSize(max(hint.width(), min(longest, round(_WIDEST * zoom()))), hint.height())

    def least_width(self) -> int:
        """What the first choice needs, which stands there until another is made."""
        return self._width_of(0)

    def _width_of(self, at: int) -> int:
        return self.fontMetrics().horizontalAdvance(self.itemText(at)) + self._around()

    def _around(self) -> int:
        return round(ARROW * zoom()) + _AROUND

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """A choice too long for the box ends in «…»; Qt would cut it in a letter."""
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        elided = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 2
        )
        option.currentText = elided

    def set_choices(self, choices: Iterable[tuple[str, Any]]) -> None:
        wanted = self.currentData()
        self.clear()
        for title, value in choices:
            self.addItem(title, value)
        self.choose(wanted)

    def value(self) -> Any:
        return self.currentData()

    def choose(self, value: object) -> None:
        """Show a value; the first one when it is not among the choices."""
        found = [i for i in range(self.count()) if self.itemData(i) == value]
        self.setCurrentIndex(found[0] if found else 0)
