"""The report holds what helps and nothing that is the reader's own."""

import zipfile
from pathlib import Path

import pytest

from db.errors import KnownError
from db.health.fault_report import Piece, gather, write
from db.paths import UserPaths
from db.version import VERSION


@pytest.fixture
def paths(tmp_path: Path) -> UserPaths:
    return UserPaths(tmp_path)


def text_of(pieces: list[Piece], name: str) -> str:
    return next(piece.text for piece in pieces if piece.name == name)


def test_versions_of_the_program_and_of_the_window_are_told(paths: UserPaths) -> None:
    told = text_of(gather(paths, "", "1.0.0", {"Qt": "6.12.0"}), "versions.txt")
    assert f"tehran1404: {VERSION}\n" in told
    assert "edition: 1.0.0\n" in told
    assert "Qt: 6.12.0\n" in told


@pytest.mark.parametrize(
    ("unpacked", "build"), [("/tmp/_MEI123", "one file"), ("/opt/tehran1404/_internal", "folder")]
)
def test_the_kind_of_build_is_told(
    paths: UserPaths, monkeypatch: pytest.MonkeyPatch, unpacked: str, build: str
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys._MEIPASS", unpacked, raising=False)
    monkeypatch.setattr("sys.executable", "/opt/tehran1404/tehran1404")
    assert f"build: {build}\n" in text_of(gather(paths, "", "1", {}), "versions.txt")


def test_the_source_tree_is_told_from_a_build(paths: UserPaths) -> None:
    assert "build: none, from source\n" in text_of(gather(paths, "", "1", {}), "versions.txt")


def test_both_logs_are_taken_when_they_are_there(paths: UserPaths) -> None:
    assert len(gather(paths, "", "1", {})) == 2
    paths.log.write_text("new\n")
    paths.older_log.write_text("old\n")
    names = [piece.name for piece in gather(paths, "", "1", {})]
    assert names[2:] == [paths.log.name, paths.older_log.name]


def test_the_names_of_the_readers_folders_are_left_out(
    paths: UserPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path("/home/somebody")
    monkeypatch.setattr(Path, "home", lambda: home)
    paths.log.write_text(f"could not read {paths.folder}/notes.db, {home}/letter\n")
    told = text_of(gather(paths, "", "1", {}), paths.log.name)
    assert told == "could not read DATA/notes.db, ~/letter\n"


def test_the_names_are_left_out_as_python_quotes_those_of_windows(tmp_path: Path) -> None:
    paths = UserPaths(tmp_path / "Users\\somebody")
    paths.folder.mkdir(parents=True)
    paths.log.write_text(f"brought {str(paths.folder)!r}\n", "utf-8")
    assert text_of(gather(paths, "", "1", {}), paths.log.name) == "brought 'DATA'\n"


def test_the_zip_holds_what_was_shown(paths: UserPaths, tmp_path: Path) -> None:
    pieces = gather(paths, "همه درست است.", "1", {})
    write(pieces, tmp_path / "report.zip")
    with zipfile.ZipFile(tmp_path / "report.zip") as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    assert held == {piece.name: piece.text for piece in pieces}


def test_a_place_that_cannot_be_written_is_said(paths: UserPaths, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="نوشته نشد"):
        write([], tmp_path / "nowhere" / "report.zip")
