"""Radio buttons and check boxes whose marks grow with their text."""

from PySide6.QtWidgets import QCheckBox, QRadioButton

from desktop.common.text_roles import zoom
from desktop.common.widgets.sheet_by_zoom import SheetByZoom

_SIDE, _DOT = 14, 6  # pixels at zoom 100 %


class RadioButton(SheetByZoom, QRadioButton):
    """A circle with a dot."""

    def sheet(self) -> str:
        side, dot = round(_SIDE * zoom()), round(_DOT * zoom())
        ring = (side + 2 - dot) // 2
        inner, round_off = side + 2 - 2 * ring, side // 2 + 1
        return (
            f"::indicator {{ width: {side}px; height: {side}px; border-radius: {round_off}px }}"
            f"::indicator:checked {{ width: {inner}px; height: {inner}px; border-width: {ring}px }}"
        )


class CheckBox(SheetByZoom, QCheckBox):
    """A square with a tick."""

    def sheet(self) -> str:
        side = round(_SIDE * zoom())
        return f"::indicator {{ width: {side}px; height: {side}px }}"
