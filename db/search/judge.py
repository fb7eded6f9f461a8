"""What a query says by itself against an answer or for one, brought before the verdict."""

from collections.abc import Sequence

from db.search.leanings import Leanings
from db.search.lexicon import Lexicon
from db.search.listed_terms import ListedTerms
from db.search.morphology import Morphology
from db.search.ranked import Ranking
from db.search.slots import Slot
from db.search.verdict import Verdict


class Judge:
    """Knows what is elsewhere, what a vision never tells, and which way words lean."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        self.elsewhere = ListedTerms(lexicon.elsewhere, morphology)
        self._particulars = ListedTerms(lexicon.particulars, morphology)
        self._leanings = Leanings(lexicon.leanings, morphology)

    def verdict(self, slots: Sequence[Slot], ranking: Ranking) -> Verdict:
        """Draws the line for the items that a query ranks."""
        return Verdict(
            ranking,
            self.elsewhere.places(slots),
            bool(self._particulars.places(slots)),
            self._leanings.of(slots),
        )
