"""The Debian packages whose libraries an executable carries: versions, licences, licence texts."""

import subprocess
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

LICENCES = Path(__file__).with_name("licences.toml")
DOCUMENTS = Path("/usr/share/doc")
TOLD = r"${Package}\t${source:Package}\t${Version}\t${Architecture}\n"
OF_THE_SYSTEM = ("/lib/", "/lib64/")


@dataclass(frozen=True, order=True)
class Package:
    """An installed package, and the licence (SPDX) under which its libraries are carried."""

    source: str
    name: str
    version: str
    architecture: str
    licence: str

    @property
    def copyright(self) -> str:
        """What the package says of its authors and licences."""
        return copyright_of(self.name)


def copyright_of(package: str) -> str:
    """What an installed package says of its authors and licences."""
    told = DOCUMENTS / package / "copyright"
    if not told.exists():
        raise SystemExit(f"{told} is needed: apt-get install {package}")
    return told.read_text("utf-8", "replace").strip()


def packages_of(libraries: Iterable[Path]) -> list[Package]:
    """The packages that the system's own ones of these files come from, by source and name."""
    files = {_as_packed(one) for one in libraries}
    owners = _owners(sorted(one for one in files if one.startswith(OF_THE_SYSTEM)))
    if not owners:
        return []
    told = _ask("--show", f"--showformat={TOLD}", *owners).splitlines()
    if len(told) != len(owners):
        raise SystemExit(f"dpkg-query does not tell of each of {', '.join(owners)}")
    reviewed: dict[str, str] = tomllib.loads(LICENCES.read_text("utf-8"))
    return sorted(_package(reviewed, *line.split("\t")) for line in told)


def _as_packed(path: Path) -> str:
    """A file's place by which a package may know it: /lib may have become a part of /usr."""
    return path.resolve().as_posix().removeprefix("/usr")


def _owners(files: list[str]) -> list[str]:
    if not files:
        return []
    found = {}
    for line in _ask("--search", *(f"*{one}" for one in files)).splitlines():
        owners, _, place = line.rpartition(": ")
        if not owners.startswith(("diversion by ", "local diversion ")):
            found[place.removeprefix("/usr")] = owners.partition(", ")[0]
    if missing := [one for one in files if one not in found]:
        raise SystemExit(f"no package tells the licence of {', '.join(missing)}")
    return sorted({found[one] for one in files})


def _ask(*words: str) -> str:
    command = ["dpkg-query", *words]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError as error:
        raise SystemExit("only Debian's dpkg-query tells whose libraries are carried") from error


def _package(
    reviewed: dict[str, str], name: str, source: str, version: str, architecture: str
) -> Package:
    licences = [one for pattern, one in reviewed.items() if fnmatchcase(source, pattern)]
    if not licences:
        raise SystemExit(f"the licence of {source} ({name}) is not in {LICENCES.name}")
    return Package(source, name, version, architecture, licences[0])
