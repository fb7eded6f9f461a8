"""The shipped notices follow the lock file, and name whose libraries an executable carries."""

import re
import tomllib
from pathlib import Path

import pytest

from build_spec import ROOT, notices
from build_spec.linux import packages
from build_spec.linux.packages import Package
from build_spec.lock_file import locked_versions
from build_spec.notices import with_packages
from build_spec.sbom import WORDS
from db.paths import NOTICES


def test_every_shipped_package_is_named_with_its_locked_version() -> None:
    text = NOTICES.read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    shipped = {re.split("[=><]", one)[0] for one in project["dependencies"]}
    versions = locked_versions()
    assert shipped == {"platformdirs", "pyside6-essentials", "whoosh3"}
    assert [name for name in {*shipped, WORDS} if versions[name] not in text] == []


def test_the_licences_of_qt_lie_beside_the_notices() -> None:
    folder = NOTICES.parent
    assert "LESSER" in (folder / "LGPL-3.0.txt").read_text("utf-8")
    assert "GENERAL PUBLIC" in (folder / "GPL-3.0.txt").read_text("utf-8")


def test_an_executable_tells_each_of_its_packages_and_the_same_words_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "DOCUMENTS", tmp_path)
    monkeypatch.setattr(notices, "COMMON", tmp_path)
    for name in notices.COMMON_TEXTS:
        (tmp_path / name).write_text(f"\fthe whole of {name}", "utf-8")
    for name in ("libX11-6", "libX11-xcb1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "copyright").write_text("to whom it may concern", "utf-8")
    carried = [
        Package("libx11", name, "2:1.8", "amd64", "X11") for name in ("libX11-6", "libX11-xcb1")
    ]
    told = with_packages("what every build tells", carried)
    assert told.startswith("what every build tells")
    assert "libX11-6 2:1.8, libX11-xcb1 2:1.8\nlibx11 · X11" in told
    assert told.count("to whom it may concern") == 1
    assert "\n\nthe whole of LGPL-2.1" in told
