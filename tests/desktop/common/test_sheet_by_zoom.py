"""The sheets that widgets have of their own follow the zoom."""

from collections.abc import Callable

import pytest

from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.date_field import DateField
from desktop.common.widgets.sheet_by_zoom import SheetByZoom
from desktop.common.widgets.toggles import CheckBox, RadioButton
from desktop.main_window import MainWindow

type Make = Callable[[MainWindow], SheetByZoom]

all_kinds = pytest.mark.parametrize(
    "make",
    [
        lambda _: Chip("گزینه"),
        lambda _: RadioButton("گزینه"),
        lambda _: CheckBox("گزینه"),
        lambda _: ChoiceBox("گزینه"),
        lambda window: DateField(window.context.theme, "روز"),
    ],
)


@all_kinds
def test_the_sheet_is_worn_from_the_first_paint(window: MainWindow, make: Make) -> None:
    window.context.theme.set_zoom(1.5)
    widget = make(window)
    assert widget.styleSheet() == widget.sheet()


@all_kinds
def test_the_sheet_follows_the_zoom(window: MainWindow, make: Make) -> None:
    widget = make(window)
    widget.setParent(window)
    widget.show()
    before = widget.sheet()
    window.context.theme.set_zoom(2.0)
    assert widget.styleSheet() == widget.sheet() != before
