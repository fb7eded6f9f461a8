"""Starting the program over what lies in a folder, and what it says and takes then."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from db.paths import UserPaths, user_paths
from desktop.app import close_context, open_context, stand
from desktop.common.widgets.labels import RichLabel
from desktop.main_window import MainWindow
from desktop.reader_pages import ReaderPages

type Start = Callable[[], MainWindow]


@pytest.fixture
def paths(tmp_path: Path) -> UserPaths:
    return user_paths(tmp_path / "reader" / "داده")


@pytest.fixture
def start(qapp: QApplication, data: None, paths: UserPaths) -> Iterator[Start]:
    """Start the program over whatever lies in the folder."""
    windows: list[MainWindow] = []

    def begun() -> MainWindow:
        window = stand(open_context(paths))
        window.show()
        window.actions_.make_all()
        own = window.findChild(ReaderPages)
        assert own is not None
        own.watch()
        windows.append(window)
        return window

    yield begun
    for window in windows:
        window.close()
        close_context(window.context)
        shiboken6.delete(window)


def said(window: MainWindow) -> str:
    """The sentence above the page, or nothing."""
    label = window.banner.findChild(RichLabel)
    return label.plain if label is not None and window.banner.isVisible() else ""


def write(window: MainWindow, text: str) -> None:
    window.open_item("economy-8")
    window.panel.begin_note()
    window.panel.notes.composer.edit.setPlainText(text)
    window.panel.notes.composer.finish()
