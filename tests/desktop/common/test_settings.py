"""Settings survive a restart and a broken file."""

import sys
from pathlib import Path

import pytest

from desktop.common.settings import BROKEN, PARTLY_BROKEN, SETTINGS, Settings


def test_every_default_is_valid() -> None:
    assert all(setting.valid(setting.default) for setting in SETTINGS.values())


def test_a_value_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    Settings(path)["zoom"] = 130
    assert Settings(path)["zoom"] == 130


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    Settings(path)["zoom"] = 130
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_broken_file_is_kept_aside_with_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("zoom = = 3", "utf-8")
    settings = Settings(path)
    assert (settings["zoom"], settings.notice) == (100, BROKEN)
    assert (tmp_path / "settings.broken.toml").read_text("utf-8") == "zoom = = 3"


def test_an_invalid_value_falls_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('zoom = 1000\ntheme = "dark"\n', "utf-8")
    settings = Settings(path)
    assert (settings["zoom"], settings["theme"]) == (100, "dark")


def test_what_was_valid_beside_it_outlives_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('zoom = 1000\ntheme = "dark"\n', "utf-8")
    assert Settings(path).notice == PARTLY_BROKEN
    again = Settings(path)
    assert (again["theme"], again.notice) == ("dark", None)


def test_an_invalid_value_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zoom"):
        Settings(tmp_path / "settings.toml")["zoom"] = 5
