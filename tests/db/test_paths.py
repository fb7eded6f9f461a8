"""Where the reader's files lie."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from db import paths
from db.errors import KnownError, PlaceError


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


NOBODY = pytest.param(
    "~nobody-of-this-name/notes",
    marks=pytest.mark.skipif(os.name == "nt", reason="there a folder beside the reader's own"),
)


@pytest.mark.parametrize("name", ["file/inside", "nul\0", NOBODY])
def test_a_folder_that_cannot_be_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="پوشه‌ی دیگری"):
        paths.user_paths(name)


@pytest.mark.parametrize("named", ["", "data"])
def test_a_line_that_names_no_whole_path_leads_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / paths.MOVED).write_text(named, "utf-8")
    with pytest.raises(KnownError, match="نمی‌گوید"):
        paths.user_paths(tmp_path / "data")


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "config")


@pytest.mark.usefixtures("configured")
@pytest.mark.skipif(os.name == "nt", reason="names of Windows are Unicode")
def test_a_folder_of_any_name_is_remembered(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"not UTF-8: \xe4")
    folder.mkdir()
    paths.remember_instead(folder)
    assert paths.remembered_instead() == folder


@pytest.mark.usefixtures("configured")
def test_a_choice_that_was_cut_off_is_none(tmp_path: Path) -> None:
    paths.remember_instead(tmp_path)
    (tmp_path / "config" / "data-folder.txt").write_bytes(b"")
    assert paths.remembered_instead() is None


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


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a number is the account, of which the system knows no more."""

    def unknown(account: int) -> NoReturn:
        raise KeyError(account)

    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)


@pytest.mark.usefixtures("homeless")
@pytest.mark.skipif(os.name == "nt", reason="every account of Windows has its folder")
def test_an_account_without_a_home_is_told_to_name_a_folder() -> None:
    with pytest.raises(PlaceError, match="user-data"):
        paths.user_paths()


@pytest.mark.usefixtures("homeless")
@pytest.mark.skipif(os.name == "nt", reason="every account of Windows has its folder")
def test_an_account_without_a_home_remembers_no_choice(tmp_path: Path) -> None:
    paths.remember_instead(tmp_path)
    assert paths.remembered_instead() is None


def test_the_program_folder_of_a_checkout_holds_the_resources() -> None:
    assert paths.program_folder() / "resources" == paths.RESOURCES
