"""What a Linux desktop is told: the menu's entry, and the files that open with the program."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from build_spec import ROOT
from build_spec.build import FOLDER, ICONS, SHARED
from db.exchange.kind import MEDIA_TYPE
from tests.db.exchange.files import exchange_file

ENTRY = "tehran1404.desktop"
TOOLS = ("desktop-file-validate", "update-mime-database", "update-desktop-database", "gio")
pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in TOOLS), reason="a desktop's tools are not installed"
)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A prefix in which the files have been put as the README says."""
    share = tmp_path / "share"
    for source, target in SHARED.items():
        (tmp_path / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / source, tmp_path / target)
    shutil.copytree("/usr/share/mime/packages", share / "mime/packages", dirs_exist_ok=True)
    subprocess.run(["update-mime-database", share / "mime"], check=True, capture_output=True)
    subprocess.run(["update-desktop-database", share / "applications"], check=True)
    # A program that is not found is not offered.
    (tmp_path / "bin").mkdir()
    shutil.copy("/bin/true", tmp_path / "bin" / "tehran1404")
    return share


def asked(share: Path, *words: str | Path) -> str:
    """What the desktop's own library answers."""
    places = {"XDG_DATA_DIRS": str(share), "XDG_DATA_HOME": str(share.parent / "home")}
    places |= {"XDG_CONFIG_HOME": str(share.parent / "config"), "LANG": "C.UTF-8"}
    places["PATH"] = f"{share.parent / 'bin'}:/usr/bin:/bin"
    done = subprocess.run(["gio", *words], env=places, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_entry_is_valid() -> None:
    command = ["desktop-file-validate", f"build_spec/linux/{ENTRY}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_an_exchange_file_is_known_by_its_mark_and_by_its_name(share: Path) -> None:
    marked = exchange_file(share.parent / "without a name of its own")
    named = share.parent / "یادداشت‌ها.tehran1404"
    named.write_bytes(b"broken on its way")
    for path in (marked, named):
        told = asked(share, "info", "--attributes=standard::content-type,standard::icon", path)
        assert f"standard::content-type: {MEDIA_TYPE}" in told
        assert MEDIA_TYPE.replace("/", "-") in told


def test_another_zip_stays_what_it_is(share: Path) -> None:
    path = exchange_file(share.parent / "other", "application/x-other")
    assert "content-type: application/zip" in asked(
        share, "info", "--attributes=standard::content-type", path
    )


def test_exchange_files_open_with_the_program(share: Path) -> None:
    assert ENTRY in asked(share, "mime", MEDIA_TYPE)
    assert ENTRY not in asked(share, "mime", "application/zip")


def test_the_folder_build_carries_all_of_it() -> None:
    assert FOLDER.is_file(), "build it first: make executable-folder"
    with zipfile.ZipFile(FOLDER) as zipped:
        for source, target in SHARED.items():
            assert zipped.read(f"tehran1404/{target}") == (ROOT / source).read_bytes()


def test_the_icon_is_there_in_the_size_that_every_theme_has() -> None:
    with zipfile.ZipFile(FOLDER) as zipped:
        picture = QImage.fromData(zipped.read(f"tehran1404/{ICONS}/48x48/apps/tehran1404.png"))
    assert (picture.width(), picture.height()) == (48, 48)
