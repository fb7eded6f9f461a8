"""An executable carries the digests of its data files."""

from pathlib import Path

from build_spec.digests import with_digests
from db.health.carried_files import DIGESTS, examine_files


def test_the_digests_are_those_of_the_files_and_of_no_link(tmp_path: Path) -> None:
    font = tmp_path / "resources" / "font.ttf"
    font.parent.mkdir()
    font.write_bytes(b"letters")
    entries = [("resources\\font.ttf", str(font), "DATA"), ("link.so", "real.so", "SYMLINK")]
    assert [one[0] for one in with_digests(entries, tmp_path)[2:]] == [DIGESTS]
    assert examine_files(tmp_path) == {"resources/font.ttf": True}
