"""What the index of the reader's own texts holds of each: typed terms, as few as tell all."""

from collections.abc import Iterable, Iterator

from db.search.fields import PART, ROOT, STEM, WORD, words_of
from db.search.morphology import Morphology
from db.text.tokens import Token, joined_from

_SHORT = 2  # letters of a word that likes to be written together with both its neighbours


class NoteTerms:
    """Turns texts into typed terms without those that another one implies (`note_segments`)."""

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology

    def of_text(self, text: str) -> set[str]:
        """Terms of the words and of neighbours that may be one.

        Joined runs are bent at their last word only; of three words, when the middle is short.
        """
        words = words_of(text)
        found = {term for word in words for term in self._of_word(word.key)}
        for first in range(len(words) - 1):
            second = first + 1
            limit = 3 if len(words[second].key) <= _SHORT else 2
            for last, run in enumerate(joined_from(text, words, first, limit), start=second):
                found.update(self._of_run(run.key, words[last]))
        return found

    def of_words(self, keys: Iterable[str]) -> set[str]:
        """Terms of words by themselves."""
        return {term for key in keys for term in self._of_word(key)}

    def _of_word(self, key: str) -> Iterator[str]:
        forms = self._morphology.forms(key)
        yield f"{WORD}:{key}"
        yield from (f"{STEM}:{stem}" for stem in forms.stems - {key})
        yield from (f"{ROOT}:{root}" for root in forms.roots - forms.stems)
        yield from (f"{PART}:{part}" for part in self._morphology.parts(key))

    def _of_run(self, key: str, last: Token) -> Iterator[str]:
        yield f"{WORD}:{key}"
        lead = key.removesuffix(last.key)
        for stem in self._morphology.forms(last.key).stems - {last.key}:
            yield f"{STEM}:{lead}{stem}"
