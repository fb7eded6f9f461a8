"""Lays two Persian texts over each other, word by word; spelling alone makes no difference."""

import re
from collections import defaultdict
from enum import StrEnum
from itertools import accumulate, pairwise, product

from db.record import record
from db.text.normalize import letters
from db.text.tokens import tokens

_EZAFE = "ی"
_HALF_SPACE = "\u200c"
_PREPOSITION = "به"
_LONGEST_RUN = 3
_HAMZA_HE = re.compile("[ۀة]|ه\u0654")
_BIG = 10**6
_SKIP = 0.001  # makes a changed word at the edge likelier than a shorter part and an added word


class Difference(StrEnum):
    """How a stretch of the quote stands to the item."""

    EQUAL = "equal"
    SPELLING = "spelling"  # letter forms, digits, spaces, half-spaces, ezafe, punctuation
    CHANGED = "changed"
    MISSING = "missing"  # in the item, not in the quote
    ADDED = "added"  # in the quote, not in the item


@record
class Segment:
    """Half-open ranges of code points in both texts; an empty range marks a place."""

    kind: Difference
    item_start: int
    item_end: int
    quote_start: int
    quote_end: int


@record
class Word:
    """A word with its ezafe; `forms` are the keys it may be written by."""

    start: int
    end: int
    forms: frozenset[str]


@record
class Alignment:
    """`pairs` lists matched runs: kind, then first and last word in the item and in the quote.

    `differences` counts words as a reader does: what half-spaces join is one.
    """

    pairs: tuple[tuple[Difference, int, int, int, int], ...]
    differences: int


def words_of(text: str) -> list[Word]:
    """The words of a text; the ezafe after a silent he belongs to its word, written or not."""
    found: list[Word] = []
    for token in tokens(text):
        shown = text[token.start : token.end]
        previous = found[-1] if found else None
        if token.key == _EZAFE and previous and _takes_ezafe(text, previous, token.start):
            forms = frozenset(form + end for form in previous.forms for end in ("", _EZAFE))
            found[-1] = Word(previous.start, token.end, forms)
            continue
        key = token.key + _final_hamza(shown)
        keys = (key, key + _EZAFE) if _HAMZA_HE.search(shown[-2:]) else (key,)
        found.append(Word(token.start, token.end, frozenset(keys)))
    return found


def _takes_ezafe(text: str, word: Word, start: int) -> bool:
    return all(form.endswith("ه") for form in word.forms) and not letters(text[word.end : start])


def _final_hamza(shown: str) -> str:
    """Keeps «جزء» apart from «جز»; after «ا» a final hamza is a matter of spelling."""
    return "ء" if shown.endswith("ء") and not shown.endswith("اء") else ""


def align(item: list[Word], quote: list[Word], item_text: str, quote_text: str) -> Alignment:
    """The alignment with the fewest differing words; item words before and after it are free."""
    jumps = _equal_runs(item, quote, item_text, quote_text)
    costs = _costs(len(item), len(quote), jumps)
    last = len(quote)
    end = min(range(len(item) + 1), key=lambda row: costs[row][last] + (len(item) - row) * _SKIP)
    pairs: list[tuple[Difference, int, int, int, int]] = []
    row, column = end, last
    while column:
        kind, up, left = _step(costs, row, column, jumps)
        pairs.append((kind, row - up, row, column - left, column))
        row, column = row - up, column - left
    pairs.reverse()
    written = _written(item, item_text), _written(quote, quote_text)
    return Alignment(tuple(pairs), _differences(pairs, *written))


def _written(words: list[Word], text: str) -> list[int]:
    """For each word the number of the space-separated word that it is part of."""
    gaps = (text[before.end : word.start] for before, word in pairwise(words))
    return list(accumulate((bool(gap.strip(_HALF_SPACE)) for gap in gaps), initial=0))


def _differences(
    pairs: list[tuple[Difference, int, int, int, int]], item: list[int], quote: list[int]
) -> int:
    """How many space-separated words differ, each counted once however many parts of it differ."""
    count, seen = 0, set[tuple[str, int]]()
    for kind, first, last, quote_first, quote_last in pairs:
        if kind is not Difference.EQUAL:
            parts = {("item", place) for place in item[first:last]}
            parts |= {("quote", place) for place in quote[quote_first:quote_last]}
            count += seen.isdisjoint(parts)
            seen |= parts
    return count


def _costs(
    rows: int, columns: int, jumps: dict[tuple[int, int], tuple[int, int]]
) -> list[list[float]]:
    costs = [[float(column) for column in range(columns + 1)]]
    for row in range(1, rows + 1):
        above, line = costs[-1], [row * _SKIP]
        for column in range(1, columns + 1):
            cost = min(above[column - 1], above[column], line[column - 1]) + 1
            jump = jumps.get((row, column))
            if jump:
                before = line if not jump[0] else costs[row - jump[0]]
                cost = min(cost, before[column - jump[1]])
            line.append(cost)
        costs.append(line)
    return costs


def _step(
    costs: list[list[float]], row: int, column: int, jumps: dict[tuple[int, int], tuple[int, int]]
) -> tuple[Difference, int, int]:
    """The last step of the cheapest way to a cell: kind, words of the item, of the quote."""
    cost = costs[row][column]
    jump = jumps.get((row, column))
    if jump and costs[row - jump[0]][column - jump[1]] == cost:
        return Difference.EQUAL, *jump
    # Walking backwards, what is added or missing goes first, so that it reads last.
    if costs[row][column - 1] + 1 == cost:
        return Difference.ADDED, 0, 1
    if row and costs[row - 1][column] + 1 == cost:
        return Difference.MISSING, 1, 0
    return Difference.CHANGED, 1, 1


def _equal_runs(
    item: list[Word], quote: list[Word], item_text: str, quote_text: str
) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells where a run of item words and a run of quote words end that are the same letters."""
    ends: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for end, length, form in _runs(quote, quote_text):
        ends[form].append((end, length))
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for end, length, form in _runs(item, item_text):
        for other_end, other_length in ends.get(form, ()):
            best = found.get((end, other_end), (_BIG, _BIG))
            found[end, other_end] = min(best, (length, other_length))
    return found


def _runs(words: list[Word], text: str) -> list[tuple[int, int, str]]:
    """(end, length, joined form) of every run of 1..3 words with only space between."""
    runs: list[tuple[int, int, str]] = []
    for first in range(len(words)):
        for length in range(1, min(_LONGEST_RUN, len(words) - first) + 1):
            run = words[first : first + length]
            if length > 1 and letters(text[run[-2].end : run[-1].start]):
                break
            runs += [(first + length, length, form) for form in _joined_forms(run)]
    return runs


def _joined_forms(run: list[Word]) -> set[str]:
    """The keys of a run written as one word; «به‌جای» is also written «بجای»."""
    forms = {"".join(parts) for parts in product(*(word.forms for word in run))}
    if len(run) > 1 and _PREPOSITION in run[0].forms:
        forms |= {form.replace(_PREPOSITION, _PREPOSITION[0], 1) for form in forms}
    return forms
