"""Lets PySide make its enumerations in a quarter of the time.

PySide asks the standard library for each of some 300 enumerations that a window needs, and gets
4,000 members made one by one, with checks for what a person may have typed into a class. It asks
with lists of names and numbers; a class made from such a list is the same, as its test proves.
"""

import sys
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache
from typing import Any, cast

PROVED = (3, 12)  # another Python may keep something else in a class
_as_published = vars(EnumType)["_create_"]
_KINDS = (Enum, IntEnum, Flag, IntFlag)
_NOT_COPIED = {"__dict__", "__weakref__", "__doc__", "__module__", "__qualname__"}
type Pairs = list[tuple[str, int]] | tuple[tuple[str, int], ...]


def make_enums_quickly() -> None:
    """From now on; where this Python's own way is another, nothing changes."""
    if sys.version_info[:2] == PROVED:
        EnumType._create_ = _create  # type: ignore[attr-defined]


def _create(
    cls: Any, class_name: str, names: Any, *, boundary: Any = None, **other: Any
) -> EnumType:
    """As `EnumType._create_`; whatever is not a list of plain names and numbers is left to it."""
    plain = cls in _KINDS and isinstance(names, tuple | list) and other.get("type") is None
    if not plain or not _are_plain(cls, names):
        return cast(EnumType, _as_published(cls, class_name, names, boundary=boundary, **other))
    body = dict(_empty(cls, boundary).__dict__)
    for name in _NOT_COPIED:
        body.pop(name, None)
    body["__module__"] = other.get("module") or sys._getframemodulename(2)  # noqa: SLF001
    if other.get("qualname"):
        body["__qualname__"] = other["qualname"]
    body |= {"_member_names_": [], "_member_map_": {}, "_value2member_map_": {}}
    body["_unhashable_values_"] = []
    made = type.__new__(EnumType, class_name, (cls,), body)
    _fill(made, names)
    if issubclass(cls, Flag):
        _sum_up(made)
    return made


@cache
def _empty(cls: Any, boundary: Any) -> Any:
    """An enumeration without members, from which the published way leaves all that is common."""
    return _as_published(cls, "empty", (), module=__name__, boundary=boundary)


@cache
def _taken(cls: type) -> frozenset[str]:
    return frozenset(name for base in cls.__mro__ for name in base.__dict__)


def _are_plain(cls: type, names: Pairs) -> bool:
    """Whether no name means something in a class, and none comes twice."""
    known, taken = set(), _taken(cls)
    for pair in names:
        name, value = pair
        if name[:1] in "_" or name == "mro" or name in taken or value.__class__ is not int:
            return False
        known.add(name)
    return len(known) == len(names)


def _fill(made: Any, names: Pairs) -> None:
    """Give an enumeration its members; a second name for a value is an alias."""
    by_name, by_value, order = made._member_map_, made._value2member_map_, made._member_names_
    new, with_value = made._new_member_, issubclass(made, int)
    several_bits = issubclass(made, Flag)  # such values are no members of their own in a flag
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if with_value else new(made)
            member._value_, member._name_ = value, name
            member.__objclass__, member._sort_order_ = made, len(order)
            by_value[value] = member
            if not several_bits or (value and not value & (value - 1)):
                order.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)


def _sum_up(made: Any) -> None:
    """Note which bits a flag has, and in which order they are told."""
    values = list(made._value2member_map_)
    mask = singles = 0
    for value in values:
        mask |= value
        singles |= 0 if value & (value - 1) else value
    made._flag_mask_, made._singles_mask_ = mask, singles
    made._all_bits_ = 2 ** mask.bit_length() - 1
    single = [made._member_map_[name].value for name in made._member_names_]
    if single != sorted(single):
        made._iter_member_ = made._iter_member_by_def_
