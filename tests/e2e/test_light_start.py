"""Nothing heavy is loaded before the window is painted for the first time."""

import json
import subprocess
import sys

import pytest

from db.paths import user_paths
from db.user.opening import open_store

SCRIPT = """
import json, sys
from desktop import app
from db.paths import user_paths
application = app.prepare_application(["tehran1404"])
context = app.open_context(user_paths(sys.argv[1]))
window = app.build_window(context)
window.begin()
window.show()
application.processEvents()
from PySide6.QtWidgets import QWidget
print(json.dumps([sorted(sys.modules), [one.__name__ for one in QWidget.__subclasses__()]]))
"""
HEAVY = {"whoosh", "hazm", "socket", "ssl", "http", "email", "asyncio", "multiprocessing", "xml"}
HEAVY |= {"difflib", "importlib.metadata", "statistics", "tarfile", "unittest", "html", "uuid"}
MODULES = 375


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """Modules, and classes of widgets, that the first paint has needed, where nothing is new."""
    reader = tmp_path_factory.mktemp("light") / "reader"
    open_store(user_paths(str(reader)).database).store.close()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(reader)],
        env={"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    modules, widgets = json.loads(done.stdout)
    return set(modules), set(widgets)


def test_the_first_paint_needs_no_heavy_module(loaded: tuple[set[str], set[str]]) -> None:
    assert HEAVY & loaded[0] == set()
    assert len(loaded[0]) < MODULES


def test_the_first_paint_makes_pyside_look_through_no_classes(
    loaded: tuple[set[str], set[str]],
) -> None:
    assert "QMenuBar" in loaded[1]
    assert {"QWizard", "QCalendarWidget", "QMainWindow", "QSplashScreen"} & loaded[1] == set()
