"""The digests of the data files of an executable, by which it knows them again (db.health)."""

from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

from build_spec.trim import Entry
from db.health.carried_files import DIGESTS, digest_of


def with_digests(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """The entries and a file of their digests, as `sha256sum --check` reads it; no links."""
    entries = list(entries)
    digests = {
        PureWindowsPath(name).as_posix(): digest_of(Path(source))
        for name, source, kind in entries
        if kind == "DATA"
    }
    lines = (f"{digest}  {name}\n" for name, digest in sorted(digests.items()))
    target = work / DIGESTS
    target.write_text("".join(lines), "utf-8", newline="\n")
    return [*entries, (DIGESTS, str(target), "DATA")]
