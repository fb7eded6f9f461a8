"""Runs hazm's Normalizer over the edition: a difference is adopted or reviewed, never unseen."""

import difflib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from db.build.edition import Edition
from db.build.toml_file import read_toml

if TYPE_CHECKING:
    from hazm import Normalizer


def review(edition: Edition, exceptions_file: Path) -> int:
    """Return how many differences are reviewed exceptions; EditionError for a new one."""
    listed = read_toml(exceptions_file)
    reviewed = {entry["from"]: entry["to"] for entry in listed.data.get("exception", [])}
    normalizer = _normalizer()
    seen: set[str] = set()
    for entry in edition.entries():
        for ours, theirs in _differences(entry.edited, normalizer.normalize(entry.edited)):
            if reviewed.get(ours) != theirs:
                raise edition.refuse(
                    entry.id, f"hazm would write {theirs!r} for {ours!r}: adopt or list it"
                )
            seen.add(ours)
    idle = sorted(set(reviewed) - seen)
    if idle:
        raise listed.refuse(idle[0], f"exception {idle[0]!r} is no longer met: remove it")
    return len(seen)


@cache
def _normalizer() -> "Normalizer":
    """It reads its word lists for a second, after half a second for all that hazm brings along."""
    from hazm import Normalizer

    return Normalizer()


def _differences(ours: str, theirs: str) -> list[tuple[str, str]]:
    """Changed words of `ours`, each with what stands in `theirs` for it."""
    found: list[tuple[int, int, int, int]] = []
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        left = ours.rfind(" ", 0, start) + 1
        right = ours.find(" ", end)
        right = len(ours) if right < 0 else right
        other_left, other_right = other_start - (start - left), other_end + (right - end)
        if found and left < found[-1][1]:
            left, _, other_left, _ = found.pop()
        found.append((left, right, other_left, other_right))
    return [(ours[a:b], theirs[c:d]) for a, b, c, d in found]
