"""The acts of a session on a stack; a day has thousands, and only the last are soon wanted."""

from collections.abc import Iterator, Sequence

from db.user.models import Change

_AT_HAND = 16


class SessionActs[T]:
    """Like a list that is used at its end; what lies deeper than `_AT_HAND` is packed.

    As objects an act takes ten times as much memory. What is no `Change` stays as it is.
    """

    def __init__(self) -> None:
        self._acts: list[T | bytes] = []

    @property
    def last(self) -> T | None:
        """The act on top, None when there is none."""
        return _unpacked(self._acts[-1]) if self._acts else None

    def append(self, act: T) -> None:
        self._acts.append(act)
        deep = len(self._acts) - 1 - _AT_HAND
        if deep >= 0:
            self._acts[deep] = _packed(self._acts[deep])

    def pop(self) -> T:
        return _unpacked(self._acts.pop())

    def clear(self) -> None:
        self._acts.clear()

    def replace(self, acts: Sequence[T]) -> None:
        """Hold other acts instead, the last of them on top."""
        self.clear()
        for act in acts:
            self.append(act)

    def __reversed__(self) -> Iterator[T]:
        return map(_unpacked, reversed(self._acts))


def _packed[T](act: T | bytes) -> T | bytes:
    if not isinstance(act, Change):
        return act
    # Not at the start, where nothing can be undone yet.
    from pickle import HIGHEST_PROTOCOL, dumps

    return dumps(act, HIGHEST_PROTOCOL)


def _unpacked[T](act: T | bytes) -> T:
    if not isinstance(act, bytes):
        return act
    from pickle import loads

    return loads(act)  # type: ignore[no-any-return]
