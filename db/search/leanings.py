"""Which way the words of a query lean: to what the items are asked, or to what is elsewhere."""

from collections.abc import Mapping, Sequence

from db.search.morphology import Morphology
from db.search.slots import Slot

HUNDREDTHS = 100  # of a log odds ratio, as the table keeps them


class Leanings:
    """Log odds of words in the terms of the items against those of the lists, as naive Bayes has.

    Words in a row, each of which some item answers to, may still be what nobody asks a vision.
    """

    def __init__(self, odds: Mapping[str, str], morphology: Morphology) -> None:
        """`odds` gives the hundredths of each stem that leans at all."""
        self._odds = odds
        self._morphology = morphology

    def of(self, slots: Sequence[Slot]) -> tuple[float, ...]:
        """The log odds of each place of a query, the best of alternatives; 0 for strangers."""
        return tuple(max(map(self._odds_of, slot.keys)) / HUNDREDTHS for slot in slots)

    def _odds_of(self, key: str) -> int:
        """Of the stems that a word may have, those of the first that leans at all."""
        stems = (self._morphology.shortest(key), *sorted(self._morphology.forms(key).stems))
        return next((int(odds) for odds in map(self._odds.get, stems) if odds), 0)
