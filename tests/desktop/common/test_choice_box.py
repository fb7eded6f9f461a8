"""The drop-down of titles."""

import pytest
from PySide6.QtWidgets import QStyleOptionComboBox, QWidget

from desktop.common.widgets.choice_box import ChoiceBox
from desktop.main_window import MainWindow


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_list_shows_its_last_choice_whole(window: MainWindow, zoom: float) -> None:
    window.context.theme.set_zoom(zoom)
    for count in (2, 3, 9):
        check_list(window, count)


def check_list(window: MainWindow, count: int) -> None:
    box = ChoiceBox("چه چیزی چاپ شود", [(f"گزینه‌ی {number}", number) for number in range(count)])
    box.setParent(window)
    box.move(300, 60)
    box.resize(box.sizeHint())
    box.show()
    box.showPopup()
    view = box.view()
    last = view.visualRect(view.model().index(count - 1, 0))
    assert last.bottom() <= view.viewport().rect().bottom()
    assert view.verticalScrollBar().maximum() == 0
    scrollers = [
        one for one in view.window().children() if type(one) is QWidget and one.isVisible()
    ]
    assert not scrollers
    box.hidePopup()


def test_a_choice_longer_than_its_box_ends_in_an_ellipsis(window: MainWindow) -> None:
    box = ChoiceBox("برچسب", [("پیگیری‌های کمیسیون برنامه و بودجه", 1)])
    box.resize(140, 34)
    shown = QStyleOptionComboBox()
    box.initStyleOption(shown)
    assert shown.currentText.endswith("…")
    assert box.currentText() == "پیگیری‌های کمیسیون برنامه و بودجه"
