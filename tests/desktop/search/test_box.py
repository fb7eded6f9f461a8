"""The search box shows its key whole."""

from pytestqt.qtbot import QtBot

from desktop.app import build_window
from desktop.common.context import Context


def test_the_key_is_whole_from_the_first_picture(qtbot: QtBot, context: Context) -> None:
    window = build_window(context)
    qtbot.addWidget(window)
    window.begin()
    with qtbot.waitExposed(window):
        window.show()
    keycap = window.search_box.keycap
    assert keycap.size() == keycap.sizeHint()
