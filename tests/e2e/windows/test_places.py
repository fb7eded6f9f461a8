"""Places that only Windows has, or that it tells of in its own way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec.windows.wine import PREFIX
from tests.e2e.windows.pc import Pc

SHARE = "\\\\office\\notes"
LOCKED = Path("/sys/kernel")  # where not even an administrator makes files


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Path]:
    """The folder behind SHARE. Wine calls a program in it by a name that its bootloader cannot
    open, so the program lies elsewhere."""
    server = PREFIX / "dosdevices" / "unc" / "office"
    server.mkdir(parents=True, exist_ok=True)
    link = server / "notes"
    link.unlink(missing_ok=True)
    link.symlink_to(tmp_path)
    yield tmp_path
    link.unlink()


def test_it_checks_itself_with_notes_in_a_folder_of_the_network(
    computer: Pc, installed: Path, share: Path
) -> None:
    done = computer.run(installed, "--self-check", "--user-data", f"{SHARE}\\reader")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "همه درست است."), done.stderr


def test_notes_are_written_and_backed_up_in_a_folder_of_the_network(
    computer: Pc, installed: Path, share: Path
) -> None:
    reader = ("--user-data", f"{SHARE}\\reader")
    added = computer.run(installed, "notes", "add", "economy-2", "متن", *reader)
    saved = computer.run(installed, "notes", "backup", *reader)
    assert (added.returncode, saved.returncode) == (0, 0), added.stderr + saved.stderr
    assert list((share / "reader" / "backups").glob("notes-*.db"))


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(
    computer: Pc, installed: Path
) -> None:
    done = computer.run(installed, "notes", "list", "--user-data", LOCKED)
    assert done.returncode == 2
    assert "نمی‌توان نوشت" in done.stderr
    assert len(done.stderr.splitlines()) == 1
