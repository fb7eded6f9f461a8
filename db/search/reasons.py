"""Why an item was found when none of its own words are the query's."""

from collections.abc import Iterable

from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.text.tokens import tokens


class Reasons:
    """Names the subject term that led from the query to the item."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._morphology = morphology

    def why(self, item_id: str, terms: Iterable[str]) -> str | None:
        """One Persian phrase, e.g. «از راهِ موضوع: پسماند»; None when no subject term led here."""
        wanted = {part for term in terms for part in term.partition(":")[2].split("+")}
        best: tuple[int, str] | None = None
        for subject in self._lexicon.subjects.get(item_id, ()):
            keys = [token.key for token in tokens(subject)]
            met = sum(not wanted.isdisjoint(self._morphology.forms(key).roots) for key in keys)
            if met and (best is None or met > best[0]):
                best = (met, subject)
        return f"از راهِ موضوع: {best[1]}" if best else None
