"""Classes of named values that cost a start, and each of their making, little."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, dataclass_transform, overload


@overload
def record[T](cls: type[T]) -> type[T]: ...
@overload
def record[T](*, kw_only: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type | None = None, *, kw_only: bool = False) -> Any:
    """A dataclass, frozen for the type checker, of which only `__init__` is compiled.

    `dataclass` compiles six methods for each class, and a start of the window makes fifty. To
    refuse assignments at run time as well would double what making a record costs.
    """
    if cls is None:
        return lambda named: _fit(named, kw_only)
    return _fit(cls, kw_only)


def _fit[T](cls: type[T], kw_only: bool) -> type[T]:
    made: Any = dataclass(repr=False, eq=False, kw_only=kw_only)(cls)
    made.values_of = staticmethod(attrgetter(*made.__dataclass_fields__))
    for name, shared in vars(_Shared).items():
        if callable(shared) and name not in cls.__dict__:
            setattr(made, name, shared)
    return cls


class _Shared:
    """What every record does; compared and hashed by its values."""

    values_of: Callable[[Any], Any]
    __dataclass_fields__: dict[str, Any]

    def __eq__(self, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return bool(self.values_of(self) == self.values_of(other))

    def __hash__(self) -> int:
        return hash(self.values_of(self))

    def __repr__(self: Any) -> str:
        shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
        return f"{type(self).__qualname__}({shown})"
