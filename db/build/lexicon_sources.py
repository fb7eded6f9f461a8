"""resources/lexicon as people edit it: read, checked, keyed as search keys words."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from db.build.errors import EditionError
from db.build.toml_file import TomlFile, read_toml
from db.record import record
from db.text.tokens import tokens

SUBJECT_KINDS = (
    "synonym",
    "broader",
    "everyday",
    "problem",
    "abbreviation",
    "spelling",
    "question",
)
_THESAURUS_WEIGHTS = {"synonym": 0.8, "related": 0.5}
_ABBREVIATION_WEIGHT = 0.95


@record
class LexiconSources:
    """What people edit: subject terms by item, thesaurus groups, stop words, irregular forms."""

    subjects: dict[str, tuple[str, ...]]
    groups: tuple[tuple[float, tuple[str, ...]], ...]
    stop_words: frozenset[str]
    plurals: dict[str, str]
    simple: frozenset[str]
    families: tuple[tuple[str, ...], ...]


def key_of(term: str) -> str:
    """The keys of a term's words with a space between; half-spaced words are one."""
    return " ".join(key for key in map(fold_all, term.split()) if key)


def read_lexicon(folder: Path, item_ids: Iterable[str]) -> LexiconSources:
    """Read and check resources/lexicon; EditionError for unknown ids and repeated terms."""
    known = set(item_ids)
    subjects: dict[str, tuple[str, ...]] = {}
    for path in sorted((folder / "subjects").glob("*.toml")):
        subjects |= _by_item(read_toml(path), known, SUBJECT_KINDS)
    asked: dict[str, tuple[str, ...]] = {}
    for path in sorted((folder / "questions").glob("*.toml")):
        asked |= _by_item(read_toml(path), known, ("asked",))
    missing = sorted(known - set(subjects))
    if missing:
        raise EditionError(folder / "subjects", 1, f"no subject terms for {missing}")
    thesaurus = read_toml(folder / "thesaurus.toml")
    abbreviations = read_toml(folder / "abbreviations.toml")
    plurals = read_toml(folder / "plurals.toml")
    return LexiconSources(
        subjects={i: _distinct(terms + asked.get(i, ())) for i, terms in subjects.items()},
        groups=_groups(thesaurus) + _abbreviations(abbreviations),
        stop_words=_words(folder / "stop_words.txt"),
        simple=_words(folder / "simple.txt"),
        families=_families(folder / "families.txt"),
        plurals=_plurals(plurals),
    )


@cache
def fold_all(word: str) -> str:
    """A word's key with its half-spaces and ezafe gone."""
    return "".join(token.key for token in tokens(word) if token.key != "ی")


def _by_item(
    source: TomlFile, known: set[str], allowed: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """The terms of each item in one file, kind after kind."""
    found: dict[str, tuple[str, ...]] = {}
    for item_id, kinds in source.data.items():
        needle = f'["{item_id}"]'
        if item_id not in known:
            raise source.refuse(needle, f"unknown id {item_id!r}")
        strangers = sorted(set(kinds) - set(allowed))
        if strangers:
            raise source.refuse(needle, f"{item_id}: unknown kinds {strangers}")
        terms = tuple(term for kind in allowed for term in kinds.get(kind, []))
        repeated = sorted({term for term in terms if terms.count(term) > 1})
        if repeated or not all(map(key_of, terms)):
            raise source.refuse(needle, f"{item_id}: repeated or empty terms {repeated}")
        found[item_id] = terms
    return found


def _distinct(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Terms with different keys, in order; two spellings with one key are one to search."""
    return tuple({key_of(term): term for term in reversed(terms)}.values())[::-1]


def _groups(source: TomlFile) -> tuple[tuple[float, tuple[str, ...]], ...]:
    groups = []
    for group in source.part("group"):
        listed = group.get("terms", [])
        terms = tuple(dict.fromkeys(key_of(term) for term in listed))
        is_odd = len(terms) < 2 or not all(terms)
        if is_odd or group.get("kind", "synonym") not in _THESAURUS_WEIGHTS:
            place = listed[0] if listed else "[[group]]"
            raise source.refuse(place, f"group needs a kind and two terms of words: {group}")
        groups.append((_THESAURUS_WEIGHTS[group.get("kind", "synonym")], terms))
    return tuple(groups)


def _abbreviations(source: TomlFile) -> tuple[tuple[float, tuple[str, ...]], ...]:
    groups = []
    for entry in source.part("abbreviation"):
        short, expanded = entry.get("short"), entry.get("expansion")
        terms = tuple(dict.fromkeys(map(key_of, (short or []) + (expanded or []))))
        if not short or not expanded or not all(terms):
            reason = f"abbreviation needs a short and an expanded form of words: {entry}"
            raise source.refuse((short or expanded or ["[[abbreviation]]"])[0], reason)
        groups.append((_ABBREVIATION_WEIGHT, terms))
    return tuple(groups)


def _plurals(source: TomlFile) -> dict[str, str]:
    """Forms with the words that they are forms of, written and spoken ones."""
    found = {}
    for form, head in (source.part("plurals") | source.part("spoken")).items():
        key, of_head = fold_all(form), fold_all(head)
        if not key or not of_head:
            raise source.refuse(f'"{form}"', f"{form!r} = {head!r} is no word of another")
        found[key] = of_head
    return found


def _words(path: Path) -> frozenset[str]:
    """Words line by line; EditionError for a line that no word is left of."""
    found = set()
    for number, line in _entries(path):
        key = fold_all(line)
        if not key:
            raise EditionError(path, number, f"{line!r} is no word that is searched")
        found.add(key)
    return frozenset(found)


def _families(path: Path) -> tuple[tuple[str, ...], ...]:
    """Families line by line; EditionError for one of fewer than two words."""
    found = []
    for number, line in _entries(path):
        members = tuple(dict.fromkeys(fold_all(word) for word in line.split()))
        if len(members) < 2 or not all(members):
            raise EditionError(path, number, "a family has two words at least")
        found.append(members)
    return tuple(found)


def _entries(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a list with their numbers, without empty ones and comments."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line
