"""Lays the modules that every start of the window loads into one file.

It is unpacked with the others and read at once, where PyInstaller's archive is opened, searched and
inflated for each module (`modules_hook.py`).
"""

import json
import marshal
import os
import subprocess
import sys
import tempfile
from pathlib import Path, PurePosixPath

from PyInstaller.building.utils import get_code_object, replace_filename_in_code_object
from PyInstaller.depend.analysis import get_bootstrap_modules

from build_spec import ROOT
from build_spec.linux.modules_hook import FILE

type Entry = tuple[str, str, str]  # name of the module, source file, PyInstaller's kind

# What Qt's published bindings load is left out: much of it serves sources, which are not shipped.
UNTIL_THE_FIRST_PAINT = """
import json, sys
import PySide6.QtCore
of_qt = {*sys.modules}
from desktop import app
from db.paths import user_paths
application = app.prepare_application(["tehran1404"])
window = app.build_window(app.open_context(user_paths(sys.argv[1])))
window.begin()
window.show()
application.processEvents()
print(json.dumps([one for one in sys.modules if one not in of_qt]))
"""


def laid_apart(modules: list[Entry], work: Path) -> tuple[list[Entry], Entry]:
    """The other modules, and the file with those of the start."""
    names = _loaded_by_a_start() - {one[0] for one in get_bootstrap_modules()}
    code = {
        name: _compiled(name, Path(source))
        for name, source, _ in sorted(modules)
        if name in names and source not in {"-", None}
    }
    target = work / FILE
    target.write_bytes(marshal.dumps(code))
    return [one for one in modules if one[0] not in code], (FILE, str(target), "DATA")


def _loaded_by_a_start() -> set[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as reader:
        done = subprocess.run(
            [sys.executable, "-c", UNTIL_THE_FIRST_PAINT, reader],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
        )
    return set(json.loads(done.stdout))


def _compiled(name: str, source: Path) -> tuple[bool, object]:
    """Whether it is a package, and its code as PyInstaller would name it."""
    package = source.stem == "__init__"
    path = PurePosixPath(*name.split("."))
    place = path / "__init__.py" if package else path.with_name(f"{path.name}.py")
    code = get_code_object(name, str(source), optimize=0)
    return package, replace_filename_in_code_object(code, str(place))
