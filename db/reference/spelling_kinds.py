"""What kinds of spelling two texts of the same words differ in."""

import re
from collections.abc import Iterable

from db.reference.alignment import Difference, Segment
from db.text.normalize import letters

_VOWELS = re.compile("[\u064b-\u0653\u0656-\u065f\u0670]")


def spelling_kinds(text: str, quote: str, segments: Iterable[Segment]) -> tuple[str, ...]:
    """The kinds in the order met, in Persian; `text` is the document's, `quote` the reader's."""
    kinds: dict[str, None] = {}
    for one in segments:
        if one.kind is Difference.SPELLING:
            ours = text[one.item_start : one.item_end]
            theirs = quote[one.quote_start : one.quote_end]
            kinds.update(dict.fromkeys(_kinds_between(ours, theirs)))
    return tuple(kinds)


def _kinds_between(ours: str, theirs: str) -> list[str]:
    found = []
    if re.findall(r"[\s\u200c]+", ours) != re.findall(r"[\s\u200c]+", theirs):
        found.append("فاصله و نیم‌فاصله")
    if re.findall(r"\d", ours) != re.findall(r"\d", theirs):
        found.append("رقم‌ها")
    bare, other = (re.sub(r"[\s\u200c\d]", "", one) for one in (ours, theirs))
    if _VOWELS.findall(bare) != _VOWELS.findall(other):
        found.append("اعراب")
        bare, other = _VOWELS.sub("", bare), _VOWELS.sub("", other)
    if bare == other:
        return found
    if letters(bare) == letters(other):
        return [*found, "شکل حروف"]
    marks, other_marks = (re.sub(r"[\w]", "", one) for one in (bare, other))
    if re.sub(r"\W", "", bare) == re.sub(r"\W", "", other) and marks != other_marks:
        return [*found, "نشانه‌گذاری"]
    ezafe = {bare.removesuffix("ی"), bare.replace("ه\u0654", "ه").replace("ۀ", "ه")}
    others = {other.removesuffix("ی"), other.replace("ه\u0654", "ه").replace("ۀ", "ه")}
    return [*found, "نشانه‌ی اضافه" if ezafe & others else "شکل حروف"]
