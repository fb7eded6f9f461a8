"""Collects the licences of everything the program carries into one file for the about page."""

import sys
import sysconfig
from dataclasses import dataclass
from importlib.metadata import distribution
from itertools import groupby
from pathlib import Path

from build_spec import ROOT
from build_spec.linux.packages import Package, copyright_of
from build_spec.lock_file import locked_versions
from build_spec.sbom import WORDS
from db.paths import FONTS, ICONS, NOTICES

QT_NOTE = """\
Used under the GNU Lesser General Public License version 3 (LGPL-3.0.txt and GPL-3.0.txt
in this folder). The libraries are used unchanged, as published. They are separate files in the
program and may be replaced by other builds of the same version: in the folder build, below
_internal/PySide6; docs/qt-licence.md of this program's source tells more. Three of Shiboken's
Python modules are changed, to load others only when they are needed: the changes are in
build_spec/shiboken_support.py there. The source of all is published by the Qt Company for every
released version. Qt itself carries third-party code (HarfBuzz, libpng, libjpeg-turbo, PCRE2 and
others) under permissive licences listed in Qt's own documentation, "Licenses Used in Qt"; the
larger parts follow."""
# Parts of Qt's libraries, and the Debian package that tells who wrote each and under which licence.
IN_QT = (
    ("HarfBuzz", "joining of letters", "MIT", "libharfbuzz0b"),
    ("ICU", "sorting and text boundaries; on Linux", "Unicode-DFS-2016", "libicu72"),
    ("PCRE2", "patterns of text", "BSD-3-Clause", "libpcre2-8-0"),
    ("libpng", "pictures", "libpng-2.0", "libpng16-16"),
    ("libjpeg-turbo", "pictures", "IJG AND BSD-3-Clause", "libjpeg62-turbo"),
    ("md4c", "Markdown", "MIT", "libmd4c0"),
    ("double-conversion", "numbers", "BSD-3-Clause", "libdouble-conversion3"),
)

RUNTIME_NOTE = """\
Copyright Microsoft Corporation. Its files VCRUNTIME140*.dll and MSVCP140*.dll are redistributable
code of Visual Studio, carried unchanged as the packages of Python and Qt bring them, under the
terms that Microsoft publishes for such code."""
SYSTEM_NOTE = """\
The libraries that follow are those of the Debian (or Ubuntu) packages named, used unchanged. They
are separate files in the program and may be replaced by others of the same interface: in the folder
build, in _internal. Their sources are the source packages of these names and versions in the
archive of the distribution, for Debian also at snapshot.debian.org. What each package says of its
authors and licences is given whole; licences of its tools, tests and build scripts are named there
too, although nothing of these is carried."""
SAID = "As told above of what is in Qt."
COMMON = Path("/usr/share/common-licenses")
# What the packages name and leave out; GPL 2 is PyInstaller's, version 3 lies beside the notices.
COMMON_TEXTS = ("LGPL-2.1",)


@dataclass(frozen=True)
class Component:
    """One piece of other people's work in the program."""

    name: str
    purpose: str
    licence: str
    text: str


def _installed(package: str, purpose: str, licence: str) -> Component:
    """A locked package, with the text that is installed with it."""
    files = distribution(package).files or []
    texts = [one for one in files if one.stem in {"LICENSE", "COPYING"}]
    if not texts:
        raise SystemExit(f"{package} is installed without its licence text")
    name = f"{package} {locked_versions()[package]}"
    return Component(name, purpose, licence, Path(str(texts[0].locate())).read_text("utf-8"))


def _python_licence() -> str:
    return (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt").read_text("utf-8")


def _packaged(name: str, purpose: str, licence: str, package: str) -> Component:
    """A part, with the text that a package of Debian has of it."""
    return Component(name, purpose, licence, copyright_of(package))


def components() -> list[Component]:
    """Everything that any executable carries, in the order of the about page."""
    qt = f"Qt and PySide6 {locked_versions()['pyside6-essentials']}"
    return [
        Component(qt, "window", "LGPL-3.0", QT_NOTE),
        *(
            _packaged(name, f"{purpose}; in Qt", licence, of)
            for name, purpose, licence, of in IN_QT
        ),
        _installed("whoosh3", "search index", "BSD-2-Clause"),
        _installed("platformdirs", "place of the reader's files", "MIT"),
        _installed(WORDS, "its lists of words and verbs, of which the search's are made", "MIT"),
        Component("Vazirmatn", "typeface", "OFL-1.1", (FONTS / "OFL.txt").read_text("utf-8")),
        Component("Lucide", "icons", "ISC", (ICONS / "LICENSE").read_text("utf-8")),
        Component("Python and SQLite", "language and database", "PSF-2.0", _python_licence()),
        _packaged("libffi", "of Python; on Windows", "MIT", "libffi8"),
        Component(
            "Microsoft Visual C++ runtime",
            "of Python and Qt; on Windows",
            "Microsoft",
            RUNTIME_NOTE,
        ),
        _installed(
            "pyinstaller", "start of the executable", "GPL-2.0-or-later WITH Bootloader-exception"
        ),
        _packaged("libdeflate", "unpacking of the executable for Linux", "MIT", "libdeflate-dev"),
    ]


def notices() -> str:
    """What every build tells."""
    return _as_text(components())


def with_packages(text: str, packages: list[Package]) -> str:
    """The notices of an executable that carries libraries of these packages, sorted by source."""
    if not packages:
        return text
    system = Component(
        "Libraries of the system", "window, text, database", "see below", SYSTEM_NOTE
    )
    parts = [system]
    for source, own in groupby(packages, lambda one: one.source):
        of_source = list(own)
        names = ", ".join(f"{one.name} {one.version}" for one in of_source)
        texts = dict.fromkeys(one.copyright for one in of_source)
        if all(one in text for one in texts):
            texts = {SAID: None}
        parts.append(Component(names, source, of_source[0].licence, "\n\n".join(texts)))
    parts += [
        Component(name, "text of a licence named above", name, _without_pages(COMMON / name))
        for name in COMMON_TEXTS
    ]
    return f"{text}\n\n{_as_text(parts)}"


def _without_pages(path: Path) -> str:
    """A text that was set for a printer begins its pages with a sign that terminals do not know."""
    return path.read_text("utf-8").replace("\f", "")


def _as_text(parts: list[Component]) -> str:
    """Of each a heading of name, purpose and licence, then the licence itself."""
    return "\n\n".join(
        f"{'=' * 78}\n{one.name}\n{one.purpose} · {one.licence}\n{'=' * 78}\n\n{one.text.strip()}\n"
        for one in parts
    )


if __name__ == "__main__":
    NOTICES.write_text(notices(), "utf-8", newline="\n")
    print(f"{NOTICES.relative_to(ROOT)}: {len(components())} components", file=sys.stderr)
