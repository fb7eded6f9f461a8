"""The packages that uv.lock names."""

import tomllib
from functools import cache
from typing import Any

from build_spec import ROOT


@cache
def locked_packages() -> dict[str, dict[str, Any]]:
    """Every package of the lock file by name."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    return {one["name"]: one for one in lock["package"]}


def locked_versions() -> dict[str, str]:
    """Version of every locked package by name."""
    return {name: one["version"] for name, one in locked_packages().items()}
