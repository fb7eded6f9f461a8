"""What Windows reads from the file: name, icon, manifest, subsystem, the libraries it needs."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import pefile
import pytest
from PyInstaller.archive.readers import CArchiveReader

from build_spec import ROOT
from build_spec.build import DIST
from build_spec.contents import LISTS, complaints, matches, patterns, read_contents, read_folder

MEGABYTES = 32
CODE = (".dll", ".pyd")
WINDOWED, ICONS, MANIFEST = 2, 14, 24
SETTINGS = {
    "dpiAwareness": "PerMonitorV2",
    "longPathAware": "true",
    "activeCodePage": "UTF-8",
}
RUNTIME = {"vcruntime140.dll", "vcruntime140_1.dll", "msvcp140.dll"}
PACKERS = ("UPX0", "UPX1", ".upx")


@pytest.fixture(scope="module")
def image(windows_program: Path) -> pefile.PE:
    return pefile.PE(str(windows_program))


@pytest.fixture(scope="module")
def libraries(windows_program: Path) -> dict[str, pefile.PE]:
    """Every library carried, by its name in lower case."""
    archive = CArchiveReader(str(windows_program))
    return {
        name.replace("\\", "/").rpartition("/")[2].lower(): pefile.PE(data=archive.extract(name))
        for name in archive.toc
        if name.lower().endswith(CODE)
    }


def asked_for(image: pefile.PE) -> Iterable[str]:
    """Names of the libraries that the loader looks for, at once or later."""
    tables = ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT")
    for table in tables:
        yield from (one.dll.decode().lower() for one in getattr(image, table, ()))


def resources(image: pefile.PE, kind: int) -> list[bytes]:
    entry = next(one for one in image.DIRECTORY_ENTRY_RESOURCE.entries if one.id == kind)
    places = [leaf.data.struct for one in entry.directory.entries for leaf in one.directory.entries]
    return [image.get_data(place.OffsetToData, place.Size) for place in places]


def test_its_properties_name_it_in_persian_with_its_version(image: pefile.PE) -> None:
    tables = (table for part in image.FileInfo[0] for table in getattr(part, "StringTable", ()))
    said = {name.decode(): value.decode() for name, value in next(tables).entries.items()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert said["ProductName"] == said["FileDescription"] == "چشم‌انداز تهران ۱۴۰۴"
    assert said["FileVersion"] == said["ProductVersion"] == project["version"]


def test_it_has_an_icon_in_every_size_windows_shows(image: pefile.PE) -> None:
    (group,) = resources(image, ICONS)
    widths = {group[6 + 14 * place] or 256 for place in range(group[4])}
    assert {16, 32, 48, 256} <= widths


def test_its_manifest_asks_for_sharp_screens_long_paths_and_utf8(image: pefile.PE) -> None:
    (manifest,) = resources(image, MANIFEST)
    said = {one.tag.rpartition("}")[2]: one.text for one in ElementTree.fromstring(manifest).iter()}
    assert {name: said.get(name) for name in SETTINGS} == SETTINGS


def test_it_opens_no_console(image: pefile.PE) -> None:
    assert image.OPTIONAL_HEADER.Subsystem == WINDOWED


def test_nothing_in_it_is_packed(image: pefile.PE, libraries: dict[str, pefile.PE]) -> None:
    sections = {
        section.Name.rstrip(b"\0").decode("ascii", "replace")
        for one in (image, *libraries.values())
        for section in one.sections
    }
    assert not sections & set(PACKERS)


def test_it_carries_the_runtime_of_its_compiler(libraries: dict[str, pefile.PE]) -> None:
    assert libraries.keys() >= RUNTIME


def test_every_other_library_it_needs_is_windows_own(
    image: pefile.PE, libraries: dict[str, pefile.PE]
) -> None:
    of_windows = patterns(LISTS / "windows" / "windows_libraries.txt")
    asked = {name for one in (image, *libraries.values()) for name in asked_for(one)}
    missing = asked - libraries.keys()
    assert [name for name in sorted(missing) if not matches(name, of_windows)] == []


def test_nothing_is_in_it_that_was_not_reviewed(windows_program: Path) -> None:
    assert complaints(windows_program.name, read_contents(windows_program)) == []


def test_the_folder_for_central_installation_carries_the_same(windows_program: Path) -> None:
    program, carried = read_folder(DIST / "tehran1404-windows-folder.zip")
    same = {piece.name for piece in read_contents(windows_program)}
    assert program == "tehran1404/tehran1404.exe"
    assert {piece.name for piece in carried} == same


def test_it_stays_small(windows_program: Path) -> None:
    assert windows_program.stat().st_size < MEGABYTES * 1_000_000
