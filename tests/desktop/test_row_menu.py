"""What the menus of rows and of the rail's axes do."""

import pytest

from desktop.main_window import MainWindow
from desktop.row_menu import RowMenu


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("همه را خوانده‌شده کن", "همه‌ی این محور از پیش خوانده‌شده بود."),
        ("آغاز دوباره‌ی خواندن", "چیزی از این محور خوانده نشده بود."),
    ],
)
def test_an_axis_that_is_so_already_gives_nothing_to_take_back(
    window: MainWindow, act: str, said: str
) -> None:
    rows, reader = window.findChild(RowMenu), window.context.reader
    assert rows is not None
    if act.startswith("همه"):
        reader.store.mark_read([item.id for item in window.context.reference.items()])
    (wanted,) = (one for one in rows.for_axis("economy").actions() if one.text() == act)
    wanted.trigger()
    assert window.status.message.plain == said
    assert not window.toast.isVisible()
