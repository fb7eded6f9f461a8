"""Turns a word of a query into the typed terms of the index that may stand for it, with weights."""

from collections.abc import Container, Iterable
from functools import lru_cache
from typing import NamedTuple

from db.record import record
from db.search.content import content_or_all
from db.search.fields import (
    CONTEXT_STEM,
    IN_TEXT,
    PART,
    QUESTION_STEM,
    ROOT,
    STEM,
    SUBJECT_PHRASE,
    SUBJECT_ROOT,
    SUBJECT_STEM,
    WORD,
    subject_key,
)
from db.search.lexicon import Lexicon, Synonym
from db.search.morphology import ENDINGS, Morphology
from db.text.tokens import JOIN_LIMIT

_VERB_PREFIXES = ("می", "نمی")
_SHORTEST_STEM, _LONGEST_ENDING = 3, 8  # letters
_LONGER_RUN = 0.1  # for each word of a literal run beyond two
_SHOWN_WEIGHT = 0.5  # a weaker relative would be marked where the reader sees no relation


@record
class Weights:
    """Worth of each way to match, tuned on half of the graded queries."""

    word: float = 1.0
    run: float = 1.24
    stem: float = 0.94
    root: float = 0.88
    part: float = 0.55
    subject_alone: float = 0.58  # a word that is a subject term by itself
    subject_stem: float = 0.51
    question_stem: float = 0.5
    subject_root: float = 0.25
    subject_phrase: float = 0.77
    named: float = 1.25  # for what has the whole query as its subject, or holds its words
    context: float = 0.15
    synonym: float = 0.75
    translation: float = 0.95  # the Persian word for a Latin one
    correction: float = 0.8
    repeated: float = 0.16  # for each further subject term that holds the word
    confirmed: float = 0.05  # share of a subject match added to a literal one
    coverage: float = 0.41  # share of the score that depends on how much of the query is met


class Variant(NamedTuple):
    """Terms that must all stand in an item, and the worth of that match."""

    terms: tuple[str, ...]
    weight: float


type _Worth = tuple[tuple[str, ...], float]  # a `Variant` as a plain tuple: many are made


