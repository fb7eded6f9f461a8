"""Makes a data library of ICU that holds only what a Persian interface of Qt asks for.

Qt uses ICU for sorting, case, text boundaries and time zones; four fifths of ICU's data are
names of currencies, regions and units in hundreds of languages and tables of old encodings.
"""

import re
import struct
import subprocess
from pathlib import Path

LANGUAGES = r"(root|fa|fa_IR|fa_AF|en|en_US|pool|res_index)\.res"
KEPT = re.compile(
    rf"({LANGUAGES}|coll/({LANGUAGES}|ucadata\.icu)|brkitr/({LANGUAGES}|\w+\.brk)"
    r"|(supplementalData|numberingSystems|plurals|likelySubtags|langInfo|keyTypeData|metadata"
    r"|dayPeriods|genderList|timezoneTypes|zoneinfo64|metaZones|windowsZones|icustd|icuver)\.res"
    r"|\w+\.nrm|(cnvalias|ulayout|uemoji|pnames|uprops|ucase|ubidi)\.icu)"
)
ALIGNMENT = 16
SOURCE = """\
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}: .incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack,"",@progbits
"""


def read_package(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Header and items (by full name) of a little-endian ICU data package."""
    (header_size,) = struct.unpack_from("<H", data)
    table = data[header_size:]
    (count,) = struct.unpack_from("<I", table)
    places = [struct.unpack_from("<II", table, 4 + 8 * index) for index in range(count)]
    ends = [place[1] for place in places[1:]] + [len(table)]
    items = {
        table[name : table.index(b"\0", name)].decode(): table[start:end]
        for (name, start), end in zip(places, ends, strict=True)
    }
    return data[:header_size], items


def write_package(header: bytes, items: dict[str, bytes]) -> bytes:
    """The package again, from items sorted by name as ICU's search expects."""
    names = sorted(items)
    text = b"".join(name.encode() + b"\0" for name in names)
    name_at, data_at = 4 + 8 * len(names), _aligned(4 + 8 * len(names) + len(text))
    table, body = [struct.pack("<I", len(names))], bytearray()
    for name in names:
        table.append(struct.pack("<II", name_at, data_at + len(body)))
        name_at += len(name) + 1
        body += items[name] + bytes(_aligned(len(items[name])) - len(items[name]))
    return header + (b"".join(table) + text).ljust(data_at, b"\0") + bytes(body)


def _aligned(size: int) -> int:
    return -size % ALIGNMENT + size


def kept_items(items: dict[str, bytes]) -> dict[str, bytes]:
    """Items whose name, without the package's own, is on the list."""
    return {name: one for name, one in items.items() if KEPT.fullmatch(name.partition("/")[2])}


def make_small_library(library: Path, work: Path) -> Path:
    """Write the small library beside the work files and return its path."""
    symbol, offset, size = _data_symbol(library)
    header, items = read_package(library.read_bytes()[offset : offset + size])
    work.mkdir(parents=True, exist_ok=True)
    data, source, built = work / "icu.dat", work / "icu.s", work / library.name
    data.write_bytes(write_package(header, kept_items(items)))
    source.write_text(SOURCE.format(symbol=symbol, data=data.resolve()), "ascii")
    subprocess.run(["as", "-o", work / "icu.o", source], check=True)
    subprocess.run(
        ["ld", "-shared", "-soname", library.name, "-o", built, work / "icu.o"], check=True
    )
    return built


def _data_symbol(library: Path) -> tuple[str, int, int]:
    """Name, place and size of ICU's data; in this library addresses are file offsets."""
    table = subprocess.run(
        ["readelf", "-Ws", str(library)], capture_output=True, text=True, check=True
    ).stdout
    for words in (line.split() for line in table.splitlines()):
        if words and re.fullmatch(r"icudt\d+_dat", words[-1]):
            return words[-1], int(words[1], 16), int(words[2], 0)
    raise SystemExit(f"{library.name} holds no ICU data")
