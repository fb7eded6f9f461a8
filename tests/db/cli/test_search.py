"""Search on a terminal and as a stream of JSON lines."""

import json
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from db.paths import user_paths
from db.user.opening import open_store
from tests.db.cli.conftest import Run


def batch(run: Run, *lines: str | bytes) -> list[dict[str, Any]]:
    """The answers to lines of `search --batch`."""
    given = [line.encode() if isinstance(line, str) else line for line in lines]
    code, out, _ = run("search", "--batch", stdin=b"\n".join(given))
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_a_hit_has_exactly_its_fields_and_spans_in_code_points(run: Run) -> None:
    (answer,) = batch(run, '{"query": "زباله", "limit": 1, "axis": null}')
    assert list(answer) == ["query", "direct", "hits", "suggestion"]
    (hit,) = answer["hits"]
    assert list(hit) == ["id", "text", "score", "match", "spans"]
    assert "زباله" in [hit["text"][start:end] for start, end in hit["spans"]]


def test_every_line_gets_its_answer_in_order(run: Run) -> None:
    lines = [json.dumps({"query": word}) for word in ("زباله", "بزرگراه", "زباله")]
    assert [a["query"] for a in batch(run, *lines)] == ["زباله", "بزرگراه", "زباله"]


def test_a_bad_line_is_answered_and_the_next_goes_on(run: Run) -> None:
    bad: list[str | bytes] = ["", "x", "[]", "5", '{"query": 5}', "[" * 100_000, b"\xff\xfe"]
    bad += ['{"query": "ش", "limit": 0}', '{"query": "ش", "limit": true}']
    bad += ['{"query": "ش", "limit": "5"}', '{"query": "ش", "axis": 5}']
    answers = batch(run, *bad, '{"query": "زباله"}')
    assert [list(a) for a in answers[:-1]] == [["error"]] * len(bad)
    assert answers[-1]["query"] == "زباله"


def test_an_unknown_axis_names_the_nearest(run: Run) -> None:
    (answer,) = batch(run, '{"query": "شهر", "axis": "cultur"}')
    assert "«culture»" in answer["error"]


def test_an_empty_axis_is_none(run: Run) -> None:
    assert run("search", "زباله", "--axis", "") == run("search", "زباله")


def test_an_axis_and_a_limit_restrict(run: Run) -> None:
    (answer,) = batch(run, '{"query": "فرهنگ", "axis": "culture", "limit": 3}')
    assert len(answer["hits"]) == 3
    assert all(hit["id"].startswith("culture-") for hit in answer["hits"])


def test_a_lone_surrogate_comes_back_as_it_was(run: Run) -> None:
    (answer,) = batch(run, '{"query": "\\ud800"}')
    assert answer["query"] == "\ud800"


def test_one_query_as_json(run: Run) -> None:
    _, out, _ = run("search", "زباله", "شهری", "--json", "--limit", "۲")
    answer = json.loads(out)
    assert answer["query"] == "زباله شهری"
    assert len(answer["hits"]) <= 2


@pytest.mark.parametrize("code", ["214", "۲۱۴", " ٢١٤ "])
def test_a_code_finds_its_item(run: Run, code: str) -> None:
    _, out, _ = run("search", code)
    assert "[infrastructure-14]" in out.splitlines()[0]
    assert "پیدا نشد" not in out


def test_a_code_names_its_item_in_json(run: Run) -> None:
    assert json.loads(run("search", "214", "--json")[1])["item"] == "infrastructure-14"
    coded, words = batch(run, '{"query": "۲۱۴", "axis": "infrastructure"}', '{"query": "زباله"}')
    assert coded["item"] == "infrastructure-14"
    assert "item" not in words


def test_a_code_of_another_axis_finds_nothing(run: Run) -> None:
    assert "[infrastructure-14]" not in run("search", "214", "--axis", "transport")[1]
    (answer,) = batch(run, '{"query": "214", "axis": "transport"}')
    assert "item" not in answer


def test_a_code_among_words_is_none(run: Run) -> None:
    assert "[infrastructure-14]" not in run("search", "214", "قورباغه")[1].splitlines()[0]


def test_a_word_after_a_minus_excludes(run: Run) -> None:
    _, out, _ = run("search", "فرهنگ", "-تهران", "--json")
    answer = json.loads(out)
    assert answer["hits"]
    assert all("تهران" not in hit["text"].split() for hit in answer["hits"])


@pytest.mark.parametrize("excluded", ["-(تهران)", '-"تهران"', "-axis:economy", "-محور:اقتصاد"])
def test_whatever_a_minus_excludes_may_be_a_word_of_the_command(run: Run, excluded: str) -> None:
    apart, together = (
        run("search", *words, "--json") for words in (("شهر", excluded), (f"شهر {excluded}",))
    )
    assert apart[1] == together[1] != ""


