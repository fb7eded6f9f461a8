"""Times as the reader's file stores them: UTC, milliseconds, text that sorts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

type Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as it is stored: `2026-11-23T08:30:00.000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The inverse of `stamp`; a time that the disk spoiled costs its place, not the note."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def later(now: str, previous: str) -> str:
    """`now`, or just after `previous` when the clock was set back: newest must stay newest."""
    return max(now, stamp(moment(previous) + timedelta(milliseconds=1)))
