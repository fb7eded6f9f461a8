"""Which item a pasted sentence quotes, and whether it does so word for word."""

import math
from collections import Counter
from enum import StrEnum
from functools import cached_property

from db.errors import KnownError
from db.record import record
from db.reference.alignment import Alignment, Difference, Segment, Word, align, words_of
from db.reference.citation import quoted_in
from db.reference.models import Item
from db.reference.spelling_kinds import spelling_kinds
from db.reference.store import ReferenceStore
from db.text.normalize import ZWNJ, persian_digits

LONGEST_QUOTE = 10_000  # characters
_MOST_HOLDING = 16  # texts with the very letters of the quote
_NEAREST = 8  # texts, edited and verbatim counted apart
_LEAST_SHARE = 0.6  # of the shorter text's words, below which nothing is quoted
ELSEWHERE = "این نوشته را از چند جای سند کنار هم گذاشته‌اید؛ هر بند را جداگانه بسنجید. جاهای دیگر:"
_LEAST_WORDS = 3  # a shorter part stands in too many texts to be a quotation


class Verdict(StrEnum):
    """What the reader is told; EXACT only when not one word differs."""

    EXACT = "عین متن"
    DIFFERENT = "با تفاوت"
    NOT_FOUND = "یافت نشد"


@record
class QuoteCheck:
    """`text` is what the quote was compared with: the item's edited or its verbatim form."""

    quote: str
    verdict: Verdict
    item_id: str | None = None
    compared: str = "edited"
    text: str = ""
    segments: tuple[Segment, ...] = ()
    differing_words: int = 0
    is_part: bool = False
    spelling: tuple[str, ...] = ()  # kinds of spelling differences met, in Persian
    also_in: tuple[str, ...] = ()  # other items that hold the same words
    beside: tuple[str, ...] = ()  # items that the words come from which this one does not have

    @property
    def sentence(self) -> str:
        """The verdict as the reader sees it."""
        if self.verdict is Verdict.DIFFERENT:
            return persian_digits(f"{self.verdict} ({self.differing_words} واژه)")
        return f"{self.verdict} (بخشی از بند)" if self.is_part else str(self.verdict)

    @property
    def differences(self) -> tuple[str, ...]:
        """Each difference in words; what half-spaces join is one."""
        return tuple(self._told(one) for one in self._changes())

    def _changes(self) -> list[Segment]:
        found: list[Segment] = []
        for one in self.segments:
            if one.kind in (Difference.EQUAL, Difference.SPELLING):
                continue
            last = found[-1] if found else None
            if last and self._is_one_word(last, one):
                starts, ends = (last.item_start, one.item_end), (last.quote_start, one.quote_end)
                kind = one.kind if one.kind is last.kind else Difference.CHANGED
                found[-1] = Segment(kind, *starts, *ends)
            else:
                found.append(one)
        return found

    def _is_one_word(self, first: Segment, second: Segment) -> bool:
        ours = self.text[first.item_end : second.item_start]
        theirs = self.quote[first.quote_end : second.quote_start]
        in_item = first.item_start < first.item_end and second.item_start < second.item_end
        in_quote = first.quote_start < first.quote_end and second.quote_start < second.quote_end
        return (in_item and not ours.strip(ZWNJ)) or (in_quote and not theirs.strip(ZWNJ))

    def _told(self, one: Segment) -> str:
        ours = self.text[one.item_start : one.item_end]
        theirs = self.quote[one.quote_start : one.quote_end]
        if one.kind is Difference.MISSING:
            return f"«{ours}» افتاده است"
        if one.kind is Difference.ADDED:
            return f"«{theirs}» در سند نیست"
        return f"به‌جای «{ours}» نوشته‌اید «{theirs}»"

    @property
    def remarks(self) -> tuple[str, ...]:
        """With what it was compared, and what differs without being counted."""
        said = (
            ("با متن اصلی سند، پیش از ویرایش، سنجیده شد.", self.compared == "verbatim"),
            (f"تفاوت‌های رسم‌الخط: {'، '.join(self.spelling)}.", bool(self.spelling)),
        )
        return tuple(words for words, holds in said if holds)


@record
class _Text:
    item: Item
    compared: str
    text: str
    words: list[Word]
    forms: frozenset[str]
    squeezed: str


@record
class _Comparison:
    source: _Text
    alignment: Alignment
    matched: int

    @property
    def rank(self) -> tuple[int, bool, int, int]:
        """Sorts by fewest differences, edited before verbatim, whole before part, position."""
        verbatim, skipped = self.source.compared != "edited", len(self.source.words) - self.matched
        return self.alignment.differences, verbatim, skipped, self.source.item.position


