"""Codes that people copy by hand: Crockford's base 32, read back with the habits of handwriting.

Source: Douglas Crockford, "Base 32" (no I, L, O, U; O reads as 0, I and L as 1), with a check symbol modulo 37.
"""

import re

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECK_SYMBOLS = ALPHABET + "*~$=U"
SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212_.,:;·•]")
"""Whatever a hand or a word processor puts between groups: spaces, the hyphens and dashes of Unicode, dots."""


def encode(value: bytes) -> str:
    """Return `value` as Crockford base 32, most significant bit first, the last symbol filled with zero bits."""
    bits = len(value) * 8
    padding = -bits % 5
    number = int.from_bytes(value, "big") << padding
    length = (bits + padding) // 5
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def decode(text: str, length: int) -> bytes:
    """Return the `length` bytes that `text` (already cleaned by `tidy`) stands for.

    Raises:
        ValueError: a symbol outside the alphabet, or not the length that `length` bytes need.
    """
    bits = length * 8
    padding = -bits % 5
    if len(text) * 5 != bits + padding:
        raise ValueError("wrong number of symbols")
    number = 0
    for symbol in text:
        number = number << 5 | ALPHABET.index(symbol)
    if number & ((1 << padding) - 1):
        raise ValueError("the filling bits are not zero")
    return (number >> padding).to_bytes(length, "big")


def tidy(text: str) -> str:
    """Return what a hand meant: upper case, no spaces, hyphens or dots of any kind, O as 0, I and L as 1."""
    bare = SEPARATORS.sub("", text).upper()
    return bare.replace("O", "0").replace("I", "1").replace("L", "1")


def check_symbol(text: str) -> str:
    """Return Crockford's check symbol of `text`: its number modulo 37."""
    number = 0
    for symbol in text:
        number = number << 5 | ALPHABET.index(symbol)
    return CHECK_SYMBOLS[number % 37]
