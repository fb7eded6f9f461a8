"""Light dataclasses: quick to define at the start of the program and quick to make."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, dataclass_transform, overload

_NOTHING: Any = object()


class Field:
    """What a field gets when no value is given: a default, or what `maker` makes."""

    def __init__(self, default: Any, maker: Callable[[], Any] | None = None) -> None:
        self.default, self.maker, self.kw_only = default, maker, False


def field(*, default_factory: Callable[[], Any]) -> Any:
    """Like `dataclasses.field`, for a default that is made anew for each record."""
    return Field(_NOTHING, default_factory)


@overload
def record[T](cls: type[T]) -> type[T]: ...
@overload
def record[T](*, kw_only: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type | None = None, *, kw_only: bool = False) -> Any:
    """A dataclass, frozen for the type checker, whose `__init__` is compiled at its first use.

    `dataclass` loads `inspect` and compiles six methods for each class, and a start of the window
    makes fifty. To refuse assignments at run time would double what making a record costs.
    """
    if cls is None:
        return lambda named: _fit(named, kw_only)
    return _fit(cls, kw_only)


def replace[T](one: T, **changes: Any) -> T:
    """A copy of a record with some values changed."""
    return type(one)(**values(one) | changes)


def values(one: Any) -> dict[str, Any]:
    """The values of a record by their names; not of records within it."""
    return {name: getattr(one, name) for name in names_in(one)}


def names_in(one: Any) -> Iterable[str]:
    """The names of the values of a record, or of a class of records."""
    fields: dict[str, Field] = one.fields_
    return fields


def _fit[T](cls: type[T], kw_only: bool) -> type[T]:
    made: Any = cls
    made.fields_ = dict(getattr(cls, "fields_", {})) | _own_fields(cls, kw_only)
    made.values_of = staticmethod(attrgetter(*made.fields_))
    for name, shared in vars(_Shared).items():
        if callable(shared) and name not in cls.__dict__:
            setattr(made, name, shared)
    made.__init__ = _at_first_use(made)
    return cls


def _own_fields(cls: type, kw_only: bool) -> dict[str, Field]:
    own = {}
    for name in cls.__annotations__:
        given = cls.__dict__.get(name, _NOTHING)
        own[name] = given if isinstance(given, Field) else Field(given)
        own[name].kw_only = kw_only
        if isinstance(given, Field):
            delattr(cls, name)
    return own


def _at_first_use(made: Any) -> Callable[..., None]:
    def compile_and_make(self: Any, *given: Any, **named: Any) -> None:
        made.__init__ = _compiled(made.fields_)
        made.__init__(self, *given, **named)

    return compile_and_make


def _compiled(fields: dict[str, Field]) -> Any:
    """An `__init__` that takes each field and sets it."""
    taken: dict[bool, list[str]] = {False: [], True: []}
    lines, known = [], {"_nothing": _NOTHING}
    for name, one in fields.items():
        known[f"_of_{name}"] = one.maker or one.default
        default = "=_nothing" if one.maker else f"=_of_{name}"
        is_needed = one.maker is None and one.default is _NOTHING
        taken[one.kw_only].append(name if is_needed else name + default)
        value = f"_of_{name}() if {name} is _nothing else {name}" if one.maker else name
        lines.append(f"    self.{name} = {value}\n")
    named = ["*", *taken[True]] if taken[True] else []
    exec(f"def __init__({', '.join(['self', *taken[False], *named])}):\n{''.join(lines)}", known)
    return known["__init__"]


class _Shared:
    """What every record can do: be compared, hashed and shown by its values."""

    values_of: Callable[[Any], Any]

    def __eq__(self, other: object) -> bool:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return bool(self.values_of(self) == self.values_of(other))

    def __hash__(self) -> int:
        return hash(self.values_of(self))

    def __repr__(self: Any) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in values(self).items())
        return f"{type(self).__qualname__}({shown})"
