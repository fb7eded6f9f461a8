"""`licences` tells whose work the program carries."""

import json

from tests.db.cli.conftest import Run


def test_it_names_the_parts_with_the_text_of_their_licences(run: Run) -> None:
    code, said, _ = run("licences")
    assert code == 0
    assert "PySide6" in said
    assert "Permission is hereby granted" in said


def test_the_list_of_parts_is_cyclonedx(run: Run) -> None:
    bill = json.loads(run("licences", "--json")[1])
    assert bill["bomFormat"] == "CycloneDX"
    assert "whoosh3" in [one["name"] for one in bill["components"]]
