"""Prints the locked packages that a Windows build needs, as pip reads them."""

import sys
import tomllib

from build_spec.sbom import ROOT

WANTED = (
    *("pyside6-essentials", "shiboken6", "whoosh3", "platformdirs", "pyinstaller"),
    *("pyinstaller-hooks-contrib", "altgraph", "packaging", "pefile", "pywin32-ctypes"),
    "setuptools",
)


def main() -> int:
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    versions = {one["name"]: one["version"] for one in lock["package"]}
    print(*(f"{name}=={versions[name]}" for name in WANTED if name in versions), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
