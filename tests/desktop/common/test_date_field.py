"""The month that a date field opens, as it is painted."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
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


def test_the_arrows_of_the_month_grow_with_its_text(qtbot: QtBot, context: Context) -> None:
    context.theme.set_zoom(2.0)
    field = DateField(context.theme, "موعد")
    qtbot.addWidget(field)
    field.show()
    (back,) = field.calendarWidget().findChildren(QToolButton, "qt_calendar_prevmonth")
    (drawn,) = {size.width() for size in back.icon().availableSizes()}
    assert back.iconSize().width() == drawn == 32
