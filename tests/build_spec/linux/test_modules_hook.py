"""What lies in the file of the start's modules is imported from it, however often."""

import importlib
import marshal
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, SimpleNamespace

import pytest

from build_spec.linux import modules_hook

NAME = "of_the_start"


class FrozenLoader:
    """Stands for PyInstaller's, which needs a frozen program."""

    path = f"{NAME}.py"

    def __init__(self, *_: object) -> None: ...

    def create_module(self, _: object) -> None: ...

    def get_code(self, _: str) -> CodeType:
        raise NotImplementedError  # what the hook puts in its place

    def exec_module(self, module: object) -> None:
        exec(self.get_code(NAME), vars(module))


@pytest.fixture(autouse=True)
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    code = compile("VALUE = 7", FrozenLoader.path, "exec")
    (tmp_path / modules_hook.FILE).write_bytes(marshal.dumps({NAME: (False, code)}))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setitem(
        sys.modules, "pyimod02_importers", SimpleNamespace(PyiFrozenLoader=FrozenLoader)
    )
    runpy.run_path(modules_hook.__file__)
    yield
    sys.modules.pop(NAME, None)


def test_a_module_is_imported_and_imported_again() -> None:
    first = importlib.import_module(NAME)
    del sys.modules[NAME]
    second = importlib.import_module(NAME)
    assert first is not second
    assert (first.VALUE, second.VALUE) == (7, 7)
