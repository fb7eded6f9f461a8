"""The bill of materials names what is shipped, as the lock file has it."""

import re
import tomllib

from build_spec.notices import ROOT, locked_versions
from build_spec.sbom import as_text, bill_of_materials
from db.paths import BILL_OF_MATERIALS


def test_it_names_every_dependency_with_its_locked_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    shipped = {re.split("[=><]", one)[0] for one in project["dependencies"]} | {"shiboken6"}
    versions = locked_versions()
    named = {one["name"]: one["version"] for one in bill_of_materials()["components"]}
    assert named == {name: versions[name] for name in shipped}


def test_every_component_has_a_licence_and_hashes() -> None:
    for component in bill_of_materials()["components"]:
        assert component["licenses"][0]["license"]["id"]
        assert all(re.fullmatch("[0-9a-f]{64}", one["content"]) for one in component["hashes"])


def test_an_executable_also_names_what_unpacks_it() -> None:
    more = bill_of_materials(libdeflate="1.14")["components"]
    (named,) = (one for one in more if one not in bill_of_materials()["components"])
    assert (named["name"], named["version"]) == ("libdeflate", "1.14")
    assert named["licenses"] == [{"license": {"id": "MIT"}}]


def test_it_is_a_bill_of_cyclonedx_for_this_program() -> None:
    bill = bill_of_materials()
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "tehran1404"


def test_the_program_carries_it_as_the_lock_file_has_it() -> None:
    assert BILL_OF_MATERIALS.read_text("utf-8") == as_text()
