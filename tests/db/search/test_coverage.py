"""Counting on bitmaps finds what looking at every text finds."""

from hypothesis import given
from hypothesis import strategies as st

from db.search.coverage import Place, count_covering

TEXTS = 12
SETS = st.integers(0, 2**TEXTS - 1)
LEVELS = st.lists(st.tuples(st.sampled_from((1.0, 0.8, 0.55, 0.3)), SETS), max_size=4).map(
    lambda levels: tuple(sorted(levels, key=lambda level: -level[0]))
)
PLACES = st.lists(st.builds(Place, st.sampled_from((0.05, 0.9, 2.0, 3.5)), LEVELS), max_size=4)


def covers(places: list[Place], number: int) -> bool:
    """Whether a text meets half of the whole worth, and anything at all."""
    met = [
        place.worth * next((w for w, texts in place.levels if texts >> number & 1), 0.0)
        for place in places
    ]
    return any(met) and sum(met) >= 0.5 * sum(place.worth for place in places) - 1e-9


@given(PLACES, SETS)
def test_every_text_that_meets_enough_is_counted_once(places: list[Place], allowed: int) -> None:
    expected = sum(covers(places, number) for number in range(TEXTS) if allowed >> number & 1)
    assert count_covering(places, allowed, 0.5) == expected
