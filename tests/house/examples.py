"""An example of anything that a fact can hold, made from its type: so that every error can be spoken once."""

import dataclasses
import enum
import types
import typing
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

UTC_MOMENT = datetime(2026, 3, 4, 5, 6, tzinfo=timezone(timedelta(0)))

PLAIN: dict[object, object] = {
    str: "ejemplo",
    int: 3,
    bool: True,
    float: 1.5,
    bytes: b"ejemplo",
    datetime: UTC_MOMENT,
    date: UTC_MOMENT.date(),
    time: UTC_MOMENT.time(),
    timedelta: timedelta(hours=24),
    Path: Path("carpeta") / "ejemplo",
    types.NoneType: None,
    typing.Any: "ejemplo",
    object: "ejemplo",
}


Kind = typing.TypeVar("Kind")


class NoExample(TypeError):
    """A fact holds something that nobody has given an example of."""


def example_of(kind: object) -> object:
    """Return a value of the type `kind`.

    Raises:
        NoExample: the type is not one that this module knows.
    """
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, typing.NewType):
        return example_of(kind.__supertype__)
    if isinstance(kind, type) and typing.get_origin(kind) is None:
        return _of_class(kind)
    return _of_form(kind)


def instance_of(kind: type[Kind]) -> Kind:
    """Return an instance of a dataclass, each field filled with an example of its type."""
    if not dataclasses.is_dataclass(kind):
        raise NoExample(kind)
    hints = typing.get_type_hints(kind)
    return kind(**{field.name: example_of(hints[field.name]) for field in dataclasses.fields(kind) if field.init})


def _of_class(kind: type) -> object:
    if issubclass(kind, enum.Enum):
        return next(iter(kind))
    if dataclasses.is_dataclass(kind):
        return instance_of(kind)
    if issubclass(kind, BaseException):
        return kind()
    raise NoExample(kind)


def _of_form(kind: object) -> object:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return example_of(next(one for one in inner if one is not types.NoneType))
    if origin is typing.Literal:
        return inner[0]
    if origin is tuple:
        return tuple(example_of(one) for one in inner if one is not Ellipsis)
    if origin in {list, set, frozenset}:
        return typing.cast("type", origin)([example_of(inner[0])])
    if origin in {Sequence, Collection}:
        return (example_of(inner[0]),)
    if origin in {dict, Mapping}:
        return {example_of(inner[0]): example_of(inner[1])}
    raise NoExample(kind)
