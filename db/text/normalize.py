"""What is stored and shown: Persian letter forms, digits and half-spaces."""

import re
import unicodedata

ZWNJ = "\u200c"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
LONGEST_SHOWN = 48  # characters of what was typed that a sentence repeats

_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\u00a0": " ", "\u00ad": ZWNJ})
_TO_PERSIAN = {ord(str(value)): digit for value, digit in enumerate(PERSIAN_DIGITS)}
_TO_PERSIAN |= {0x0660 + value: digit for value, digit in enumerate(PERSIAN_DIGITS)}
_TO_LATIN = {ord(digit): str(value) for value, digit in enumerate(PERSIAN_DIGITS)}
_TO_LATIN |= {0x0660 + value: str(value) for value in range(10)}
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_DROPPED = re.compile("[\u0640\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_BLANK = re.compile(r"[\s\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
_LATIN_TOKEN = re.compile(r"[A-Za-z0-9.@/_:-]*[A-Za-z@][A-Za-z0-9.@/_:-]*")
_HALF_SPACES = re.compile(f"{ZWNJ}{{2,}}")
_LOOSE_HALF_SPACE = re.compile(rf"{ZWNJ}(?=\W|$)|(?:(?<=\W)|^){ZWNJ}")
_SPACES = re.compile(r"[ \t\u2000-\u200a\u202f\u3000]+")


def is_blank(text: str) -> bool:
    """Whether nothing of a text is seen: it is of spaces and what only joins or directs letters."""
    return not _BLANK.sub("", text)


def ltr(text: str) -> str:
    """Isolate a left-to-right piece such as a telephone number or a key name."""
    return f"\u2066{text}\u2069"


def shorten(text: str, length: int = LONGEST_SHOWN) -> str:
    """One line of whole words, at most `length` characters and an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0].rstrip("،؛") + "…"


def persian_digits(text: str) -> str:
    """Digits of three scripts as Persian ones, except inside Latin tokens such as an address."""
    parts: list[str] = []
    position = 0
    for token in _LATIN_TOKEN.finditer(text):
        parts += (text[position : token.start()].translate(_TO_PERSIAN), token.group())
        position = token.end()
    return "".join(parts) + text[position:].translate(_TO_PERSIAN)


def latin_digits(text: str) -> str:
    """Persian and Arabic digits as 0-9, one code point for one."""
    return text.translate(_TO_LATIN)


def normalize(text: str) -> str:
    """The one spelling that is stored: Persian letters and digits, single spaces, no bidi marks."""
    text = _PRESENTATION.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    text = _DROPPED.sub("", text.translate(_LETTERS))
    text = _HALF_SPACES.sub(ZWNJ, text)
    text = _LOOSE_HALF_SPACE.sub("", text)
    text = _SPACES.sub(" ", persian_digits(text))
    return "\n".join(line.strip() for line in text.splitlines()).strip("\n")


def letters(text: str) -> str:
    """The letters, digits and punctuation of a text without its spacing.

    Two texts with equal letters differ in nothing but letter forms, digits, spaces and half-spaces.
    """
    text = text.translate(_LETTERS).translate(_TO_PERSIAN)
    return re.sub(rf"[\s{ZWNJ}\u0640]+", "", text)
