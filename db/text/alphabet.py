"""The order of the Persian alphabet, which code points do not follow."""

_LETTERS = "آاأإبپتثجچحخدذرزژسشصضطظعغفقکكگلمنوؤهیيئ"
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}


def alphabetical(text: str) -> list[int]:
    """A key to sort by: letter by letter, other scripts after ours, spaces and signs as nothing."""
    return [_PLACES.get(one, len(_LETTERS) + ord(one)) for one in text if one.isalnum()]
