"""Whether the data files of the built program are those it was built with."""

import hashlib
from pathlib import Path

DIGESTS = "files.sha256"  # as `sha256sum --check` reads it


def digest_of(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def examine_files(root: Path) -> dict[str, bool]:
    """By the name of each file under `root` whether it is as built; one that is gone is not.

    OSError when the list of them is gone too.
    """
    lines = (root / DIGESTS).read_text("utf-8").splitlines()
    digests = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    return {name: _is(root / name, digest) for name, digest in digests.items()}


def _is(path: Path, digest: str) -> bool:
    try:
        return digest_of(path) == digest
    except OSError:
        return False
