"""The sheets that widgets have of their own follow the zoom."""

from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.date_field import DateField
from desktop.common.widgets.sheet_by_zoom import SheetByZoom
from desktop.common.widgets.toggles import CheckBox, RadioButton
from desktop.main_window import MainWindow


def one_of_each(window: MainWindow) -> list[SheetByZoom]:
    return [
        Chip("گزینه"),
        RadioButton("گزینه"),
        CheckBox("گزینه"),
        ChoiceBox("گزینه"),
        DateField(window.context.theme, "روز"),
    ]


def test_the_sheet_is_worn_from_the_first_paint(window: MainWindow) -> None:
    window.context.theme.set_zoom(1.5)
    for widget in one_of_each(window):
        assert widget.styleSheet() == widget.sheet()


def test_the_sheet_follows_the_zoom(window: MainWindow) -> None:
    made = one_of_each(window)
    for widget in made:
        widget.setParent(window)
        widget.show()
    before = [widget.sheet() for widget in made]
    window.context.theme.set_zoom(2.0)
    for widget, former in zip(made, before, strict=True):
        assert widget.styleSheet() == widget.sheet() != former
