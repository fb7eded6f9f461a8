"""resources/lexicon and hazm's data → compact tables that search loads without hazm."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from db.build.lexicon_sources import LexiconSources, fold_all
from db.search.lexicon import Lexicon, parted, thesaurus_lines
from db.search.morphology import Morphology
from db.search.places import write_table
from db.search.spelling import spelling_lines
from db.search.transliteration import sounds_lines
from db.text.normalize import ZWNJ
from db.text.tokens import fold, joined, tokens

_CLASSES = 10
_SHORTEST_CORRECTED = 2
_OWN_WORTH = 4  # of a word of the document as a correction; other words reach it at most


def write_forms(folder: Path) -> int:
    """Compute the forms of the whole vocabulary once, so that no query waits for them."""
    lexicon = Lexicon(folder)
    morphology = Morphology(lexicon)
    lines = []
    for key in lexicon.vocabulary:
        forms = morphology.compute(key)
        parts = morphology.compute_parts(key, forms.stems)
        columns = (sorted(forms.stems), sorted(forms.roots), parts)
        lines.append("\t".join((key, *(" ".join(column) for column in columns))))
    write_table(folder / "forms.txt", lines)
    return len(lines)


def write_spelling(texts: Iterable[str], folder: Path) -> int:
    """Write the table that corrects slips to words of the vocabulary, those of `texts` first."""
    lexicon = Lexicon(folder)
    own = Counter(token.key for text in texts for token in tokens(text))
    words = [word for word in sorted(lexicon.vocabulary) if len(word) > _SHORTEST_CORRECTED]
    lines = spelling_lines((word, _worth(own[word], lexicon.words.get(word, 0))) for word in words)
    (folder / "spelling.txt").write_text("\n".join(lines), "utf-8", newline="\n")
    return len(words)


def _worth(count: int, frequency: int) -> int:
    """How likely (0..9) a word is meant that stands `count` times in the document."""
    return min(_OWN_WORTH + count.bit_length(), 9) if count else frequency // 2


def write_sounds(folder: Path) -> int:
    """Write the words of the vocabulary by their consonants, for words typed in Latin."""
    lines = sounds_lines(Lexicon(folder).vocabulary)
    write_table(folder / "sounds.txt", lines)
    return len(lines)


def write_subject_words(folder: Path) -> int:
    """Write which subject terms of an item hold a word, so that a hit can say why it is one."""
    lexicon = Lexicon(folder)
    morphology = Morphology(lexicon)
    places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for item_id, subjects in lexicon.subjects.items():
        for place, subject in enumerate(subjects):
            forms = [morphology.forms(token.key) for token in tokens(subject)]
            for name in sorted({name for form in forms for name in form.stems | form.roots}):
                places[name][item_id].append(place)
    lines = []
    for name, items in sorted(places.items()):
        noted = (f" {item_id}:{','.join(map(str, found))}" for item_id, found in items.items())
        lines.append(f"{name}\t{''.join(noted)} ")
    write_table(folder / "subject_words.txt", lines)
    return len(lines)


def write_lexicon(
    sources: LexiconSources, texts: Iterable[str], originals: Iterable[str], folder: Path
) -> dict[str, int]:
    """Write all tables that no other table is needed for; returns the entries of each by name.

    `originals` are the texts as printed.
    """
    folder.mkdir(parents=True)
    words, plurals = _hazm_words()
    plurals |= sources.plurals
    tables = {
        "families.txt": [" ".join(family) for family in sources.families],
        "stop_words.txt": sorted(sources.stop_words),
        "simple.txt": sorted(sources.simple),
    }
    looked_up = {
        "words.txt": _blocks(words),
        "plurals.txt": sorted(f"{many}\t{one}" for many, one in plurals.items() if many != one),
        "verbs.txt": _verbs(),
        "thesaurus.txt": thesaurus_lines(sources.groups),
        "vocabulary.txt": _vocabulary(texts, originals, sources),
        "subjects.txt": ["\t".join((i, *terms)) for i, terms in sources.subjects.items()],
    }
    for name, lines in tables.items():
        (folder / name).write_text("\n".join(lines), "utf-8", newline="\n")
    for name, lines in looked_up.items():
        write_table(folder / name, lines)
    counts = {name: len(lines) for name, lines in (tables | looked_up).items()}
    return counts | {"words.txt": len(words)}


def _blocks(words: dict[str, int]) -> list[str]:
    """The words in order, a line for each beginning: the rest of each word and its class."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        first, rest = parted(word)
        blocks[first].append(f"{rest}{words[word]}")
    return [f"{start}\t {' '.join(found)}" for start, found in blocks.items()]


