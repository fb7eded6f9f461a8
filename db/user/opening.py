"""Opens the reader's file whatever its state, and says in a sentence what was found."""

import os
from dataclasses import dataclass
from pathlib import Path

from db.connection import open_user
from db.user.clock import Clock, utc_now
from db.user.failures import known_failures
from db.user.migration import create
from db.user.store import UserStore


@dataclass(frozen=True)
class Opening:
    """An open store; `sentence` is the Persian banner, None when there is nothing to say."""

    store: UserStore
    sentence: str | None = None


def open_store(path: Path, *, edition: str = "1", clock: Clock = utc_now) -> Opening:
    """Open the reader's file, making it when there is none; the folder is made for its owner."""
    with known_failures():
        new = not path.exists()
        if new:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = open_user(path)
        if new:
            create(connection)
        return Opening(UserStore(connection, edition=edition, clock=clock))
