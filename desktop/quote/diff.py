"""A checked quotation as one marked-up text: colour, a line through or under, and a sign."""

from html import escape

from db.record import replace
from db.reference.alignment import Difference, Segment
from db.reference.quote_check import QuoteCheck
from desktop.common.tokens import Tokens

ADDED_SIGN, MISSING_SIGN, SPELLING_SIGN, REST_SIGN = "−", "+", "~", "[ ]"
_CLOSING, _SPACES = "،؛:.!؟»)", " \u200c"
LEGEND = {
    ADDED_SIGN: "در نوشته‌ی شما هست و در سند نیست",
    MISSING_SIGN: "در سند هست و در نوشته‌ی شما نیست",
    SPELLING_SIGN: "همان واژه با رسم‌الخطی دیگر (اختلاف شمرده نمی‌شود)",
    REST_SIGN: "بقیه‌ی این بند، بیرون از نوشته‌ی شما",
}


def diff_html(check: QuoteCheck, tokens: Tokens) -> str:
    """The document's words in their order; what the quote has instead stands before them."""
    pieces: list[str] = []
    at = check.segments[0].item_start if check.segments else 0
    pieces.append(_rest(check.text[:at], tokens))
    for segment in _whole_words(check):
        if segment.item_start > at:
            pieces.append(escape(check.text[at : segment.item_start]))
        if segment.item_start == segment.item_end:
            # A sign belongs to the word before it.
            rest = check.text[at:]
            sign = rest[: len(rest) - len(rest.lstrip(_CLOSING))]
            pieces.append(escape(sign))
            at += len(sign)
        pieces.append(_marked(segment, check, tokens))
        at = max(at, segment.item_end)
    pieces.append(_rest(check.text[at:], tokens))
    return f'<p dir="rtl" style="margin:0;line-height:122%">{"".join(pieces)}</p>'


def _whole_words(check: QuoteCheck) -> list[Segment]:
    """Where spaces alone differ, the words beside them stand for it: there is more to underline."""
    found: list[Segment] = []
    waits = False  # the last one, for the word behind its spaces
    for one in check.segments:
        ours = check.text[one.item_start : one.item_end]
        if found and one.kind is Difference.SPELLING and not ours.strip(_SPACES):
            last = found.pop()
            start = last.item_start
            if last.kind is Difference.EQUAL:
                start += check.text[start : last.item_end].rfind(" ") + 1
                found += [replace(last, item_end=start)] if start > last.item_start else []
            found.append(replace(one, item_start=start))
            waits = True
        elif waits:
            word = ours.split(" ")[0].rstrip(_CLOSING) if one.kind is Difference.EQUAL else ours
            end = one.item_start + len(word)
            found[-1] = replace(found[-1], item_end=end)
            found += [replace(one, item_start=end)] if end < one.item_end else []
            waits = False
        else:
            found.append(one)
    return found


def _marked(segment: Segment, check: QuoteCheck, tokens: Tokens) -> str:
    ours = check.text[segment.item_start : segment.item_end]
    theirs = check.quote[segment.quote_start : segment.quote_end]
    if segment.kind is Difference.EQUAL:
        return escape(ours)
    if segment.kind is Difference.SPELLING:
        return _span(f"{SPELLING_SIGN}{ours}", tokens.muted, "", "underline")
    danger = tokens.danger, tokens.danger_soft
    # The line would hide the sign, which lies at its height.
    removed = _span(ADDED_SIGN, *danger, "none") + _span(theirs, *danger, "line-through")
    wanted = _span(f"{MISSING_SIGN}{ours}", tokens.ok, tokens.ok_soft, "underline")
    parts = [part for part, text in ((removed, theirs), (wanted, ours)) if text]
    return f" {' '.join(parts)} " if len(parts) == 1 else " ".join(parts)


def _span(text: str, colour: str, background: str, line: str) -> str:
    look = f"color:{colour};text-decoration:{line}"
    look += f";background-color:{background}" if background else ""
    return f'<span style="{look}">{escape(text)}</span>'


def _rest(text: str, tokens: Tokens) -> str:
    words = text.strip()
    if not words.strip(_CLOSING):
        return escape(text)
    before, after = text.split(words)
    return before + _span(f"[{words}]", tokens.faint, "", "none") + after


def signs_in(marked_up: str) -> set[str]:
    """The keys of the legend that a marked-up text makes use of."""
    return {sign for sign in LEGEND if f">{sign[0]}" in marked_up}


def diff_spoken(check: QuoteCheck) -> str:
    """The differences in words, for those who do not see the marks."""
    return "؛ ".join(check.differences)
