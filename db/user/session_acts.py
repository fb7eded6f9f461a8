"""The acts of a session on a stack; a day has thousands, and only the last are soon wanted."""

from collections.abc import Iterator, Sequence
from itertools import chain

from db.user.models import Change

_AT_HAND = 16
_BLOCK = 32


class SessionActs[T]:
    """Like a list that is used at its end; what lies deeper is packed in blocks.

    Packed by itself an act takes eight times as much memory, for most of it are words that the
    others of its block say too. A block with what is no `Change` stays as it is.
    """

    def __init__(self) -> None:
        self._deep: list[bytes | tuple[T, ...]] = []
        self._at_hand: list[T] = []

    @property
    def last(self) -> T | None:
        """The act on top, None when there is none."""
        self._reach()
        return self._at_hand[-1] if self._at_hand else None

    def append(self, act: T) -> None:
        self._at_hand.append(act)
        if len(self._at_hand) > _AT_HAND + _BLOCK:
            self._deep.append(_packed(tuple(self._at_hand[:_BLOCK])))
            del self._at_hand[:_BLOCK]

    def pop(self) -> T:
        self._reach()
        return self._at_hand.pop()

    def _reach(self) -> None:
        if not self._at_hand and self._deep:
            self._at_hand.extend(_unpacked(self._deep.pop()))

    def clear(self) -> None:
        self._deep.clear()
        self._at_hand.clear()

    def replace(self, acts: Sequence[T]) -> None:
        """Hold other acts instead, the last of them on top."""
        self.clear()
        for act in acts:
            self.append(act)

    def __reversed__(self) -> Iterator[T]:
        blocks = (reversed(_unpacked(block)) for block in reversed(self._deep))
        return chain(reversed(self._at_hand), chain.from_iterable(blocks))


def _packed[T](acts: tuple[T, ...]) -> bytes | tuple[T, ...]:
    if not all(isinstance(act, Change) for act in acts):
        return acts
    # Not at the start, where nothing can be undone yet.
    from pickle import HIGHEST_PROTOCOL, dumps
    from zlib import compress

    return compress(dumps(acts, HIGHEST_PROTOCOL))


def _unpacked[T](block: bytes | tuple[T, ...]) -> tuple[T, ...]:
    if not isinstance(block, bytes):
        return block
    from pickle import loads
    from zlib import decompress

    acts: tuple[T, ...] = loads(decompress(block))
    return acts
