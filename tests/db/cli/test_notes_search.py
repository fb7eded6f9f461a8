"""`notes search` reads a query as the search of the document does."""

import json
from pathlib import Path

from tests.db.cli.conftest import Run


def test_a_filter_keeps_to_the_notes_on_its_items(run: Run, tmp_path: Path) -> None:
    place = ("--user-data", str(tmp_path))
    for item in ("economy-3", "transport-1"):
        assert run("notes", "add", item, "صورت", "جلسه", *place)[0] == 0
    code, out, _ = run("notes", "search", "محور:حمل و نقل صورت", "--json", *place)
    assert (code, [one["item"] for one in json.loads(out)]) == (0, ["transport-1"])
