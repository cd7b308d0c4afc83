"""What people type into fields: how it is tidied, and the facts told when it cannot be used."""

import unicodedata
from dataclasses import dataclass

from justice_desk.foundations.errors import DeskError

LONGEST_LINE = 300
LONGEST_TEXT = 400_000
"""About 60,000 words: far more than any statement, far less than what would stop an old laptop."""
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings and overrides of direction (Unicode UAX 9): they make a text read differently from what it says."""


@dataclass(eq=False)
class FieldMissing(DeskError):
    """Something needed was left empty: `field` names it."""

    field: str


@dataclass(eq=False)
class FieldUnreadable(DeskError):
    """Something was written in a form that cannot be used: `field` names it, `example` shows a good one."""

    field: str
    example: str


@dataclass(eq=False)
class FieldTooLong(DeskError):
    """More was written than the field takes: `longest` is in characters."""

    field: str
    longest: int


@dataclass(eq=False)
class CharacterRefused(DeskError):
    """A field holds an invisible character that would change what is read; `code` is its code point."""

    field: str
    code: str


def tidy_line(text: str, field: str, *, needed: bool = False, longest: int = LONGEST_LINE) -> str:
    """Return one line as it is kept: NFC, single spaces, nothing at the ends.

    Raises:
        FieldMissing: it is needed and nothing is left.
        CharacterRefused: a control or direction-changing character.
        FieldTooLong: more than `longest` characters.
    """
    return _checked(" ".join(unicodedata.normalize("NFC", text).split()), field, needed, longest)


def tidy_text(text: str, field: str, *, needed: bool = False, longest: int = LONGEST_TEXT) -> str:
    """Return a text of several paragraphs as it is kept: NFC, line ends as one character, no space at line ends.

    Raises:
        FieldMissing, CharacterRefused, FieldTooLong: as in `tidy_line`.
    """
    lines = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    return _checked("\n".join(line.rstrip() for line in lines).strip(), field, needed, longest)


def tidy_lines(texts: tuple[str, ...], field: str) -> tuple[str, ...]:
    """Return several texts as they are kept, without the empty ones.

    Raises:
        CharacterRefused, FieldTooLong: as in `tidy_line`.
    """
    return tuple(tidied for text in texts if (tidied := tidy_text(text, field)))


def folded(text: str) -> str:
    """Return a text for comparing: no case, no accents, no invisible signs, single spaces."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
    return " ".join(bare.split())


def _checked(text: str, field: str, needed: bool, longest: int) -> str:
    if needed and not text:
        raise FieldMissing(field)
    if len(text) > longest:
        raise FieldTooLong(field, longest)
    for sign in text:
        if sign in _DIRECTIONS or (sign != "\n" and unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"}):
            raise CharacterRefused(field, f"U+{ord(sign):04X}")
    return text
