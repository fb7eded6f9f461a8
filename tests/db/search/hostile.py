"""Queries nobody means well with: every operator, script and mark, in any order."""

from hypothesis import strategies as st

_PIECES = [
    *("", " ", "\t", "\n", "*", "**", "؟", "?", "!", "«", "»", '"', "“", "”", "(", ")", "-", "- "),
    *("یا", " یا ", " OR ", " NOT ", "|", ":", "：", "محور:", "نوع:اساسی ", "foo:", "آب", "مترو "),
    *("از ", "که ", "😀", "Вода", "水", "שלום", "\ud800", "\udfff", "\x00", "\u202e", "\u2066"),
    *("\u200c", "\u200f", "\ufeff", "ـ", "ء", "\u064b", "۱۴۰۴", "٤", "ﻻ", "\ufdf2", "lkhfu ", "'"),
]
pieces = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
hostile = pieces | st.text(max_size=40)

ENDLESS = [
    *("x" * 100_000, "آب" * 50_000, "آب " * 40_000, "«" * 5_000, "-" * 5_000, "*" * 5_000),
    *("یا " * 2_000, "محور:" * 1_000, "a:b " * 2_000, "«آب» " * 2_000, "آب* " * 2_000),
    *("آب یا " * 2_000, "«" + "آب " * 2_000 + "»", "😀" * 5_000, "\ud800" * 5_000),
]
