"""Persian words typed in Latin letters: «shahr» for شهر, «tarafik» for ترافیک."""

import re
from collections.abc import Iterable

from db.search.lexicon import Lexicon
from db.search.morphology import Morphology

# Latin letters of a sound, and the Persian letters that may stand for it; one sign for each sound.
_SOUNDS = {
    "sh": ("$", "ش"),
    "ch": ("c", "چ"),
    "kh": ("x", "خ"),
    "gh": ("q", "غق"),
    "zh": ("%", "ژ"),
    "ou": ("o", "و"),
    "oo": ("o", "و"),
    "ee": ("i", "ی"),
    "aa": ("a", "ا"),
    "u": ("o", ""),
    "y": ("i", ""),
    "w": ("o", ""),
    "v": ("o", ""),
    "e": ("", ""),
    "c": ("?", ""),
    "x": ("?", ""),
    "t": ("t", "تط"),
    "z": ("z", "زذضظ"),
    "s": ("s", "سصث"),
    "h": ("h", "هح"),
} | {one: (one, other) for one, other in zip("bpjdrfkglmn", "بپجدرفکگلمن", strict=True)}
_LATIN = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_PERSIAN = str.maketrans({letter: sign for sign, letters in _SOUNDS.values() for letter in letters})
_VOWELS = str.maketrans("", "", "aio")
_UNHEARD = str.maketrans("", "", "عء")
_DOUBLED = re.compile(r"(.)\1+")
# What is shorter is as likely an English word.
_SHORTEST, _SHORTEST_FORM, _FEWEST_CONSONANTS = 4, 3, 2
_OFTEN_UNWRITTEN = "ao"
_FINAL_HE = re.compile("(?:e|a|eh|ah)$")


class Transliteration:
    """Reads Latin words as words of one vocabulary; pure."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology) -> None:
        self._lexicon = lexicon
        self._morphology = morphology

    def reading(self, keys: Iterable[str]) -> str | None:
        """Latin words in Persian letters; None when one of them is known or has no likely form."""
        found = []
        for key in keys:
            word = None if self._morphology.known(key) else self._likeliest(key)
            if word is None:
                return None
            found.append(word)
        return " ".join(found) or None

    def _likeliest(self, key: str) -> str | None:
        if len(key) < _SHORTEST or not (key.isascii() and key.isalpha()):
            return None
        typed = _of_latin(key)
        consonants = _consonants(typed)
        if len(consonants) < _FEWEST_CONSONANTS:
            return None
        outer = key[0] in "aeiou", bool(_FINAL_HE.search(key))
        forms = [
            (unwritten, -self._lexicon.words.get(word, 0), word)
            for word in self._lexicon.sounds.get(consonants, ())
            if (word[0] in "اعی", word.endswith("ه")) == outer
            for unwritten in (_unwritten(typed, _of_persian(word)),)
            if unwritten is not None
        ]
        return min(forms)[2] if forms else None


def sounds_lines(vocabulary: Iterable[str]) -> list[str]:
    """The words of a vocabulary by their consonants, as the build stores them."""
    found: dict[str, list[str]] = {}
    for word in vocabulary:
        consonants = "" if word.isascii() else _consonants(_of_persian(word))
        if len(word) >= _SHORTEST_FORM and len(consonants) >= _FEWEST_CONSONANTS:
            found.setdefault(consonants, []).append(word)
    return ["\t".join((consonants, *words)) for consonants, words in found.items()]


def _of_latin(key: str) -> str:
    """The sounds of a Latin word; the silent he that may end it goes."""
    bare = _FINAL_HE.sub("", key)
    return _DOUBLED.sub(r"\1", _LATIN.sub(lambda match: _SOUNDS[match.group()][0], bare))


def _of_persian(word: str) -> str:
    """The sounds of a Persian word as far as they are written, a silent he and alef gone."""
    bare = word.removesuffix("ه").translate(_PERSIAN).translate(_UNHEARD)
    return bare.removeprefix("a")


def _unwritten(typed: str, written: str) -> int | None:
    """How many typed vowels are not written; None when the words differ in anything else."""
    place = unwritten = 0
    for sound in typed:
        if written[place : place + 1] == sound:
            place += 1
        elif sound in _OFTEN_UNWRITTEN:
            unwritten += 1
        else:
            return None
    return unwritten if place == len(written) else None


def _consonants(sounds: str) -> str:
    return _DOUBLED.sub(r"\1", sounds.translate(_VOWELS))
