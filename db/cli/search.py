"""`search`: one query for a reader, or a stream of queries as JSON lines."""

import argparse
import gc
import json
from collections.abc import Sequence
from typing import Any

from db.cli.command import Command, Context
from db.cli.output import flush, input_lines, write_json, write_line
from db.cli.parser import whole_number
from db.errors import KnownError
from db.record import replace
from db.reference.citation import place_label
from db.reference.models import Item
from db.search.models import ALL_HITS, NEAR_TITLE, Hit, SearchQuery, SearchResults
from db.text.normalize import persian_digits, shorten

_ASK = "پرسشی برای جست‌وجو بنویسید."
_BATCH = "با ‎--batch‎ پرسش‌ها از ورودی خوانده می‌شود؛ در خود فرمان پرسشی ننویسید."
_QUERY = (
    "آنچه جست‌وجو می‌شود، یا شماره‌ی سه‌رقمی؛ عملگرها (در یک رشته): «عین عبارت»، الف یا ب، -واژه، "
    "آغاز*، محور:نام، و پرانتز برای گروه‌بندی: 'شهر -(ترافیک یا خودرو)'"
)
_NAMED = "چون همه‌ی پرسش موضوع آن است یا همه‌ی واژه‌های این موضوع در متن آن هست"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help=_QUERY)
    parser.add_argument("--axis", metavar="SLUG", help="تنها در یک محور، مانند transport")
    parser.add_argument(
        "--limit", type=whole_number, default=20, metavar="N", help="بیشترین شمار نتیجه‌ها"
    )
    parser.add_argument(
        "--json", action="store_true", help="خروجی JSON؛ «item» شناسه‌ی بندِ شماره‌ی سه‌رقمی است"
    )
    parser.add_argument("--explain", action="store_true", help="اجزای امتیاز هر نتیجه")
    parser.add_argument("--batch", action="store_true", help="هر سطر ورودی یک پرسش JSON")


def _run(arguments: argparse.Namespace, context: Context) -> int:
    if arguments.axis:
        context.reference.axis(arguments.axis)
    if arguments.batch and arguments.query:
        raise KnownError(_BATCH)
    if arguments.batch:
        _batch(arguments, context)
        return 0
    if not arguments.query:
        raise KnownError(_ASK)
    query = SearchQuery(" ".join(arguments.query), arguments.axis or None, arguments.limit)
    coded = _coded(query, context)
    if arguments.json:
        write_json(_as_json(context.engine.search(query), coded, arguments.explain))
    else:
        results = context.engine.search(replace(query, limit=ALL_HITS))
        _write_heading(results, coded, context)
        _write_hits(results.hits[: query.limit], context, arguments.explain)
    return 0


def _coded(query: SearchQuery, context: Context) -> Item | None:
    """The item whose number is all that is asked, unless it stands in another axis."""
    item = context.reference.item_by_code(query.text)
    return item if item and query.axis in (None, item.axis) else None


def _batch(arguments: argparse.Namespace, context: Context) -> None:
    """Answer line by line; what only some queries need is made after the first answer."""
    for number, line in enumerate(input_lines()):
        if number == 1:
            context.engine.warm()
            gc.freeze()  # the tables stay as long as the process does
        try:
            query = _read_query(line, arguments, context)
            results = context.engine.search(query)
            answer = _as_json(results, _coded(query, context), arguments.explain)
        except KnownError as error:
            answer = {"error": error.sentence}
        write_json(answer)
        flush()


def _read_query(line: bytes, arguments: argparse.Namespace, context: Context) -> SearchQuery:
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise KnownError("این سطر JSON درست نیست.") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("query"), str):
        raise KnownError("هر سطر باید شیئی با رشته‌ی «query» باشد.")
    axis, limit = asked.get("axis"), asked.get("limit")
    axis = arguments.axis if axis in (None, "") else axis
    limit = arguments.limit if limit is None else limit
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise KnownError("«limit» باید عددی درست و مثبت باشد.")
    if axis is not None:
        if not isinstance(axis, str):
            raise KnownError("«axis» باید شناسه‌ی یک محور باشد.")
        context.reference.axis(axis)
    return SearchQuery(asked["query"], axis, limit)


def _as_json(results: SearchResults, coded: Item | None, explain: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "query": results.query,
        "direct": results.direct,
        "hits": [_hit_as_json(hit, explain) for hit in results.hits],
        "suggestion": results.suggestion,
    }
    if coded:
        answer["item"] = coded.id
    if explain:
        answer |= {"understood": results.understood, "counts_by_axis": results.counts_by_axis}
    return answer


