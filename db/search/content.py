"""Content words: what is left without the stop words, which decide nothing about an answer."""

from collections.abc import Callable, Sequence


def content_or_all[T](parts: Sequence[T], is_stop_word: Callable[[T], bool]) -> Sequence[T]:
    """All but stop words; everything where nothing else is there."""
    return [one for one in parts if not is_stop_word(one)] or parts