@pytest.mark.parametrize("word", ["-x", "--axis:economy"])
def test_what_looks_like_an_option_is_none_of_the_query(run: Run, word: str) -> None:
    code, _, said = run("search", "شهر", word)
    assert code == 2
    assert f"«{word}» در این فرمان جایی ندارد" in said


def test_explain_shows_the_parts_of_a_score(run: Run) -> None:
    _, out, _ = run("search", "زباله", "--json", "--explain")
    hit = json.loads(out)["hits"][0]
    assert {"word", "term", "weight", "worth"} <= set(hit["parts"][0])
    assert hit["proof"]["total"] >= hit["proof"]["enough"]
    full = sum(part["weight"] * part["worth"] for part in hit["parts"])
    assert abs(full * hit["kept"] - hit["score"]) < 0.01


def test_a_reader_sees_place_text_and_marks(run: Run) -> None:
    _, out, _ = run("search", "زباله", "--limit", "1", "--explain")
    assert "محور محیط‌زیست، جهت‌گیری ۱۵ [environment-15]" in out
    assert "[زباله" in out
    assert "امتیاز" in out


def test_explain_says_what_makes_a_hit_direct(run: Run) -> None:
    assert "پاسخ بودن: " in run("search", "زباله", "--explain")[1]


def test_explain_says_that_a_filter_stands_in_for_a_word(run: Run) -> None:
    _, out, _ = run("search", "دوچرخه یا محور:امنیت", "--explain")
    told = out[out.index("[security-1]") :]
    assert "از راهِ صافی: محور:امنیت" in told
    assert "هیچ واژه‌ای از پرسش امتیاز نمی‌دهد" in told


def test_nothing_found_is_said(run: Run) -> None:
    code, out, _ = run("search", "قسطنطنیه‌پژوهان")
    assert code == 0
    assert "پیدا نشد" in out or "نزدیک" in out


@pytest.mark.parametrize("query", ["زباله " * 20_000, "ژ" * 120_000, "  \n"])
def test_a_long_query_is_told_in_a_line(run: Run, query: str) -> None:
    _, out, _ = run("search", query, "--limit", "1")
    assert max(len(line) for line in out.splitlines()) < 400


def test_a_correction_is_offered(run: Run) -> None:
    assert "منظورتان «" in run("search", "بازیافط ضایعات")[1]


def test_a_malformed_query_is_explained(run: Run) -> None:
    assert "گیومه" in run("search", '"زباله')[1]


@pytest.mark.parametrize("form", [(), ("--json", "--explain")])
def test_how_brackets_were_read_is_told(run: Run, form: tuple[str, ...]) -> None:
    _, out, _ = run("search", "انرژی", "-(آب یا گاز)", *form)
    assert "پرانتزها چنین خوانده شد: انرژی، نه آب، نه گاز." in out


def test_the_readers_marks_filter(run: Run, tmp_path: Path) -> None:
    with closing(open_store(user_paths(tmp_path).database).store) as store:
        store.add_bookmark("security-3")
    own = ("--user-data", str(tmp_path), "search", "--json")
    _, out, _ = run(*own, "نشان:دارد")
    assert [hit["id"] for hit in json.loads(out)["hits"]] == ["security-3"]
    _, out, _ = run(*own, "bookmark:no axis:security")
    assert len(json.loads(out)["hits"]) == 7


def test_a_search_for_nothing_asks_for_a_query(run: Run) -> None:
    assert run("search", " ") == (0, "پرسشی برای جست‌وجو بنویسید.\n", "")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("پسماند شهری", "۵ نتیجه و ۱۰ نتیجه‌ی نزدیک برای «پسماند شهری»"),
        ("محور:امنیت", "۸ نتیجه برای «محور:امنیت»"),
    ],
)
def test_what_is_only_near_is_counted_apart(run: Run, query: str, told: str) -> None:
    assert told in run("search", query, "--limit", "1")[1].splitlines()


def test_where_all_is_only_near_no_other_is_counted(run: Run) -> None:
    _, out, _ = run("search", "قسطنطنیه‌پژوهان شهر")
    assert re.match(r"[۰-۹]+ نتیجه‌ی نزدیک برای ", out)


def test_what_is_only_near_stands_under_its_heading(run: Run) -> None:
    _, out, _ = run("search", "متروی شبانه")
    assert out.count("نتیجه‌های نزدیک:") == 1
    assert out.index("\n۱. ") < out.index("نتیجه‌های نزدیک:") < out.index("\n۲. ")
