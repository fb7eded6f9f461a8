"""Temporary folders that are full or may not run programs do not stop the one file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import Run, needs_root

pytestmark = needs_root


@pytest.fixture
def start_with(program: Path) -> Callable[[str, str], str]:
    """A command for the program where every temporary folder is mounted so; the program is bound to
    a place that these mounts do not hide."""

    def command(options: str, words: str) -> str:
        mounts = [f"mount -t tmpfs -o {options} none {place}" for place in ("/tmp", "/var/tmp")]
        bound = [f"mount --bind '{program.parent}' /mnt", *mounts]
        return " && ".join([*bound, f"/mnt/{program.name} {words}"])

    return command


def _inside_own_mounts(run: Run, script: str) -> tuple[int, str]:
    done = run("/usr/bin/unshare", "-m", "/bin/sh", "-c", f"PATH=/usr/sbin:/usr/bin:/bin; {script}")
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("noexec", "از پوشه‌ی موقت نمی‌توان برنامه اجرا کرد"),
        ("size=5m", "جای خالی بس نیست"),
        ("ro", "پوشه‌ی موقت نوشتنی نیست"),
    ],
)
def test_where_nothing_can_be_unpacked_a_sentence_tells_why(
    run: Run, start_with: Callable[[str, str], str], options: str, told: str
) -> None:
    code, said = _inside_own_mounts(run, start_with(options, "--version"))
    assert code != 0
    assert "--runtime-dir" in said
    assert told in said


def test_a_double_click_shows_the_sentence_on_the_desktop(
    run: Run, start_with: Callable[[str, str], str], tmp_path: Path
) -> None:
    desktop = tmp_path / "zenity"
    desktop.write_text('#!/bin/sh\necho "$*" > /dev/shm/said; mv /dev/shm/said /dev/shm/shown\n')
    desktop.chmod(0o755)
    prepare = f"mount -t tmpfs none /dev/shm && cp '{desktop}' /dev/shm"
    surround = "export DISPLAY=:1 PATH=/dev/shm:$PATH"
    look = "until [ -e /dev/shm/shown ]; do sleep 0.1; done; cat /dev/shm/shown"
    start = start_with("noexec", "2>/dev/null")
    said = _inside_own_mounts(run, f"{prepare}; {surround}; {start}; {look}")[1]
    assert "از پوشه‌ی موقت نمی‌توان برنامه اجرا کرد" in said


def test_another_folder_can_be_named(run: Run, start_with: Callable[[str, str], str]) -> None:
    words = "--version --runtime-dir /dev/shm"
    code, said = _inside_own_mounts(run, start_with("noexec", words))
    assert code == 0, said
    assert "1404" in said


def test_a_full_temporary_folder_is_passed_over(run: Run, program: Path) -> None:
    script = f"mount -t tmpfs -o size=5m none /mnt && TMPDIR=/mnt '{program}' --version"
    code, said = _inside_own_mounts(run, script)
    assert code == 0, said
