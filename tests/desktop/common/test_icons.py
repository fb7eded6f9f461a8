"""Icons: one picture for one thing, paler where an act cannot be done, telling of the theme."""

from collections import Counter

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage

from desktop.common.icons import icon
from desktop.common.row_delegate import ROW
from desktop.common.widgets.buttons import IconButton
from desktop.main_window import MainWindow


def ink(picture: QImage) -> int:
    """How strongly a picture is drawn."""
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y).alpha() for x, y in spots)


@pytest.mark.parametrize("colour", ["#50605E", "#FFFFFF"])
def test_what_cannot_be_done_is_drawn_paler(window: MainWindow, colour: str) -> None:
    made, size = icon("panel-left", colour), QSize(20, 20)
    enabled, disabled = (
        ink(made.pixmap(size, mode).toImage()) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert 0 < disabled < enabled * 0.6


def test_no_two_lines_of_the_rail_share_an_icon(window: MainWindow) -> None:
    rows = window.rail.rows
    entries = (rows.index(row).data(ROW) for row in range(rows.rowCount()))
    pictures = Counter(entry.icon for entry in entries if hasattr(entry, "icon"))
    assert {name for name, count in pictures.items() if count > 1} == set()


@pytest.mark.parametrize(("theme", "picture"), [("light", "moon"), ("dark", "sun")])
def test_the_button_of_the_theme_shows_where_it_leads(
    window: MainWindow, theme: str, picture: str
) -> None:
    window.context.theme.set_name(theme)
    buttons = window.command_bar.findChildren(IconButton)
    button = next(one for one in buttons if "تیره" in one.accessibleName())
    assert button.icon_name == picture
