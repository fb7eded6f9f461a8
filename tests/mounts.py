"""File systems for tests, where the machine lets somebody mount one."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """A disk of a few megabytes at `place`; skips the test where nobody may mount one."""
    place.mkdir()
    size = f"size={megabytes}m"
    mount = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def forbid_writing(place: Path) -> None:
    """Let a mounted disk only be read from now on."""
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
