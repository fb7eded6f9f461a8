"""Hostile queries through the command line: an answer or one sentence for each."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.db.cli.conftest import Run
from tests.db.search.hostile import hostile
from tests.examples import share

BATCH: tuple[list[str], ...] = ([], ["--explain"])
ONE = (*BATCH, ["--json"], ["--json", "--explain"])


@share(0.5)
@given(options=st.sampled_from(BATCH), queries=st.lists(hostile, min_size=1, max_size=6))
def test_every_line_of_a_batch_is_answered(
    run: Run, options: list[str], queries: list[str]
) -> None:
    lines = "\n".join(json.dumps({"query": query}) for query in queries)
    # In JSON two halves of a character that follow each other are that character.
    queries = json.loads(json.dumps(queries))
    code, out, _ = run("search", "--batch", *options, stdin=lines.encode())
    answers = [json.loads(line) for line in out.split("\n")[:-1]]
    assert (code, [answer["query"] for answer in answers]) == (0, queries)


@given(options=st.sampled_from(ONE), query=hostile)
def test_one_query_ends_with_an_answer(run: Run, options: list[str], query: str) -> None:
    code, out, errors = run("search", *options, "--", query)
    assert (code, errors) == (0, "")
    assert out
