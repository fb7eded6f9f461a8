"""`python -m build_spec.build`: freezes the program into dist/, checks it, says what came out."""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from build_spec.contents import complaints, read_contents
from build_spec.sbom import bill_of_materials

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
SUFFIX = ".exe" if sys.platform == "win32" else ""
PROGRAM = DIST / f"tehran1404{SUFFIX}"
FIRST_YEAR_OF_ZIP = 1980
SELF_CHECK_SECONDS = 180
FIXED_DAY = "1735689600"


def freeze(name: str, *options: str, folder: Path = DIST) -> Path:
    """One file (or the folder, with `--folder`) made by the spec; the path of what was made."""
    work = ROOT / "build" / "freeze" / name
    command = [sys.executable, "-m", "PyInstaller", str(ROOT / "build_spec" / "app.spec")]
    command += ["--distpath", str(folder), "--workpath", str(work), "--noconfirm"]
    command += ["--log-level", "ERROR", "--", "--name", name, *options]
    done = subprocess.run(command, cwd=ROOT, env=_steady_environment(), capture_output=True)
    if done.returncode:
        sys.stderr.buffer.write(done.stderr)
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


def zip_folder(folder: Path) -> Path:
    """The folder build as a zip whose bytes depend on its content only."""
    archive = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix())
            entry.date_time = (FIRST_YEAR_OF_ZIP, 1, 1, 0, 0, 0)
            entry.external_attr = path.stat().st_mode << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, path.read_bytes())
    return archive


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", action="store_true", help="also a zip with the folder build")
    wanted = options.parse_args()
    program = freeze("tehran1404")
    contents = read_contents(program)
    bad = complaints(contents)
    if bad:
        raise SystemExit("not on the reviewed list of contents:\n" + "\n".join(bad))
    self_check(program)
    made = [program]
    if wanted.folder:
        tree = freeze("tehran1404-folder", "--folder")
        made.append(zip_folder(tree))
        shutil.rmtree(tree)
    bill = DIST / "tehran1404.cdx.json"
    bill.write_text(json.dumps(bill_of_materials(), indent=2, ensure_ascii=False) + "\n", "utf-8")
    for path in [*made, bill]:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB  sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
