"""What the index holds of an item: typed terms (`kind:key`) in one field, as often as counted."""

from collections import Counter
from collections.abc import Container, Iterable
from functools import lru_cache

from db.record import record
from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.text.tokens import Token, joined, tokens

TERMS = "terms"
IDS = "ids.txt"  # beside every index: the items in the order of their numbers
WHOLE = "whole.txt"  # beside a small index: all posting lists
GRAMS = "grams.txt"  # beside it: the items of each run of letters
SPREADS = "spreads.txt"  # beside a large one: how many documents hold each term
COMMON = "common.bits"  # beside it: the documents of the commonest terms, a bit a document
LISTED = "listed.numbers"  # beside it: the documents of less common terms, four bytes a document
LISTED_FROM = 8  # documents; Whoosh keeps the terms that stand in fewer
READ_WHOLE = 500  # documents, up to which an index counts as small
EZAFE = "ی"  # alone after a silent he; no subject, no phrase depends on it

# Types of terms, written before the colon of a term. A root that is a stem too is only a stem.
WORD, STEM, ROOT, PART = "w", "s", "r", "p"
IN_TEXT = WORD + STEM + ROOT
SUBJECT_STEM, SUBJECT_ROOT, SUBJECT_PHRASE = "S", "R", "P"
QUESTION_STEM = "Q"  # words of longer subject terms, where some only carry the others
SUBJECT_TYPES = SUBJECT_STEM + SUBJECT_ROOT + SUBJECT_PHRASE + QUESTION_STEM
_LONG_SUBJECT = 1  # content words after the first, from which on a subject term is long
CONTEXT_STEM = "c"  # words of the parent direction and of the themes


@record
class Document:
    """What is indexed of one item: its own texts, its subject terms, what surrounds it."""

    id: str
    axis: str
    kind: str
    texts: tuple[str, ...]
    subjects: tuple[str, ...] = ()
    context: tuple[str, ...] = ()


@lru_cache(maxsize=4_000)
def words_of(text: str) -> tuple[Token, ...]:
    """Every word of a text but the lone ezafe, as index, query and highlight see them."""
    return tuple(token for token in tokens(text) if token.key != EZAFE)


@lru_cache(maxsize=1_000)
def words_and_joins(text: str) -> tuple[Token, ...]:
    """The words of a text, then every run of two or three neighbours joined."""
    words = words_of(text)
    return (*words, *joined(text, words))


def phrase_key(phrase: str) -> str:
    """The keys of a phrase run together, ezafe not counted."""
    return "".join(token.key for token in words_of(phrase))


def subject_key(keys: Iterable[str], morphology: Morphology, stop_words: Container[str]) -> str:
    """The stems of a term's content words in order, one key for the whole term."""
    return "+".join(morphology.shortest(key) for key in keys if key not in stop_words)


def common_from(count: int) -> int:
    """From how many of `count` documents on a list is shorter as a bitmap than as numbers."""
    return max(1, count // 64)


class TermMaker:
    """Turns a document into its typed terms with their frequencies."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._stop_words = lexicon.stop_words
        self._morphology = Morphology(lexicon)

    def terms(self, document: Document) -> Counter[str]:
        """Typed terms of a document; the count of a subject term tells how central it is."""
        found: Counter[str] = Counter()
        for text in document.texts:
            found.update(self._of_text(text))
        for subject in document.subjects:
            found.update(self._of_subject(subject))
        for text in document.context:
            forms = (self._morphology.forms(token.key) for token in words_of(text))
            found.update({f"{CONTEXT_STEM}:{stem}" for form in forms for stem in form.stems})
        return found

    def _of_text(self, text: str) -> set[str]:
        made: set[str] = set()
        for token in words_and_joins(text):
            forms = self._morphology.forms(token.key)
            made.add(f"{WORD}:{token.key}")
            made.update(f"{STEM}:{stem}" for stem in forms.stems)
            made.update(f"{ROOT}:{root}" for root in forms.roots - forms.stems)
            made.update(f"{PART}:{part}" for part in self._morphology.parts(token.key))
        return made

    def _of_subject(self, text: str) -> set[str]:
        """Words and half-spaced compounds of a subject term, and the term as a whole."""
        keys = (word.key for word in words_of(text))
        whole = subject_key(keys, self._morphology, self._stop_words)
        made = {f"{SUBJECT_PHRASE}:{whole}"} if whole else set()
        long = whole.count("+") >= _LONG_SUBJECT
        for token in words_and_joins(text):
            if " " not in text[token.start : token.end]:
                forms = self._morphology.forms(token.key)
                kind = QUESTION_STEM if long else SUBJECT_STEM
                made.update(f"{kind}:{stem}" for stem in forms.stems)
                made.update(f"{SUBJECT_ROOT}:{root}" for root in forms.roots - forms.stems)
        return made
