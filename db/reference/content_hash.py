"""The fingerprint that lets a reader trust that not one character of the edition changed."""

import hashlib
import json
import sqlite3

# Every table and column that a reader can see, in an order that does not depend on storage.
_HASHED = (
    "SELECT id, kind, source_line, verbatim, edited FROM document ORDER BY id",
    "SELECT id, position, role, source_line, verbatim, edited FROM contact ORDER BY position",
    "SELECT slug, number, title, title_verbatim, source_line FROM axis ORDER BY number",
    "SELECT id, axis, kind, number, code, parent_id, position, source_line, verbatim, edited,"
    " duplicate_of FROM item ORDER BY position",
    "SELECT owner_id, position, source, corrected, kind, confidence, reason, verbatim_start,"
    " verbatim_end, edited_start, edited_end FROM erratum ORDER BY owner_id, position",
    'SELECT owner_id, position, fragment, question, alternatives, start, "end" FROM doubtful'
    " ORDER BY owner_id, position",
    "SELECT slug, position, title, note FROM theme ORDER BY position",
    "SELECT theme, item_id FROM item_theme ORDER BY theme, item_id",
    "SELECT item_id, position, related_id, reason FROM related ORDER BY item_id, position",
)


def content_hash(connection: sqlite3.Connection) -> str:
    """SHA-256, hexadecimal, over every visible row of the reference database."""
    digest = hashlib.sha256()
    for query in _HASHED:
        for row in connection.execute(query):
            digest.update(json.dumps(list(row), ensure_ascii=False).encode() + b"\n")
    return digest.hexdigest()
