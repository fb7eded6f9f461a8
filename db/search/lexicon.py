"""Word knowledge made at build time: folded word list, verbs, plurals, thesaurus, stop words."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from db.errors import KnownError
from db.paths import LEXICON_DATA
from db.record import record
from db.search.places import Table
from db.search.spelling import Speller

_BLOCK_LETTERS = 3
_REMEMBERED = 2_000  # words looked up again while a query is being typed
_BLOCKS = 32  # kept: a word lies in one block with what it is without its endings


@record
class Synonym:
    """A thesaurus neighbour: its words' keys in order, and how near it is (0..1)."""

    keys: tuple[str, ...]
    weight: float
    is_translation: bool = False  # the Persian word that heads the group of a Latin one


def _read(path: Path) -> str:
    return path.read_text("utf-8")


class WordList:
    """Words in blocks by their first letters."""

    def __init__(self, blocks: Table) -> None:
        """A block is what follows the first letters in each word, with a digit 0 (rare) to 9.

        Its words ascend, so that each stands before what begins with it.
        """
        self._blocks = blocks
        self._class_of = lru_cache(maxsize=_REMEMBERED)(self._find)
        self._block = lru_cache(maxsize=_BLOCKS)(blocks.get)

    def __len__(self) -> int:
        return sum(block.count(" ") for block in self._blocks.values())

    def __contains__(self, key: str) -> bool:
        return self.get(key, -1) >= 0

    def get(self, key: str, default: int) -> int:
        """The frequency class of a word, `default` for a stranger."""
        found = self._class_of(key)
        return default if found is None else found

    def _find(self, key: str) -> int | None:
        first, rest = parted(key)
        block, rest = self._block(first, ""), f" {rest}"
        place = block.find(rest)
        following = block[place + len(rest) : place + len(rest) + 1] if place >= 0 else ""
        return int(following) if following.isdecimal() else None


class Names(Container[str]):
    """A set of strings that is only asked for membership, in blocks by their first letters."""

    def __init__(self, blocks: Table) -> None:
        """`blocks` holds what `name_lines` made."""
        self._block = lru_cache(maxsize=_BLOCKS)(blocks.get)

    def __contains__(self, name: object) -> bool:
        first, rest = parted(str(name))
        return f"\t{rest}\t" in self._block(first, "")


def name_lines(names: Iterable[str]) -> list[str]:
    """A line for each beginning: the rest of each name between tabs."""
    blocks: dict[str, list[str]] = {}
    for name in sorted(names):
        first, rest = parted(name)
        blocks.setdefault(first, []).append(rest)
    return [f"{first}\t\t{'\t'.join(rests)}\t" for first, rests in blocks.items()]


def parted(name: str) -> tuple[str, str]:
    """The letters that name the block of a word or a name, and those that stand in it."""
    return name[:_BLOCK_LETTERS], name[_BLOCK_LETTERS:]


class Rows(Mapping[str, tuple[str, ...]]):
    """A table whose values are lists, written with tabs between."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return tuple(self._table[key].split("\t"))

    def get(self, key: str, default: Any = None) -> Any:
        """As of any mapping, without an exception for each of the many words that are missing."""
        row = self._table.get(key)
        return default if row is None else tuple(row.split("\t"))

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


class Thesaurus:
    """Groups of terms; a term is its words' keys with a space between."""

    def __init__(self, groups: Table) -> None:
        """`groups` holds what `thesaurus_lines` made."""
        self._groups = groups

    def of(self, term: str) -> tuple[Synonym, ...]:
        """The neighbours of a term, group by group."""
        groups = self._groups.get(term)
        if not groups:
            return ()  # as most terms have none
        found = []
        for group in groups.split(";"):
            weight, *others = group.split(",")
            head = next((other for other in others if not other.isascii()), None)
            found += [
                Synonym(tuple(other.split(" ")), float(weight), term.isascii() and other == head)
                for other in others
            ]
        return tuple(found)


def thesaurus_lines(groups: Iterable[tuple[float, tuple[str, ...]]]) -> list[str]:
    """A line for each term: its groups, each with its weight and the other terms in order."""
    found: dict[str, list[str]] = {}
    for weight, terms in sorted(groups):
        for term in terms:
            others = (other for other in terms if other != term)
            found.setdefault(term, []).append(",".join((str(weight), *others)))
    return sorted(f"{term}\t{';'.join(lines)}" for term, lines in found.items())


class Lexicon:
    """Tables read on first use; every key is in the folded alphabet of db.text.tokens."""

    def __init__(self, folder: Path = LEXICON_DATA) -> None:
        self._folder = folder

    def load(self) -> None:
        """Read what every query needs now, so that the first one does not wait for it."""
        _ = self.words, self.forms, self.vocabulary, self.synonyms, self.families, self.simple
        _ = self.verb_stems, self.plurals, self.stop_words
        _ = self.subjects, self.subject_words, self.sounds
        _ = self.elsewhere, self.particulars, self.leanings

    def _lines(self, name: str) -> list[str]:
        text = self._opened(_read, name)
        return text.split("\n") if text else []

    def _table(self, name: str) -> Table:
        return self._opened(Table, name)

    def _opened[T](self, opened: Callable[[Path], T], name: str) -> T:
        try:
            return opened(self._folder / name)
        except OSError as error:
            sentence = "واژه‌نامه‌ی جست‌وجو پیدا نشد. برنامه را دوباره نصب کنید."
            raise KnownError(sentence) from error

    @cached_property
    def words(self) -> WordList:
        """Known words of Persian with their frequency classes."""
        return WordList(self._table("words.txt"))

    @cached_property
    def plurals(self) -> Mapping[str, str]:
        """Broken and Arabic plurals with their singulars."""
        return self._table("plurals.txt")

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Forms of the vocabulary computed at build time: `stems<TAB>roots<TAB>parts` by key."""
        return self._table("forms.txt")

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
        return Rows(self._table("verbs.txt"))

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Words that decide nothing about an answer."""
        return frozenset(self._lines("stop_words.txt"))

    @cached_property
    def elsewhere(self) -> Container[str]:
        """Terms for what the document does not treat, each as the stems of its words."""
        return Names(self._table("elsewhere.txt"))

    @cached_property
    def particulars(self) -> Container[str]:
        """Terms that ask for a detail that a vision never gives, in the form of `elsewhere`."""
        return Names(self._table("particulars.txt"))

    @cached_property
    def leanings(self) -> Mapping[str, str]:
        """The hundredths of log odds by which a stem leans to the items, below 0 to elsewhere."""
        return self._table("leanings.txt")

    @cached_property
    def synonyms(self) -> Thesaurus:
        """Terms that may stand for one another."""
        return Thesaurus(self._table("thesaurus.txt"))

    @cached_property
    def vocabulary(self) -> Mapping[str, str]:
        """Every word of the document, its subject terms and the thesaurus, with its spelling."""
        return self._table("vocabulary.txt")

    @cached_property
    def subjects(self) -> Mapping[str, tuple[str, ...]]:
        """The subject terms of each item, as a librarian wrote them."""
        return Rows(self._table("subjects.txt"))

    @cached_property
    def subject_words(self) -> Mapping[str, str]:
        """For each stem or root the subject terms that hold it: ` item:place,place` by item."""
        return self._table("subject_words.txt")

    @cached_property
    def sounds(self) -> Mapping[str, tuple[str, ...]]:
        """Words of the vocabulary by the consonants that are heard in them."""
        return Rows(self._table("sounds.txt"))

    @cached_property
    def spelling(self) -> Speller:
        """Corrections into the vocabulary."""
        return Speller(self._lines("spelling.txt"))
