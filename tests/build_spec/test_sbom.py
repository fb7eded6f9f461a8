"""The bill of materials names what is shipped, as the lock file has it."""

import re
import tomllib

from build_spec import ROOT
from build_spec.lock_file import locked_versions
from build_spec.sbom import Part, as_text, bill_of_materials
from db.paths import BILL_OF_MATERIALS


def test_it_names_every_dependency_with_its_locked_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    shipped = {re.split("[=><]", one)[0] for one in project["dependencies"]} | {"shiboken6"}
    versions = locked_versions()
    named = {
        one["name"]: one["version"]
        for one in bill_of_materials()["components"]
        if one["type"] == "library"
    }
    assert named == {name: versions[name] for name in shipped}


def test_it_names_typeface_icons_and_words_of_others() -> None:
    data = [one for one in bill_of_materials()["components"] if one["type"] == "data"]
    assert [one["name"] for one in data] == ["Vazirmatn", "Lucide", "hazm"]
    assert all(re.fullmatch(r"\d+(\.\d+)+", one["version"]) for one in data)


def test_every_component_has_a_licence_and_what_is_locked_has_hashes() -> None:
    for component in bill_of_materials()["components"]:
        assert component["licenses"][0]["expression"]
        hashes = [one["content"] for one in component.get("hashes", ())]
        assert all(re.fullmatch("[0-9a-f]{64}", one) for one in hashes)
        assert bool(hashes) == (component["type"] == "library")


def test_an_executable_names_more() -> None:
    part = Part("libxcb1", "1.15-1", "X11", "pkg:deb/debian/libxcb1@1.15-1")
    more = bill_of_materials([part])["components"]
    (named,) = (one for one in more if one not in bill_of_materials()["components"])
    assert named == {
        "type": "library",
        "bom-ref": "libxcb1@1.15-1",
        "name": "libxcb1",
        "version": "1.15-1",
        "purl": "pkg:deb/debian/libxcb1@1.15-1",
        "licenses": [{"expression": "X11"}],
    }


def test_it_is_a_bill_of_cyclonedx_for_this_program() -> None:
    bill = bill_of_materials()
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "tehran1404"


def test_the_program_carries_it_as_the_lock_file_has_it() -> None:
    assert BILL_OF_MATERIALS.read_text("utf-8") == as_text()
