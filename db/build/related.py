"""Related items: the reviewed pairs, then items with rare themes and words in common."""

import math
from collections import Counter, defaultdict
from typing import Any

from db.build.edition import Edition
from db.text.tokens import tokens

MOST_RELATED = 6
_SHORTEST_WORD = 4  # letters; shorter words carry no subject
_WORDING_SHARE = 0.5  # weight of common wording beside common themes
_LEAST_SCORE = 1.0


def related_rows(edition: Edition) -> list[dict[str, Any]]:
    """Rows of table `related`: at most MOST_RELATED for an item, each with a Persian reason."""
    reviewed = _reviewed(edition)
    derived = _derived(edition)
    rows = []
    for item_id in _item_ids(edition):
        ranked = list(reviewed[item_id].items())
        ranked += [pair for pair in derived[item_id] if pair[0] not in reviewed[item_id]]
        rows += [
            {"item_id": item_id, "position": place, "related_id": other, "reason": reason}
            for place, (other, reason) in enumerate(ranked[:MOST_RELATED])
        ]
    return rows


def _item_ids(edition: Edition) -> list[str]:
    return [e.id for entries in edition.axes.values() for e in entries if e.kind != "axis"]


def _reviewed(edition: Edition) -> dict[str, dict[str, str]]:
    pairs: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in edition.related:
        for one in entry.items:
            for other in entry.items:
                if one != other:
                    pairs[one].setdefault(other, entry.reason)
    return pairs


def _derived(edition: Edition) -> dict[str, list[tuple[str, str]]]:
    """For each item the others by descending score: rarity of common themes and words."""
    ids = _item_ids(edition)
    themes: dict[str, dict[str, float]] = defaultdict(dict)
    titles = {theme.slug: theme.title for theme in edition.themes}
    for theme in edition.themes:
        for item_id in theme.items:
            themes[item_id][theme.slug] = math.log(1 + len(ids) / len(theme.items))
    words = _rare_words(edition)
    ranked: dict[str, list[tuple[str, str]]] = {}
    for one in ids:
        scored = []
        for other in ids:
            common = [slug for slug in themes[one] if slug in themes[other]]
            if one == other or not common:
                continue
            score = sum(themes[one][slug] for slug in common)
            score += _WORDING_SHARE * sum(
                weight for word, weight in words[one].items() if word in words[other]
            )
            if score >= _LEAST_SCORE:
                rarest = max(common, key=lambda slug: themes[one][slug])
                scored.append((-score, other, f"موضوع مشترک: {titles[rarest]}"))
        ranked[one] = [(other, reason) for _, other, reason in sorted(scored)]
    return ranked


def _rare_words(edition: Edition) -> dict[str, dict[str, float]]:
    entries = [e for group in edition.axes.values() for e in group if e.kind != "axis"]
    keys = {
        entry.id: {token.key for token in tokens(entry.edited) if len(token.key) >= _SHORTEST_WORD}
        for entry in entries
    }
    spread = Counter(key for words in keys.values() for key in words)
    return {
        item_id: {word: math.log(len(keys) / spread[word]) for word in words}
        for item_id, words in keys.items()
    }
