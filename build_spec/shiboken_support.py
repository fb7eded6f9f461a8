"""Makes Shiboken's Python part lighter to load than it is published.

Shiboken compiles its support modules at every start from sources inside its library, unless there
are compiled ones beside it; and it loads all that describes signatures, which a program needs only
for the message about a wrong call.
"""

import importlib
import importlib.util
import py_compile
import shutil
import zipfile
from pathlib import Path

from build_spec.changes import Change, apply_change

NAME = "files.dir"  # where Shiboken looks first, beside its modules: a folder or, as here, a zip
EPOCH = (1980, 1, 1, 0, 0, 0)
LOADER = "shibokensupport/signature/loader.py"
FEATURE = "shibokensupport/feature.py"
SUPPORT = "shibokensupport.signature"


def _late(module: str, call: str) -> Change:
    """Load a module at the first call of what is asked of it."""
    line = f"    return {module}.{call}\n"
    return Change(LOADER, line, f"    from {SUPPORT} import {module}\n{line}")


CHANGES = (  # `mapping` stays: the library itself looks for it among the loaded modules
    *(
        Change(LOADER, f"from {SUPPORT} import {module}\n", "")
        for module in ("errorhandler", "layout", "lib", "parser")
    ),
    *(
        Change(LOADER, f"from {SUPPORT}.lib import {module}\n", "")
        for module in ("enum_sig", "pyi_generator", "tool")
    ),
    *(
        Change(LOADER, f"    put_into_package(PySide6.support.signature, {module})\n", "")
        for module in ("errorhandler", "layout", "lib", "parser")
    ),
    *(
        Change(LOADER, f"    put_into_package(PySide6.support.signature.lib, {module})\n", "")
        for module in ("enum_sig", "pyi_generator", "tool")
    ),
    _late("parser", "pyside_type_init(type_key, sig_strings)"),
    _late("layout", "create_signature(props, key)"),
    _late("errorhandler", "seterror_argument(args, func_name, info)"),
    _late("errorhandler", "make_helptext(func)"),
    Change(FEATURE, "import inspect\n", ""),
    Change(
        FEATURE,
        "    try:\n        source = inspect.getsource(module)\n",
        '    if getattr(sys, "frozen", False):\n        return False  # it has no sources\n'
        "    import inspect\n    try:\n        source = inspect.getsource(module)\n",
    ),
)
# It loads these for tools that look for what it needs; it asks for what it needs itself.
FORELOADED = ("textwrap", "struct", "tempfile", "keyword", "functools", "typing")
type Entry = tuple[str, str, str]  # name of the module, source file, PyInstaller's kind


def compiled_support(work: Path) -> Path:
    """A zip of Shiboken's support modules, compiled; the same bytes for the same Shiboken."""
    importlib.import_module("PySide6.QtCore")  # brings Shiboken's bootstrap
    bootstrap = importlib.import_module("signature_bootstrap")
    sources = work / "shiboken"
    shutil.rmtree(sources, ignore_errors=True)
    sources.mkdir(parents=True)
    bootstrap.reincarnate_files(sources)
    for change in CHANGES:
        apply_change(sources, change)
    archive = work / NAME
    with zipfile.ZipFile(archive, "w") as target:
        for source in sorted((sources / "shibokensupport").rglob("*.py")):
            name = source.relative_to(sources).as_posix()
            compiled = py_compile.compile(
                str(source),
                cfile=str(source.with_suffix(".pyc")),
                dfile=name,
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            assert compiled is not None
            target.writestr(zipfile.ZipInfo(f"{name}c", EPOCH), Path(compiled).read_bytes())
    return archive


def with_light_package(modules: list[Entry], work: Path) -> list[Entry]:
    """The modules of the program with a `shiboken6` that loads nothing ahead of need.

    A new list: for the one it made itself PyInstaller has compiled what was published.
    """
    changed = work / "shiboken6"
    changed.mkdir(parents=True, exist_ok=True)
    return [
        (name, str(_light_package(Path(source), changed)), kind) if name == "shiboken6" else entry
        for entry in modules
        for name, source, kind in (entry,)
    ]


def _light_package(source: Path, work: Path) -> Path:
    copy = Path(shutil.copy(source, work / source.name))
    for module in FORELOADED:
        apply_change(work, Change(source.name, f"import {module}\n", ""))
    return copy