class Expander:
    """Expands words and runs of words; pure and cached."""

    def __init__(
        self, lexicon: Lexicon, morphology: Morphology, weights: Weights, known: Container[str]
    ) -> None:
        """`known` holds the terms of the index; variants that stand nowhere are not kept."""
        self._known = known
        self._lexicon = lexicon
        self._morphology = morphology
        self._weights = weights
        self.word = lru_cache(maxsize=10_000)(self._word)
        self.run = lru_cache(maxsize=10_000)(self._run)
        self._own = lru_cache(maxsize=10_000)(self._own_variants)

    def _word(self, key: str) -> tuple[Variant, ...]:
        """Variants of one word, its synonyms included."""
        found = list(self._own(key))
        for stem in sorted(self._morphology.forms(key).stems):
            found += self._synonyms(self._lexicon.synonyms.of(stem))
        return self._best(found)

    def literal_terms(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The terms by which words or near synonyms of one word stand in a text itself."""
        return tuple(
            variant.terms[0]
            for key in keys
            for variant in self.word(key)
            if len(variant.terms) == 1
            and variant.terms[0][0] in IN_TEXT
            and variant.weight >= _SHOWN_WEIGHT
        )

    def subject_phrase(self, keys: Iterable[str]) -> str | None:
        """The term of a subject of several words, stop words left out; None where it is none."""
        key = subject_key(keys, self._morphology, self._lexicon.stop_words)
        phrase = f"{SUBJECT_PHRASE}:{key}"
        return phrase if "+" in key and phrase in self._known else None

    def _run(self, keys: tuple[str, ...]) -> tuple[Variant, ...]:
        """Variants of neighbouring words taken as one: joined form, subject term, synonym."""
        found: list[_Worth] = []
        whole = "".join(keys)
        if len(keys) <= JOIN_LIMIT and self._may_be_word(whole, keys[0]):
            found = [*self._literal(whole, self._weights), *self._subject(whole, self._weights)]
            worth = self._weights.run * (1 + _LONGER_RUN * (len(keys) - 2))
            found.append(((f"{WORD}:{whole}",), worth))
        if (phrase := self.subject_phrase(keys)) is not None:
            found.append(((phrase,), self._weights.subject_phrase))
        stems = [self._morphology.shortest(key) for key in keys]
        for term in sorted({" ".join(keys), " ".join(stems), whole}):
            found += self._synonyms(self._lexicon.synonyms.of(term))
        return self._best(found) if found else ()

    def _may_be_word(self, key: str, first: str) -> bool:
        """Whether a joined run can have its stem in the index; most runs are two words, not one."""
        if first in _VERB_PREFIXES:
            return True
        bent = key.removeprefix(first) in ENDINGS
        shortest = max(_SHORTEST_STEM, len(key) - _LONGEST_ENDING, len(first) + (not bent))
        known = self._known
        for length in range(shortest, len(key) + 1):
            for kind in (STEM, SUBJECT_STEM, QUESTION_STEM):
                if f"{kind}:{key[:length]}" in known:
                    return True
        return False

    def _own_variants(self, key: str) -> tuple[_Worth, ...]:
        """The variants of a word itself that begin with a term of the index."""
        weights = self._weights
        forms = self._morphology.forms(key)
        phrase = f"{SUBJECT_PHRASE}:{self._morphology.shortest(key)}"
        found = [
            *self._literal(key, weights),
            ((f"{PART}:{key}",), weights.part),
            ((phrase,), weights.subject_alone),
            *self._subject(key, weights),
        ]
        found += [((f"{CONTEXT_STEM}:{s}",), weights.context) for s in forms.stems]
        parts = self._morphology.parts(key)
        if len(parts) > 1:
            both = tuple(f"{STEM}:{part}" for part in parts)
            found.append((both, weights.part))
            both = tuple(f"{SUBJECT_STEM}:{part}" for part in parts)
            found.append((both, weights.part * weights.subject_stem))
        return tuple(variant for variant in found if variant[0][0] in self._known)

    def _literal(self, key: str, weights: Weights) -> list[_Worth]:
        forms = self._morphology.forms(key)
        found: list[_Worth] = [((f"{WORD}:{key}",), weights.word)]
        found += [((f"{STEM}:{stem}",), weights.stem) for stem in forms.stems]
        for kind in (STEM, ROOT):
            found += [((f"{kind}:{root}",), weights.root) for root in forms.roots]
        return found

    def _subject(self, key: str, weights: Weights) -> list[_Worth]:
        forms = self._morphology.forms(key)
        found: list[_Worth] = [
            ((f"{SUBJECT_STEM}:{s}",), weights.subject_stem) for s in forms.stems
        ]
        found += [((f"{QUESTION_STEM}:{s}",), weights.question_stem) for s in forms.stems]
        for kind in (SUBJECT_STEM, SUBJECT_ROOT):
            found += [((f"{kind}:{root}",), weights.subject_root) for root in forms.roots]
        return found

    def _synonyms(self, synonyms: Iterable[Synonym]) -> list[_Worth]:
        found: list[_Worth] = []
        weights = self._weights
        for synonym in synonyms:
            translated = synonym.is_translation
            worth = weights.translation if translated else synonym.weight * weights.synonym
            if len(synonym.keys) == 1:
                own = self._own(synonym.keys[0])
                found += [(terms, weight * worth) for terms, weight in own]
            else:
                content = content_or_all(synonym.keys, self._lexicon.stop_words.__contains__)
                stems = [self._morphology.shortest(key) for key in content]
                found.append((tuple(f"{STEM}:{stem}" for stem in stems), worth))
                phrase = f"{SUBJECT_PHRASE}:{'+'.join(stems)}"
                found.append(((phrase,), worth * weights.subject_phrase))
        return found

    def _best(self, variants: Iterable[_Worth]) -> tuple[Variant, ...]:
        """One variant for each set of terms that stands in the index, the worthiest first."""
        known, found = self._known, dict[tuple[str, ...], float]()
        for terms, weight in variants:
            if terms[0] in known and found.get(terms, 0.0) < weight:
                found[terms] = weight
        ranked = sorted((-weight, terms) for terms, weight in found.items())
        return tuple(
            Variant(terms, -weight)
            for weight, terms in ranked
            if len(terms) == 1 or all(term in known for term in terms)
        )
