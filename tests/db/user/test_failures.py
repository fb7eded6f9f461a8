"""Failures of the environment become sentences; our own stay what they are."""

import sqlite3

import pytest

from db.errors import KnownError
from db.user.failures import known_failures


def _failing(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    return error


def test_an_extended_code_of_the_disk_is_a_sentence() -> None:
    with pytest.raises(KnownError, match="دیسک"), known_failures():
        raise _failing(sqlite3.SQLITE_IOERR_WRITE)


def test_a_bug_of_ours_passes() -> None:
    with pytest.raises(sqlite3.OperationalError), known_failures():
        raise _failing(sqlite3.SQLITE_ERROR)


def test_a_complaint_in_damaged_letters_is_damage() -> None:
    with pytest.raises(KnownError, match="آسیب"), known_failures():
        b"\xff".decode()
