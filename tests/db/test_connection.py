"""The reference cannot be written; the reader's file loses nothing."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from db import connection
from db.connection import journal_mode_for, open_read_only, open_user, uri_of
from db.errors import KnownError


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / ("پایگاه #%.db" if os.name == "nt" else "پایگاه ?#%.db")
    with closing(sqlite3.connect(path)) as fresh:
        fresh.execute("CREATE TABLE t (x)")
    return path


def test_a_read_only_database_refuses_every_write(database: Path) -> None:
    with closing(open_read_only(database)) as opened, pytest.raises(sqlite3.OperationalError):
        opened.execute("INSERT INTO t VALUES (1)")


def test_reading_leaves_no_file_behind(database: Path) -> None:
    with closing(open_read_only(database)) as opened:
        assert opened.execute("SELECT count(*) AS n FROM t").fetchone()["n"] == 0
    assert [path.name for path in database.parent.iterdir()] == [database.name]


def test_a_missing_database_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="دوباره نصب کنید"):
        open_read_only(tmp_path / "none.db")


@pytest.mark.parametrize(
    ("place", "uri"),
    [
        ("C:\\my notes\\a.db", "file:///C:/my%20notes/a.db?mode=ro"),
        ("\\\\office\\share\\a.db", "file:////office/share/a.db?mode=ro"),
    ],
)
def test_sqlite_finds_drives_and_shares_of_windows(place: str, uri: str) -> None:
    assert uri_of(PureWindowsPath(place), mode="ro") == uri


def test_the_readers_file_is_written_through(database: Path) -> None:
    with closing(open_user(database)) as opened:
        settings = [
            opened.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("foreign_keys", "synchronous", "journal_mode")
        ]
    assert settings == [1, 2, journal_mode_for(database).lower()]


needs_mounts = pytest.mark.skipif(os.name == "nt", reason="Windows has drives, not mounts")
MOUNTS = "/dev/sda / ext4 rw 0 0\n/dev/sdb /media/my\\040stick vfat rw 0 0\nsrv /home nfs4 rw 0 0\n"


@needs_mounts
@pytest.mark.parametrize(
    ("path", "mode"),
    [
        ("/var/a.db", "WAL"),
        ("/media/my stick/a.db", "DELETE"),
        ("/home/u/a.db", "DELETE"),
        ("/homes/a.db", "WAL"),
    ],
)
def test_the_journal_suits_the_medium(
    monkeypatch: pytest.MonkeyPatch, path: str, mode: str
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "read_text", lambda *_: MOUNTS)
    assert journal_mode_for(Path(path)) == mode


@needs_mounts
@pytest.mark.parametrize("kind", ["vboxsf", "virtiofs", "ceph", "fuse.rclone", "smb2"])
def test_a_file_system_not_known_to_be_of_this_machine_gets_the_careful_journal(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "read_text", lambda *_: f"share /var {kind} rw 0 0\n")
    assert journal_mode_for(Path("/var/a.db")) == "DELETE"


def test_an_unknown_medium_gets_the_careful_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise PermissionError

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "read_text", refuse)
    assert journal_mode_for(Path("/var/a.db")) == "DELETE"


@pytest.mark.parametrize(("fixed", "mode"), [(True, "WAL"), (False, "DELETE")])
def test_on_windows_the_kind_of_drive_decides(
    monkeypatch: pytest.MonkeyPatch, fixed: bool, mode: str
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(connection, "_is_fixed_windows_drive", lambda _: fixed)
    assert journal_mode_for(Path("/a.db")) == mode
