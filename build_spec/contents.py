"""`python -m build_spec.contents FILE`: what is in the executable, against the reviewed list."""

import fnmatch
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

SYSTEM = "windows" if sys.platform == "win32" else "linux"
REVIEWED = Path(__file__).resolve().parent / SYSTEM / "contents.txt"
MODULES = "PYZ.pyz"


@dataclass(frozen=True)
class Piece:
    """A file or top-level module in the executable; bytes as stored there."""

    name: str
    stored: int
    digest: str


def read_contents(program: Path) -> list[Piece]:
    """Every file, and every top-level Python module as `python:name`."""
    archive = CArchiveReader(str(program))
    pieces = [
        Piece(name.replace("\\", "/"), entry[1], _digest(archive.extract(name)))
        for name, entry in archive.toc.items()
        if name != MODULES
    ]
    return sorted(pieces + _modules(archive), key=lambda piece: piece.name)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _modules(archive: CArchiveReader) -> list[Piece]:
    modules = archive.open_embedded_archive(MODULES)
    sizes: dict[str, int] = {}
    digests: dict[str, str] = {}
    for name, (_, _, length) in sorted(modules.toc.items()):
        top = f"python:{name.partition('.')[0]}"
        sizes[top] = sizes.get(top, 0) + length
        code = modules.extract(name, raw=True) or b""
        digests[top] = _digest(digests.get(top, "").encode() + code)
    return [Piece(top, size, digests[top]) for top, size in sizes.items()]


def reviewed_patterns() -> list[str]:
    """Lines of the list; what follows a # is for the reader."""
    lines = (line.partition("#")[0].strip() for line in REVIEWED.read_text("utf-8").splitlines())
    return [line for line in lines if line]


def complaints(contents: list[Piece]) -> list[str]:
    """Names that no line of the reviewed list covers."""
    patterns = reviewed_patterns()
    return [
        piece.name
        for piece in contents
        if not any(fnmatch.fnmatchcase(piece.name, pattern) for pattern in patterns)
    ]


def main() -> int:
    contents = read_contents(Path(sys.argv[1]))
    for piece in sorted(contents, key=lambda piece: -piece.stored):
        print(f"{piece.stored:10,}  {piece.name}")
    print(f"{sum(piece.stored for piece in contents):10,}  in {len(contents)} pieces")
    bad = complaints(contents)
    print(*(f"not reviewed: {name}" for name in bad), sep="\n", end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
