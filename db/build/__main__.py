"""`python -m db.build`: makes resources/data anew and says what it did."""

import hashlib
import shutil
import sys
import time
from pathlib import Path

from db.build.database import write_database
from db.build.edition import Edition, read_edition
from db.build.errors import EditionError
from db.build.hazm_review import review
from db.build.index import build_index
from db.build.leanings import write_leanings
from db.build.lexicon import (
    write_forms,
    write_lexicon,
    write_sounds,
    write_spelling,
    write_subject_words,
)
from db.build.lexicon_sources import read_lexicon
from db.build.listed_terms import write_terms
from db.build.proof import prove
from db.paths import RESOURCES

SOURCE_HASH = "c5ebcbd948042d4a17782ed0ee03edc2df1f1acf0ad769b7016349877d53d15c"


def build(resources: Path, data: Path) -> None:
    """Read `resources`, write the whole of `data`; EditionError for input that is refused."""
    started = time.monotonic()
    source = (resources / "source" / "tehran-1404.txt").read_bytes()
    source_hash = hashlib.sha256(source).hexdigest()
    if source_hash != SOURCE_HASH:
        raise EditionError(Path("tehran-1404.txt"), 1, f"is not the document: {source_hash}")
    edition = read_edition(resources / "edition")
    prove(edition, source.decode())
    print(f"edition {edition.version}: every character of the source is accounted for")
    exceptions = review(edition, resources / "edition" / "hazm-exceptions.toml")
    print(f"hazm: {exceptions} differences, all reviewed")
    fresh = data.with_name(data.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    counts = write_database(edition, source_hash, fresh / "reference.db")
    print("reference.db:", ", ".join(f"{name} {count}" for name, count in counts.items()))
    _build_search(resources, edition, fresh)
    shutil.rmtree(data, ignore_errors=True)
    fresh.rename(data)
    print(f"built {data.name} in {time.monotonic() - started:.1f} s")


def _build_search(resources: Path, edition: Edition, data: Path) -> None:
    items = [entry for group in edition.axes.values() for entry in group if entry.kind != "axis"]
    lists, tabled = resources / "lexicon", data / "lexicon"
    sources = read_lexicon(lists, (item.id for item in items))
    edited, verbatim = [item.edited for item in items], [item.verbatim for item in items]
    texts = edited + verbatim
    tables = write_lexicon(sources, edited, verbatim, tabled)
    tables["forms.txt"] = write_forms(tabled)
    tables["subject_words.txt"] = write_subject_words(tabled)
    tables["sounds.txt"] = write_sounds(tabled)
    tables["spelling.txt"] = write_spelling(edited, tabled)
    elsewhere, particulars = lists / "elsewhere.toml", lists / "particulars.toml"
    tables["elsewhere.txt"] = write_terms(elsewhere, texts, tabled)
    # A term in both lists would count against an answer twice.
    tables["particulars.txt"] = write_terms(
        particulars, texts, tabled, besides="elsewhere.txt", of_stop_words=True
    )
    tables["leanings.txt"] = write_leanings(edited, [elsewhere, particulars], tabled)
    print("lexicon:", ", ".join(f"{name} {count}" for name, count in tables.items()))
    count = build_index(edition, sources, tabled, data / "index")
    print(f"index: {count} items")


def main() -> int:
    """Build into resources/data; exit code 1 with one line when the input is refused."""
    try:
        build(RESOURCES, RESOURCES / "data")
    except EditionError as error:
        print(f"refused: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
