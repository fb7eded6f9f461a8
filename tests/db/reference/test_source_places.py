"""Edited stretches found again in the verbatim text."""

import pytest

from db.reference.source_places import in_edited, in_source, source_places
from db.reference.store import ReferenceStore


def test_every_letter_of_the_edition_has_its_place_in_the_source(reference: ReferenceStore) -> None:
    for item in reference.items():
        places = source_places(item, reference.errata(item.id))
        starts = [places[at][0] for at in sorted(places)]
        assert starts == sorted(starts)
        assert max(end for _, end in places.values()) <= len(item.verbatim)


@pytest.mark.parametrize(
    ("item_id", "edited", "verbatim"),
    [
        ("infrastructure-4", "زیرساخت‌های ارتباطی", "زيرساختهاي ارتباطي"),
        ("infrastructure-vision", "شهری است", "شهري است"),
        ("infrastructure-vision", "زیرساخت‌های آب", "زيساختهاي آب"),  # through a correction
    ],
)
def test_a_stretch_is_found_in_the_source(
    reference: ReferenceStore, item_id: str, edited: str, verbatim: str
) -> None:
    item = reference.item(item_id)
    start = item.edited.index(edited)
    places = source_places(item, reference.errata(item_id))
    found = in_source(places, start, start + len(edited))
    assert item.verbatim[slice(*found)] == verbatim


def test_a_stretch_without_letters_is_empty(reference: ReferenceStore) -> None:
    item = reference.item("infrastructure-4")
    space = item.edited.index(" ")
    start, end = in_source(source_places(item, ()), space, space + 1)
    assert start == end


@pytest.mark.parametrize(
    ("item_id", "verbatim", "edited"),
    [
        ("infrastructure-4", "زيرساختهاي ارتباطي", "زیرساخت\u200cهای ارتباطی"),
        ("infrastructure-vision", "زيساختهاي آب", "زیرساخت\u200cهای آب"),
    ],
)
def test_a_stretch_of_the_source_is_found_in_the_edition(
    reference: ReferenceStore, item_id: str, verbatim: str, edited: str
) -> None:
    item = reference.item(item_id)
    start = item.verbatim.index(verbatim)
    places = source_places(item, reference.errata(item_id))
    found = in_edited(places, start, start + len(verbatim))
    assert item.edited[slice(*found)] == edited
