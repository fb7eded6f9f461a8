"""`python -m build_spec.contents FILE`: what is in the executable, against the reviewed list."""

import fnmatch
import hashlib
import marshal
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

from build_spec.linux.modules_hook import FILE as MODULES_OF_THE_START

LISTS = Path(__file__).resolve().parent
MODULES = "PYZ.pyz"
WINDOWS_SUFFIX = ".exe"
_PROGRAMS = (["tehran1404"], ["tehran1404.exe"])
INTERNAL = "tehran1404/_internal/"  # where the folder build keeps what the one file carries


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
    return sorted(pieces + _modules(read_modules(program)), key=lambda piece: piece.name)


def read_modules(program: Path) -> dict[str, bytes]:
    """The code of every Python module in the one file, by its full name."""
    archive = CArchiveReader(str(program))
    carried = archive.open_embedded_archive(MODULES)
    code = {name: carried.extract(name, raw=True) or b"" for name in carried.toc}
    if MODULES_OF_THE_START in archive.toc:
        code |= _laid_apart(archive.extract(MODULES_OF_THE_START))
    return code


def read_piece(program: Path, name: str) -> bytes:
    """One file of the executable; Windows has other separators in its names."""
    archive = CArchiveReader(str(program))
    (found,) = (one for one in archive.toc if one.replace("\\", "/") == name)
    data: bytes = archive.extract(found)
    return data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _laid_apart(data: bytes) -> dict[str, bytes]:
    return {name: marshal.dumps(code) for name, (_, code) in marshal.loads(data).items()}


def _modules(code: dict[str, bytes]) -> list[Piece]:
    tops: dict[str, list[bytes]] = {}
    for name in sorted(code):
        tops.setdefault(f"python:{name.partition('.')[0]}", []).append(code[name])
    return [
        Piece(top, sum(map(len, parts)), _digest(b"".join(parts))) for top, parts in tops.items()
    ]


def read_folder(archive: Path) -> tuple[str, list[Piece]]:
    """Name of the program in a zipped folder build, and everything that the folder carries."""
    with zipfile.ZipFile(archive) as zipped, tempfile.TemporaryDirectory() as place:
        names = [entry.filename for entry in zipped.infolist() if not entry.is_dir()]
        apart = f"{INTERNAL}{MODULES_OF_THE_START}"
        modules = _modules(_laid_apart(zipped.read(apart))) if apart in names else []
        carried = [
            Piece(name.removeprefix(INTERNAL), zipped.getinfo(name).compress_size, _digest(data))
            for name, data in ((name, zipped.read(name)) for name in names)
            if name.startswith(INTERNAL)
        ]
        program = next(name for name in names if name.split("/")[1:] in _PROGRAMS)
        pieces = read_contents(Path(zipped.extract(program, place)))
    return program, sorted(pieces + carried + modules, key=lambda piece: piece.name)


def patterns(path: Path) -> list[str]:
    """Lines of a reviewed list; what follows a # is for the reader."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line]


def matches(name: str, wanted: list[str]) -> bool:
    """Whether a line of a reviewed list covers a name."""
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in wanted)


def complaints(program: str, contents: list[Piece]) -> list[str]:
    """Names that no line of the list reviewed for the program's system covers."""
    system = "windows" if program.endswith(WINDOWS_SUFFIX) else "linux"
    reviewed = patterns(LISTS / system / "contents.txt")
    return [piece.name for piece in contents if not matches(piece.name, reviewed)]


def main() -> int:
    path = Path(sys.argv[1])
    zipped = path.suffix == ".zip"
    program, contents = read_folder(path) if zipped else (path.name, read_contents(path))
    for piece in sorted(contents, key=lambda piece: -piece.stored):
        print(f"{piece.stored:10,}  {piece.name}")
    print(f"{sum(piece.stored for piece in contents):10,}  in {len(contents)} pieces")
    bad = complaints(program, contents)
    print(*(f"not reviewed: {name}" for name in bad), sep="\n", end="\n" if bad else "")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
