"""Reading JSON that a stranger wrote: one meaning, or none.

RFC 8259 leaves open what twice the same key, a huge number or half a surrogate pair mean; two readers may then read two
things in one file. Here such a file is refused, and so is one that is not in the canonical form that we write.
"""

import json
import re
from typing import Any, NoReturn

from justice_desk.foundations.canonical import MAX_INTEGER, Json, canonical
from justice_desk.packets.rules import PacketRefused, Step

MAX_BYTES = 2 << 20
MAX_DEPTH = 16
MAX_PARTS = 100_000
"""Brackets and commas: what would fill the memory of an old laptop is refused before it is parsed."""
_DIGITS = len(str(MAX_INTEGER))
_TEXTS = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
"""A text, or one that never ends: so that every byte is looked at once only."""


def read_json(raw: bytes) -> Json:
    """Return what a canonical JSON file holds.

    Raises:
        PacketRefused: too long or too deep, twice the same key, a number that is no small integer, a lone surrogate,
            not JSON at all, or not written in canonical form.
    """
    if len(raw) > MAX_BYTES:
        raise _refused("too long")
    _check_shape(raw)
    try:
        value: Json = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_once,
            parse_int=_small,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
        written = canonical(value)
    except UnicodeError as fault:
        raise _refused("not a text in UTF-8") from fault
    except ValueError as fault:
        raise _refused("not JSON") from fault
    if written != raw:
        raise _refused("not canonical")
    return value


def _check_shape(raw: bytes) -> None:
    """Look at the brackets without parsing: the parser itself would recurse, and would keep all it has read."""
    signs = re.findall(rb"[\[\]{},]", _TEXTS.sub(b"", raw))
    if len(signs) > MAX_PARTS:
        raise _refused("too many parts")
    depth = 0
    for sign in signs:
        depth += (sign in b"[{") - (sign in b"]}")
        if depth > MAX_DEPTH:
            raise _refused("too deep")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise _refused("twice the same key")
    return read


def _small(digits: str) -> int:
    if len(digits) > _DIGITS + 1 or abs(int(digits)) > MAX_INTEGER:
        raise _refused("huge number")
    return int(digits)


def _no_number(text: str) -> NoReturn:
    raise _refused(f"number that is no integer: {text[:20]}")


def _refused(reason: str) -> PacketRefused:
    return PacketRefused(Step.JSON, reason)
