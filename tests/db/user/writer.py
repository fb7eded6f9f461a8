"""A program that writes until it is killed, and says what it was told is on disk."""

import sys
from itertools import count
from pathlib import Path

from db.user.opening import open_store


def main(path: Path) -> None:
    store = open_store(path).store
    for number in count():
        store.save_draft("economy-1", "economy-1", f"{number}")
        _say(f"draft {number}")
        note = store.add_annotation("economy-1", note=f"یادداشت {number}", tags=["الف"]).value
        _say(f"note {note.uuid}")
        if number % 3 == 0:
            store.delete_annotation(note.uuid)
            store.undo()
        if number % 5 == 0:
            store.add_bookmark(f"economy-{number}")
            _say(f"mark economy-{number}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
