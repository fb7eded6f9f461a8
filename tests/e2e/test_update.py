"""A new file over the old one keeps the notes; an older one does not harm those of a newer."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.user.schema import SCHEMA_VERSION
from db.version import VERSION
from tests.db.user.test_migration import VERSIONS
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


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_notes_of_every_older_version_are_taken_along_after_a_backup(
    carried: Path, run: Run, tmp_path: Path, version: int
) -> None:
    with closing(sqlite3.connect(tmp_path / "notes.db", isolation_level=None)) as older:
        older.executescript((VERSIONS / f"{version}.sql").read_text("utf-8"))
    done = run(carried, "notes", "list", "--user-data", tmp_path)
    assert (done.returncode, done.stdout.count("یادداشت")) == (0, 1), done.stdout + done.stderr
    assert len(list((tmp_path / "backups").glob("notes-*-migration.db"))) == 1


def test_the_program_says_its_version(carried: Path, run: Run) -> None:
    assert run(carried, "--version").stdout == f"tehran1404 {VERSION}\n"


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
