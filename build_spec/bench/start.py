"""`make bench-start`: size, start and memory of the executable beside a bare Qt window."""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from build_spec import ROOT
from build_spec.bench.virtual_screen import VirtualScreen, virtual_screen
from build_spec.build import PROGRAM, freeze
from db.paths import user_paths
from db.user.opening import open_store

RUNS = 7
PAINT_SECONDS = 30.0
SETTLE_SECONDS = 1.5
IDLE_SECONDS = 2.0
FLOOR_ENTRY = "build_spec/bench/floor_window.py"
BUDGETS = {"size": 1.25, "warm": 1.15, "memory": 1.6}
QUERY = "آب"
FOUND_MS = 200.0


@dataclass(frozen=True)
class Start:
    """From exec to first paint: milliseconds by the clock and of processor time; to the page as it
    stays; then megabytes (PSS), share of a core when idle, and the page's picture."""

    milliseconds: float
    readable: float
    worked: float
    megabytes: float
    idle: float
    picture: bytes


def measure_start(
    program: Path,
    screen: VirtualScreen,
    cold: bool = False,
    through: tuple[str, ...] = (),
    settled: bytes | None = None,
    query: str = "",
) -> Start:
    """Start the program once, wait for its first pixels, let it settle, end it.

    `through` is a command that becomes the program; `settled` the picture of an earlier start, at
    which the page is readable; `query` what the reader left in the search box.
    """
    if cold:
        _forget(program)
    with tempfile.TemporaryDirectory() as reader:
        command = [*through, str(program)]
        if "floor" not in program.name:
            command += ["--user-data", reader]
            if query:
                _leave_at_search(Path(reader), query)
        before = screen.picture_part()
        started = time.monotonic()
        environment = {"DISPLAY": screen.display, "LANG": "C.UTF-8", "HOME": reader}
        process = subprocess.Popen(command, env=environment, start_new_session=True)
        try:
            painted = screen.wait_for_change(before, PAINT_SECONDS)
            worked = _processor_seconds(process.pid)
            readable = screen.wait_for_picture(settled, PAINT_SECONDS) if settled else painted
            time.sleep(SETTLE_SECONDS)
            busy = _processor_seconds(process.pid)
            time.sleep(IDLE_SECONDS)
            idle = (_processor_seconds(process.pid) - busy) / IDLE_SECONDS
            memory, picture = _memory(process.pid), screen.picture_part()
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
            time.sleep(0.3)
    painted, readable = (painted - started) * 1000, (readable - started) * 1000
    return Start(painted, readable, worked * 1000, memory, idle, picture)


def _leave_at_search(folder: Path, query: str) -> None:
    """Have the next start in a reader's folder begin at what a query finds."""
    store = open_store(user_paths(folder).database).store
    place = {"page": "search", "key": query, "state": {}}
    store.remember("window", json.dumps({"navigator": place}))
    store.close()


def _files(program: Path) -> list[Path]:
    """The one file, or all files of a folder build."""
    folder = program.parent / "_internal"
    return [program, *(one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())]


def _forget(program: Path) -> None:
    """Drop the program from the page cache, as after plugging in a medium."""
    for one in _files(program):
        with one.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _family(leader: int) -> list[Path]:
    """The started process and its child: all processes of its session."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) == leader:
                found.append(folder)
        except ProcessLookupError:
            continue
    return found


def _memory(leader: int) -> float:
    lines = (
        line
        for folder in _family(leader)
        for line in (folder / "smaps_rollup").read_text("ascii").splitlines()
    )
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def _processor_seconds(leader: int) -> float:
    fields = [
        (folder / "stat").read_text("utf-8").rsplit(")")[1].split() for folder in _family(leader)
    ]
    return sum(int(one[11]) + int(one[12]) for one in fields) / os.sysconf("SC_CLK_TCK")


def _row(name: str, program: Path, starts: list[Start], cold: list[Start]) -> dict[str, float]:
    row = {
        "size": sum(one.stat().st_size for one in _files(program)) / 1e6,
        "warm": statistics.median(one.milliseconds for one in starts),
        "readable": statistics.median(one.readable for one in starts),
        "cold": statistics.median(one.milliseconds for one in cold),
        "worked": statistics.median(one.worked for one in starts),
        "memory": statistics.median(one.megabytes for one in starts),
        "idle": max(one.idle for one in starts),
    }
    print(
        f"{name:18} {row['size']:7.1f} MB  warm {row['warm']:6.0f} ms"
        f"  readable {row['readable']:6.0f} ms  cold {row['cold']:6.0f} ms"
        f"  worked {row['worked']:6.0f} ms  {row['memory']:6.1f} MB memory  idle {row['idle']:.1%}",
        flush=True,
    )
    return row


def measure_beside_each_other(programs: dict[str, Path], runs: int) -> dict[str, dict[str, float]]:
    """Start the programs in turn, so that the machine's moods meet them alike."""
    warm: dict[str, list[Start]] = {name: [] for name in programs}
    cold: dict[str, list[Start]] = {name: [] for name in programs}
    with virtual_screen() as screen:
        pictures = {name: measure_start(one, screen).picture for name, one in programs.items()}
        for _ in range(runs):
            for name, program in programs.items():
                warm[name].append(measure_start(program, screen, settled=pictures[name]))
        for _ in range(max(1, runs // 2)):
            for name, program in programs.items():
                cold[name].append(measure_start(program, screen, cold=True))
    return {name: _row(name, one, warm[name], cold[name]) for name, one in programs.items()}


def first_result(program: Path, runs: int) -> float:
    """Milliseconds from the first paint to what a query finds, left in the box; the median."""
    with virtual_screen() as screen:
        settled = measure_start(program, screen, query=QUERY).picture
        starts = [measure_start(program, screen, settled=settled, query=QUERY) for _ in range(runs)]
    return statistics.median(one.readable - one.milliseconds for one in starts)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=RUNS)
    options.add_argument("--stored", action="store_true", help="also both without compression")
    options.add_argument("--folder", action="store_true", help="also the folder build")
    wanted = options.parse_args()
    folder = ROOT / "build" / "bench"
    bare = ("--entry", FLOOR_ENTRY, "--bare")
    programs = {
        "floor": freeze("floor", *bare, folder=folder),
        "program": PROGRAM,
        "floor, published": freeze("floor-published", *bare, "--published", folder=folder),
    }
    if wanted.stored:
        programs["floor, stored"] = freeze("floor-stored", *bare, "--stored", folder=folder)
        programs["program, stored"] = freeze("tehran1404-stored", "--stored", folder=folder)
    if wanted.folder:
        tree = freeze("tehran1404", "--folder", folder=folder / "tree", work=folder / "tree-work")
        programs["program, folder"] = tree / PROGRAM.name
    rows = measure_beside_each_other(programs, wanted.runs)
    ratios = {key: rows["program"][key] / rows["floor"][key] for key in BUDGETS}
    for key, budget in BUDGETS.items():
        print(f"{key:8} {ratios[key]:.2f} × the floor (budget {budget})")
    beside_published = rows["program"]["warm"] / rows["floor, published"]["warm"]
    print(f"warm     {beside_published:.2f} × the floor that PyInstaller's own bootloader starts")
    found = first_result(PROGRAM, wanted.runs)
    print(f"first result {found:.0f} ms after the first paint (budget {FOUND_MS:.0f})")
    return (
        1 if found > FOUND_MS or any(ratios[key] > budget for key, budget in BUDGETS.items()) else 0
    )


if __name__ == "__main__":
    sys.exit(main())
