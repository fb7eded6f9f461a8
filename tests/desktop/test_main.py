"""The one entry: commands never load Qt, and the window leaves as it should."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.common.display import NO_DISPLAY
from tests.db.exchange.files import exchange_file

ROOT = Path(__file__).parents[2]
CODE = """
import sys
from desktop.__main__ import main
main(["show", "economy-2"])
sys.exit("PySide6" in sys.modules)
"""


def test_a_command_does_not_import_qt(data: None) -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "فناوری‌های نوظهور" in done.stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--user-data"], "پس از --user-data مقداری بنویسید."),
        (["--selfcheck"], "یکی از فرمان‌ها را بنویسید"),
        (["--userdata", "/media/stick"], "«/media/stick» شناخته نیست"),
    ],
)
def test_what_is_mistyped_opens_no_window(
    typed: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.__main__.open_window", lambda *_: 0)
    assert main(typed) == 2
    assert said in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder in use cannot be removed")
def test_a_file_of_a_folder_that_is_gone_opens_the_window_to_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    opened: list[Path | None] = []
    monkeypatch.setattr("desktop.__main__.open_window", lambda *given: opened.append(given[1]))
    main(["notes.tehran1404"])
    assert opened == [Path("notes.tehran1404")]


COPY_AND_QUIT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app

build = app.build_window

def built(context):
    window = build(context)
    def act():
        window.open_item("economy-2")
        window.panel.copier.copy_with_citation()
        window.close()
    QTimer.singleShot(0, act)
    return window

app.build_window = built
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_what_was_copied_does_not_crash_the_exit(data: None, tmp_path: Path) -> None:
    command = [sys.executable, "-c", COPY_AND_QUIT, str(tmp_path)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    assert subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is always a desktop")
@pytest.mark.parametrize("display", ["", ":987654"])
def test_without_a_display_it_says_so_and_ends(data: None, tmp_path: Path, display: str) -> None:
    command = [sys.executable, "-m", "desktop", "--user-data", str(tmp_path)]
    surroundings = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, stderr=subprocess.PIPE, text=True, check=False
    )
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, NO_DISPLAY)


INTERRUPT = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app

# As on a terminal; what is started in the background may have inherited deaf ears.
signal.signal(signal.SIGINT, signal.default_int_handler)

build = app.build_window
passed = []

def built(context):
    window = build(context)
    def interrupt():
        if passed:
            os._exit(3)
        if context.engine.done():
            passed.append(True)
            os.kill(os.getpid(), signal.SIGINT)
    window.timer = QTimer(window, interval=20, timeout=interrupt)
    window.timer.start()
    return window

app.build_window = built
app.run(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a window of Windows hears no terminal")
def test_an_interrupt_on_the_terminal_ends_the_window(data: None, tmp_path: Path) -> None:
    command = [sys.executable, "-c", INTERRUPT, str(tmp_path)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, check=False)
    assert done.returncode == -signal.SIGINT


OPEN_AND_SAY = """
import sys
from PySide6.QtCore import QTimer
from desktop import app
from desktop.__main__ import main

build = app.build_window

def built(context):
    window = build(context)
    def look():
        for line in window.findChildren(QWidget, "banner"):
            if line.isVisible():
                print(line.text)
                window.close()
    window.timer = QTimer(window, interval=20, timeout=look)
    window.timer.start()
    return window

from PySide6.QtWidgets import QWidget
app.build_window = built
sys.exit(main(sys.argv[1:]))
"""


def test_a_first_start_opens_the_window_and_says_what_the_file_is(
    data: None, tmp_path: Path
) -> None:
    file = exchange_file(tmp_path / "یادداشت‌ها.tehran1404")
    command = [sys.executable, "-c", OPEN_AND_SAY, "--user-data", str(tmp_path / "reader")]
    done = subprocess.run(
        [*command, str(file)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    assert "یادداشت‌ها.tehran1404\u2069» پرونده‌ی تبادل است" in done.stdout


PRESS_UNTIL_CLOSED = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from desktop import app

build = app.build_window

def built(context):
    window = build(context)
    press = lambda: QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    window.timer = QTimer(window, interval=20, timeout=press)
    window.timer.start()
    return window

app.build_window = built
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_a_start_ends_with_keys_that_work(data: None, tmp_path: Path) -> None:
    command = [sys.executable, "-c", PRESS_UNTIL_CLOSED, str(tmp_path)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=surroundings, check=False, timeout=60)
    assert done.returncode == 0
