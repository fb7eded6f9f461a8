"""`python -m build_spec.sbom`: the bill of materials (CycloneDX) of what is shipped, from the lock
file; written where the program carries it. An executable's bill adds what it is linked with."""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from db.paths import BILL_OF_MATERIALS

ROOT = Path(__file__).resolve().parent.parent
LIBDEFLATE = Path("/usr/include/libdeflate.h")
LICENCES = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "whoosh3": "BSD-2-Clause",
    "platformdirs": "MIT",
}


def bill_of_materials(libdeflate: str | None = None) -> dict[str, Any]:
    """Shipped packages with version, licence and the hashes of their locked files.

    `libdeflate` is the version that unpacks the executable.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    shipped = [one for one in locked if one["name"] in LICENCES]
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
        "components": [
            *(_component(one) for one in shipped),
            *([_libdeflate(libdeflate)] if libdeflate else []),
        ],
    }


def _component(package: dict[str, Any]) -> dict[str, Any]:
    name, version = package["name"], package["version"]
    hashes = sorted({wheel["hash"].partition(":")[2] for wheel in package["wheels"]})
    return {
        "type": "library",
        "bom-ref": f"{name}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "licenses": [{"license": {"id": LICENCES[name]}}],
        "hashes": [{"alg": "SHA-256", "content": one} for one in hashes],
    }


def _libdeflate(version: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"libdeflate@{version}",
        "name": "libdeflate",
        "version": version,
        "purl": f"pkg:github/ebiggers/libdeflate@v{version}",
        "licenses": [{"license": {"id": "MIT"}}],
    }


def linked_libdeflate() -> str | None:
    """Version of the library that a build on this machine links; None where none is linked."""
    if sys.platform == "win32":
        return None
    found = re.search(r'LIBDEFLATE_VERSION_STRING\s+"([^"]+)"', LIBDEFLATE.read_text("utf-8"))
    if not found:
        raise SystemExit(f"{LIBDEFLATE} does not tell its version")
    return found[1]


def as_text(libdeflate: str | None = None) -> str:
    """The bill as the program carries it."""
    return json.dumps(bill_of_materials(libdeflate), indent=2, ensure_ascii=False) + "\n"


def write_bill_of_executable(folder: Path) -> Path:
    """The bill that an executable built on this machine carries."""
    bill = folder / BILL_OF_MATERIALS.name
    bill.write_text(as_text(linked_libdeflate()), "utf-8", newline="\n")
    return bill


if __name__ == "__main__":
    BILL_OF_MATERIALS.write_text(as_text(), "utf-8", newline="\n")
