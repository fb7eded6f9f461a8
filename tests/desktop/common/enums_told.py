"""`python -m tests.desktop.common.enums_told published|quick [N]`: what Qt's enumerations are.

Of all of them, or of N in QtCore: to look for all costs more than to compare so many.
"""

import importlib
import json
import pickle
import random
import re
import sys
from collections.abc import Callable, Iterator
from enum import Enum, EnumType, Flag
from operator import and_, or_, xor
from typing import Any

from desktop.common.quick_enums import make_enums_quickly

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport")
STRANGE = (-7, 3, 1 << 29, 1 << 40, "x", None)
OWN = ("__reduce_ex__", "__new__", "__or__", "__invert__", "__format__", "__str__", "__repr__")


def enumerations(holder: Any, depth: int = 0) -> Iterator[Any]:
    """Those in a module or class, and in the classes in it."""
    for name in dir(holder):
        one = getattr(holder, name, None)
        if not isinstance(one, type) or not one.__module__.startswith("PySide6"):
            continue
        if isinstance(one, EnumType) and one.__members__:
            yield one
        elif depth < 2:
            yield from enumerations(one, depth + 1)


def plain(value: Any) -> Any:
    """As JSON can hold it; functions by their names."""
    if isinstance(value, dict):
        return [[repr(key), plain(one)] for key, one in value.items()]
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    value = getattr(value, "__func__", value)
    return getattr(value, "__qualname__", None) or re.sub(" at 0x[0-9a-fA-F]+", "", repr(value))


def answer(ask: Callable[[], Any]) -> Any:
    """What comes of a question, or how it is refused."""
    try:
        return plain(ask())
    except (TypeError, ValueError, OverflowError, AttributeError) as error:
        return str(error)


def told(made: Any) -> list[Any]:
    members: list[Enum] = list(made.__members__.values())
    inside = {name: one for name, one in vars(made).items() if name[:2] != "__" or name in OWN}
    kept = [
        made(one.value) is one is made[one.name] is pickle.loads(pickle.dumps(one))
        for one in members
    ]
    found: list[Any] = [repr(made), plain(made.__mro__), plain(dict(sorted(inside.items())))]
    found += [plain([vars(one) for one in members]), kept, answer(lambda: list(made)), len(made)]
    found += [answer(lambda value=value: made(value)) for value in STRANGE]  # type: ignore[misc]
    if issubclass(made, Flag):
        some: list[Any] = members[:5]
        pairs = [(one, other) for one in some for other in some]
        found += [answer(lambda: act(*pair)) for act in (or_, and_, xor) for pair in pairs]  # noqa: B023
        found += [answer(lambda: [~one, list(one), bool(one)]) for one in some]  # noqa: B023
    return found


def main() -> None:
    if sys.argv[1] == "quick":
        make_enums_quickly()
    names = MODULES[:1] if len(sys.argv) > 2 else MODULES
    modules = [importlib.import_module(f"PySide6.{name}") for name in names]
    made = {
        f"{one.__module__}.{one.__qualname__}": one
        for each in modules
        for one in enumerations(each)
    }
    some = list(made)
    if len(sys.argv) > 2:
        some = random.Random(1404).sample(some, int(sys.argv[2]))
    json.dump({name: told(made[name]) for name in some}, sys.stdout)


if __name__ == "__main__":
    main()
