"""Missing system libraries are named as packages that can be installed."""

from build_spec.linux.system_libraries import missing_libraries, packages_for

LDD = """\
\tlibxcb-cursor.so.0 => not found
\tlibxcb.so.1 => /lib/x86_64-linux-gnu/libxcb.so.1 (0x00007f)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
"""


def test_only_what_was_not_found_is_missing() -> None:
    assert missing_libraries(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_libraries_of_one_package_name_it_once() -> None:
    assert packages_for(["libglib-2.0.so.0", "libgthread-2.0.so.0"]) == ["libglib2.0-0"]


def test_an_unknown_library_is_named_as_it_is() -> None:
    assert packages_for(["libnew.so.1"]) == ["libnew.so.1"]
