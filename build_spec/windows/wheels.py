"""Prints the locked packages that a Windows build needs, as pip reads them."""

import sys

from build_spec.lock_file import locked_versions

WANTED = (
    *("pyside6-essentials", "shiboken6", "whoosh3", "platformdirs", "pyinstaller"),
    *("pyinstaller-hooks-contrib", "altgraph", "packaging", "pefile", "pywin32-ctypes"),
    "setuptools",
)


def main() -> int:
    versions = locked_versions()
    print(*(f"{name}=={versions[name]}" for name in WANTED if name in versions), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
