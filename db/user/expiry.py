"""Deletes for ever what has lain in the trash too long, never without a backup that holds it."""

from contextlib import closing
from pathlib import Path

from db.connection import open_user
from db.user.backup import Backups
from db.user.clock import Clock, utc_now
from db.user.failures import known_failures
from db.user.store import UserStore


def purge_expired(database: Path, backups: Backups, clock: Clock = utc_now) -> int:
    """Delete for ever what is too old, and return how many; for a thread beside the window.

    It works through a store of its own, so that the history of the window's acts stays. KnownError
    when the backup fails; then nothing is deleted.
    """
    with known_failures(), closing(UserStore(open_user(database), clock=clock)) as store:
        old = store.expired()
        if not old:
            return 0
        newest = backups.newest()
        if newest is None or newest.holds.data_version != store.data_version:
            backups.make(database, "purge")
        return store.purge(old)
