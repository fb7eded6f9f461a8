"""Where a stretch of an item's edited text stands in its verbatim text, and the reverse."""

from collections.abc import Iterable, Mapping

from db.reference.models import Erratum, Item
from db.text.normalize import letters

type Places = Mapping[int, tuple[int, int]]


def source_places(item: Item, errata: Iterable[Erratum]) -> Places:
    """For each edited letter, by its code point, the verbatim range it comes from.

    Between corrections both texts have the same letters, in other forms and spacing, as the build
    proves; a corrected letter comes from the whole of what was corrected.
    """
    places: dict[int, tuple[int, int]] = {}
    edited_at = verbatim_at = 0
    for one in sorted(errata, key=lambda one: one.edited_start):
        ours = _letters(item.edited, edited_at, one.edited_start)
        theirs = _letters(item.verbatim, verbatim_at, one.verbatim_start)
        places.update((at, (other, other + 1)) for at, other in zip(ours, theirs, strict=True))
        whole = (one.verbatim_start, one.verbatim_end)
        places.update(dict.fromkeys(range(one.edited_start, one.edited_end), whole))
        edited_at, verbatim_at = one.edited_end, one.verbatim_end
    ours = _letters(item.edited, edited_at, len(item.edited))
    theirs = _letters(item.verbatim, verbatim_at, len(item.verbatim))
    places.update((at, (other, other + 1)) for at, other in zip(ours, theirs, strict=True))
    return places


def _letters(text: str, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if letters(text[at])]


def in_source(places: Places, start: int, end: int) -> tuple[int, int]:
    """The verbatim range of an edited one; empty where no letter stands in it."""
    found = [places[at] for at in range(start, end) if at in places]
    return (found[0][0], max(last for _, last in found)) if found else (0, 0)


def in_edited(places: Places, start: int, end: int) -> tuple[int, int]:
    """The edited range of a verbatim one; empty where no letter comes from it."""
    found = [at for at, (first, last) in places.items() if first < end and last > start]
    return (min(found), max(found) + 1) if found else (0, 0)
