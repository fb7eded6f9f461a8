"""Once registered, a double click on an exchange file opens the program with it."""

import shutil
from pathlib import Path

import pytest

from build_spec import ROOT
from build_spec.build import REGISTERED
from tests.db.exchange.files import exchange_file
from tests.e2e.windows.pc import Pc

CLASSES = "HKCU\\Software\\Classes"
KIND = "Tehran1404.Exchange"


@pytest.fixture
def script(installed: Path) -> Path:
    """Beside the program, as in the folder build."""
    return Path(shutil.copy(ROOT / "build_spec/windows" / REGISTERED, installed.parent))


def test_a_double_click_opens_the_program_with_the_file(
    computer: Pc, installed: Path, script: Path, tmp_path: Path
) -> None:
    assert computer.run("cmd", "/c", script).returncode == 0
    for name in (".tehran1404", KIND):  # Wine 8 opens files by what is said for all users only
        computer.run("reg", "copy", f"{CLASSES}\\{name}", f"HKCR\\{name}", "/s", "/f")
    file = exchange_file(tmp_path / "یادداشت‌های من.tehran1404")
    (installed.parent / "portable").mkdir()
    computer.open("start", file)
    computer.picture("7-exchange-file")
    log = installed.parent / "portable" / "tehran1404.log"
    said = log.read_text("utf-8")
    computer.end_all()
    shutil.rmtree(installed.parent / "portable")
    assert said.rstrip().endswith(f"{file.name!r}"[1:] + ": EXCHANGE")


def test_it_is_taken_back(computer: Pc, script: Path) -> None:
    assert computer.run("cmd", "/c", script).returncode == 0
    asked = computer.run("reg", "query", f"{CLASSES}\\{KIND}", "/ve")
    assert computer.run("cmd", "/c", script, "off").returncode == 0
    assert asked.returncode == 0
    assert computer.run("reg", "query", f"{CLASSES}\\{KIND}", "/ve").returncode != 0
