"""What one executable tells of whose work it carries: its bill of materials and its notices.

Beside the parts of every build these are Python, what the start is made of, and the libraries of
the system it was built on.
"""

import platform
import re
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from build_spec.linux.packages import Package, packages_of
from build_spec.lock_file import locked_versions
from build_spec.notices import with_packages
from build_spec.sbom import Part, as_text
from db.paths import BILL_OF_MATERIALS, NOTICES

LIBDEFLATE = Path("/usr/include/libdeflate.h")
# Libraries that come within others' packages, and whose file names tell the version.
BY_NAME = (
    (r"libicuuc\.so\.(\d+)", "ICU", "Unicode-DFS-2016"),
    (r"(?i)vcruntime(\d+)\.dll", "Microsoft Visual C++ runtime", "LicenseRef-Microsoft-runtime"),
    (r"libffi-(\d+)\.dll", "libffi", "MIT"),
)


def written_for(libraries: Iterable[Path], work: Path) -> dict[str, str]:
    """Bill and notices of an executable with these libraries: where each was written, by name."""
    libraries = list(libraries)
    packages = packages_of(libraries) if sys.platform == "linux" else []
    texts = {
        BILL_OF_MATERIALS.name: as_text(_parts(libraries, packages)),
        NOTICES.name: with_packages(NOTICES.read_text("utf-8"), packages),
    }
    for name, text in texts.items():
        (work / name).write_text(text, "utf-8", newline="\n")
    return {name: str(work / name) for name in texts}


def _parts(libraries: list[Path], packages: list[Package]) -> list[Part]:
    bootloader = locked_versions()["pyinstaller"]
    parts = [
        Part("Python", platform.python_version(), "PSF-2.0"),
        Part("SQLite", sqlite3.sqlite_version, "blessing"),
        Part("pyinstaller", bootloader, "GPL-2.0-or-later WITH Bootloader-exception"),
    ]
    if version := linked_libdeflate():
        purl = f"pkg:github/ebiggers/libdeflate@v{version}"
        parts.append(Part("libdeflate", version, "MIT", purl))
    return [*parts, *told_by_name(libraries), *(_part(one) for one in packages)]


def told_by_name(libraries: Iterable[Path]) -> list[Part]:
    """The parts that are known by the names of their files."""
    names = sorted({one.name for one in libraries})
    return [
        Part(name, found[1], licence)
        for pattern, name, licence in BY_NAME
        for file in names
        if (found := re.fullmatch(pattern, file))
    ]


def _part(package: Package) -> Part:
    system = platform.freedesktop_os_release()
    place = f"pkg:deb/{system['ID']}/{package.name}@{quote(package.version)}"
    about = f"arch={package.architecture}&distro={system['ID']}-{system.get('VERSION_ID', '')}"
    return Part(package.name, package.version, package.licence, f"{place}?{about}")


def linked_libdeflate() -> str | None:
    """Version of the library that a build on this machine links; None where none is linked."""
    if sys.platform == "win32":
        return None
    found = re.search(r'LIBDEFLATE_VERSION_STRING\s+"([^"]+)"', LIBDEFLATE.read_text("utf-8"))
    if not found:
        raise SystemExit(f"{LIBDEFLATE} does not tell its version")
    return found[1]
