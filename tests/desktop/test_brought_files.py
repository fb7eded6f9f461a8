"""A file opened with the program: what it is stands in one sentence, and nothing is touched."""

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import look_at
from desktop.brought_files import BroughtFiles, shown_name
from desktop.main_window import MainWindow
from tests.db.exchange.files import exchange_file


def told(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    """The sentence that the window says about a file."""
    look_at(window, path)
    line = brought(window).line
    qtbot.waitUntil(lambda: line.isVisible() and not window.context.background.busy)
    return line.text


def brought(window: MainWindow) -> BroughtFiles:
    found = window.findChildren(BroughtFiles)
    assert len(found) == 1
    return found[0]


def test_an_exchange_file_is_named_and_left_as_it_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = exchange_file(tmp_path / "یادداشت‌های من.tehran1404")
    before = path.read_bytes()
    said = told(qtbot, window, path)
    assert said.startswith("«\u2068یادداشت‌های من.tehran1404\u2069» پرونده‌ی تبادل است")
    assert "هنوز آن را به یادداشت‌ها نمی‌افزاید" in said
    assert path.read_bytes() == before


def test_each_kind_has_its_own_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"PK")
    said = [
        told(qtbot, window, tmp_path / "letter.docx"),
        told(qtbot, window, tmp_path / "gone"),
        told(qtbot, window, tmp_path),
    ]
    wanted = ("پرونده‌ی تبادل این برنامه نیست", "پیدا نشد", "پوشه است")
    assert all(part in one for part, one in zip(wanted, said, strict=True))


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that nobody writes into")
def test_a_device_and_a_pipe_are_refused(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        assert "پرونده‌ی معمولی نیست" in told(qtbot, window, path)


def test_the_log_tells_what_was_brought(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told(qtbot, window, exchange_file(tmp_path / "one.tehran1404"))
    assert f"brought {str(tmp_path / 'one.tehran1404')!r}: EXCHANGE" in caplog.text


def test_two_files_at_once_are_both_looked_at(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    look_at(window, tmp_path / "first")
    told(qtbot, window, tmp_path / "second")
    looked = {record.args[0] for record in caplog.records if isinstance(record.args, tuple)}
    assert looked == {str(tmp_path / name) for name in ("first", "second")}


def test_unsaved_notes_keep_their_line(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.banner.say_unsaved("یادداشت ذخیره نشد.")
    told(qtbot, window, tmp_path / "gone")
    assert window.banner.isVisible()
    assert window.banner.text == "یادداشت ذخیره نشد."


@pytest.mark.parametrize(
    "name", ["<img src=file:///etc/passwd>", "<b>a</b>&amp;", "a\nb\u202e.exe"]
)
def test_a_name_is_text(qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str) -> None:
    told(qtbot, window, tmp_path / name)
    line = brought(window).line
    assert shown_name(tmp_path / name) in line.text
    assert line.height() < 60


def test_a_long_name_keeps_its_ends() -> None:
    shown = shown_name(Path("ا" * 200 + ".tehran1404"))
    assert shown.startswith("\u2068اا")
    assert shown.endswith("ا.tehran1404\u2069")
    assert len(shown) < 70


def test_a_name_in_no_encoding_is_shown() -> None:
    assert shown_name(Path(os.fsdecode(b"\xff.tehran1404"))) == "\u2068�.tehran1404\u2069"
