"""Buttons, drop-downs and lines to write in are of one height and leave their text readable."""

from collections import Counter
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.common.context import Context
from desktop.common.theme import ZOOM_STEPS
from desktop.common.widgets.buttons import Chip, IconButton, PicturedButton, PrimaryButton
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.completed_edit import CompletedEdit
from desktop.common.widgets.date_field import DateField
from desktop.common.widgets.filter_edit import FilterEdit
from desktop.common.widgets.line_edit import LineEdit
from tests.desktop.common.test_tokens import contrast


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_tick_stands_out_on_the_accent(qtbot: QtBot, context: Context, name: str) -> None:
    box = QCheckBox()
    qtbot.addWidget(box)
    context.theme.set_name(name)
    context.theme.attach(box, at_once=True)
    box.setChecked(True)
    picture = box.grab().toImage()
    accent = context.theme.tokens.accent.lower()
    spots = product(range(picture.width()), range(picture.height()))
    filled = [(x, y) for x, y in spots if picture.pixelColor(x, y).name() == accent]
    (left, right), (top, bottom) = ((min(one), max(one)) for one in zip(*filled, strict=True))
    inside = product(range(left + 2, right - 1), range(top + 2, bottom - 1))
    shades = [picture.pixelColor(x, y).name() for x, y in inside]
    assert Counter(shades).most_common(1)[0][0] == accent
    assert max(contrast(accent, shade) for shade in shades) >= 3


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_date_that_cannot_be_chosen_looks_so(qtbot: QtBot, context: Context, name: str) -> None:
    field = DateField(context.theme, "موعد")
    qtbot.addWidget(field)
    context.theme.set_name(name)
    context.theme.attach(field, at_once=True)
    usable = field.grab().toImage()
    field.setEnabled(False)
    assert field.grab().toImage() != usable


def test_the_icon_beside_words_grows_with_them(qtbot: QtBot, context: Context) -> None:
    button = PicturedButton(context.theme, "plus", "افزودن…")
    qtbot.addWidget(button)
    small = button.iconSize().width()
    context.theme.set_zoom(2.0)
    (drawn,) = {size.width() for size in button.icon().availableSizes()}
    assert button.iconSize().width() == drawn == 2 * small


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_what_stands_in_one_row_is_of_one_height(
    qtbot: QtBot, context: Context, zoom: float
) -> None:
    theme, row, names = context.theme, QWidget(), QListView()
    qtbot.addWidget(row)
    qtbot.addWidget(names)
    theme.set_zoom(zoom)
    layout = QHBoxLayout(row)
    for part in (
        QPushButton("بازیابی"),
        PrimaryButton(theme, "plus", "جلسه‌ی تازه"),
        IconButton(theme, "x", "بستن"),
        ChoiceBox("ترتیب", [("ترتیب دستی", 1)]),
        DateField(theme, "موعد"),
        CompletedEdit("گوینده", lambda _: ()),
        FilterEdit(theme, "صافی", names),
    ):
        layout.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    theme.attach(row, at_once=True)
    row.show()
    heights = [part.height() for part in row.findChildren(QWidget) if part.parent() is row]
    assert max(heights) - min(heights) <= 1
    assert min(heights) >= 34


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_the_shortest_chip_has_room_for_round_ends(
    qtbot: QtBot, context: Context, zoom: float
) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    context.theme.set_zoom(zoom)
    chip = Chip("کد", row)
    context.theme.attach(row, at_once=True)
    chip.adjustSize()
    assert chip.width() >= chip.height()


def dark_columns(edit: LineEdit) -> list[int]:
    """Where anything but the ground is drawn, between the ends of the line."""
    picture = edit.grab().toImage()
    middle = picture.height() // 2
    ground = picture.pixelColor(picture.width() // 2, middle)
    return [
        x
        for x in range(10, picture.width() - 4)
        if any(differs(picture.pixelColor(x, y), ground) for y in range(8, picture.height() - 8))
    ]


def differs(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 30


def test_a_placeholder_begins_beside_the_caret(qtbot: QtBot, context: Context) -> None:
    edit = LineEdit()
    qtbot.addWidget(edit)
    context.theme.attach(edit, at_once=True)
    edit.resize(400, edit.sizeHint().height())
    edit.show()
    edit.setPlaceholderText("برای نمونه")
    edit.clearFocus()
    letters = dark_columns(edit)
    edit.setPlaceholderText("")
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    caret = dark_columns(edit)
    assert letters
    assert caret
    assert max(letters) + 1 < min(caret)
