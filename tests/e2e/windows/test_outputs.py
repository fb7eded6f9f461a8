"""What leaves the program: a printed file, a report of a fault, words on the clipboard."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.printed import words_of
from tests.e2e.windows.pc import Pc

QUOTE = "مطالعه‌ی فناوری‌ها و شیوه‌های مناسب جمع‌آوری و پردازش زباله‌ی شهری"
TYPED_ELSEWHERE = QUOTE.replace("ی", "ي").replace("\u200c", " ")


@pytest.fixture
def screen(computer: Pc, installed: Path, tmp_path: Path) -> Iterator[Pc]:
    """With the program open."""
    computer.open(installed, "--user-data", tmp_path / "reader")
    yield computer
    computer.end_all()


def _save(screen: Pc, picture: str, target: Path) -> None:
    """Press the button two stops back, which asks for a file, and name this one."""
    screen.press("shift+Tab", "shift+Tab")
    screen.picture(picture)
    screen.turn("space")
    screen.answer(target)
    screen.wait_for(target.exists)


def test_an_axis_is_printed_into_a_file(screen: Pc, tmp_path: Path) -> None:
    printed = tmp_path / "چاپ من.pdf"
    screen.press("ctrl+1")
    screen.turn("ctrl+p")
    _save(screen, "11-print", printed)
    assert "محور اقتصاد شهری" in words_of(printed)


def test_a_report_is_saved(screen: Pc, tmp_path: Path) -> None:
    report = tmp_path / "گزارش من.zip"
    screen.do("گزارش خطا")
    _save(screen, "12-report", report)
    with zipfile.ZipFile(report) as zipped:
        said = {name: zipped.read(name).decode() for name in zipped.namelist()}
    assert "window system: windows" in said["versions.txt"]
    assert said["self-check.txt"].rstrip().endswith("همه درست است.")


def test_a_quotation_is_taken_from_the_clipboard_and_given_back_mended(screen: Pc) -> None:
    screen.copy(TYPED_ELSEWHERE)
    screen.turn("ctrl+shift+v")
    screen.picture("13-quote")
    screen.press("Tab", "Return")
    screen.wait_for(lambda: QUOTE in screen.copied())
    assert screen.copied().startswith(f"«{QUOTE}» (سند چشم‌انداز")
