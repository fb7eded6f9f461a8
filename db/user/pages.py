"""Cuts rows out of a damaged SQLite file page by page, asking no tree that may be broken.

Source: sqlite.org/fileformat2.html, sections 1.6 (b-tree pages), 2.1 (records) and 4 (the log).
"""

import struct
from collections.abc import Iterator
from pathlib import Path

PAGE = 4096  # what SQLite gives a file of ours; the header that says so may be the damaged part
_WAL_HEADER = 32
_FRAME_HEADER = 24
_OTHER_PAGES = (2, 5, 10)  # interior pages and index leaves: they hold no rows
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

type Cut = tuple[str | int | float | bytes | None, ...]


def rows_in(database: Path) -> Iterator[Cut]:
    """Every row that can still be read from a file and its log, of whatever table."""
    pages = _pages(database)
    for number, page in sorted(pages.items()):
        start = 100 if number == 1 else 0
        if page[start] in _OTHER_PAGES:
            continue
        count = int.from_bytes(page[start + 3 : start + 5])
        pointers = page[start + 8 : start + 8 + 2 * count]
        for (offset,) in struct.iter_unpack(">H", pointers[: len(pointers) // 2 * 2]):
            try:
                yield _record(_payload(page, offset, pages))
            except (IndexError, ValueError, KeyError, struct.error):
                continue  # this cell is damaged; its neighbours need not be


def _pages(database: Path) -> dict[int, bytes]:
    """Pages by number, those in the log over those in the file."""
    data = database.read_bytes() if database.exists() else b""
    data += bytes(-len(data) % PAGE)
    pages = {at // PAGE + 1: data[at : at + PAGE] for at in range(0, len(data), PAGE)}
    log = database.with_name(f"{database.name}-wal")
    if log.is_file():
        pages |= _committed(log.read_bytes())
    return pages


def _committed(log: bytes) -> dict[int, bytes]:
    """The pages of all whole transactions in a write-ahead log."""
    pages: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    order = ">" if log[:4] == b"\x37\x7f\x06\x83" else "<"
    sums = _checksum(log[:24], (0, 0), order)
    step = _FRAME_HEADER + PAGE
    for at in range(_WAL_HEADER, len(log) - step + 1, step):
        frame = log[at : at + step]
        number, size_after, *_salts, first, second = struct.unpack(">6I", frame[:24])
        sums = _checksum(frame[:8] + frame[24:], sums, order)
        if frame[8:16] != log[16:24] or sums != (first, second):
            break
        pending[number] = frame[24:]
        if size_after:
            pages |= pending
            pending = {}
    return pages


def _checksum(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    for low, high in struct.iter_unpack(f"{order}II", data[: len(data) // 8 * 8]):
        first = (first + low + second) & 0xFFFFFFFF
        second = (second + high + first) & 0xFFFFFFFF
    return first, second


def _payload(page: bytes, offset: int, pages: dict[int, bytes]) -> bytes:
    """The bytes of a cell, followed through the pages it overflows into."""
    length, offset = _varint(page, offset)
    _, offset = _varint(page, offset)
    local = _local_length(length)
    payload = page[offset : offset + local]
    following = int.from_bytes(page[offset + local : offset + local + 4]) if local < length else 0
    while len(payload) < length:
        chunk = pages[following]
        following = int.from_bytes(chunk[:4])
        payload += chunk[4 : 4 + length - len(payload)]
    return payload


def _local_length(length: int) -> int:
    """How much of a payload lies in the leaf itself."""
    if length <= PAGE - 35:
        return length
    least = (PAGE - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (PAGE - 4)
    return fitting if fitting <= PAGE - 35 else least


def _record(payload: bytes) -> Cut:
    header_end, at = _varint(payload, 0)
    values: list[str | int | float | bytes | None] = []
    body = header_end
    while at < header_end:
        kind, at = _varint(payload, at)
        value, body = _value(payload, kind, body)
        values.append(value)
    if at != header_end or body != len(payload):
        raise ValueError("the record does not add up")
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[str | int | float | bytes | None, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind == 7:
        return float(struct.unpack(">d", payload[at : at + 8])[0]), at + 8
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    end = at + (kind - 12) // 2
    raw = payload[at:end]
    return (raw.decode("utf-8", "replace") if kind % 2 else raw), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(8):
        byte = data[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    return value << 8 | data[at + 8], at + 9
