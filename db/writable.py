"""Whether a place can be written."""

import os
import sys
from pathlib import Path

# Letters from a reader's folder to the end of the longest name in it: a backup in the making.
LONGEST_INSIDE = 64


def can_write(path: Path) -> bool:
    """Whether a file, or what comes into a folder, can be written; nothing is left there."""
    if not os.access(path, os.W_OK):
        return False
    if sys.platform != "win32":
        return True
    from uuid import uuid4  # 2.8 ms that a start elsewhere need not spend

    # Windows answers by a mark from DOS: rights, locked media and long names show in the act alone.
    try:
        if path.is_dir():
            tried = path / str(uuid4()).ljust(LONGEST_INSIDE, "-")
            os.close(os.open(tried, os.O_RDWR | os.O_CREAT | os.O_TEMPORARY))
        else:
            os.close(os.open(path, os.O_RDWR))
    except OSError:
        return False
    return True
