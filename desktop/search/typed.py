"""What was typed or pasted into the box, as a query that every part can carry."""

import unicodedata

LONGEST = 1_100  # characters; some more than are searched, so that the answer says what it left
# Marks that turn the direction of what follows, and what marks the beginning of a file.
_UNSEEN = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_BREAKS = frozenset(("Cc", "Zl", "Zp"))


def as_query(text: str) -> str:
    """One line without direction marks and broken characters; half-spaces stay."""
    whole = text[:LONGEST].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    seen = whole.translate(_UNSEEN)
    return " ".join(
        "".join(" " if unicodedata.category(one) in _BREAKS else one for one in seen).split()
    )
