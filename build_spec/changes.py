"""Changes to published sources of others that the executable carries changed."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Change:
    """A piece of the published source and what stands there instead."""

    file: str
    old: str
    new: str
    times: int = 1


def apply_change(source: Path, change: Change) -> None:
    """Change one file; refuse a source that no longer reads as expected."""
    path = source / change.file
    text = path.read_text("utf-8")
    if text.count(change.old) != change.times:
        raise SystemExit(f"{change.file} is no longer as published: look for {change.old!r}")
    path.write_text(text.replace(change.old, change.new), "utf-8", newline="\n")
