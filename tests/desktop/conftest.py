"""One application for all tests of the window; a fresh store and window for each."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.paths import REFERENCE_DATABASE, RESOURCES, user_paths
from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from desktop.app import build_window, close_context, open_context
from desktop.common.context import Context
from desktop.common.theme import prepare_application
from desktop.main_window import MainWindow

PATIENCE_MS = 60_000  # for what is sure to come, on a machine that is busy with other things


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program prepares it, on a screen that is not enlarged."""
    for scale in ("QT_FONT_DPI", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS"):
        os.environ.pop(scale, None)
    return prepare_application(["tests"])


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """How long a test waits depends on what it waits for, and no verdict on how long it took."""
    bot = QtBot(request)
    for name in ("waitExposed", "waitSignal", "waitSignals", "waitUntil"):
        setattr(bot, name, partial(getattr(bot, name), timeout=PATIENCE_MS))
    return bot


@pytest.fixture(scope="session")
def data() -> None:
    """The bundled data, built once when it is not there."""
    if not REFERENCE_DATABASE.is_file():
        from db.build.__main__ import build

        build(RESOURCES, RESOURCES / "data")


@pytest.fixture(scope="session")
def document(data: None) -> ReferenceStore:
    """The bundled document, which nothing can write to; every window would read it anew."""
    return ReferenceStore()


@pytest.fixture(scope="session")
def shared_engine(document: ReferenceStore) -> SearchEngine:
    """The engine over the bundled index; opening it for every window would double the time."""
    made = SearchEngine(document)
    gc.freeze()
    return made


@pytest.fixture
def context(qapp: QApplication, document: ReferenceStore, tmp_path: Path) -> Iterator[Context]:
    """Real stores; the reader's in a folder of its own."""
    with pytest.MonkeyPatch.context() as instead:
        instead.setattr("desktop.app.ReferenceStore", lambda: document)
        made = open_context(user_paths(tmp_path / "reader"))
    made.theme.set_name("light")
    yield made
    close_context(made)
    # Connected functions hold the whole window; Python cannot see that ring, nor break it.
    for part in (made.finder, made.saving, made.reader, made.theme, made.settings, made.background):
        shiboken6.delete(part)


@pytest.fixture
def understood(context: Context) -> None:
    """The hints of the first day, for which a page is laid out again; their tests have it anew."""
    context.settings["hints_seen"] = "search,row,present"


@pytest.fixture
def window(
    qtbot: QtBot, context: Context, understood: None, shared_engine: SearchEngine
) -> Iterator[MainWindow]:
    """The shown window at 1366 × 768, on its home page."""
    made = build_window(context)
    made.begin()
    made.resize(1366, 768)
    made.show()
    made.actions_.make_all()
    context.engine.set_result(shared_engine)
    yield made
    made.close()
    # At once: a window that lingers is polished again with every later style sheet.
    shiboken6.delete(made)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader that listens is told."""
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: told.append(e.message()))
    return told


@pytest.fixture
def opened_outside(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What other programs are asked to open."""
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return opened


@pytest.fixture
def in_front(qtbot: QtBot, window: MainWindow) -> None:
    """The window stands in front of all others, so that it has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def low_window(window: MainWindow, in_front: None) -> MainWindow:
    """The window at its least size, in front of all others."""
    window.resize(911, 480)
    return window
