"""Sets of documents as integers, one bit for each document: quick to intersect and to count."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import islice
from operator import or_

ENOUGH = 200  # documents; with so many, those that hold fewer of the words are left out
MOST = 500  # documents that are scored at all
_MOST_WORDS = 8  # the rarest of the query choose; the others only score

_SPARSE = 5  # bytes of bitmap for each member, above which setting single bits is quicker
_SHORT = 512  # documents
_FEW = 20  # members
_ONE = ord("1")
_SOME = re.compile(rb"[^\0]")
_BITS = [tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]


def of_numbers(numbers: Iterable[int], size: int) -> int:
    """The bitmap of document numbers; `size` in bytes."""
    listed = list(numbers)
    if len(listed) * _SPARSE > size:
        digits = bytearray(b"0") * (size * 8)
        for number in listed:
            digits[number] = _ONE
        digits.reverse()
        return int(digits, 2)
    bits = bytearray(size)
    for number in listed:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def union(bitmaps: Iterable[int]) -> int:
    """The documents of any of some bitmaps."""
    return reduce(or_, bitmaps, 0)


def members(bits: int) -> Iterator[int]:
    """The document numbers of a bitmap, ascending."""
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for found in _SOME.finditer(data):
        first = found.start() * 8
        for bit in _BITS[data[found.start()]]:
            yield first + bit


def numbers(bits: int) -> tuple[int, ...]:
    """All members at once; those of short bitmaps, which recur, are cached."""
    if bits.bit_length() <= _SHORT:
        return _kept(bits)
    return _highest_first(bits) if bits.bit_count() <= _FEW else tuple(members(bits))


def _highest_first(bits: int) -> tuple[int, ...]:
    """Found bit by bit from the highest: quicker for a few members than going through all bytes."""
    found = []
    while bits:
        highest = bits.bit_length() - 1
        found.append(highest)
        bits ^= 1 << highest
    return tuple(reversed(found))


@lru_cache(maxsize=2_000)
def _kept(bits: int) -> tuple[int, ...]:
    return tuple(members(bits))


def likeliest(words: Sequence[int], allowed: int | None, wanted: int = 0) -> set[int]:
    """The documents that hold most of the words, at most MOST of them, or `wanted` if that is more.

    Those that hold all words come first, then those that lack one, until there are ENOUGH.
    """
    enough, most = max(ENOUGH, wanted), max(MOST, wanted)
    rarest = sorted((bits for bits in words if bits), key=int.bit_count)[:_MOST_WORDS]
    held = [0] * (len(rarest) + 1)  # held[n]: documents with n of the words or more
    for bits in rarest if allowed is None else [bits & allowed for bits in rarest]:
        for count in range(len(rarest), 1, -1):
            held[count] |= held[count - 1] & bits
        held[1] |= bits
    found: set[int] = set()
    for count in range(len(rarest), 0, -1):
        for bits in (*(held[count] & bits for bits in rarest), held[count]):
            found.update(islice(members(bits), most - len(found)))
            if len(found) >= enough:
                return found
    return found
