"""Times that sort, and times that a disk has spoiled."""

from datetime import UTC, datetime

from db.user.clock import later, moment, stamp

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def test_a_stamp_is_read_back() -> None:
    assert moment(stamp(NOW)) == NOW


def test_a_spoiled_time_is_the_oldest() -> None:
    assert moment("2026-11-�3T08:30:00.000Z") < NOW


def test_the_next_change_heals_a_spoiled_time() -> None:
    assert later(stamp(NOW), "2026-11-�3T08:30:00.000Z") == stamp(NOW)


def test_a_clock_set_back_does_not_make_a_change_older() -> None:
    assert later("2010-01-01T00:00:00.000Z", stamp(NOW)) > stamp(NOW)
