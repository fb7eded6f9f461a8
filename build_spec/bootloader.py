"""Builds PyInstaller's bootloader from its published source with these changes:

- it unpacks by libdeflate, on several processors (`unpack_at_once.h`, `unpack_side_by_side.h`);
- it starts the program when Python is unpacked, and goes on unpacking beside it;
- a file counts as unpacked only when it is written to its end;
- it passes over temporary folders from which programs may not run or which are too small, and
  `--runtime-dir` names another (`unpacking_place.h`);
- it holds a lock on the folder it unpacked into, so that other starts know whether it is in use;
- large pieces of memory go back to the system, and all threads share one arena, as
  `desktop.common.memory` does where Python has ctypes.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from build_spec import ROOT
from build_spec.changes import Change, apply_change
from build_spec.lock_file import locked_packages

ADDED = tuple(
    ROOT / "build_spec" / "linux" / name
    for name in ("unpacking_place.h", "unpack_at_once.h", "unpack_side_by_side.h")
)
LIBRARIES = "-l:libdeflate.a"


CHANGES = (
    Change(
        "pyi_archive.c",
        '#include "pyi_utils.h"',
        '#include "pyi_utils.h"\n#include "unpack_at_once.h"',
    ),
    Change(
        "pyi_archive.c",
        "    const size_t CHUNK_SIZE = 8192;\n    unsigned char buffer_in[8192];",
        "    return unpack_at_once(archive_fp, toc_entry, out_fp, out_ptr);\n"
        "    const size_t CHUNK_SIZE = 8192;\n    unsigned char buffer_in[8192];",
    ),
    Change(
        "pyi_archive.c",
        "    fclose(out_fp);\n\n    return rc;",
        "    if (fclose(out_fp)) {\n"
        '        PYI_PERROR("fclose", "Failed to extract %s: its end was not written!\\n", '
        "toc_entry->name);\n"
        "        rc = -1;\n    }\n\n    return rc;",
    ),
    Change(
        "pyi_archive.h",
        "int pyi_archive_extract2fs(",
        "void pyi_archive_leave_rooms(void);\nint pyi_archive_extract2fs(",
    ),
    Change(
        "pyi_launch.c",
        "int\npyi_launch_extract_files_from_archive(",
        '#include "unpack_side_by_side.h"\n\nint\npyi_launch_extract_files_from_archive(',
    ),
    Change(
        "pyi_launch.c",
        "            retcode = pyi_archive_extract2fs(archive, toc_entry, output_filename);",
        "            retcode = unpack_later(archive, toc_entry, output_filename);",
    ),
    Change(
        "pyi_launch.c",
        "            /* Not extractable; skip */\n            default: {\n",
        "            default: {\n                unpack_in_stages(toc_entry);\n",
    ),
    Change(
        "pyi_launch.c",
        "    /* Free memory allocated for archive pool. */",
        "    retcode = retcode ? retcode : begin_unpacking();\n\n"
        "    /* Free memory allocated for archive pool. */",
    ),
    Change(
        "pyi_launch.h",
        "int pyi_launch_extract_files_from_archive(",
        "void pyi_launch_unpack_beside_program(void);\nint pyi_launch_wait_for_first_stage(void);\n"
        "int pyi_launch_extract_files_from_archive(",
    ),
    # The pipe has the program wait instead, which ends when this process does.
    Change(
        "pyi_utils_posix.c",
        "#if defined(PYI_USE_POSIX_SEMAPHORE)\n    #include <sys/mman.h>",
        "#undef PYI_USE_POSIX_SEMAPHORE\n"
        "#if defined(PYI_USE_POSIX_SEMAPHORE)\n    #include <sys/mman.h>",
    ),
    Change(
        "pyi_utils_posix.c",
        '#include "pyi_utils.h"\n#include "pyi_path.h"',
        '#include "pyi_utils.h"\n#include "pyi_launch.h"\n#include "pyi_path.h"',
    ),
    Change(
        "pyi_utils_posix.c",
        "#else\n    wait_rc = waitpid(child_pid, &rc, 0);\n",
        "#else\n    pyi_launch_unpack_beside_program();\n"
        "    wait_rc = waitpid(child_pid, &rc, 0);\n",
    ),
    Change(
        "pyi_utils_posix.c",
        '        PYI_WARNING("LOADER: failed to fork child process: %s\\n", strerror(errno));\n',
        '        PYI_WARNING("LOADER: failed to fork child process: %s\\n", strerror(errno));\n'
        "        pyi_launch_unpack_beside_program();\n",
    ),
    Change(
        "pyi_main.c",
        "    pyi_launch_initialize(pyi_ctx);\n",
        "#if !defined(_WIN32)\n"
        "    if (pyi_launch_wait_for_first_stage() < 0) {\n        return 1;\n    }\n"
        "#endif\n    pyi_launch_initialize(pyi_ctx);\n",
    ),
    Change(
        "pyi_archive.c",
        "    const size_t CHUNK_SIZE = 8192;\n    unsigned char buffer[8192]",
        "    const size_t CHUNK_SIZE = 262144;\n    unsigned char buffer[262144]",
    ),
    Change(
        "pyi_utils_posix.c",
        "/* Append the _MEIXXXXXX string",
        '#include "unpacking_place.h"\n\n/* Append the _MEIXXXXXX string',
    ),
    Change(
        "pyi_utils_posix.c",
        "    /* Try creating the directory */\n    if (mkdtemp",
        "    if (!place_is_fit(tmpdir_path, prefix_len)) {\n        return -1;\n    }\n"
        "    /* Try creating the directory */\n    if (mkdtemp",
    ),
    Change(
        "pyi_utils_posix.c",
        "    if (mkdtemp(tmpdir_path) == NULL) {\n        return -1;\n    }\n",
        "    if (mkdtemp(tmpdir_path) == NULL) {\n        return -1;\n    }\n"
        "    hold_place(tmpdir_path);\n",
    ),
    Change(
        "pyi_utils_posix.c",
        "    /* If specified, use runtime_tmpdir */",
        "    read_wishes(pyi_ctx);\n    /* If specified, use runtime_tmpdir */",
    ),
    Change("pyi_utils_posix.c", '        "TMP"\n', '        "TMP",\n        "XDG_RUNTIME_DIR"\n'),
    Change(
        "pyi_main.c",
        '                PYI_ERROR("Could not create temporary directory!\\n");\n',
        '                PYI_ERROR("Could not create temporary directory!\\n");\n'
        "#if !defined(_WIN32)\n                pyi_explain_no_place();\n#endif\n",
    ),
    Change("pyi_main.c", '#include "pyi_main.h"\n', '#include <malloc.h>\n#include "pyi_main.h"\n'),
    Change(
        "pyi_main.c",
        '    PYI_DEBUG("PyInstaller Bootloader 6.x\\n");\n',
        "    mallopt(M_MMAP_THRESHOLD, 32 * 1024);\n"
        "    mallopt(M_ARENA_MAX, 1); /* Python lets one thread run at a time */\n"
        '    PYI_DEBUG("PyInstaller Bootloader 6.x\\n");\n',
    ),
    Change(
        "pyi_utils.h",
        "int pyi_create_temporary_application_directory(",
        "void pyi_explain_no_place(void);\nint pyi_create_temporary_application_directory(",
    ),
)


def build_bootloader(work: Path) -> Path:
    """Folder with the built bootloaders; made once for each PyInstaller and set of changes."""
    package = _locked_package()
    source = work / f"pyinstaller-{package['version']}"
    stamp = source / "changed-and-built"
    wanted = "\n".join([repr(CHANGES), *(one.read_text("utf-8") for one in ADDED)])
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        shutil.rmtree(source, ignore_errors=True)
        _download(package, work)
        for change in CHANGES:
            apply_change(source / "bootloader" / "src", change)
        for added in ADDED:
            shutil.copy(added, source / "bootloader" / "src")
        _compile(source / "bootloader")
        stamp.write_text(wanted, "utf-8")
    return source / "PyInstaller" / "bootloader" / "Linux-64bit-intel"


def _locked_package() -> dict[str, str]:
    found = locked_packages()["pyinstaller"]
    return {"version": found["version"], "hash": found["sdist"]["hash"]}


def _download(package: dict[str, str], work: Path) -> None:
    work.mkdir(parents=True, exist_ok=True)
    wanted = work / "requirement.txt"
    wanted.write_text(f"pyinstaller=={package['version']} --hash={package['hash']}\n", "ascii")
    command = [sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*command, "--require-hashes", "-d", work, "-r", wanted], check=True)
    with tarfile.open(work / f"pyinstaller-{package['version']}.tar.gz") as archive:
        archive.extractall(work, filter="data")


def _compile(folder: Path) -> None:
    targets = ["configure", "--static-zlib", "build_release", "install_release"]
    environment = os.environ | {"LDFLAGS": LIBRARIES}
    subprocess.run(
        [sys.executable, "waf", *targets],
        cwd=folder,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
