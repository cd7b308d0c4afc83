"""How papers keep what they are given: one form for every value, so that its hash means something. Pure.

Texts in normal form C, paragraphs apart, no empty ones, no surplus spaces; nothing else is changed.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TypeAlias

from justice_desk.documents import words
from justice_desk.documents.fields import REGISTRY, Field, FieldValue, Holder, Kept, Passage, Prose, Shape
from justice_desk.documents.rules import FieldMisshapen, FieldUnknown, Signer
from justice_desk.foundations.canonical import Json

_Inner: TypeAlias = Passage | Holder | Signer | Prose | Mapping[str, Prose]
"""What lists and rows are made of."""


def kept(name: str, value: FieldValue) -> Kept | None:
    """Return a value as papers keep it (NFC, paragraphs apart, no empty ones), None if nothing was given.

    Raises:
        FieldUnknown: no paper has this field.
        FieldMisshapen: the value has another form than the field.
    """
    field = REGISTRY.get(name)
    if field is None:
        raise FieldUnknown(name)
    try:
        return _KEEPERS[field.shape](field, value) or None
    except _Misshapen:
        raise FieldMisshapen(name, field.shape.value) from None


def texts(value: Kept | _Inner) -> Iterator[str]:
    """Return every text of a value, to be looked through for signs that cannot be printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Passage):
        yield value.text
    elif isinstance(value, Holder):
        yield from (value.office, value.name)
    elif isinstance(value, Signer):
        yield from (value.office, value.name, value.finger, value.reason, *value.witnesses)
    elif isinstance(value, Mapping):
        for cell in value.values():
            yield from texts(cell)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)


def as_json(value: Kept | _Inner) -> Json:
    """Return a value as the canonical content of a paper keeps it."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case Passage() | Holder() | Signer():
            return asdict(value)
        case Mapping():
            return {column: as_json(cell) for column, cell in value.items()}
        case tuple():
            return [as_json(part) for part in value]
        case _:
            return value


class _Misshapen(Exception):
    """A value has not the form of its field."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Misshapen
    return unicodedata.normalize("NFC", value)


def _line(value: object) -> str:
    return " ".join(part for part in _text(value).replace("\n", " ").split(" ") if part)


def _prose(value: object) -> Prose:
    if isinstance(value, list | tuple):
        return tuple(passage for part in value for passage in _prose(part))
    language = value.language if isinstance(value, Passage) else ""
    whole = _text(value.text if isinstance(value, Passage) else value).replace("\r\n", "\n")
    return tuple(Passage(line, language) for text in whole.split("\n") if (line := text.strip(" ")))


def _one(value: object) -> Passage:
    passages = _prose(value)
    if len(passages) > 1:
        raise _Misshapen
    return passages[0] if passages else Passage("")


def _several(value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        raise _Misshapen
    return list(value)


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= words.LARGEST:
        raise _Misshapen
    return value


def _keep_moment(_field: Field, value: object) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise _Misshapen
    return value


def _keep_code(field: Field, value: object) -> str:
    if not isinstance(value, str) or value not in field.codes:
        raise _Misshapen
    return value


def _keep_lines(_field: Field, value: object) -> Prose:
    return tuple(passage for part in _several(value) if (passage := _one(part)).text)


def _keep_points(_field: Field, value: object) -> tuple[Prose, ...]:
    return tuple(point for part in _several(value) if (point := _prose(part)))


def _keep_people(_field: Field, value: object) -> tuple[Holder, ...]:
    return tuple(_holder(part) for part in _several(value))


def _holder(value: object) -> Holder:
    if not isinstance(value, Holder):
        raise _Misshapen
    holder = Holder(_line(value.office), _line(value.name))
    if not (holder.office or holder.name):
        raise _Misshapen
    return holder


def _keep_rows(field: Field, value: object) -> tuple[Mapping[str, Prose], ...]:
    return tuple(_row(field, part) for part in _several(value))


def _row(field: Field, value: object) -> Mapping[str, Prose]:
    if not isinstance(value, Mapping) or not set(value) <= set(field.columns):
        raise _Misshapen
    cells = {column: _cell(value[column]) for column in field.columns if column in value}
    return {column: cell for column, cell in cells.items() if cell}


def _cell(value: object) -> Prose:
    if isinstance(value, int) and not isinstance(value, bool):
        return (Passage(words.counted(_number(value))),)
    return _prose(value)


def _keep_signers(_field: Field, value: object) -> tuple[Signer, ...]:
    return tuple(_signer(part) for part in _several(value))


def _signer(value: object) -> Signer:
    if not isinstance(value, Signer):
        raise _Misshapen
    witnesses = tuple(_line(name) for name in value.witnesses)
    return Signer(
        _line(value.office), _line(value.name), value.signing, _line(value.finger), _line(value.reason), witnesses
    )


_KEEPERS: Mapping[Shape, Callable[[Field, object], Kept]] = {
    Shape.LINE: lambda _field, value: _line(value),
    Shape.NUMBER: lambda _field, value: _number(value),
    Shape.MOMENT: _keep_moment,
    Shape.CODE: _keep_code,
    Shape.PROSE: lambda _field, value: _prose(value),
    Shape.LINES: _keep_lines,
    Shape.POINTS: _keep_points,
    Shape.PEOPLE: _keep_people,
    Shape.ROWS: _keep_rows,
    Shape.SIGNERS: _keep_signers,
}
