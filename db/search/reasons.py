"""Why an item was found when none of its own words are the query's."""

from collections.abc import Callable, Iterable
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

    def _analyse(self, item_id: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple(
            (subject, tuple(token.key for token in tokens(subject)))
            for subject in self._lexicon.subjects.get(item_id, ())
        )

    def why(self, item_id: str, terms: Iterable[str]) -> str | None:
        """One Persian phrase, e.g. «از راهِ موضوع: پسماند»; None when no subject term led here."""
        wanted = {part for term in terms for part in term.partition(":")[2].split("+")}
        subjects = self._subjects(item_id)
        # A stem mostly begins its word; only where none does are all words looked at closely.
        heads = tuple(wanted)
        best = _best(subjects, lambda key: key.startswith(heads))
        if best is None:
            best = _best(
                subjects, lambda key: not wanted.isdisjoint(self._morphology.forms(key).roots)
            )
        return f"از راهِ موضوع: {best}" if best else None


def _best(
    subjects: tuple[tuple[str, tuple[str, ...]], ...], meets: Callable[[str], bool]
) -> str | None:
    """The first of the terms with most words met; None when no word is."""
    scored = [(sum(map(meets, keys)), subject) for subject, keys in subjects]
    most = max((met for met, _ in scored), default=0)
    return next((subject for met, subject in scored if met == most), None) if most else None
