"""Moves the reader's folder: everything copied and proved first, then a line points there."""

import os
import shutil
from pathlib import Path

from db.errors import KnownError
from db.paths import MOVED, UserPaths
from db.user.backup import save_copy
from db.user.store import UserStore
from db.whole_file import written_whole

TAKEN = "در این پوشه از پیش یادداشت‌هایی هست. پوشه‌ی دیگری برگزینید."
FAILED = "داده‌ها جابه‌جا نشد و همان‌جا که بود ماند. جای خالی و اجازه‌ی نوشتن را بررسی کنید."


def move_data(store: UserStore, paths: UserPaths, target: Path) -> UserPaths:
    """Copy notes, backups and settings to `target` and point there; the old files stay.

    KnownError leaves everything as it was. The store still open is the old one: the program has
    to be closed, since what is written to it afterwards stays behind.
    """
    new = UserPaths(target.absolute())
    if new.database.exists():
        raise KnownError(TAKEN)
    try:
        new.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if paths.settings.is_file():
            shutil.copy2(paths.settings, new.settings)
        if paths.backups.is_dir():
            shutil.copytree(paths.backups, new.backups, dirs_exist_ok=True)
        save_copy(store, new.database)
        (new.folder / MOVED).unlink(missing_ok=True)  # of data that were there before
        with written_whole(paths.folder / MOVED) as pointer:
            pointer.write_bytes(os.fsencode(new.folder))
    except OSError as error:
        raise KnownError(FAILED) from error
    return new
