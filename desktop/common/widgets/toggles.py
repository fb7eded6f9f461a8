"""Radio buttons and check boxes whose marks grow with their text."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton

from desktop.common.text_roles import zoom

_SIDE, _DOT = 14, 6  # pixels at zoom 100 %


class RadioButton(QRadioButton):
    """A circle with a dot."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._fit()

    def _fit(self) -> None:
        side, dot = round(_SIDE * zoom()), round(_DOT * zoom())
        ring = (side + 2 - dot) // 2
        inner, round_off = side + 2 - 2 * ring, side // 2 + 1
        self.setStyleSheet(
            f"::indicator {{ width: {side}px; height: {side}px; border-radius: {round_off}px }}"
            f"::indicator:checked {{ width: {inner}px; height: {inner}px; border-width: {ring}px }}"
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


class CheckBox(QCheckBox):
    """A square with a tick."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._fit()

    def _fit(self) -> None:
        side = round(_SIDE * zoom())
        self.setStyleSheet(f"::indicator {{ width: {side}px; height: {side}px }}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
