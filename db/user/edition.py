"""Takes the reader's notes along when the program brings another edition of the document."""

from collections.abc import Mapping

from db.text.normalize import persian_digits
from db.user.anchors import Reanchored
from db.user.backup import Backups
from db.user.store import UserStore

_SEEN = "edition"


def follow_edition(store: UserStore, backups: Backups, texts: Mapping[str, str]) -> str | None:
    """Find the places of notes in an edition this file has not met yet, after a backup.

    The Persian sentence for the reader; None when no note had to move. KnownError when the backup
    fails; then nothing is changed and the next start tries again.
    """
    if store.recall(_SEEN) == store.edition:
        return None
    if not store.on_other_editions():
        store.remember(_SEEN, store.edition)
        return None
    backups.make(store.path, "edition")
    done = store.reanchor(texts)
    store.remember(_SEEN, store.edition)
    return _sentence(done)


def _sentence(done: Reanchored) -> str | None:
    if not done.moved and not done.lost:
        return None
    said = "متن سند ویراست تازه‌ای دارد: "
    if done.moved:
        said += f"{done.moved} یادداشت با عبارت خود جابه‌جا شد"
    if done.lost:
        said += " و " if done.moved else ""
        said += f"عبارت {done.lost} یادداشت پیدا نشد؛ در «یادداشت‌های من» با «جای گم‌شده» ببینید"
    return persian_digits(f"{said}.")
