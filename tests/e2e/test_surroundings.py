"""The one file starts wherever an office puts it."""

import ctypes
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from tests.e2e.conftest import NOBODY, SECONDS, Run, needs_root

BARE_SYSTEM = "export PATH=/usr/sbin:/usr/bin:/sbin:/bin"
PR_SET_CHILD_SUBREAPER = 36
NEVER_WHOLE = "باز شدن برنامه ناتمام ماند. دوباره آن را اجرا کنید."


def test_it_checks_itself_in_an_empty_environment(carried: Path, run: Run, tmp_path: Path) -> None:
    done = run(carried, "self-check", "--user-data", tmp_path / "reader")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""


def test_it_runs_from_a_path_with_persian_letters_and_two_hundred_characters(
    program: Path, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "اسناد کتاب‌خانه‌ی مرکزی"
    while len(str(folder)) <= 200:
        folder /= "پوشه‌ی بلند "
    folder.mkdir(parents=True)
    done = run(shutil.copy(program, folder), "self-check", "--user-data", folder / "یادداشت‌ها")
    assert done.returncode == 0, done.stderr


@needs_root
def test_it_runs_from_a_read_only_medium(carried: Path, run: Run, tmp_path: Path) -> None:
    medium = carried.parent
    script = f"{BARE_SYSTEM}; mount --bind -o ro '{medium}' '{medium}' && '{carried}' self-check"
    done = run("/usr/bin/unshare", "-m", "sh", "-c", f"{script} --user-data '{tmp_path}/reader'")
    assert done.returncode == 0, done.stdout + done.stderr


@needs_root
def test_a_user_without_a_home_can_search(carried: Path, run: Run) -> None:
    for env in ({}, {"HOME": "/nonexistent"}, {"HOME": "/proc"}):
        done = run(carried, "search", "پسماند", "--limit", "1", env=env, user=NOBODY)
        assert done.returncode == 0, f"{env}: {done.stderr}"
        assert "environment-" in done.stdout


@needs_root
def test_a_home_that_cannot_be_written_is_told_in_one_sentence(carried: Path, run: Run) -> None:
    done = run(carried, "notes", "list", env={"HOME": "/proc"}, user=NOBODY)
    assert done.returncode == 2
    assert "--user-data" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_folder_beside_the_program_takes_the_notes(carried: Path, run: Run) -> None:
    portable = carried.parent / "portable"
    portable.mkdir()
    home = {"HOME": str(carried.parent / "home")}
    assert run(carried, "notes", "add", "economy-2", "متن", env=home).returncode == 0
    assert (portable / "notes.db").is_file()
    assert not Path(home["HOME"]).exists()


def test_two_copies_run_at_once(carried: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [carried, "self-check", "--user-data", tmp_path / "reader"]
    both = [subprocess.Popen(command, env={}, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait(120) for one in both] == [0, 0]


def test_what_a_killed_start_left_is_removed_by_the_next(
    orphans: None, carried: Path, run: Run, tmp_path: Path
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    first = subprocess.Popen([carried, "self-check"], env={"TMPDIR": str(place)})
    process = _program_of(first.pid)
    _until(lambda: list(place.glob("_MEI*/*")))
    first.kill()
    first.wait()
    _code_of_orphan(process)
    assert list(place.iterdir())
    assert run(carried, "--version", env={"TMPDIR": str(place)}).returncode == 0
    assert list(place.iterdir()) == []


@needs_root
def test_a_start_that_sees_no_other_process_leaves_its_files(
    carried: Path, run: Run, tmp_path: Path
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    surroundings = {"TMPDIR": str(place), "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen([carried, "--user-data", tmp_path / "reader"], env=surroundings)
    try:
        _until(lambda: (tmp_path / "reader" / "notes.db").exists())
        before = {*place.rglob("*")}
        done = run(
            "/usr/bin/unshare", "-pf", "--mount-proc", carried, "--version", env=surroundings
        )
        assert done.returncode == 0
        assert before <= {*place.rglob("*")}
    finally:
        first.terminate()
        first.wait()


@needs_root
def test_without_the_table_of_processes_it_keeps_its_own_files(
    carried: Path, run: Run, tmp_path: Path
) -> None:
    script = f"{BARE_SYSTEM}; mount -t tmpfs none /proc && exec '{carried}' self-check"
    done = run("/usr/bin/unshare", "-m", "sh", "-c", f"{script} --user-data '{tmp_path}/reader'")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def orphans() -> Iterator[None]:
    """Programs that lost who started them are ours to wait for."""
    system = ctypes.CDLL(None)
    system.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    yield
    system.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def _until[Found](look: Callable[[], Found]) -> Found:
    end = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < end
        time.sleep(0.001)
    return found


def _program_of(starter: int) -> int:
    """The process of the program, as soon as who unpacks it has started it."""
    children = Path(f"/proc/{starter}/task/{starter}/children")
    return int(_until(lambda: children.read_text("ascii").split())[0])


def _code_of_orphan(process: int) -> int:
    ended = os.pidfd_open(process)
    try:
        assert select.select([ended], [], [], SECONDS)[0], "it lives on"
    finally:
        os.close(ended)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@pytest.mark.parametrize("unpacked", ["", "libpython3*", "PySide6/Qt/lib/libQt6Gui.so.6"])
def test_a_program_whose_files_will_never_be_whole_ends(
    orphans: None, carried: Path, tmp_path: Path, unpacked: str
) -> None:
    command: list[str | Path] = [carried, "self-check", "--user-data", tmp_path / "reader"]
    first = subprocess.Popen(command, env={"TMPDIR": str(tmp_path)}, stderr=subprocess.PIPE)
    process = _program_of(first.pid)
    _until(lambda: list(tmp_path.glob(f"_MEI*/{unpacked}")))
    first.kill()
    first.wait()
    assert _code_of_orphan(process) == 1
    assert first.communicate(timeout=SECONDS)[1].decode().splitlines() == [NEVER_WHOLE]


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- >&- 2>&-"])
def test_standard_streams_may_be_closed(
    carried: Path, run: Run, tmp_path: Path, closed: str
) -> None:
    command = f"'{carried}' self-check --user-data '{tmp_path}/reader' {closed}"
    assert run("/bin/sh", "-c", command).returncode == 0


@pytest.mark.parametrize("missing", [1, 5000, 10_000_000])
def test_a_file_that_cannot_be_written_to_its_end_is_named(
    carried: Path, run: Run, tmp_path: Path, missing: int
) -> None:
    largest = max(size for _, _, size, *_ in CArchiveReader(str(carried)).toc.values())
    command = f"trap '' XFSZ; exec prlimit --fsize={largest - missing} '{carried}' --version"
    done = run("/bin/sh", "-c", command, env={"TMPDIR": str(tmp_path)})
    assert done.returncode != 0
    assert "Failed to extract" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
