"""A program whose files are still being unpacked waits for those that an import needs."""

import ast
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from build_spec.linux.runtime_hook import (
    NEVER_WHOLE,
    STAGES,
    Unpacking,
    ease_bare_system,
    remove_left_overs,
)
from desktop.common.unpacked import clear_up, wait_for_files

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 60
# A window that opens the search while its files stop short of it.
NEVER_WHOLE_BESIDE_A_WINDOW = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from build_spec.linux.runtime_hook import STAGES, Unpacking
from desktop.common.background import Background
application, background = QCoreApplication([]), Background()
told, says = os.pipe()
os.write(says, bytes(len(STAGES) - 1))
os.close(says)
sys.meta_path.insert(0, Unpacking(told, Path(sys.argv[1])))
background.run("engine", lambda: __import__("db.search.engine"), print, print)
sys.exit(application.exec())
"""
UNPACKED_LAST = {"SEARCH_INDEX", "LEXICON_DATA"}


class Unpacker:
    """The other end: says what is whole, and a thread that imports."""

    def __init__(self, own: Path, threads: ThreadPoolExecutor) -> None:
        told, self._says = os.pipe()
        self.finder = Unpacking(told, own)
        self._threads = threads

    def look_for(self, module: str) -> Future[None]:
        return self._threads.submit(self.finder.find_spec, module)

    def say(self, stages: int) -> None:
        os.write(self._says, b"\0" * stages)

    def end(self) -> None:
        os.close(self._says)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / f"_MEI{os.getpid():08x}AbCdEf"
    (folder / "PySide6").mkdir(parents=True)
    return folder


@pytest.fixture
def unpacker(own: Path) -> Iterator[Unpacker]:
    with ThreadPoolExecutor() as threads:
        yield Unpacker(own, threads)


def test_an_import_waits_for_its_stage_and_for_no_later_one(unpacker: Unpacker) -> None:
    unpacker.say(1)
    unpacker.look_for("PySide6.QtCore").result()
    later = unpacker.look_for("PySide6.QtGui")
    assert not wait([later], timeout=0.05).done
    unpacker.say(1)
    later.result()


def test_what_needs_no_stage_does_not_wait(unpacker: Unpacker) -> None:
    for module in ("json", "db.user.store", "PySide6", "db.search.models"):
        unpacker.look_for(module).result()


def test_a_module_inside_one_that_needs_a_stage_waits_too(unpacker: Unpacker) -> None:
    waiting = unpacker.look_for("db.cli.notes")
    assert not wait([waiting], timeout=0.05).done
    unpacker.say(len(STAGES))
    waiting.result()


def test_a_program_ends_when_its_files_will_never_be_whole(own: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NEVER_WHOLE_BESIDE_A_WINDOW, own],
        cwd=ROOT,
        env=os.environ | {"LC_ALL": "C.UTF-8"},  # of another one Qt says that it is not UTF-8
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NEVER_WHOLE)


def test_the_bootloader_says_the_same() -> None:
    header = (ROOT / "build_spec" / "linux" / "unpack_side_by_side.h").read_text("utf-8")
    assert f'"{NEVER_WHOLE.strip()}' in header


def test_when_all_is_whole_left_overs_go_and_nobody_is_asked_any_longer(
    unpacker: Unpacker, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = own.parent / "_MEI7fffffffAbCdEf"
    (left / "PySide6").mkdir(parents=True)
    before = [*sys.meta_path]
    monkeypatch.setattr(sys, "meta_path", [unpacker.finder, *before])
    unpacker.say(len(STAGES))
    unpacker.look_for("db.search.engine").result()
    assert left.exists()  # or every other import would wait for their removal
    wait_for_files("db.search.engine")
    assert left.exists()  # or the first answer would
    clear_up()
    assert not left.exists()
    assert sys.meta_path == before


def test_a_folder_that_somebody_holds_stays(own: Path) -> None:
    held = own.parent / "_MEI7fffffffAbCdEf"
    (held / "PySide6").mkdir(parents=True)
    holder = os.open(held, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_SH)
    try:
        remove_left_overs(own)
    finally:
        os.close(holder)
    assert held.exists()


def test_a_number_that_another_process_got_since_keeps_no_folder(own: Path) -> None:
    left = own.parent / f"_MEI{os.getppid():08x}AbCdEf"
    (left / "PySide6").mkdir(parents=True)
    remove_left_overs(own)
    assert not left.exists()


def test_a_folder_that_was_made_this_moment_stays(own: Path) -> None:
    made = own.parent / "_MEI7fffffffAbCdEf"
    made.mkdir()
    remove_left_overs(own)
    assert made.exists()


def test_its_own_folder_stays_where_no_process_is_to_be_seen(tmp_path: Path) -> None:
    own = tmp_path / "_MEI7fffffffAbCdEf"
    (own / "PySide6").mkdir(parents=True)
    remove_left_overs(own)
    assert own.exists()


def test_a_wish_for_a_window_system_that_is_not_carried_is_no_end(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    ease_bare_system(own)
    assert os.environ["QT_QPA_PLATFORM"] == "wayland;xcb"


def test_python_asks_everyone_while_one_of_them_goes(
    unpacker: Unpacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "meta_path", [unpacker.finder, *sys.meta_path])
    unpacker.say(len(STAGES))
    wait_for_files("db.search.engine")
    asked = []
    for finder in sys.meta_path:
        clear_up()
        asked.append(finder)
    assert asked == [unpacker.finder, *sys.meta_path]


def test_each_binding_of_qt_waits_for_its_files(unpacker: Unpacker) -> None:
    shipped = (ROOT / "build_spec" / "linux" / "contents.txt").read_text("utf-8").split()
    bindings = {one.split(".")[0].replace("/", ".") for one in shipped if "PySide6/Qt" in one}
    named = {one for stage in STAGES for one in stage}
    assert {one for one in bindings if one.count(".") == 1} <= named


def test_whoever_reads_what_is_unpacked_last_waits_for_it() -> None:
    readers = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for folder in ("db", "desktop")
        for path in (ROOT / folder).rglob("*.py")
        for text in [path.read_text("utf-8")]
        if any(name in text for name in UNPACKED_LAST)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom) and UNPACKED_LAST & {one.name for one in node.names}
    }
    shipped = {one for one in readers if not one.startswith("db.build")}
    assert shipped
    assert {one for one in shipped if not f"{one}.".startswith(_last_modules())} == set()


def _last_modules() -> tuple[str, ...]:
    return tuple(f"{one}." for one in STAGES[-1])
