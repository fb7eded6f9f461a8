"""Proves that the edition is the source: every character accounted for, every change stated."""

from collections import defaultdict

from db.build.edition import Edition, Entry, ErratumEntry
from db.build.errors import EditionError
from db.record import record
from db.text.normalize import letters

_NOT_ALLOWED = ("ي", "ك", " ها ", " های ", " هایی ", " می ", " نمی ", " تر ", " ترین ", "  ")


@record
class PlacedErratum:
    """An erratum with its half-open code point ranges in verbatim and edited."""

    entry: ErratumEntry
    verbatim: tuple[int, int]
    edited: tuple[int, int]


def prove(edition: Edition, source: str) -> None:
    """Raise EditionError for the first thing in the edition that the source does not bear out."""
    _prove_every_character(edition, source.split("\n"))
    for entry in edition.entries():
        _prove_orthography(edition, entry)
        place_errata(edition, entry)
        for doubt in entry.doubtful:
            if doubt.fragment not in entry.edited:
                raise edition.refuse(entry.id, f"doubtful {doubt.fragment!r} is not in edited")
    _prove_references(edition)


def _prove_every_character(edition: Edition, lines: list[str]) -> None:
    pieces: dict[int, list[str]] = defaultdict(list)
    for entry in edition.entries():
        pieces[entry.line] += [entry.marker, entry.verbatim] if entry.marker else [entry.verbatim]
        if not 0 < entry.line <= len(lines):
            raise edition.refuse(entry.id, f"the source has no line {entry.line}")
    for furniture in edition.furniture:
        pieces[furniture.line].append(furniture.verbatim)
    for number, line in enumerate(lines, start=1):
        left = _remove_in_any_order(line, pieces.pop(number, []))
        if left.strip():
            file = next(iter(edition.files.values())).path.with_name("tehran-1404.txt")
            raise EditionError(file, number, f"not accounted for exactly once: {left.strip()!r}")
    if pieces:
        file = next(iter(edition.files.values())).path.with_name("furniture.toml")
        raise EditionError(file, 1, f"the source has no lines {sorted(pieces)}")


def _remove_in_any_order(line: str, pieces: list[str]) -> str:
    """The line without its pieces, longest first; a piece that is missing leaves its own text."""
    for piece in sorted(pieces, key=len, reverse=True):
        if piece not in line:
            return piece
        # The removed text leaves a mark that no later piece can match across.
        line = line.replace(piece, "\n", 1)
    return line


def _prove_orthography(edition: Edition, entry: Entry) -> None:
    padded = f" {entry.edited} "
    for fragment in _NOT_ALLOWED:
        if fragment in padded:
            raise edition.refuse(entry.id, f"edited still holds {fragment!r}")
    if entry.edited != entry.edited.strip():
        raise edition.refuse(entry.id, "edited has outer white space")


def place_errata(edition: Edition, entry: Entry) -> tuple[PlacedErratum, ...]:
    """Where each erratum stands; EditionError unless verbatim + errata give edited's letters."""
    placed: list[PlacedErratum] = []
    position, corrected = 0, ""
    found = [(_find(edition, entry, one), one) for one in entry.errata]
    for start, erratum in sorted(found, key=lambda pair: pair[0]):
        if start < position:
            raise edition.refuse(entry.id, f"errata overlap at {erratum.source!r}")
        corrected += entry.verbatim[position:start]
        before = len(letters(corrected))
        corrected += erratum.corrected
        position = start + len(erratum.source)
        span = _edited_span(entry.edited, before, len(letters(corrected)))
        if letters(entry.edited[slice(*span)]) != letters(erratum.corrected):
            raise edition.refuse(entry.id, f"{erratum.corrected!r} does not stand in edited")
        placed.append(PlacedErratum(erratum, (start, position), span))
    corrected += entry.verbatim[position:]
    if letters(corrected) != letters(entry.edited):
        raise edition.refuse(entry.id, _difference(letters(corrected), letters(entry.edited)))
    return tuple(placed)


def _find(edition: Edition, entry: Entry, erratum: ErratumEntry) -> int:
    count = entry.verbatim.count(erratum.source)
    if not count or (count > 1 and not erratum.occurrence):
        raise edition.refuse(entry.id, f"{erratum.source!r} occurs {count} times in verbatim")
    if not 0 <= erratum.occurrence <= count:
        raise edition.refuse(entry.id, f"{erratum.source!r} has no such occurrence")
    start = -1
    for _ in range(max(erratum.occurrence, 1)):
        start = entry.verbatim.find(erratum.source, start + 1)
    return start


def _edited_span(edited: str, first: int, last: int) -> tuple[int, int]:
    """Code point range in `edited` of its letters number first..last (spacing not counted)."""
    places = [place for place, letter in enumerate(edited) if letters(letter)]
    if first == last:
        place = places[first] if first < len(places) else len(edited)
        return place, place
    return places[first], places[last - 1] + 1


def _difference(stated: str, edited: str) -> str:
    length = min(len(stated), len(edited))
    at = next((i for i in range(length) if stated[i] != edited[i]), length)
    around = slice(max(0, at - 10), at + 10)
    return f"errata give …{stated[around]}… but edited has …{edited[around]}…"


def _prove_references(edition: Edition) -> None:
    known = {entry.id for axis in edition.axes.values() for entry in axis if entry.kind != "axis"}
    for entry in edition.entries():
        if entry.duplicate_of and entry.duplicate_of not in known:
            raise edition.refuse(entry.id, f"duplicate_of {entry.duplicate_of!r} is unknown")
    named = [(theme.slug, theme.items) for theme in edition.themes]
    named += [("related", entry.items) for entry in edition.related]
    file = next(iter(edition.files.values())).path
    for name, items in named:
        strangers = sorted(set(items) - known)
        if strangers or len(set(items)) != len(items) or len(items) < 1:
            reason = f"{name}: unknown or repeated ids {strangers or items}"
            place = "related.toml" if name == "related" else "themes.toml"
            raise EditionError(file.with_name(place), 1, reason)
