"""The month that a date field opens, as it is painted."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.theme import Theme
from desktop.common.widgets.date_field import DateField


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_month_stands_on_the_ground_of_the_theme(qtbot: QtBot, name: str) -> None:
    theme, part = Theme(name), QWidget()
    qtbot.addWidget(part)
    field = DateField(theme, "موعد")
    field.setParent(part)
    theme.attach(part, at_once=True)
    month = field.calendarWidget().findChild(QTableView)
    assert month is not None
    picture = field.calendarWidget().grab().toImage()
    corner = month.geometry().bottomLeft()
    assert picture.pixelColor(corner.x() + 1, corner.y() - 1) == QColor(theme.tokens.surface)
