"""Stems, roots and parts of a folded word, each checked against the word list."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from db.search.lexicon import Lexicon
from db.text.tokens import fold

_STRONG = tuple(
    "هایشان هایتان هایمان هاشان هاتان هامان هایی هایم هایت هایش هاست هام هات هاش های ها"
    " هامون هاتون هاشون ترینها ترین تری تر".split()
)
_COMPARING = frozenset("ترینها ترین تری تر".split())
# Endings that many simple words have too: taken off only what the list does not hold as a lemma.
_WEAK = tuple(
    "یشان یتان یمان شان تان مان امون اتون اشون مون تون شون"
    " گانی گان یان ان جات ات ین ون یی ای ایم اند یم یت یش م ت ش ی"
    " انشان انتان انمان انش انی اتی".split()
)
ENDINGS = frozenset((*_STRONG, *_WEAK, "اند"))  # what may stand after a half-space
APART = frozenset(_STRONG)  # what is no word itself, so that it may stand after a space too
# Endings of spoken Persian, the longest first; taken off only where a written word is left.
_SPOKEN = (
    "هامون هاتون هاشون هامو هاتو هاشو هارو امون اتون اشون امو اتو اشو ارو مون تون شون هاس"
    " شو مو تو رو ا ه"
).split()
_COMMON_CLASS = 3  # frequency class that both parts of a joined word exceed
_EVERYDAY_CLASS = 3  # frequency class from which a written form is likelier than a rare word
_DERIVING = tuple("گری مندی مند گرایی گرا یت گی انه ناک وار گر پذیری پذیر ورزی ای یی ی".split())
_PREFIXES = ("نا", "بی", "با", "غیر", "ضد", "پر", "کم", "فرا")
_PERSONAL = ("یم", "ید", "ند", "م", "ی", "د", "")
_AFTER_YE = ("یم", "ید", "ند", "م", "د")  # «بیماری» is none of «اماردن»
_PAST_ENDINGS = ("ن", "ه", "هاند", "هاست", "نی", *_PERSONAL)
_VERBAL = ("تن", "دن", "ندگان")  # how words of the list end that belong to a verb
_ENDURING = ("می", "نمی")
_PRESENT_ENDINGS = ("نده", "ندگان", "ان", *_PERSONAL)
_SHORTEST_STEM = 3
_LONGEST_WORD = 40  # letters; nothing longer is a word, and rules would take their time over it
_SHORTEST_PART = 3
_DEPTH = 3


class Forms(NamedTuple):
    """What a word shares with its relatives."""

    stems: frozenset[str]
    roots: frozenset[str]


class Morphology:
    """Light Persian morphology over one lexicon; answers are cached, calls are pure."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.forms = lru_cache(maxsize=50_000)(self._forms)
        self.parts = lru_cache(maxsize=20_000)(self._parts)
        self.shortest = lru_cache(maxsize=20_000)(self._shortest)

    def known(self, key: str) -> bool:
        """Whether the key is a word of the language or of the document."""
        return key in self._lexicon.words or key in self._lexicon.vocabulary

    def _forms(self, key: str) -> Forms:
        ready = self._lexicon.forms.get(key)
        if ready is None:
            return self.compute(key)
        stems, roots, _ = ready.split("\t")
        return Forms(frozenset(stems.split()), frozenset(roots.split()))

    def _shortest(self, key: str) -> str:
        """One stem to stand for all; the shortest, then the first in order."""
        return min(self.forms(key).stems, key=lambda stem: ("#" in stem, len(stem), stem))

    def _parts(self, key: str) -> tuple[str, ...]:
        ready = self._lexicon.forms.get(key)
        if ready is None:
            return self.compute_parts(key, self.forms(key).stems)
        return tuple(ready.rpartition("\t")[2].split())

    def compute(self, key: str) -> Forms:
        """The forms of any word by rule and list; the build stores those of the vocabulary."""
        if len(key) > _LONGEST_WORD:
            return Forms(frozenset((key,)), frozenset((key,)))
        stems = frozenset(self._stems(key))
        return Forms(stems, frozenset(root for stem in stems for root in self._roots(stem)))

    def _stems(self, key: str) -> set[str]:
        found, fresh = {key}, {key}
        for _ in range(_DEPTH):
            fresh = {stem for word in fresh for stem in self._shorter(word)} - found
            found |= fresh
        found |= {other for word in tuple(found) for other in self._reseated(word)}
        found |= {verb for word in tuple(found) for verb in self._verbs(word)}
        return found

    def _reseated(self, key: str) -> Iterator[str]:
        """The known word whose hamza on ye the key has on alef: «هیأت» is «هیئت»."""
        vocabulary = self._lexicon.vocabulary
        if "ا" not in key[1:] or key in vocabulary or self._lexicon.words.get(key, -1) > 0:
            return
        for place in (at for at, letter in enumerate(key) if at and letter == "ا"):
            other = f"{key[:place]}ی{key[place + 1 :]}"
            spelling: str = vocabulary.get(other, "")
            if "ئ" in spelling and fold(spelling.replace("ئ", "أ")) == key:
                yield other

    def _shorter(self, key: str) -> Iterator[str]:
        """The word without one inflection; an ending that names more is taken off first."""
        words = self._lexicon.words
        for ending in _STRONG if key.endswith(_STRONG) else ():
            stem = key.removesuffix(ending)
            shortest = _SHORTEST_STEM if ending in _COMPARING else 2
            if stem != key and len(stem) >= shortest and self.known(stem):
                yield stem
                return
        if key[-2:] in ("ای", "وی") and len(key) > _SHORTEST_STEM and key[:-1] in words:
            yield key[:-1]
        if key in self._lexicon.plurals:
            yield self._lexicon.plurals[key]
        spoken = tuple(self._from_spoken(key)) if words.get(key, -1) <= 0 else ()
        yield from spoken
        if key not in words and not spoken:
            yield from self._without_weak_ending(key)

    def _from_spoken(self, key: str) -> Iterator[str]:
        """The written word behind شلوغه, ماشینا, خیابون or خونه‌مون."""
        for bare in (key, *(key.removesuffix(end) for end in _SPOKEN if key.endswith(end))):
            for word in (self._lexicon.plurals.get(bare, bare), _open(bare)):
                often = self._lexicon.words.get(word, 0) >= _EVERYDAY_CLASS
                known = often or word in self._lexicon.vocabulary
                if known and word != key and len(word) >= _SHORTEST_STEM:
                    yield word
                    return

    def _without_weak_ending(self, key: str) -> Iterator[str]:
        words = self._lexicon.words
        for ending in _WEAK if key.endswith(_WEAK) else ():
            stem = key.removesuffix(ending)
            if stem != key and len(stem) >= _SHORTEST_STEM and stem in words:
                yield stem
                return
            if ending == "گان" and stem != key and stem + "ه" in words:
                yield stem + "ه"
                return

    def _verbs(self, key: str) -> Iterator[str]:
        """The verbs a conjugated form belongs to; a noun of the list is no conjugated form."""
        yield from self._subjunctive(key)
        known = key in self._lexicon.words
        for prefix in ("نمی", "می", "ن", "ب", ""):
            if not key.startswith(prefix) or (known and prefix in ("ن", "ب")):
                continue
            if known and not prefix and not key.endswith(_VERBAL):
                continue
            verbs = self._conjugated(key.removeprefix(prefix), prefix)
            if verbs:
                yield from verbs
                return

    def _conjugated(self, bare: str, prefix: str) -> tuple[str, ...]:
        """The verbs of a form without its prefix.

        «ن» behind a past stem ends infinitives, behind any stem «می‌رن» when spoken; «می» alone
        stands before past stems only: «میدان» knows nothing.
        """
        for ending in (*_PAST_ENDINGS, *_PRESENT_ENDINGS):
            if not bare.endswith(ending):
                continue
            stem = bare.removesuffix(ending)
            verbs = self._lexicon.verb_stems.get(stem, ())
            if (ending == "ن" and not prefix) or (not ending and prefix in _ENDURING):
                verbs = tuple(verb for verb in verbs if verb.startswith(f"{stem}#"))
            if verbs:
                return verbs
        return ()

    def _subjunctive(self, key: str) -> tuple[str, ...]:
        """The verbs of a form whose first alef became a ye: بیندازد is ب and اندازد.

        An everyday word with a personal ending is none: «بیمارند» are ill.
        """
        words = self._lexicon.words
        bare = key.removeprefix("در")  # دربیاورد
        if bare[:2] in ("بی", "نی") and words.get(key, 0) <= 0:
            form = f"ا{bare[2:].removeprefix('ا')}"
            for ending in _AFTER_YE:
                stem = form.removesuffix(ending)
                if form.endswith(ending) and stem in self._lexicon.verb_stems:
                    is_noun = words.get(key.removesuffix(ending), 0) >= _EVERYDAY_CLASS
                    return () if is_noun else self._lexicon.verb_stems[stem]
        return ()

    def _roots(self, stem: str) -> Iterator[str]:
        yield stem
        yield from self._lexicon.families.get(stem, ())
        if stem in self._lexicon.simple:
            return
        yield from self._verbal_noun(stem)
        words = self._lexicon.words
        for ending in _DERIVING if stem.endswith(_DERIVING) else ():
            root = stem.removesuffix(ending)
            if root != stem and len(root) >= _SHORTEST_STEM and root in words:
                yield root
            if ending == "گی" and root != stem and root + "ه" in words:
                yield root + "ه"
        for prefix in _PREFIXES:
            root = stem.removeprefix(prefix)
            if root != stem and len(root) > _SHORTEST_STEM and words.get(root, 0) > 0:
                yield root

    def _verbal_noun(self, stem: str) -> Iterator[str]:
        """Verbs behind a bare past stem (ساخت), a participle (ساخته) or a noun in ش (آموزش)."""
        verbs = self._lexicon.verb_stems
        for bare in (stem, stem.removesuffix("ه"), stem.removesuffix("ش")):
            if len(bare) > _SHORTEST_STEM and (bare != stem or bare[-1] in "تد"):
                yield from verbs.get(bare, ())

    def compute_parts(self, key: str, stems: frozenset[str]) -> tuple[str, ...]:
        """The two likeliest words a joined key is made of; empty for a simple word."""
        if len(key) > _LONGEST_WORD:
            return ()
        words = self._lexicon.words
        best: tuple[int, tuple[str, ...]] = (0, ())
        for word in (key, max(stems, key=lambda stem: (len(stem), stem))):
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
                left, right = word[:cut], word[cut:]
                needed = max(best[0], _COMMON_CLASS)
                if words.get(left, 0) > needed < words.get(right, 0):
                    best = (min(words.get(left, 0), words.get(right, 0)), (left, right))
        return best[1]


def _open(spoken: str) -> str:
    """The written ان of the last spoken ون: گرونی → گرانی, خونه → خانه."""
    head, found, tail = spoken.rpartition("ون")
    return f"{head}ان{tail}" if found and len(spoken) > _SHORTEST_STEM else spoken
