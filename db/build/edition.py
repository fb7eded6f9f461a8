"""The reviewed edition as it stands in its text files, read and checked entry by entry."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.build.errors import EditionError
from db.build.toml_file import TomlFile, read_toml

AXIS_SLUGS = (
    "economy",
    "infrastructure",
    "management",
    "security",
    "transport",
    "environment",
    "architecture",
    "culture",
)
ERRATUM_KINDS = frozenset(
    {"missing-letter", "extra-letter", "wrong-letter", "swapped-letters", "missing-word"}
    | {"extra-word", "repeated-text", "punctuation", "grammar", "orthography"}
)
_NUMBER = {"type": int}


@dataclass(frozen=True)
class ErratumEntry:
    """A correction: `source` is a fragment of verbatim, `corrected` stands in edited instead."""

    source: str
    corrected: str
    kind: str
    confidence: str
    reason: str
    occurrence: int = field(default=0, metadata=_NUMBER)  # 1-based; 0: the only one


@dataclass(frozen=True)
class DoubtfulEntry:
    """A fragment of edited that stays as in the source, with the editor's question."""

    fragment: str
    question: str
    alternatives: list[str] = field(metadata={"type": list})


@dataclass(frozen=True)
class Entry:
    """One item of the edition; `line` is 1-based in the source file."""

    id: str
    kind: str
    line: int = field(metadata=_NUMBER)
    verbatim: str
    edited: str
    marker: str = ""
    role: str = ""
    duplicate_of: str = ""
    errata: tuple[ErratumEntry, ...] = ()
    doubtful: tuple[DoubtfulEntry, ...] = ()


@dataclass(frozen=True)
class Furniture:
    """Characters of the source that belong to the page, not to the document."""

    line: int = field(metadata=_NUMBER)
    role: str
    verbatim: str


@dataclass(frozen=True)
class ThemeEntry:
    """A subject heading and the ids of the items that treat it."""

    slug: str
    title: str
    items: list[str] = field(metadata={"type": list})
    note: str = ""


@dataclass(frozen=True)
class RelatedEntry:
    """A reviewed relation between two items, valid in both directions."""

    items: list[str] = field(metadata={"type": list})
    reason: str = ""


@dataclass(frozen=True)
class Edition:
    """Everything in resources/edition."""

    version: str
    axes: dict[str, tuple[Entry, ...]]
    document: tuple[Entry, ...]
    furniture: tuple[Furniture, ...]
    themes: tuple[ThemeEntry, ...]
    related: tuple[RelatedEntry, ...]
    files: dict[str, TomlFile]  # by entry id, to name the place of a refused entry

    def entries(self) -> list[Entry]:
        """Every entry with text, axis by axis, then title, creator and contact block."""
        return [entry for axis in self.axes.values() for entry in axis] + list(self.document)

    def refuse(self, entry_id: str, reason: str) -> EditionError:
        """The error that names the file and line of an entry."""
        return self.files[entry_id].refuse(f'id = "{entry_id}"', f"{entry_id}: {reason}")


def read_edition(folder: Path) -> Edition:
    """Read all files of the edition; EditionError names file, line and reason."""
    files: dict[str, TomlFile] = {}
    axes: dict[str, tuple[Entry, ...]] = {}
    for number, slug in enumerate(AXIS_SLUGS, start=1):
        source = read_toml(folder / f"{number}-{slug}.toml")
        if (source.data.get("slug"), source.data.get("number")) != (slug, number):
            raise source.refuse("slug", f"slug and number must be {slug!r} and {number}")
        axes[slug] = _entries(source, files)
        _check_ids(source, slug, axes[slug])
    themes = read_toml(folder / "themes.toml")
    related = read_toml(folder / "related.toml")
    furniture = read_toml(folder / "furniture.toml")
    version = read_toml(folder / "edition.toml")
    return Edition(
        version=str(version.part("version")),
        axes=axes,
        document=_entries(read_toml(folder / "document.toml"), files),
        furniture=tuple(
            furniture.make(Furniture, entry, f"line = {entry.get('line')}")
            for entry in furniture.part("furniture")
        ),
        themes=tuple(
            themes.make(ThemeEntry, entry, f'slug = "{entry.get("slug")}"')
            for entry in themes.part("theme")
        ),
        related=tuple(
            related.make(RelatedEntry, entry, '"{}"'.format('", "'.join(entry.get("items", []))))
            for entry in related.part("related")
        ),
        files=files,
    )


def _entries(source: TomlFile, files: dict[str, TomlFile]) -> tuple[Entry, ...]:
    entries = tuple(_entry(source, dict(raw)) for raw in source.data.get("item", []))
    for entry in entries:
        if entry.id in files:
            raise source.refuse(f'id = "{entry.id}"', f"id {entry.id!r} is given twice")
        files[entry.id] = source
    return entries


def _entry(source: TomlFile, raw: dict[str, Any]) -> Entry:
    needle = f'id = "{raw.get("id")}"'
    errata = [source.make(ErratumEntry, entry, needle) for entry in raw.pop("erratum", [])]
    doubtful = [source.make(DoubtfulEntry, entry, needle) for entry in raw.pop("doubtful", [])]
    plain = source.make(Entry, raw, needle)
    for erratum in errata:
        if erratum.kind not in ERRATUM_KINDS:
            raise source.refuse(needle, f"{needle}: unknown kind of erratum {erratum.kind!r}")
    return Entry(**{**vars(plain), "errata": tuple(errata), "doubtful": tuple(doubtful)})


def _check_ids(source: TomlFile, slug: str, entries: tuple[Entry, ...]) -> None:
    shape = {
        "axis": re.escape(slug),
        "vision": f"{slug}-vision",
        "direction": rf"{slug}-[1-9]\d?",
        "fundamental": f"{slug}-0",
        "child": rf"{slug}-[1-9]\d?\.[1-9]",
    }
    for entry in entries:
        if not re.fullmatch(shape.get(entry.kind, "(?!)"), entry.id):
            reason = f"id {entry.id!r} does not suit kind {entry.kind!r}"
            raise source.refuse(f'id = "{entry.id}"', reason)