def _hazm_file(name: str) -> Path:
    """Found without loading hazm, which takes half a second."""
    return Path(str(distribution("hazm").locate_file(f"hazm/data/{name}")))


def _hazm_words() -> tuple[dict[str, int], dict[str, str]]:
    """hazm's words with frequency classes (decimal digits of the count), and its plurals."""
    data = _hazm_file("words.dat")
    best: dict[str, int] = {}
    plural_keys: list[str] = []
    for line in data.read_text("utf-8").splitlines():
        word, count, tags = line.split("\t")
        key = fold_all(word)
        if not key or not re.fullmatch(r"[^\W\d_]+", key):
            continue
        digits = min(len(count) if int(count) else 0, _CLASSES - 1)
        best[key] = max(best.get(key, 0), digits)
        if "PL" in tags.split(","):
            plural_keys.append(key)
    return best, dict(_regular_plurals(plural_keys, best))


def _regular_plurals(keys: list[str], known: dict[str, int]) -> Iterable[tuple[str, str]]:
    for key in keys:
        for ending, instead in (("یجات", "ی"), ("جات", ""), ("ات", ""), ("ات", "ه"), ("ین", "")):
            singular = key.removesuffix(ending) + instead
            if key.endswith(ending) and known.get(singular, 0) > 0 and len(singular) > 2:
                yield key, singular
                break


def _verbs() -> list[str]:
    data = _hazm_file("verbs.dat")
    stems: dict[str, set[str]] = defaultdict(set)
    for line in data.read_text("utf-8").splitlines():
        past, _, present = (fold(part) for part in line.partition("#"))
        for stem in (past, present):
            if len(stem) > 1 and past.isalpha() and present.isalpha():
                stems[stem].add(f"{past}#{present}")
    return ["\t".join((stem, *sorted(verbs))) for stem, verbs in sorted(stems.items())]


def _vocabulary(
    texts: Iterable[str], originals: Iterable[str], sources: LexiconSources
) -> list[str]:
    """Each key with its usual spelling; the document's own spelling comes first."""
    spellings = _own_words(texts, originals)
    for subject in (term for group in sources.subjects.values() for term in group):
        for token in tokens(subject):
            spellings.setdefault(token.key, subject[token.start : token.end])
    for key in (key for _, group in sources.groups for term in group for key in term.split(" ")):
        spellings.setdefault(key, key)
    return [f"{key}\t{spelling}" for key, spelling in sorted(spellings.items())]


def _own_words(texts: Iterable[str], originals: Iterable[str]) -> dict[str, str]:
    """The words of the edited `texts` with their spelling; a misprint of the originals is none.

    Words run together are one when half-spaces join them or nothing at all did in the `originals`.
    """
    spellings: dict[str, str] = {}
    runs: dict[str, str] = {}
    for text in texts:
        words = tuple(tokens(text))
        for token in words:
            spellings.setdefault(token.key, text[token.start : token.end])
        for run in joined(text, words):
            runs.setdefault(run.key, text[run.start : run.end])
    printed = {token.key for text in originals for token in tokens(text)}
    for key, spelling in runs.items():
        if key in printed or (ZWNJ in spelling and " " not in spelling):
            spellings.setdefault(key, spelling)
    return spellings
