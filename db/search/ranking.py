"""Scores items for a query: best match of every word, rarity, coverage, neighbourhood."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from db.record import record, replace
from db.search.bitmaps import numbers
from db.search.content import StopWords
from db.search.evidence import Level, Standing, best, confirmed
from db.search.expansion import Expander, Variant, Weights
from db.search.fields import CONTEXT_STEM, PART, SUBJECT_TYPES, WORD
from db.search.lexicon import Lexicon
from db.search.postings import Postings, Terms
from db.search.ranked import Ranked, Ranking
from db.search.slots import Slot, Slots

_LONGEST_RUN = 5
_MOST_RARITY = 6.1
_STOP_WORD_WORTH = 0.03
_COMMON_CLASS = 8  # frequency class from which an unmatched word is taken for everyday talk
_COMMON_WORTH = 0.2
_LEAST_SPREAD = 0.3
_MOST_REPEATED = 4
_SURE_VARIANT, _MOST_SURE = 0.5, 16
_MOST_READINGS = 4  # of one query: what is weighed against its rivals is then read
_MOST_SETTLED = 500  # words whose documents are kept at hand: most come again


@record
class _Entry:
    """The variants that may stand for one place of the query, or for neighbours together."""

    variants: tuple[Variant, ...]  # the worthiest first
    factor: float
    places: range

    def pruned(self) -> "_Entry":
        """Only the sure variants, for an index where every list costs its reading."""
        sure = tuple(v for v in self.variants[:_MOST_SURE] if v.weight >= _SURE_VARIANT)
        return replace(self, variants=sure)


class Ranker:
    """Pure function of a query's slots over one index."""

    def __init__(
        self, postings: Postings, expander: Expander, lexicon: Lexicon, weights: Weights
    ) -> None:
        self._weights = weights
        self._postings = postings
        self._expander = expander
        self._lexicon = lexicon
        self._stop_words = StopWords(lexicon.stop_words)
        self._settled = lru_cache(maxsize=_MOST_SETTLED)(self._settle)
        self.rank = lru_cache(maxsize=_MOST_READINGS)(self._rank)

    def _rank(self, slots: Slots, allowed: int | None = None) -> Ranking:
        """The allowed items (a bitmap; None: all) that match any slot, best first."""
        own, runs = self._of_words(slots), self._of_runs(slots)
        within = None
        if self._postings.is_large:
            own, runs = [one.pruned() for one in own], [one.pruned() for one in runs]
            within = self._postings.likeliest(self._choosing(slots, own + runs), allowed)
        found: list[list[Standing]] = [[] for _ in slots]
        self._meet(own, found, within)
        worth = tuple(
            self._worth(slot, _best_of(met), self._spread(own, place) if within else 0.0)
            for place, (slot, met) in enumerate(zip(slots, found, strict=True))
        )
        self._meet(runs, found, within)
        met = tuple(map(_best_of, found))
        named = self._named(slots, met)
        ranked = self._scored(met, worth, allowed, named)
        ranked.sort(key=lambda one: (-one.score, one.document))
        matches = tuple(standing.by_document for standing in met)
        return Ranking(tuple(ranked), worth, matches, self._content(slots), named)

    def _named(self, slots: Slots, met: Sequence[Standing]) -> dict[int, float]:
        """The items that a subject term of several words names as a whole, or that hold its words.

        Empty where the query is no subject term.
        """
        content = [place for place, slot in enumerate(slots) if not self._stop_words.has(slot)]
        keys = [key for place in content for key in slots[place].keys]
        phrase = self._expander.subject_phrase(keys) if len(keys) == len(content) else None
        if phrase is None:
            return {}
        holding = self._postings.everything
        for place in content:
            holding &= met[place].literal
        named = self._postings.holding((phrase,)) | holding
        return dict.fromkeys(numbers(named), self._weights.named)

    def _content(self, slots: Slots) -> tuple[tuple[int, ...], ...]:
        found: list[tuple[int, ...]] = []
        for place, slot in enumerate(slots):
            if not self._stop_words.has(slot):
                before = found.pop() if slot.continues and found else ()
                found.append((*before, place))
        return tuple(found)

    def _choosing(self, slots: Slots, entries: list[_Entry]) -> list[list[Terms]]:
        """For each content word the terms that say which items are worth a score."""
        found: list[list[Terms]] = [[] for _ in slots]
        for entry in entries:
            for place in entry.places:
                found[place] += [variant.terms for variant in entry.variants]
        words = zip(found, slots, strict=True)
        content = [f for f, s in words if not self._stop_words.has(s)]
        return content if any(content) else found

    def _spread(self, entries: list[_Entry], place: int) -> float:
        """How many items a word is met in at the least, scored or not."""
        return max(
            (
                min(variant.weight * entry.factor, 1.0) * self._postings.spread(variant.terms[0])
                for entry in entries
                if place in entry.places
                for variant in entry.variants
                if len(variant.terms) == 1
            ),
            default=0.0,
        )

    def stands_as_typed(self, key: str) -> bool:
        """Whether a word is in a text of the index letter by letter."""
        return f"{WORD}:{key}" in self._postings.known

    def stands_anywhere(self, key: str) -> bool:
        """Whether a word or a relative of it is in the index; its chance parts do not count."""
        return any(
            len(variant.terms) == 1 and variant.terms[0][0] not in (PART, CONTEXT_STEM)
            for variant in self._expander.word(key)
        )

    def led_to(self, key: str) -> int:
        """The items that a word leads to, by subject terms too, as a bitmap."""
        return self._settle(self._expander.word(key), 1.0, None).sure

    def _of_words(self, slots: Slots) -> list[_Entry]:
        return [
            _Entry(self._expander.word(key), slot.factor, range(place, place + 1))
            for place, slot in enumerate(slots)
            for key in slot.keys
        ]

    def _of_runs(self, slots: Slots) -> list[_Entry]:
        found = []
        for first in range(len(slots)):
            for last in range(first + 2, min(first + _LONGEST_RUN, len(slots)) + 1):
                run = slots[first:last]
                if len(run[-1].keys) > 1 or len(run[0].keys) > 1:
                    break
                variants = self._expander.run(tuple(slot.keys[0] for slot in run))
                if variants:
                    factor = min(slot.factor for slot in run)
                    found.append(_Entry(variants, factor, range(first, last)))
        return found

    def _meet(self, entries: list[_Entry], found: list[list[Standing]], within: int | None) -> None:
        """Note for every place in which documents it stands, and how well."""
        settle = self._settled if within is None else self._settle
        for entry in entries:
            standing = settle(entry.variants, entry.factor, within)
            for place in entry.places:
                found[place].append(standing)

    def _settle(self, variants: tuple[Variant, ...], factor: float, within: int | None) -> Standing:
        """The worthiest variant for each item that holds all terms of it."""
        own: list[Level] = []
        subjects: list[Level] = []
        for terms, worth in variants:
            documents = self._postings.holding(terms)
            if terms[0][0] in SUBJECT_TYPES:
                subjects += self._of_subject(terms[0], documents, worth * factor)
            else:
                own.append((worth * factor, terms[0], documents))
        among = self._postings.everything if within is None else within
        share = self._weights.confirmed
        return Standing(confirmed(best(own, among), best(subjects, among), share))

    def _of_subject(self, term: str, documents: int, weight: float) -> Iterator[Level]:
        """The items of a subject term: the more such terms, the more central it is."""
        for count, counted in self._postings.by_count(term):
            repeated = min(count - 1, _MOST_REPEATED)
            yield weight * (1 + self._weights.repeated * repeated), term, counted & documents

    def _worth(self, slot: Slot, found: Standing, least: float) -> float:
        """How much a word decides: its rarity among the items, next to nothing for stop words."""
        count = len(self._postings.ids)
        spread = max(found.spread, least)
        rarity = math.log(1 + count / max(spread, 1.0 if found.levels else _LEAST_SPREAD))
        if self._stop_words.has(slot):
            return rarity * _STOP_WORD_WORTH
        common = (self._lexicon.words.get(key, 0) >= _COMMON_CLASS for key in slot.keys)
        return rarity * _COMMON_WORTH if not found.levels and all(common) else rarity

    def _scored(
        self,
        found: Sequence[Standing],
        worth: tuple[float, ...],
        allowed: int | None,
        named: Mapping[int, float],
    ) -> list[Ranked]:
        """Every allowed document that was met, unsorted.

        The share met counts rarity by its root: one rare word must not outvote a question's rest.
        """
        least = _STOP_WORD_WORTH * _MOST_RARITY  # a stop word is worth no more, answers nothing
        decides = max(worth, default=0.0) > least
        roots = [0.0 if decides and w <= least else math.sqrt(w) for w in worth]
        total, all_roots = sum(worth) or 1.0, sum(roots) or 1.0
        gained, covered, answered = ([0.0] * len(self._postings.ids) for _ in range(3))
        met = 0
        for w, root, standing in zip(worth, roots, found, strict=True):
            for evidence, documents in standing.placed:
                gain = w * evidence.weight
                cover = gain if gain < w else w
                answer = root * evidence.sure
                for document in documents:
                    gained[document] += gain
                    covered[document] += cover
                    answered[document] += answer
            for _, _, holding in standing.levels:
                met |= holding
        for document, raised in named.items():
            gained[document] *= raised
        share = self._weights.coverage
        return [
            Ranked(
                document,
                gained[document] * (1 - share + share * covered[document] / total),
                answered[document] / all_roots,
            )
            for document in numbers(met if allowed is None else met & allowed)
        ]


def _best_of(found: Sequence[Standing]) -> Standing:
    """What is best among the words and runs of a place."""
    if len(found) == 1:
        return found[0]
    return Standing(best(chain.from_iterable(standing.levels for standing in found)))