def _hit_as_json(hit: Hit, explain: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": hit.item_id,
        "text": hit.text,
        "score": hit.score,
        "match": hit.match,
        "spans": [[span.start, span.end] for span in hit.spans],
    }
    if explain:
        proof = None if hit.proof is None else {**vars(hit.proof), "total": hit.proof.total}
        parts = [vars(part) for part in hit.parts]
        found |= {"why": hit.why, "parts": parts, "kept": round(hit.kept, 4), "proof": proof}
        found["named"] = hit.named
    return found


def _write_heading(results: SearchResults, coded: Item | None, context: Context) -> None:
    """How the query was read, what its number names, and how much answers it, as the window says.

    What only comes near is counted apart.
    """
    if results.understood:
        write_line(results.understood)
    if results.suggestion:
        write_line(f"منظورتان «{results.suggestion}» بود؟")
    if coded:
        write_line(f"{persian_digits(results.query.strip())}: {_place(coded, context)}")
        write_line(f"   {coded.edited}")
        if not results.hits:
            return
    asked = shorten(results.query)
    if not results.hits:
        write_line(f"نتیجه‌ای برای «{asked}» پیدا نشد" if asked else _ASK)
        return
    direct = sum(hit.match == "direct" for hit in results.hits)
    kinds = ((direct, "نتیجه"), (len(results.hits) - direct, "نتیجه‌ی نزدیک"))
    told = " و ".join(f"{count} {kind}" for count, kind in kinds if count)
    write_line(f"{persian_digits(told)} برای «{asked}»")


def _write_hits(hits: Sequence[Hit], context: Context, explain: bool) -> None:
    headed = False
    for number, hit in enumerate(hits, start=1):
        if hit.match == "near" and not headed:
            headed = True
            write_line(f"\n{NEAR_TITLE}:")
        _write_hit(number, hit, context, explain)


def _write_hit(number: int, hit: Hit, context: Context, explain: bool) -> None:
    place = _place(context.reference.item(hit.item_id), context)
    write_line(f"\n{persian_digits(str(number))}. {place}")
    write_line(f"   {_marked(hit)}")
    if hit.why:
        write_line(f"   {hit.why}")
    if explain:
        _write_parts(hit)


def _place(item: Item, context: Context) -> str:
    """Where an item stands, with its id."""
    return f"محور {context.reference.axis(item.axis).title}، {place_label(item)} [{item.id}]"


def _write_parts(hit: Hit) -> None:
    """What the score is made of, and what makes the hit direct or leaves it near."""
    if not hit.parts:
        by_letters = f"حروف آن نزدیک است: {_decimal(hit.score)}."
        instead = "به ترتیب سند آمده است." if hit.match == "direct" else by_letters
        write_line(f"   هیچ واژه‌ای از پرسش امتیاز نمی‌دهد؛ {instead}")
        return
    raised = f" و {_decimal(hit.named)}، {_NAMED}" if hit.named > 1 else ""
    sums = f"مجموع این‌ها ضرب در سهم پوشش {_decimal(hit.kept)}{raised}"
    write_line(f"   امتیاز {_decimal(hit.score)}، {sums}")
    for part in hit.parts:
        worth = f"{_decimal(part.weight)} × {_decimal(part.worth)}"
        write_line(f"     {part.word} ← {part.term}: {worth}")
    if proof := hit.proof:
        sign = "≥" if hit.match == "direct" else "<"
        leaning = f"{'−' if proof.leaning < 0 else '+'} گرایش {_decimal(abs(proof.leaning))}"
        sums = (
            f"{_decimal(proof.total)} {sign} {_decimal(proof.enough)}"
            f" = پوشش {_decimal(proof.met)} + عین متن {_decimal(proof.literal)}"
            f" + پرسش‌ها {_decimal(proof.asked)} − بیرون از سند {_decimal(proof.elsewhere)}"
            f" − جزئیات {_decimal(proof.particular)} {leaning}"
        )
        write_line(f"   پاسخ بودن: {sums}")


def _decimal(number: float) -> str:
    """Two places behind the Persian decimal mark."""
    return persian_digits(f"{number:.2f}").replace(".", "٫")


def _marked(hit: Hit) -> str:
    """The excerpt with every matched form in brackets, since a terminal has no marker pen."""
    parts, position = [], 0
    for span in hit.excerpt_spans:
        parts.append(hit.excerpt[position : span.start])
        parts.append(f"[{hit.excerpt[span.start : span.end]}]")
        position = span.end
    return "".join(parts) + hit.excerpt[position:]


COMMAND = Command("search", "جست‌وجو در متن سند", _add_arguments, _run)
