"""Word knowledge made at build time: folded word list, verbs, plurals, thesaurus, stop words."""

from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from mmap import mmap
from pathlib import Path
from typing import Any

from db.errors import KnownError
from db.paths import LEXICON_DATA
from db.record import record
from db.search.sorted_lines import SortedLines, mapped
from db.search.spelling import Speller

BLOCK_LETTERS = 3
_REMEMBERED = 2_000  # words looked up again while a query is being typed
_BLOCKS = 32  # what a word may be without its endings lies in the block of the word


@record
class Synonym:
    """A thesaurus neighbour: its words' keys in order, and how near it is (0..1)."""

    keys: tuple[str, ...]
    weight: float
    is_translation: bool = False  # the Persian word that heads the group of a Latin one


class WordList:
    """Words in blocks by their first letters."""

    def __init__(self, blocks: SortedLines) -> None:
        """A line is a block: its first letters, then each word with a digit 0 (rare) to 9.

        Blocks and words ascend, so that a word stands before what begins with it.
        """
        self._blocks = blocks
        self._class_of = lru_cache(maxsize=_REMEMBERED)(self._find)
        self._block = lru_cache(maxsize=_BLOCKS)(blocks.starting)

    def __len__(self) -> int:
        return sum(block.count(b" ") for block in self._blocks)

    def __contains__(self, key: str) -> bool:
        return self.get(key, -1) >= 0

    def get(self, key: str, default: int) -> int:
        """The frequency class of a word, `default` for a stranger."""
        found = self._class_of(key)
        return default if found is None else found

    def _find(self, key: str) -> int | None:
        head = key[:BLOCK_LETTERS].encode(errors="replace") + b" "
        block = self._block(head)
        word = b" " + key.encode(errors="replace")
        place = block.find(word)
        following = block[place + len(word) : place + len(word) + 1] if place >= 0 else b""
        return int(following) if following.isdigit() else None


class Table(Mapping[str, str]):
    """Lines `key<TAB>value` in order of their keys."""

    def __init__(self, lines: SortedLines) -> None:
        self._lines = lines

    def __getitem__(self, key: str) -> str:
        value: str | None = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return self.get(str(key)) is not None

    def get(self, key: str, default: Any = None) -> Any:
        """As of any mapping, without an exception for each of the many words that are missing."""
        head = key.encode(errors="replace") + b"\t"
        line = self._lines.starting(head)
        return line[len(head) :].decode() if line else default

    def __iter__(self) -> Iterator[str]:
        return (line.partition(b"\t")[0].decode() for line in self._lines)

    def __len__(self) -> int:
        return sum(1 for _ in self._lines)


class Names(Container[str]):
    """Strings that are only told from others: kept as their hashes, eight bytes each."""

    def __init__(self, names: Iterable[str]) -> None:
        self._hashes = array("q", sorted(map(hash, names)))

    def __contains__(self, name: object) -> bool:
        wanted = hash(name)
        place = bisect_left(self._hashes, wanted)
        return place < len(self._hashes) and self._hashes[place] == wanted


class Thesaurus:
    """Groups of terms; a term is its words' keys with a space between."""

    def __init__(self, lines: Iterable[str]) -> None:
        """A line is a group: its weight, then its terms, tabs between."""
        self._groups: dict[str, list[str]] = {}
        for line in lines:
            for term in line.split("\t")[1:]:
                self._groups.setdefault(term, []).append(line)

    def of(self, term: str) -> tuple[Synonym, ...]:
        """The neighbours of a term, group by group."""
        lines = self._groups.get(term)
        if not lines:
            return ()  # as most terms have none
        found = []
        for line in lines:
            weight, *terms = line.split("\t")
            head = next((other for other in terms if not other.isascii()), term)
            found += [
                Synonym(tuple(other.split(" ")), float(weight), term.isascii() and other == head)
                for other in terms
                if other != term
            ]
        return tuple(found)


class Lexicon:
    """Tables read on first use; every key is in the folded alphabet of db.text.tokens."""

    def __init__(self, folder: Path = LEXICON_DATA) -> None:
        self._folder = folder

    def load(self) -> None:
        """Read what every query needs now, so that the first one does not wait for it."""
        _ = self.words, self.forms, self.vocabulary, self.synonyms, self.families, self.simple
        _ = self.verb_stems, self.plurals, self.stop_words
        _ = self.subjects, self.subject_words, self.spelling, self.elsewhere

    def _lines(self, name: str) -> list[str]:
        return self._mapped(name)[:].decode().split("\n")

    def _sorted(self, name: str) -> SortedLines:
        return SortedLines(self._mapped(name))

    def _mapped(self, name: str) -> bytes | mmap:
        try:
            return mapped(self._folder / name)
        except OSError as error:
            sentence = "واژه‌نامه‌ی جست‌وجو پیدا نشد. برنامه را دوباره نصب کنید."
            raise KnownError(sentence) from error

    @cached_property
    def words(self) -> WordList:
        """Known words of Persian with their frequency classes."""
        return WordList(self._sorted("words.txt"))

    @cached_property
    def plurals(self) -> Mapping[str, str]:
        """Broken and Arabic plurals with their singulars."""
        return dict(line.split(" ") for line in self._lines("plurals.txt") if line)

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Forms of the vocabulary computed at build time: `stems<TAB>roots<TAB>parts` by key."""
        return Table(self._sorted("forms.txt"))

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
    def simple(self) -> frozenset[str]:
        """Words whose sense is not that of what they seem to be derived from."""
        return frozenset(self._lines("simple.txt"))

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
    def elsewhere(self) -> Container[str]:
        """What the document does not treat: the stems of a word or of a run of words."""
        return Names(self._lines("elsewhere.txt"))

    @cached_property
    def synonyms(self) -> Thesaurus:
        """Terms that may stand for one another."""
        return Thesaurus(self._lines("thesaurus.txt"))

    @cached_property
    def vocabulary(self) -> Mapping[str, str]:
        """Every word of the document, its subject terms and the thesaurus, with its spelling."""
        return Table(self._sorted("vocabulary.txt"))

    @cached_property
    def subjects(self) -> Mapping[str, tuple[str, ...]]:
        """The subject terms of each item, as a librarian wrote them."""
        rows = (line.split("\t") for line in self._lines("subjects.txt") if line)
        return {item_id: tuple(terms) for item_id, *terms in rows}

    @cached_property
    def subject_words(self) -> Mapping[str, str]:
        """For each stem or root the subject terms that hold it: ` item:place,place` by item."""
        return Table(self._sorted("subject_words.txt"))

    @cached_property
    def spelling(self) -> Speller:
        """Corrections into the vocabulary."""
        return Speller(self._lines("spelling.txt"))
