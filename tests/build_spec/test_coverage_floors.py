"""The coverage floors name the folder that fell short."""

from build_spec.coverage_floors import below_floor, coverage_of


def _counts(wanted: int, covered: int) -> dict[str, int]:
    return {"num_statements": wanted, "covered_lines": covered}


def test_only_files_inside_the_folder_count() -> None:
    files = {"db/text/tokens.py": _counts(10, 10), "db/textual.py": _counts(10, 0)}
    assert coverage_of("db/text", files) == 100.0


def test_a_folder_under_its_floor_is_named() -> None:
    assert below_floor({"desktop/app.py": _counts(100, 74)}) == [
        "desktop: 74.0 % is below its floor of 75 %"
    ]
