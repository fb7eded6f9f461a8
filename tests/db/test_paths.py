"""Where the reader's files lie."""

import sys
from pathlib import Path

import pytest

from db import paths
from db.errors import KnownError


def test_the_readers_files_lie_in_the_folder_named(tmp_path: Path) -> None:
    found = paths.user_paths(tmp_path / "داده‌های من")
    assert found.folder.is_dir()
    files = {
        found.database,
        found.backups,
        found.settings,
        found.log,
        found.crash_trace,
        found.note_index,
    }
    assert {file.parent for file in files} == {found.folder}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    assert paths.user_paths(tmp_path / "a" / "b").folder.stat().st_mode & 0o777 == 0o700


def test_a_relative_folder_becomes_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.user_paths("mine").folder == tmp_path / "mine"


@pytest.mark.parametrize("name", ["file/inside", "nul\0"])
def test_a_folder_that_cannot_be_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="پوشه‌ی دیگری"):
        paths.user_paths(tmp_path / name)


def test_portable_beside_the_program_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "tehran1404"))
    (tmp_path / "portable").mkdir()
    assert paths.default_user_folder() == tmp_path / "portable"


def test_without_portable_the_system_names_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "tehran1404"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert paths.user_paths().folder.name == paths.APP_FOLDER


def test_the_program_folder_of_a_checkout_holds_the_resources() -> None:
    assert paths.program_folder() / "resources" == paths.RESOURCES
