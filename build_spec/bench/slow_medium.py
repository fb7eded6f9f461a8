"""`python -m build_spec.bench.slow_medium`: first starts from a medium as slow as a memory stick.

A file system in a file, read through the kernel's throttle (root, and the blkio controller of
cgroup 1); the file system is mounted anew for every start, so that nothing is remembered.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_spec import ROOT
from build_spec.bench.start import FLOOR_ENTRY, Start, measure_start
from build_spec.bench.virtual_screen import VirtualScreen, virtual_screen
from build_spec.build import PROGRAM, freeze

RUNS = 5
SPEEDS = [30, 10]  # megabytes a second: a memory stick, a busy share
IMAGE_BYTES = 500_000_000
GROUP = Path("/sys/fs/cgroup/blkio/slow-medium")


@contextmanager
def medium(programs: dict[str, Path]) -> Iterator[tuple[Path, dict[str, Path]]]:
    """An image that carries the programs, and where each lies in it."""
    with tempfile.TemporaryDirectory() as work:
        image, tree = Path(work, "image"), Path(work, "tree")
        places = {}
        for name, program in programs.items():
            folder = Path(name.replace(" ", "-"))
            if (program.parent / "_internal").is_dir():
                shutil.copytree(program.parent, tree / folder, symlinks=True)
            else:
                (tree / folder).mkdir(parents=True)
                shutil.copy(program, tree / folder)
            places[name] = folder / program.name
        with image.open("wb") as file:
            file.truncate(IMAGE_BYTES)
        subprocess.run(["mkfs.ext4", "-q", "-d", tree, image], check=True)
        yield image, places


@contextmanager
def mounted(image: Path, speed: int) -> Iterator[Path]:
    """The image on a fresh mount, read at `speed` megabytes a second by who is in the group."""
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["mount", "-o", "loop,ro", image, place], check=True)
        try:
            device = subprocess.check_output(["mountpoint", "-d", place], text=True).strip()
            GROUP.mkdir(exist_ok=True)
            limit = f"{device} {speed * 1_000_000}"
            (GROUP / "blkio.throttle.read_bps_device").write_text(limit, "ascii")
            yield Path(place)
        finally:
            subprocess.run(["umount", place], check=True)


def start_from(image: Path, place: Path, speed: int, screen: VirtualScreen) -> Start:
    """One first start of the program at `place` in the image."""
    with mounted(image, speed) as root:
        into = f'echo $$ > {GROUP}/cgroup.procs && exec "$0" "$@"'
        return measure_start(root / place, screen, through=("/bin/sh", "-c", into))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=RUNS)
    options.add_argument("--speeds", type=int, nargs="+", default=SPEEDS, help="MB/s")
    wanted = options.parse_args()
    folder = ROOT / "build" / "bench"
    programs = {
        "floor": freeze("floor", "--entry", FLOOR_ENTRY, "--bare", folder=folder),
        "one file": PROGRAM,
        "stored": freeze("tehran1404-stored", "--stored", folder=folder),
        "folder": freeze("tehran1404", "--folder", folder=folder / "tree") / "tehran1404",
    }
    with medium(programs) as (image, places), virtual_screen() as screen:
        for speed in wanted.speeds:
            for name, place in places.items():
                starts = [start_from(image, place, speed, screen) for _ in range(wanted.runs)]
                painted = statistics.median(one.milliseconds for one in starts)
                print(f"{speed:3} MB/s  {name:9} {painted:6.0f} ms to the first paint", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
