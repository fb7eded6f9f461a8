"""`python -m build_spec.sbom`: the bill of materials (CycloneDX) of what every build of the program
carries, written where it carries it. An executable's own bill adds the rest (`attribution.py`)."""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_spec import ROOT
from build_spec.lock_file import locked_packages
from db.paths import BILL_OF_MATERIALS, FONTS, ICONS

LICENCES = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "whoosh3": "BSD-2-Clause",
    "platformdirs": "MIT",
}
WORDS = "hazm"  # whose word lists the build puts into the search's


@dataclass(frozen=True)
class Part:
    """One piece of other people's work; the licence as SPDX."""

    name: str
    version: str
    licence: str
    purl: str = ""
    hashes: tuple[str, ...] = ()  # SHA-256
    kind: str = "library"


def parts_of_every_build() -> list[Part]:
    """The shipped packages as they are locked, then typeface, icons and words."""
    locked = locked_packages()
    packages = [_locked(locked[name], LICENCES[name]) for name in sorted(LICENCES)]
    words = Part(WORDS, locked[WORDS]["version"], "MIT", _pypi(locked[WORDS]), kind="data")
    return [
        *packages,
        Part(
            "Vazirmatn", _version_of_font(FONTS / "Vazirmatn-Regular.ttf"), "OFL-1.1", kind="data"
        ),
        Part("Lucide", _version_of_icons(ICONS / "lucide.svg"), "ISC", kind="data"),
        words,
    ]


def _locked(package: dict[str, Any], licence: str) -> Part:
    hashes = sorted({wheel["hash"].partition(":")[2] for wheel in package["wheels"]})
    return Part(package["name"], package["version"], licence, _pypi(package), tuple(hashes))


def _pypi(package: dict[str, Any]) -> str:
    return f"pkg:pypi/{package['name']}@{package['version']}"


def _version_of_font(font: Path) -> str:
    """As its table of names tells it."""
    told = font.read_bytes().partition("Version ".encode("utf-16-be"))[2][:32].decode("utf-16-be")
    return told[: len(told) - len(told.lstrip("0123456789."))]


def _version_of_icons(icons: Path) -> str:
    found = re.search(r"lucide-static v([\d.]+)", icons.read_text("utf-8"))
    if not found:
        raise SystemExit(f"{icons} does not tell its version")
    return found[1]


def bill_of_materials(parts: Iterable[Part] = ()) -> dict[str, Any]:
    """What every build carries, and `parts`, which one executable carries more."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [_component(one) for one in (*parts_of_every_build(), *parts)],
    }


def _component(part: Part) -> dict[str, Any]:
    component = {
        "type": part.kind,
        "bom-ref": f"{part.name}@{part.version}",
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "licenses": [{"expression": part.licence}],
        "hashes": [{"alg": "SHA-256", "content": one} for one in part.hashes],
    }
    return {name: value for name, value in component.items() if value}


def as_text(parts: Iterable[Part] = ()) -> str:
    """The bill as the program carries it."""
    return json.dumps(bill_of_materials(parts), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    BILL_OF_MATERIALS.write_text(as_text(), "utf-8", newline="\n")
