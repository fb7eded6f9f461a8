"""Scores items for a query: best match of every word, rarity, coverage, neighbourhood."""

import math
from dataclasses import dataclass

from db.search.expansion import Expander, Variant, Weights
from db.search.fields import CONTEXT_STEM, PART, QUESTION_STEM
from db.search.lexicon import Lexicon
from db.search.postings import Postings

_LONGEST_RUN = 5
_MOST_RARITY = 6.1
_STOP_WORD_WORTH = 0.03
_COMMON_CLASS = 7  # frequency class from which an unmatched word is taken for everyday talk
_COMMON_WORTH = 0.2
_LEAST_SPREAD = 0.3
_CHANCE_WEIGHT = 0.2  # a match no better than this may be chance
_PASSING_SHARE = 0.8
_SURE_WEIGHT = 0.4  # so much above chance, a word is answered in full
_MOST_REPEATED = 4


@dataclass(frozen=True)
class Slot:
    """A place of the query: its word's key, or several joined by OR; corrected words weigh less."""

    keys: tuple[str, ...]
    factor: float = 1.0


@dataclass(frozen=True)
class Evidence:
    """The typed term by which a word of the query stands in an item."""

    term: str
    weight: float


@dataclass(frozen=True)
class Ranked:
    """An item's score, the share (0..1) of the query it meets, and the evidence slot by slot."""

    document: int
    score: float
    met: float
    evidence: tuple[Evidence | None, ...]


@dataclass(frozen=True)
class Ranking:
    """Items best first, and how much each slot decides."""

    ranked: tuple[Ranked, ...]
    worth: tuple[float, ...]


class Ranker:
    """Pure function of a query's slots over one index."""

    def __init__(
        self, postings: Postings, expander: Expander, lexicon: Lexicon, weights: Weights
    ) -> None:
        self._weights = weights
        self._postings = postings
        self._expander = expander
        self._lexicon = lexicon

    def rank(self, slots: tuple[Slot, ...]) -> Ranking:
        """All items that match any slot, best first."""
        matches = [self._of_slot(slot) for slot in slots]
        worth = tuple(self._worth(slot, found) for slot, found in zip(slots, matches, strict=True))
        self._add_runs(slots, matches)
        total = sum(worth) or 1.0
        documents = {document for found in matches for document in found}
        ranked = [self._ranked(document, matches, worth, total) for document in documents]
        ranked.sort(key=lambda one: (-one.score, one.document))
        return Ranking(tuple(ranked), worth)

    def stands_anywhere(self, key: str) -> bool:
        """Whether a word or a relative of it is in the index; its chance parts do not count."""
        own = tuple(
            variant
            for variant in self._expander.word(key)
            if len(variant.terms) == 1 and variant.terms[0][0] not in (PART, CONTEXT_STEM)
        )
        return bool(self._of_variants(own, 1.0))

    def _of_slot(self, slot: Slot) -> dict[int, Evidence]:
        found: dict[int, Evidence] = {}
        for key in slot.keys:
            _keep_best(found, self._of_variants(self._expander.word(key), slot.factor))
        return found

    def _add_runs(self, slots: tuple[Slot, ...], matches: list[dict[int, Evidence]]) -> None:
        for first in range(len(slots)):
            for last in range(first + 2, min(first + _LONGEST_RUN, len(slots)) + 1):
                run = slots[first:last]
                if any(len(slot.keys) > 1 for slot in run):
                    break
                variants = self._expander.run(tuple(slot.keys[0] for slot in run))
                found = self._of_variants(variants, min(slot.factor for slot in run))
                for place in range(first, last):
                    _keep_best(matches[place], found)

    def _of_variants(self, variants: tuple[Variant, ...], factor: float) -> dict[int, Evidence]:
        """The worthiest variant for each item that holds all terms of it."""
        found: dict[int, Evidence] = {}
        subject: dict[int, float] = {}
        for variant in variants:
            lists = [self._postings.of(term) for term in variant.terms]
            name = variant.terms[0]
            everywhere = set(lists[0]).intersection(*lists[1:]) if len(lists) > 1 else lists[0]
            for document in everywhere:
                weight = variant.weight * factor
                if name[0].isupper():  # a subject term: the more of them, the more central
                    repeated = min(lists[0][document] - 1, _MOST_REPEATED)
                    weight *= 1 + self._weights.repeated * repeated
                    subject[document] = max(subject.get(document, 0.0), weight)
                if document not in found or found[document].weight < weight:
                    found[document] = Evidence(name, weight)
        for document, weight in subject.items():
            best = found[document]
            if not best.term[0].isupper():
                more = best.weight + self._weights.confirmed * weight
                found[document] = Evidence(best.term, more)
        return found

    def _worth(self, slot: Slot, found: dict[int, Evidence]) -> float:
        """How much a word decides: its rarity among the items, next to nothing for stop words."""
        count = len(self._postings.ids)
        spread = sum(min(evidence.weight, 1.0) for evidence in found.values())
        rarity = math.log(1 + count / max(spread, 1.0 if found else _LEAST_SPREAD))
        if self._lexicon.stop_words.issuperset(slot.keys):
            return rarity * _STOP_WORD_WORTH
        if not found and self._lexicon.words.get(slot.keys[0], 0) >= _COMMON_CLASS:
            return rarity * _COMMON_WORTH
        return rarity

    def _ranked(
        self,
        document: int,
        matches: list[dict[int, Evidence]],
        worth: tuple[float, ...],
        total: float,
    ) -> Ranked:
        evidence = tuple(found.get(document) for found in matches)
        pairs = [(w, e.weight) for w, e in zip(worth, evidence, strict=True) if e]
        gained = sum(w * weight for w, weight in pairs)
        coverage = sum(w * min(weight, 1.0) for w, weight in pairs) / total
        share = self._weights.coverage
        score = gained * (1 - share + share * coverage)
        return Ranked(document, score, _met(worth, evidence), evidence)


def _met(worth: tuple[float, ...], evidence: tuple[Evidence | None, ...]) -> float:
    """Share of the query that an item answers, however weak the way, chance matches aside.

    Rarity counts by its root here: one rare word must not outvote the rest of a question.
    """
    least = _STOP_WORD_WORTH * _MOST_RARITY  # a stop word is worth no more, and answers nothing
    decides = max(worth, default=0.0) > least
    roots = [0.0 if decides and w <= least else math.sqrt(w) for w in worth]
    answered = (
        root * min(1.0, max(0.0, _proof(e) - _CHANCE_WEIGHT) / _SURE_WEIGHT)
        for root, e in zip(roots, evidence, strict=True)
        if e
    )
    return sum(answered) / (sum(roots) or 1.0)


def _proof(evidence: Evidence) -> float:
    """How sure a match makes: a word out of a longer subject term proves less than it ranks."""
    passing = evidence.term.startswith(QUESTION_STEM)
    return evidence.weight * (_PASSING_SHARE if passing else 1.0)


def _keep_best(found: dict[int, Evidence], more: dict[int, Evidence]) -> None:
    for document, evidence in more.items():
        if document not in found or found[document].weight < evidence.weight:
            found[document] = evidence
