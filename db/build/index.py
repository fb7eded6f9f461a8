"""Gives every item of the edition to the search index, with what people call its subject."""

from pathlib import Path

from db.build.edition import Edition, Entry
from db.build.lexicon_sources import LexiconSources
from db.search.fields import Document
from db.search.index_writer import write_index
from db.search.lexicon import Lexicon


def build_index(edition: Edition, sources: LexiconSources, lexicon: Path, folder: Path) -> int:
    """Write the Whoosh index; returns the number of items in it."""
    documents = [
        _document(edition, sources, entry, axis)
        for axis, entries in edition.axes.items()
        for entry in entries
        if entry.kind != "axis"
    ]
    return write_index(documents, Lexicon(lexicon), folder)


def _document(edition: Edition, sources: LexiconSources, entry: Entry, axis: str) -> Document:
    themes = tuple(theme.title for theme in edition.themes if entry.id in theme.items)
    title = next(e.edited for e in edition.axes[axis] if e.kind == "axis")
    parents = (e for e in edition.axes[axis] if entry.id.startswith(e.id + "."))
    return Document(
        id=entry.id,
        axis=axis,
        kind=entry.kind,
        texts=(entry.edited, entry.verbatim),
        subjects=sources.subjects.get(entry.id, ()),
        context=(title, *themes, *(parent.edited for parent in parents)),
    )
