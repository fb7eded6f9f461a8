"""Holds each folder of the core and the window to its coverage floor."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

FLOORS = {"db/exchange": 100.0, "db/text": 100.0, "db/user": 100.0, "db": 90.0, "desktop": 75.0}


def coverage_of(folder: str, files: Mapping[str, Mapping[str, int]]) -> float:
    """Per cent of lines and branches of `folder` that were run; 100 for a folder without code."""
    inside = [counts for path, counts in files.items() if path.startswith(f"{folder}/")]
    wanted = sum(one["num_statements"] + one.get("num_branches", 0) for one in inside)
    covered = sum(one["covered_lines"] + one.get("covered_branches", 0) for one in inside)
    return 100.0 * covered / wanted if wanted else 100.0


def below_floor(files: Mapping[str, Mapping[str, int]]) -> list[str]:
    """One line for each folder under its floor."""
    measured = {folder: coverage_of(folder, files) for folder in FLOORS}
    return [
        f"{folder}: {measured[folder]:.1f} % is below its floor of {floor:.0f} %"
        for folder, floor in FLOORS.items()
        if measured[folder] < floor
    ]


def main() -> int:
    report = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    files = {path.replace("\\", "/"): one["summary"] for path, one in report["files"].items()}
    for folder in FLOORS:
        print(f"{folder:10} {coverage_of(folder, files):6.1f} %")
    complaints = below_floor(files)
    print("\n".join(complaints), end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
