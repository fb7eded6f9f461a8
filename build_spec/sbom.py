"""`python -m build_spec.sbom`: the bill of materials (CycloneDX) of what is shipped, from the lock
file; written where the program carries it."""

import json
import tomllib
from pathlib import Path
from typing import Any

from db.paths import BILL_OF_MATERIALS

ROOT = Path(__file__).resolve().parent.parent
LICENCES = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "whoosh3": "BSD-2-Clause",
    "platformdirs": "MIT",
}


def bill_of_materials() -> dict[str, Any]:
    """Shipped packages with version, licence and the hashes of their locked files."""
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
        "components": [_component(one) for one in shipped],
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


def as_text() -> str:
    """The bill as the program carries it."""
    return json.dumps(bill_of_materials(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    BILL_OF_MATERIALS.write_text(as_text(), "utf-8", newline="\n")
