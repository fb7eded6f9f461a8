"""Why an item was found when none of its own words are the query's."""

from collections.abc import Iterable
from functools import lru_cache

from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.text.tokens import tokens


class Reasons:
    """Names the subject term that led from the query to the item."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._morphology = morphology
        self._subjects = lru_cache(maxsize=256)(self._analyse)

    def _analyse(self, item_id: str) -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
        return tuple(
            (subject, tuple(self._morphology.forms(token.key).roots for token in tokens(subject)))
            for subject in self._lexicon.subjects.get(item_id, ())
        )

    def why(self, item_id: str, terms: Iterable[str]) -> str | None:
        """One Persian phrase, e.g. «از راهِ موضوع: پسماند»; None when no subject term led here."""
        wanted = {part for term in terms for part in term.partition(":")[2].split("+")}
        best: tuple[int, str] | None = None
        for subject, words in self._subjects(item_id):
            met = sum(not wanted.isdisjoint(roots) for roots in words)
            if met and (best is None or met > best[0]):
                best = (met, subject)
        return f"از راهِ موضوع: {best[1]}" if best else None
