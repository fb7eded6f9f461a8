"""The version resource of the Windows program, from the project's own version."""

import tomllib
from pathlib import Path

TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('042904B0', [
      StringStruct('FileDescription', 'چشم‌انداز تهران ۱۴۰۴'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'tehran1404'),
      StringStruct('LegalCopyright', 'MIT'),
      StringStruct('OriginalFilename', 'tehran1404.exe'),
      StringStruct('ProductName', 'چشم‌انداز تهران ۱۴۰۴'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0429, 1200])])
  ]
)
"""


def write_version_resource(root: Path) -> Path:
    """Write the text that PyInstaller reads; its path."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    version = project["version"]
    numbers = (*(int(part) for part in version.split(".")), 0)
    path = root / "build" / "version-resource.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT.format(numbers=numbers, version=version), "utf-8")
    return path
