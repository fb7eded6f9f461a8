"""Whether a text holds what is typed, however either parts its words: «محیط زیست», «محیط‌زیست»."""

from functools import lru_cache

from db.text.tokens import fold, squeezed

_folded = lru_cache(maxsize=512)(fold)  # names do not change; letters typed do
_squeezed = lru_cache(maxsize=512)(squeezed)


def holds(text: str, typed: str) -> bool:
    """As letters anywhere, or with other gaps from the beginning of a word."""
    if fold(typed) in _folded(text):
        return True
    key, _ = squeezed(typed)
    keys, words = _squeezed(text)
    at = keys.find(key) if key else -1
    while at > 0 and words[at] == words[at - 1]:
        at = keys.find(key, at + 1)
    return at >= 0


def begins(text: str, typed: str) -> bool:
    """Whether a text begins with what is typed, by the same rules."""
    return _squeezed(text)[0].startswith(squeezed(typed)[0])
