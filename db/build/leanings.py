"""How much oftener a word stands in terms of the items than in the lists of what is elsewhere."""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from db.build.toml_file import read_toml
from db.search.fields import words_of
from db.search.leanings import HUNDREDTHS
from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.search.places import write_table

_SMOOTHING = 0.3  # added to each count
_MOST = 3.0  # log odds that one word may have either way


def write_leanings(texts: Iterable[str], lists: Iterable[Path], folder: Path) -> int:
    """Write the log odds of each stem beside the tables in `folder`; returns their number.

    A term, or one of the `texts`, counts once for each of its words.
    """
    lexicon = Lexicon(folder)
    morphology = Morphology(lexicon)
    treated = _counts(chain(texts, *lexicon.subjects.values()), morphology)
    fields = chain.from_iterable(read_toml(path).data.values() for path in lists)
    elsewhere = _counts(chain.from_iterable(fields), morphology)
    even = math.log(treated.total() / elsewhere.total())
    lines = []
    for stem in sorted(treated.keys() | elsewhere.keys()):
        ratio = (treated[stem] + _SMOOTHING) / (elsewhere[stem] + _SMOOTHING)
        odds = max(-_MOST, min(math.log(ratio) - even, _MOST))
        lines.append(f"{stem}\t{round(odds * HUNDREDTHS)}")
    write_table(folder / "leanings.txt", lines)
    return len(lines)


def _counts(terms: Iterable[str], morphology: Morphology) -> Counter[str]:
    """In how many terms each stem stands."""
    found = Counter[str]()
    for term in terms:
        found.update({morphology.shortest(word.key) for word in words_of(term)})
    return found
