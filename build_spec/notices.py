"""Collects the licences of everything the program carries into one file for the about page."""

import sys
import sysconfig
import tomllib
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from db.paths import NOTICES

ROOT = Path(__file__).resolve().parent.parent
QT_NOTE = """\
Used under the GNU Lesser General Public License version 3 (LGPL-3.0.txt and GPL-3.0.txt
in this folder). The libraries are used unchanged, as published; they are separate files in
the program and may be replaced by other builds of the same version: see docs/qt-licence.md.
Three of Shiboken's Python modules are changed, to load others only when they are needed: the
changes are in build_spec/shiboken_support.py of this program's source. The source of
all is published by the Qt Company for every released version. Qt itself carries third-party
code (HarfBuzz, FreeType, ICU, libpng, PCRE2, zlib and others) under permissive licences
listed in Qt's own documentation, "Licenses Used in Qt"."""


@dataclass(frozen=True)
class Component:
    """One piece of other people's work in the program."""

    name: str
    purpose: str
    licence: str
    text: str


def locked_versions() -> dict[str, str]:
    """Version of every locked package by name."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    return {one["name"]: one["version"] for one in lock["package"]}


def _installed_licence(package: str) -> str:
    files = distribution(package).files or []
    texts = [one for one in files if one.stem in {"LICENSE", "COPYING"}]
    if not texts:
        raise SystemExit(f"{package} is installed without its licence text")
    return Path(str(texts[0].locate())).read_text("utf-8")


def _python_licence() -> str:
    return (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt").read_text("utf-8")


def _libdeflate_licence() -> str:
    """As Debian's package has it, from which the executable is built."""
    return Path("/usr/share/doc/libdeflate-dev/copyright").read_text("utf-8")


def components() -> list[Component]:
    """Everything carried by the executable, in the order of the about page."""
    version = locked_versions()
    resources = ROOT / "resources"
    fonts = (resources / "fonts" / "OFL.txt").read_text("utf-8")
    icons = (resources / "icons" / "LICENSE").read_text("utf-8")
    return [
        Component(f"Qt and PySide6 {version['pyside6-essentials']}", "window", "LGPL-3.0", QT_NOTE),
        Component(
            f"Whoosh (whoosh3) {version['whoosh3']}",
            "search index",
            "BSD-2-Clause",
            _installed_licence("whoosh3"),
        ),
        Component(
            f"platformdirs {version['platformdirs']}",
            "place of the reader's files",
            "MIT",
            _installed_licence("platformdirs"),
        ),
        Component("Vazirmatn", "typeface", "OFL-1.1", fonts),
        Component("Lucide", "icons", "ISC", icons),
        Component("Python and SQLite", "language and database", "PSF-2.0", _python_licence()),
        Component(
            f"PyInstaller {version['pyinstaller']}",
            "start of the executable",
            "GPL-2.0-or-later WITH Bootloader-exception",
            _installed_licence("pyinstaller"),
        ),
        Component(
            "libdeflate", "unpacking of the executable for Linux", "MIT", _libdeflate_licence()
        ),
    ]


def notices() -> str:
    """The whole text: a heading of name, purpose and licence, then the licence itself."""
    parts = (
        f"{'=' * 78}\n{one.name}\n{one.purpose} · {one.licence}\n{'=' * 78}\n\n{one.text.strip()}\n"
        for one in components()
    )
    return "\n\n".join(parts)


if __name__ == "__main__":
    NOTICES.write_text(notices(), "utf-8", newline="\n")
    print(f"{NOTICES.relative_to(ROOT)}: {len(components())} components", file=sys.stderr)
