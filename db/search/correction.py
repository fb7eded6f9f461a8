"""What may be meant by words that lead nowhere: slips, the other keyboard, Latin letters."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from db.record import replace
from db.search.groups import with_alternatives
from db.search.judge import Judge
from db.search.keyboard import other_layout
from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.search.parsed_query import ParsedQuery, Unit, units_in
from db.search.query import parse_query
from db.search.ranking import Ranker
from db.search.slips import NEIGHBOUR, SOUND_ALIKE, Slips
from db.search.slots import Slot, Slots, slots_of
from db.search.transliteration import Transliteration
from db.text.normalize import ZWNJ
from db.text.tokens import tokens

_MOST_READINGS = 4  # of the words that may be meant together

type _Change = tuple[Slots, Slots]  # words of a query, and what they may be meant as


class Corrector:
    """Finds what a query may have been meant as; keeps no state but caches."""

    def __init__(
        self,
        lexicon: Lexicon,
        morphology: Morphology,
        ranker: Ranker,
        judge: Judge,
        slips: Slips,
    ) -> None:
        self._lexicon = lexicon
        self._morphology = morphology
        self._ranker = ranker
        self._judge = judge
        self._slips = slips
        self._transliteration = Transliteration(lexicon, morphology)

    def likeliest(self, slots: Slots, allowed: int | None) -> Slots:
        """The slots with unknown words corrected; of several the one that fits the other words.

        The corrections of one slot at a time are tried, the other slots taking their nearest one.
        """
        rivals = self._rivals(slots, SOUND_ALIKE)
        nearest = tuple(found[0] for found in rivals)
        if len(slots) == 1 or all(len(found) == 1 for found in rivals):
            return nearest
        readings = [nearest]
        for place, found in enumerate(rivals):
            readings += [(*nearest[:place], rival, *nearest[place + 1 :]) for rival in found[1:]]
        return max(readings[:_MOST_READINGS], key=lambda one: self._most_met(one, allowed))

    def retyped(self, typed: str) -> str | None:
        """A query of Latin letters as Persian keys, if these hold operators and more of its words.

        Operators that are signs of both layouts prove nothing: then all words must be the
        document's own.
        """
        if not typed.isascii():
            return None
        readings = (typed, *other_layout(typed))
        meant = max(readings, key=lambda text: self._known(slots_of(text)))
        if meant == typed or parse_query(meant).is_plain:
            return None
        slots = tuple(slots_of(meant))
        if parse_query(typed).is_plain:
            return meant if self._is_language(slots) else None
        return meant if all(slot.keys[0] in self._lexicon.vocabulary for slot in slots) else None

    def of_alternatives(self, typed: str, parsed: ParsedQuery) -> tuple[str, ParsedQuery]:
        """The query with slips mended among its alternatives and Latin letters read as Persian
        sounds, as typed and as read."""
        if not parsed.alternatives:
            return typed, parsed
        units = units_in(chain.from_iterable(parsed.alternatives))
        slots = tuple(chain.from_iterable(slots_of(unit.text) for unit in units if unit.is_word))
        meant = self._heard(slots, self._nearest(slots))
        if meant == slots:
            return typed, parsed
        instead = dict(zip(slots, meant, strict=True))

        def mended(unit: Unit) -> Unit:
            parts = tuple(slots_of(unit.text))
            found = tuple(instead.get(slot, slot) for slot in parts)
            return unit if found == parts else Unit(self.shown(found))

        return self.told(meant, slots, typed, parsed), with_alternatives(parsed, mended)

    def _answers(self, key: str) -> bool:
        """Whether a word is answered where it is all that is asked."""
        slots = (Slot((key,)),)
        ranking = self._ranker.rank(slots)
        return bool(self._judge.verdict(slots, ranking).direct(ranking.ranked))

    def _heard(self, slots: Slots, meant: Slots) -> Slots:
        """What is meant, Latin words as Persian ones: all of them, or they are another language."""
        places = [place for place, slot in enumerate(slots) if _is_latin(slot.keys[0])]
        if any(meant[place] != slots[place] for place in places):
            return meant
        persian = self._transliteration.reading(slots[place].keys[0] for place in places)
        heard = dict(zip(places, persian.split(" "), strict=True)) if persian else {}
        if not all(map(self._answers, heard.values())):
            return meant
        return tuple(
            replace(slot, keys=(heard[place],)) if place in heard else slot
            for place, slot in enumerate(meant)
        )

    def otherwise(
        self, typed: str, slots: Slots, parsed: ParsedQuery
    ) -> Iterator[tuple[Slots, str]]:
        """Readings under the other keyboard layout, of Latin letters as Persian sounds, then with
        words corrected that only have relatives here, then with compounds corrected as one."""
        for text in other_layout(typed):
            found = tuple(slots_of(text))
            if self._is_language(found):
                meant = self._nearest(found)
                yield meant, text if meant == found else self.shown(meant)
        alone = all(len(slot.keys) == 1 for slot in slots)  # alternatives were mended before
        persian = self._transliteration.reading(slot.keys[0] for slot in slots) if alone else None
        if persian:
            words = (tuple(slots_of(word)) for word in persian.split(" "))
            changes: list[_Change] = [
                ((slot,), meant) for slot, meant in zip(slots, words, strict=True)
            ]
            yield _as_meant(changes), self._among(changes, typed, parsed)
        farther = self._nearest(slots, NEIGHBOUR)
        if farther != self._nearest(slots):
            yield farther, self.told(farther, slots, typed, parsed)
        changes = [(parts, self._slips.whole(parts)) for parts in _compounds(slots)]
        if _as_meant(changes) != slots:
            yield _as_meant(changes), self._among(changes, typed, parsed)

    def told(self, meant: Slots, slots: Slots, typed: str, parsed: ParsedQuery) -> str:
        """What the words of a query are meant as, among the operators that were typed."""
        changes = [((old,), (new,)) for old, new in zip(slots, meant, strict=True)]
        return self._among(changes, typed, parsed)

    def _among(self, changes: Sequence[_Change], typed: str, parsed: ParsedQuery) -> str:
        if parsed.is_plain:
            return self.shown(_as_meant(changes))
        instead = {tuple(one.keys[0] for one in old): new for old, new in changes if old != new}
        told, end, words = "", 0, list(tokens(typed))
        for place, word in enumerate(words):
            for keys, new in instead.items():
                run = words[place : place + len(keys)]
                if word.start >= end and tuple(one.key for one in run) == keys:
                    told += typed[end : word.start] + self.shown(new)
                    end = run[-1].end
        return (told + typed[end:]).strip()

    def shown(self, slots: Slots) -> str:
        """The words of a reading as they are usually spelt, half-spaces kept."""
        words = (
            (ZWNJ if slot.continues else " ")
            + self._lexicon.vocabulary.get(slot.keys[0], slot.keys[0])
            for slot in slots
        )
        return "".join(words).strip(f" {ZWNJ}")

    def _is_language(self, slots: Slots) -> bool:
        """Whether half of the words are known: «love» is no slip on the other layout."""
        return 2 * self._known(slots) >= len(slots)

    def _known(self, slots: Iterable[Slot]) -> int:
        return sum(self._morphology.known(slot.keys[0]) for slot in slots)

    def _most_met(self, slots: Slots, allowed: int | None) -> float:
        """The share of the query that the best item meets, to a tenth: less is no difference."""
        ranked = self._ranker.rank(slots, allowed).ranked
        return round(ranked[0].met, 1) if ranked else 0.0

    def _nearest(self, slots: Slots, of_relatives: float = SOUND_ALIKE) -> Slots:
        """The slots, each word that leads nowhere corrected to what is nearest."""
        return tuple(found[0] for found in self._rivals(slots, of_relatives))

    def _rivals(self, slots: Slots, of_relatives: float) -> list[Slots]:
        """For each slot what may be meant; what the document does not treat is meant as typed."""
        found = [self._slips.corrections(slot, of_relatives) for slot in slots]
        if any(slot not in meant for slot, meant in zip(slots, found, strict=True)):
            for place in self._judge.elsewhere.places(slots):
                found[place] = (slots[place],)
        return found


def _is_latin(key: str) -> bool:
    return key.isascii() and not key.isdecimal()


def _as_meant(changes: Sequence[_Change]) -> Slots:
    return tuple(slot for _, new in changes for slot in new)


def _compounds(slots: Slots) -> Iterator[Slots]:
    """The slots, those together that half-spaces join."""
    first = 0
    for last in range(1, len(slots) + 1):
        if last == len(slots) or not slots[last].continues:
            yield slots[first:last]
            first = last
