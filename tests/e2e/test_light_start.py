"""Nothing heavy is loaded before the window is painted for the first time."""

import json
import subprocess
import sys
from pathlib import Path

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
print(json.dumps(sorted(sys.modules)))
"""
HEAVY = {"whoosh", "hazm", "socket", "ssl", "http", "email", "asyncio", "multiprocessing", "xml"}
HEAVY |= {"difflib", "importlib.metadata", "statistics", "tarfile", "unittest"}
MODULES = 400


def test_the_first_paint_needs_no_heavy_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "reader")],
        env={"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    loaded = json.loads(done.stdout)
    assert HEAVY & set(loaded) == set()
    assert len(loaded) < MODULES
