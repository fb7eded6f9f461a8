"""Older files are brought up to date in one step or not at all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import PlaceError
from db.user.migration import migrate, version_of
from db.user.opening import OLDER, open_store
from db.user.schema import MIGRATIONS, SCHEMA_VERSION
from db.user.store import UserStore
from db.user.verify import verify

VERSIONS = Path(__file__).parent / "versions"
every_version = pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))


def _plain(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def _lay(path: Path, version: int) -> None:
    with closing(_plain(path)) as connection:
        connection.executescript((VERSIONS / f"{version}.sql").read_text("utf-8"))


def _tables(path: Path) -> list[tuple[str, str]]:
    with closing(_plain(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


@every_version
def test_a_file_of_every_version_opens_with_all_it_holds(version: int, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    _lay(path, version)
    store = open_store(path).store
    assert [(note.note, note.tags) for note in store.notes()] == [("یادداشت", ("بودجه",))]
    assert [draft.content for draft in store.drafts()] == ["پیش‌نویس"]
    store.close()
    counts = {"annotation": 1, "bookmark": 1, "collection": 1, "tag": 1, "meeting": 1, "trash": 1}
    assert verify(path).counts == counts


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_older_file_that_cannot_be_brought_up_asks_for_another_place(
    version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lay(tmp_path / "notes.db", version)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PlaceError, match=OLDER):
        open_store(tmp_path / "notes.db")


@every_version
def test_an_older_file_gets_the_very_tables_of_a_new_one(
    store: UserStore, path: Path, version: int, tmp_path: Path
) -> None:
    older = tmp_path / "older.db"
    _lay(older, version)
    open_store(older).store.close()
    assert _tables(older) == _tables(path)


def test_nobody_is_known_to_have_said_an_older_note(tmp_path: Path) -> None:
    _lay(tmp_path / "notes.db", 3)
    store = open_store(tmp_path / "notes.db").store
    (note,) = store.notes()
    assert (
        note.speaker,
        store.edit_annotation(note.uuid, speaker="معاونت مالی").value.speaker,
    ) == (
        "",
        "معاونت مالی",
    )


def test_a_migration_keeps_everything(store: UserStore, path: Path) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    store.close()
    with closing(_plain(path)) as connection:
        step = {SCHEMA_VERSION: "ALTER TABLE annotation ADD COLUMN place TEXT;"}
        migrate(connection, step, SCHEMA_VERSION + 1)
        found = connection.execute("SELECT uuid, place FROM annotation").fetchall()
        assert (version_of(connection), found) == (SCHEMA_VERSION + 1, [(note.uuid, None)])


def test_a_failed_migration_changes_nothing(store: UserStore, path: Path) -> None:
    store.add_annotation("economy-1", note="متن")
    store.close()
    with closing(_plain(path)) as connection:
        step = {SCHEMA_VERSION: "DELETE FROM annotation; ALTER TABLE nowhere ADD COLUMN x;"}
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, step, SCHEMA_VERSION + 1)
        count = connection.execute("SELECT count(*) FROM annotation").fetchone()[0]
        assert (version_of(connection), count) == (SCHEMA_VERSION, 1)


def test_a_migration_that_cannot_begin_says_so(store: UserStore, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        connection.execute("PRAGMA query_only = ON")
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, {SCHEMA_VERSION: "DELETE FROM tag;"}, SCHEMA_VERSION + 1)
    assert store.tags() == []


def test_a_file_that_another_program_brings_up_meanwhile_is_up(tmp_path: Path) -> None:
    class Overtaken(dict[int, str]):
        def __getitem__(self, version: int) -> str:
            with closing(_plain(tmp_path / "notes.db")) as other:
                migrate(other)
            return MIGRATIONS[version]

    _lay(tmp_path / "notes.db", SCHEMA_VERSION - 1)
    with closing(_plain(tmp_path / "notes.db")) as connection:
        migrate(connection, Overtaken())
        assert version_of(connection) == SCHEMA_VERSION
    assert verify(tmp_path / "notes.db").good
