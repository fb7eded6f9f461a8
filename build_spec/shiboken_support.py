"""Compiles what Shiboken otherwise compiles at every start from sources inside its library."""

import importlib
import py_compile
import shutil
import zipfile
from pathlib import Path

NAME = "files.dir"  # where Shiboken looks first, beside its modules: a folder or, as here, a zip
EPOCH = (1980, 1, 1, 0, 0, 0)


def compiled_support(work: Path) -> Path:
    """A zip of Shiboken's support modules, compiled; the same bytes for the same Shiboken."""
    importlib.import_module("PySide6.QtCore")  # brings Shiboken's bootstrap
    bootstrap = importlib.import_module("signature_bootstrap")
    sources = work / "shiboken"
    shutil.rmtree(sources, ignore_errors=True)
    sources.mkdir(parents=True)
    bootstrap.reincarnate_files(sources)
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
