"""Parts that come within the packages of others are known by their files."""

from pathlib import Path

from build_spec.attribution import told_by_name


def test_parts_are_known_by_the_names_of_their_files() -> None:
    files = ("libicuuc.so.73", "libicudata.so.73", "VCRUNTIME140.dll", "VCRUNTIME140_1.dll")
    told = told_by_name(Path("folder", name) for name in (*files, "libffi-8.dll"))
    assert [(part.name, part.version) for part in told] == [
        ("ICU", "73"),
        ("Microsoft Visual C++ runtime", "140"),
        ("libffi", "8"),
    ]
