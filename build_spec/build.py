"""`python -m build_spec.build`: freezes the program into dist/, checks it, says what came out."""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from build_spec import ROOT
from build_spec.contents import Piece, complaints, read_contents, read_folder, read_piece
from db.exchange.kind import MEDIA_TYPE
from db.paths import BILL_OF_MATERIALS

DIST = ROOT / "dist"
SUFFIX = ".exe" if sys.platform == "win32" else ""
PROGRAM = DIST / f"tehran1404{SUFFIX}"
MADE_FOR = "-windows" if sys.platform == "win32" else ""  # so that all lie in one folder
FOLDER = DIST / f"tehran1404{MADE_FOR}-folder.zip"
BILL = DIST / f"tehran1404{MADE_FOR}.cdx.json"
FIRST_YEAR_OF_ZIP = 1980
SELF_CHECK_SECONDS = 180
WITH_NETWORK = (
    "this Python has the network built in, and an executable made of it could reach one: take the "
    "system's, python.org's or pyenv's"
)
FIXED_DAY = "1735689600"
ICONS = "share/icons/hicolor"
DRAWN = f"{ICONS}/scalable"
# What the system's desktop is to be told, and where it lies in the folder build. Linux looks for
# it under /usr/local/share.
SHARED = {
    "build_spec/linux/tehran1404.desktop": "share/applications/tehran1404.desktop",
    "build_spec/linux/tehran1404.xml": "share/mime/packages/tehran1404.xml",
    "build_spec/linux/exchange-file.svg": f"{DRAWN}/mimetypes/{MEDIA_TYPE.replace('/', '-')}.svg",
    "resources/icons/tehran1404.svg": f"{DRAWN}/apps/tehran1404.svg",
}
REGISTERED = "open-exchange-files.cmd"
BESIDE = {"linux": SHARED, "win32": {f"build_spec/windows/{REGISTERED}": REGISTERED}}


def freeze(name: str, *options: str, folder: Path = DIST, work: Path | None = None) -> Path:
    """One file (or the folder, with `--folder`) made by the spec; the path of what was made.

    `work` keeps what later builds take up again.
    """
    work = work or ROOT / "build" / "freeze" / name
    command = [sys.executable, "-m", "PyInstaller", str(ROOT / "build_spec" / "app.spec")]
    command += ["--distpath", str(folder), "--workpath", str(work), "--noconfirm"]
    command += ["--log-level", "ERROR", "--", "--name", name, *options]
    # Into a file: a pipe may stay open in Wine after all who wrote to it have ended.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(command, cwd=ROOT, env=_steady_environment(), stderr=said)
        if done.returncode:
            said.seek(0)
            sys.stderr.buffer.write(said.read())
            raise SystemExit(f"{name} could not be frozen")
    return folder / (name if "--folder" in options else name + SUFFIX)


def _steady_environment() -> dict[str, str]:
    """What makes two builds of one commit alike."""
    return os.environ | {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": commit_time()}


def commit_time() -> str:
    """Seconds of the commit that is built; a fixed day for a tree without git."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return os.environ["SOURCE_DATE_EPOCH"]
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return FIXED_DAY
    return asked.stdout.strip() or FIXED_DAY


def self_check(program: Path) -> None:
    """Run the program's own check in another folder with an empty environment."""
    # Windows' own libraries need Windows' variables; nothing of Python's is passed on.
    kept = os.environ.items() if sys.platform == "win32" else ()
    environment = {name: value for name, value in kept if not name.startswith("PYTHON")}
    with tempfile.TemporaryDirectory() as elsewhere:
        command = [str(program), "self-check", "--user-data", str(Path(elsewhere, "reader"))]
        done = subprocess.run(
            command,
            cwd=elsewhere,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SELF_CHECK_SECONDS,
        )
    sys.stdout.buffer.write(done.stdout)
    sys.stdout.flush()
    if done.returncode:
        sys.stderr.buffer.write(done.stderr)
        raise SystemExit(f"the self-check of {program.name} failed")


def build_folder() -> Path:
    """The program as a zipped folder, which starts without unpacking."""
    work = ROOT / "build" / f"folder{MADE_FOR}"
    shutil.rmtree(work / "tehran1404", ignore_errors=True)
    tree = freeze("tehran1404", "--folder", folder=work, work=work / "work")
    self_check(tree / PROGRAM.name)
    for source, target in BESIDE[sys.platform].items():
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / source, tree / target)
    if sys.platform == "linux":
        lay_icons(tree)
    refuse_unreviewed(*read_folder(zip_folder(tree, FOLDER)))
    return FOLDER


def lay_icons(tree: Path) -> None:
    """The program's icon as pictures, where a desktop that draws no SVG looks for them."""
    from build_spec.icon import SIZES, draw  # of Qt, which no other build loads here

    for size in SIZES:
        picture = tree / ICONS / f"{size}x{size}" / "apps" / "tehran1404.png"
        picture.parent.mkdir(parents=True)
        picture.write_bytes(draw(size))


def refuse_unreviewed(program: str, contents: list[Piece]) -> None:
    """End the build when something is carried that nobody has reviewed."""
    bad = complaints(program, contents)
    if bad:
        raise SystemExit("not on the reviewed list of contents:\n" + "\n".join(bad))


def zip_folder(folder: Path, archive: Path) -> Path:
    """A folder as a zip whose bytes depend on its content only."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix())
            entry.date_time = (FIRST_YEAR_OF_ZIP, 1, 1, 0, 0, 0)
            entry.external_attr = path.lstat().st_mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            link = path.is_symlink()
            target.writestr(entry, os.fsencode(path.readlink()) if link else path.read_bytes())
    return archive


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--folder", action="store_true", help="a zip with the folder build instead"
    )
    wanted = options.parse_args()
    if "_socket" in sys.builtin_module_names:
        raise SystemExit(WITH_NETWORK)
    if wanted.folder:
        return _say([build_folder()])
    program = freeze("tehran1404")
    refuse_unreviewed(program.name, read_contents(program))
    self_check(program)
    BILL.write_bytes(read_piece(program, f"resources/notices/{BILL_OF_MATERIALS.name}"))
    return _say([program, BILL])


def _say(made: list[Path]) -> int:
    for path in made:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB  sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
