"""On a terminal and in scripts: output arrives although the program is a windowed one."""

from pathlib import Path

from tests.e2e.windows.pc import Pc, windows_path


def test_it_checks_itself_in_a_folder_with_a_persian_name(
    computer: Pc, installed: Path, tmp_path: Path
) -> None:
    done = computer.run(installed, "--self-check", "--user-data", tmp_path / "داده‌های من")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "همه درست است."), done.stderr


def test_output_goes_into_a_file(computer: Pc, windows_program: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    told = [windows_path(path) for path in (windows_program, tmp_path / "reader", target)]
    done = computer.run("cmd", "/c", "{} search پسماند --limit 1 --user-data {} > {}".format(*told))
    assert done.returncode == 0, done.stderr
    assert target.read_text("utf-8").count("زباله") >= 1


def test_a_wrong_option_is_told_in_the_error_stream(
    computer: Pc, installed: Path, tmp_path: Path
) -> None:
    done = computer.run(installed, "show", "nothing-1", "--user-data", tmp_path / "reader")
    assert done.returncode == 2
    assert done.stderr.strip()
