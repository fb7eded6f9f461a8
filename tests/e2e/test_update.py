"""A new file over the old one keeps the notes; an older one does not harm those of a newer."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.conftest import Run

NOTE = "یادداشتی از نسخه‌ی پیشین"


@pytest.fixture
def reader(carried: Path, run: Run, tmp_path: Path) -> Path:
    """A reader's folder with one note."""
    folder = tmp_path / "reader"
    done = run(carried, "notes", "add", "economy-2", NOTE, "--user-data", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_a_new_file_over_the_old_one_keeps_the_notes(
    program: Path, carried: Path, reader: Path, run: Run
) -> None:
    shutil.copy(program, carried.with_name("new"))
    carried.with_name("new").replace(carried)
    assert NOTE in run(carried, "notes", "list", "--user-data", reader).stdout


def test_notes_of_a_newer_version_are_shown_and_not_written(
    carried: Path, reader: Path, run: Run
) -> None:
    with closing(sqlite3.connect(reader / "notes.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA user_version = 99")
    before = (reader / "notes.db").read_bytes()
    assert NOTE in run(carried, "notes", "list", "--user-data", reader).stdout
    refused = run(carried, "notes", "add", "economy-2", "دوم", "--user-data", reader)
    assert refused.returncode == 2
    assert (reader / "notes.db").read_bytes() == before
