"""Canonical JSON: one value, one sequence of bytes, so that a hash means something.

A subset of the JSON Canonicalization Scheme (RFC 8785): objects with text keys in UTF-16 order, arrays, text in
normal form C, integers within ±(2^53 - 1), booleans and null. No floats: a hash must not hang on how they print.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | bool | None"

MAX_INTEGER = 2**53 - 1


def canonical(value: Json) -> bytes:
    """Return the one UTF-8 form of `value`.

    Raises:
        TypeError: something that is not text, integer, boolean, null, list or mapping with text keys.
        ValueError: an integer beyond ±(2^53 - 1), a lone surrogate, or two keys that are one in normal form C.
    """
    text = json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def _ordered(value: Json) -> Json:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise ValueError("integer beyond what JSON readers agree on")
        return value
    if isinstance(value, Mapping):
        ordered = {_ordered_key(key): _ordered(value[key]) for key in sorted(value, key=_utf16)}
        if len(ordered) != len(value):
            raise ValueError("two keys are the same in normal form C")
        return ordered
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _ordered_key(key: str) -> str:
    return unicodedata.normalize("NFC", key)


def _utf16(key: str) -> bytes:
    return _ordered_key(key).encode("utf-16-be")
