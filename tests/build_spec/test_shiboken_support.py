"""Shiboken's lighter support says of a wrong call what the published one says."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

from build_spec.shiboken_support import compiled_support, with_light_package

WRONG = """
from PySide6.QtCore import QObject, QTimer
calls = (lambda: QObject(1, 2, 3), lambda: QTimer().setInterval("x"), lambda: QObject(no=1))
for call in calls:
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(error)
"""


def _said(folder: Path, code: str) -> str:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(folder)!r})\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def light(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Shiboken as the executable carries it."""
    folder = tmp_path_factory.mktemp("light")
    published = Path(shiboken6.__file__)
    package = shutil.copytree(published.parent, folder / "shiboken6")
    shutil.copy(compiled_support(folder / "work"), package)
    module = ("shiboken6", str(published), "PYMODULE")
    ((_, source, _),) = with_light_package([module], folder / "work")
    shutil.copy(source, package)
    return folder


def test_a_wrong_call_is_explained_as_ever(light: Path, tmp_path: Path) -> None:
    assert "Supported signatures" in _said(light, WRONG)
    assert _said(light, WRONG) == _said(tmp_path, WRONG)


def test_until_then_nothing_of_signatures_is_loaded(light: Path) -> None:
    code = "import PySide6.QtWidgets; print(*sys.modules)"
    loaded = set(_said(light, code).split())
    assert "shibokensupport.signature.loader" in loaded
    assert not {f"shibokensupport.signature.{name}" for name in ("parser", "layout")} & loaded
