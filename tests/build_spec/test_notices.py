"""The shipped notices follow the lock file."""

import re
import tomllib

from build_spec.notices import ROOT, locked_versions
from db.paths import NOTICES


def test_every_shipped_package_is_named_with_its_locked_version() -> None:
    text = NOTICES.read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    shipped = {re.split("[=><]", one)[0] for one in project["dependencies"]}
    versions = locked_versions()
    assert shipped == {"platformdirs", "pyside6-essentials", "whoosh3"}
    assert [name for name in shipped if versions[name] not in text] == []


def test_the_licences_of_qt_lie_beside_the_notices() -> None:
    folder = NOTICES.parent
    assert "LESSER" in (folder / "LGPL-3.0.txt").read_text("utf-8")
    assert "GENERAL PUBLIC" in (folder / "GPL-3.0.txt").read_text("utf-8")
