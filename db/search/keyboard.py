"""Words typed while the other keyboard layout was on."""

# Keys of the US layout from the top row on, and what two Persian layouts give for them:
# ISIRI 9147 (the standard one) and the older layout of Windows.
_KEYS = "`qwertyuiop[]asdfghjkl;'\\zxcvbnm,./"
_STANDARD = "\u200dضصثقفغعهخحجچشسیبلاتنمکگ\\ظطزرذدپو./"
_WINDOWS = "پضصثقفغعهخحجچشسیبلاتنمکگپظطزرذدئو./"
_SHIFTED = {
    "C": "ژ",
    "H": "آ",
    "M": "ء",
    "N": "أ",
    "B": "إ",
    "V": "ؤ",
    "Z": "ة",
    "X": "ي",
    "G": "ۀ",
}
_QUOTE_KEYS = "KL"
_BRACKETS = {"(": ")", ")": "("}  # each on the key of the other
_LAYOUTS = tuple(
    str.maketrans(
        dict(zip(_KEYS, letters, strict=True))
        | _SHIFTED
        | _BRACKETS
        | dict(zip(_QUOTE_KEYS, quotes, strict=True))
    )
    for letters, quotes in ((_STANDARD, "»«"), (_WINDOWS, "«»"))
)
_TO_LATIN = str.maketrans({persian: latin for latin, persian in zip(_KEYS, _STANDARD, strict=True)})


def other_layout(text: str) -> tuple[str, ...]:
    """Readings of `text` under the other layout, likeliest first; none when it is mixed."""
    latin = sum(character.isascii() and character.isalpha() for character in text)
    persian = sum("\u0600" <= character <= "\u06ff" for character in text)
    if latin and not persian:
        lowered = text if not text.isupper() else text.lower()
        kept = "".join(c if c in _SHIFTED or c in _QUOTE_KEYS else c.lower() for c in lowered)
        return tuple(
            dict.fromkeys(
                form.translate(table) for form in (kept, text.lower()) for table in _LAYOUTS
            )
        )
    if persian and not latin:
        return (text.translate(_TO_LATIN),)
    return ()
