"""What one word that leads nowhere may be a slip of."""

from collections.abc import Sequence

from db.record import replace
from db.search.expansion import Weights
from db.search.lexicon import Lexicon
from db.search.misprints import Misprints
from db.search.morphology import Morphology
from db.search.ranking import Ranker
from db.search.slots import Slot, Slots

# The dearest correction allowed: of a word with relatives here, of a rare word, of an unknown one.
SOUND_ALIKE, NEIGHBOUR, _ANY = 0.45, 0.8, 9.9
# The dearest of a Latin word by its length: of a short one, one letter makes another word.
_OF_LATIN = ((8, 1.0), (6, 0.7), (0, 0.0))
_EVERYDAY_CLASS = 5  # frequency class of words that are not taken for slips


class Slips:
    """Corrects words one by one; what the words beside them make likelier is the caller's."""

    def __init__(
        self,
        lexicon: Lexicon,
        morphology: Morphology,
        ranker: Ranker,
        misprints: Misprints,
        weights: Weights,
    ) -> None:
        self._lexicon = lexicon
        self._morphology = morphology
        self._ranker = ranker
        self._misprints = misprints
        self._factor = weights.correction

    def corrections(self, slot: Slot, of_relatives: float) -> Slots:
        """The slot with each word that may be meant, the likeliest first; else the slot itself.

        `of_relatives` is the dearest correction of a word that the document has relatives of.
        """
        key = slot.keys[0]
        known = key in self._lexicon.vocabulary
        if known or len(slot.keys) > 1 or slot.is_ending or slot.is_fixed:
            return (slot,)
        words = self._meant(key, of_relatives)
        return tuple(replace(slot, keys=(w,), factor=self._factor) for w in words) or (slot,)

    def whole(self, parts: Slots) -> Slots:
        """The parts of a compound as the word it is near, if there is one."""
        if len(parts) == 1:
            return parts
        key = "".join(slot.keys[0] for slot in parts)
        found = self._lexicon.spelling.correction(key, NEIGHBOUR)
        return (Slot((found[0],), self._factor),) if found and found[1] else parts

    def _meant(self, key: str, of_relatives: float) -> Sequence[str]:
        """What a word that is not in the vocabulary may be meant as; nothing when it is one itself.

        What the edition corrects in the print is meant as corrected.
        """
        printed = self._misprints.correction(key)
        if printed:
            return () if printed in self._morphology.forms(key).stems else (printed,)
        most = self._most_correction(key, of_relatives)
        found = self._lexicon.spelling.corrections(key, most) if most else ()
        return [word for word, _ in found]

    def _most_correction(self, key: str, of_relatives: float) -> float:
        """How far a stranger to the vocabulary may be corrected: not at all when it is a common
        word, `of_relatives` when the document has its relatives."""
        if key.isascii():
            return next(most for shortest, most in _OF_LATIN if len(key) >= shortest)
        frequency = self._lexicon.words.get(key, -1)
        if frequency <= 0 and self._ranker.stands_as_typed(key):
            return _ANY  # a misprint of the original
        if self._ranker.stands_anywhere(key):
            return of_relatives if frequency < (of_relatives > SOUND_ALIKE) else 0.0
        if frequency >= _EVERYDAY_CLASS:
            return 0.0
        return NEIGHBOUR if frequency >= 0 else _ANY
