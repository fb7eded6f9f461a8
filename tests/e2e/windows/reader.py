"""What lies in a reader's folder, looked at while no program has it open."""

import sqlite3
from contextlib import closing
from pathlib import Path


def held(notes: Path) -> tuple[int, int]:
    """Bookmarks and notes in a file."""
    with closing(sqlite3.connect(f"file:{notes}?mode=ro", uri=True)) as opened:
        marked = opened.execute("SELECT count(*) FROM bookmark WHERE deleted IS NULL").fetchone()
        noted = opened.execute("SELECT count(*) FROM annotation WHERE deleted IS NULL").fetchone()
    return marked[0], noted[0]
