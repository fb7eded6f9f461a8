"""Why an item was found when none of its own words are the query's."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from db.search.lexicon import Lexicon

_FULL = 10  # what a word adds that is met by its surest term; each further term is worth less
_MOST_NOTED = 2_000  # words whose subject terms are kept at hand: those of one query recur in all


class Reasons:
    """Names the subject term that led from the query to the item."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._noted = lru_cache(maxsize=_MOST_NOTED)(lexicon.subject_words.get)

    def why(self, item_id: str, terms: Iterable[Iterable[str]]) -> str | None:
        """One Persian phrase, e.g. «از راهِ موضوع: پسماند»; None when no subject term led here.

        `terms` gives, word by word of the query, the typed terms it was met by, the surest first.
        """
        met = Counter[int]()
        for of_word in terms:
            places: dict[int, int] = {}
            for rank, term in enumerate(of_word):
                for place in self._places(item_id, term):
                    places.setdefault(place, rank)
            met.update({place: _FULL - min(rank, _FULL - 1) for place, rank in places.items()})
        if not met:
            return None
        best = min(met, key=lambda place: (-met[place], place))
        return f"از راهِ موضوع: {self._lexicon.subjects[item_id][best]}"

    def _places(self, item_id: str, term: str) -> Iterator[int]:
        """Which subject terms of the item hold a typed term."""
        for name in term.partition(":")[2].split("+"):
            _, found, rest = (self._noted(name) or "").partition(f" {item_id}:")
            if found:
                yield from map(int, rest.partition(" ")[0].split(","))
