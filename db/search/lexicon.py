"""Word knowledge made at build time: folded word list, verbs, plurals, thesaurus, stop words."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from db.errors import KnownError
from db.paths import LEXICON_DATA


@dataclass(frozen=True)
class Synonym:
    """A thesaurus neighbour: its words' keys in order, and how near it is (0..1)."""

    keys: tuple[str, ...]
    weight: float


class WordList:
    """A sorted word list that is searched, not hashed: it loads in a third of the time."""

    def __init__(self, words: list[str], classes: str) -> None:
        """`words` ascending; `classes` holds one digit 0 (rare or uncounted) to 9 for each."""
        self._words = words
        self._classes = classes

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, key: str) -> bool:
        place = bisect_left(self._words, key)
        return place < len(self._words) and self._words[place] == key

    def get(self, key: str, default: int) -> int:
        """The frequency class of a word, `default` for a stranger."""
        place = bisect_left(self._words, key)
        if place < len(self._words) and self._words[place] == key:
            return int(self._classes[place])
        return default


class Lexicon:
    """Tables read on first use; every key is in the folded alphabet of db.text.tokens."""

    def __init__(self, folder: Path = LEXICON_DATA) -> None:
        self._folder = folder

    def load(self) -> None:
        """Read what every query needs now, so that the first one does not wait for it."""
        _ = self.words, self.forms, self.vocabulary, self.synonyms, self.families
        _ = self.verb_stems, self.plurals, self.stop_words

    def _lines(self, name: str) -> list[str]:
        try:
            return (self._folder / name).read_text("utf-8").split("\n")
        except OSError as error:
            sentence = "واژه‌نامه‌ی جست‌وجو پیدا نشد. برنامه را دوباره نصب کنید."
            raise KnownError(sentence) from error

    @cached_property
    def words(self) -> WordList:
        """Known words of Persian with their frequency classes."""
        words, classes = self._lines("words.txt")
        return WordList(words.split(" "), classes)

    @cached_property
    def plurals(self) -> Mapping[str, str]:
        """Broken and Arabic plurals with their singulars."""
        return dict(line.split(" ") for line in self._lines("plurals.txt") if line)

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Forms of the vocabulary computed at build time: `stems<TAB>roots<TAB>parts` by key."""
        return dict(line.split("\t", 1) for line in self._lines("forms.txt") if line)

    @cached_property
    def families(self) -> Mapping[str, tuple[str, ...]]:
        """Words whose kinship no ending shows, with the head words of their families."""
        table: dict[str, tuple[str, ...]] = {}
        for line in self._lines("families.txt"):
            head, *members = line.split(" ")
            for member in (head, *members):
                table[member] = (*table.get(member, ()), f"{head}~")
        return table

    @cached_property
    def verb_stems(self) -> Mapping[str, tuple[str, ...]]:
        """Past and present stems with the keys of the verbs they belong to."""
        rows = (line.split(" ") for line in self._lines("verbs.txt") if line)
        return {stem: tuple(verbs) for stem, *verbs in rows}

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Words that never decide."""
        return frozenset(self._lines("stop_words.txt"))

    @cached_property
    def synonyms(self) -> Mapping[str, tuple[Synonym, ...]]:
        """Neighbours of a term; the term is its words' keys with a space between."""
        table: dict[str, list[Synonym]] = {}
        for line in self._lines("thesaurus.txt"):
            if line:
                weight, *terms = line.split("\t")
                for term in terms:
                    others = (other for other in terms if other != term)
                    made = (Synonym(tuple(other.split(" ")), float(weight)) for other in others)
                    table.setdefault(term, []).extend(made)
        return {term: tuple(found) for term, found in table.items()}

    @cached_property
    def vocabulary(self) -> Mapping[str, str]:
        """Every word of the document, its subject terms and the thesaurus, with its spelling."""
        return dict(line.split("\t") for line in self._lines("vocabulary.txt") if line)

    @cached_property
    def subjects(self) -> Mapping[str, tuple[str, ...]]:
        """The subject terms of each item, as a librarian wrote them."""
        rows = (line.split("\t") for line in self._lines("subjects.txt") if line)
        return {item_id: tuple(terms) for item_id, *terms in rows}