class QuoteChecker:
    """Compares a sentence with every item, edited and verbatim; safe from any thread."""

    def __init__(self, reference: ReferenceStore) -> None:
        self._reference = reference

    @cached_property
    def _texts(self) -> tuple[_Text, ...]:
        return tuple(
            _Text(item, compared, text, words, _forms(words), _squeezed(words))
            for item in self._reference.items()
            for compared, text in (("edited", item.edited), ("verbatim", item.verbatim))
            for words in (words_of(text),)
        )

    @cached_property
    def _worth(self) -> dict[str, float]:
        """What a form of a word tells, the more the fewer texts it stands in."""
        spread = Counter(form for text in self._texts for form in text.forms)
        return {form: math.log(1 + len(self._texts) / met) for form, met in spread.items()}

    def check(self, quote: str) -> QuoteCheck:
        """The item that `quote` comes from, if any; KnownError for more than LONGEST_QUOTE.

        Of a full citation by the program's own template, what it quotes is checked.
        """
        quote = quoted_in(quote.strip())
        if len(quote) > LONGEST_QUOTE:
            raise KnownError("نوشته بلندتر از ۱۰٬۰۰۰ نویسه است؛ بخشی از آن را بیازمایید.")
        words = words_of(quote)
        squeezed = _squeezed(words)
        holding = [text for text in self._texts if squeezed and squeezed in text.squeezed]
        good = self._quoted(holding[:_MOST_HOLDING], words, quote)
        if not good or good[0].alignment.differences:
            good = self._quoted(self._nearest(words, squeezed), words, quote)
        if not good:
            return QuoteCheck(quote, Verdict.NOT_FOUND)
        return _report(quote, words, good)

    def _quoted(self, texts: list[_Text], words: list[Word], quote: str) -> list[_Comparison]:
        """The texts that the quote may come from, the likeliest first."""
        compared = (self._compare(text, words, quote) for text in texts)
        return sorted((one for one in compared if _is_quoted(one, words)), key=lambda one: one.rank)

    def _nearest(self, words: list[Word], squeezed: str) -> list[_Text]:
        """Texts that share the rarest words with the quote, joined words counted as one."""
        forms = _forms(words)

        def worth(text: _Text) -> float:
            met = (form for form in text.forms if form in forms or form in squeezed)
            return sum(self._worth[form] for form in met)

        return sorted(self._texts, key=worth, reverse=True)[:_NEAREST]

    def _compare(self, source: _Text, words: list[Word], quote: str) -> _Comparison:
        alignment = align(source.words, words, source.text, quote)
        matched = sum(last - first for kind, first, last, *_ in alignment.pairs if _same(kind))
        return _Comparison(source, alignment, matched)


def _forms(words: list[Word]) -> frozenset[str]:
    return frozenset(form for word in words for form in word.forms)


def _squeezed(words: list[Word]) -> str:
    """Words without what stands between them."""
    return "".join(min(word.forms, key=len) for word in words)


def _same(kind: Difference) -> bool:
    return kind is Difference.EQUAL


def _is_quoted(one: _Comparison, words: list[Word]) -> bool:
    whole = len(one.source.words)
    if one.matched < min(_LEAST_WORDS, whole):
        return False
    return one.matched >= _LEAST_SHARE * min(whole, len(words))


def _report(quote: str, words: list[Word], good: list[_Comparison]) -> QuoteCheck:
    best = good[0]
    segments = tuple(_segments(best, words, quote))
    matched_as_well = (
        one.source.item.id
        for one in good
        if one.alignment.differences == 0 and one.source.item.id != best.source.item.id
    )
    exact = best.alignment.differences == 0
    return QuoteCheck(
        quote=quote,
        verdict=Verdict.EXACT if exact else Verdict.DIFFERENT,
        item_id=best.source.item.id,
        compared=best.source.compared,
        text=best.source.text,
        segments=segments,
        differing_words=best.alignment.differences,
        is_part=best.matched < len(best.source.words) and exact,
        spelling=spelling_kinds(best.source.text, quote, segments),
        also_in=tuple(dict.fromkeys(matched_as_well)) if exact else (),
        beside=_beside(good),
    )


def _beside(good: list[_Comparison]) -> tuple[str, ...]:
    """Items quoted together with the likeliest one: each brings words that those before lack."""
    covered = _covered(good[0])
    found: list[str] = []
    for one in good[1:]:
        new = _covered(one) - covered
        if len(new) >= max(_LEAST_WORDS, _LEAST_SHARE * len(one.source.words)):
            covered |= new
            found.append(one.source.item.id)
    return tuple(found)


def _covered(one: _Comparison) -> set[int]:
    """Places of the quote's words that stand in a text."""
    pairs = (pair for pair in one.alignment.pairs if _same(pair[0]))
    return {at for *_, first, last in pairs for at in range(first, last)}


def _segments(one: _Comparison, words: list[Word], quote: str) -> list[Segment]:
    """Pairs of words as ranges of text; equal neighbours grow together with what is between."""
    text, own = one.source.text, one.source.words
    found: list[Segment] = []
    for kind, first, last, quote_first, quote_last in one.alignment.pairs:
        start, end = _range(own, first, last, len(text))
        quote_start, quote_end = _range(words, quote_first, quote_last, len(quote))
        if _same(kind) and text[start:end] != quote[quote_start:quote_end]:
            kind = Difference.SPELLING
        segment = Segment(kind, start, end, quote_start, quote_end)
        _append(found, segment, text, quote)
    return found


def _append(found: list[Segment], new: Segment, text: str, quote: str) -> None:
    last = found[-1] if found else None
    together = (Difference.EQUAL, Difference.SPELLING)
    if last is None or last.kind not in together or new.kind not in together:
        found.append(new)
        return
    gap, other = text[last.item_end : new.item_start], quote[last.quote_end : new.quote_start]
    if gap == other and last.kind is new.kind is Difference.EQUAL:
        found[-1] = Segment(
            new.kind, last.item_start, new.item_end, last.quote_start, new.quote_end
        )
        return
    if gap != other:
        found.append(
            Segment(
                Difference.SPELLING,
                last.item_end, new.item_start, last.quote_end, new.quote_start,
            )
        )  # fmt: skip
    found.append(new)


def _range(words: list[Word], first: int, last: int, length: int) -> tuple[int, int]:
    """The range of words first..last; for none of them the place where they would stand."""
    if first < last:
        return words[first].start, words[last - 1].end
    place = words[first - 1].end if first else (words[0].start if words else length)
    return place, place
