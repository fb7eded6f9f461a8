"""Temporary folders that are full or may not run programs do not stop the one file."""

from pathlib import Path

import pytest

from tests.e2e.conftest import Run, needs_root

pytestmark = needs_root
HOSTILE = "mount -t tmpfs -o noexec none /tmp && mount -t tmpfs -o noexec none /var/tmp"


@pytest.fixture
def program_elsewhere(program: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Bound to a place that the mounts over the temporary folders do not hide."""
    return f"mount --bind '{program.parent}' /mnt && {HOSTILE} && /mnt/{program.name}"


def _inside_own_mounts(run: Run, script: str) -> tuple[int, str]:
    done = run("/usr/bin/unshare", "-m", "/bin/sh", "-c", f"PATH=/usr/sbin:/usr/bin:/bin; {script}")
    return done.returncode, done.stdout + done.stderr


def test_a_noexec_temporary_folder_is_told_in_one_sentence(
    run: Run, program_elsewhere: str
) -> None:
    code, said = _inside_own_mounts(run, f"{program_elsewhere} --version")
    assert code != 0
    assert "--runtime-dir" in said
    assert "از پوشه‌ی موقت نمی‌توان برنامه اجرا کرد" in said


def test_another_folder_can_be_named(run: Run, program_elsewhere: str) -> None:
    code, said = _inside_own_mounts(run, f"{program_elsewhere} --version --runtime-dir /dev/shm")
    assert code == 0, said
    assert "1404" in said


def test_a_full_temporary_folder_is_passed_over(run: Run, program: Path) -> None:
    script = f"mount -t tmpfs -o size=5m none /mnt && TMPDIR=/mnt '{program}' --version"
    code, said = _inside_own_mounts(run, script)
    assert code == 0, said
