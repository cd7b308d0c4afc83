"""Templates of papers: typed blocks in TOML, so that wording is edited without code and nothing can be injected.

A text holds plain fields in braces and no logic; a block may hang on conditions of three kinds. What is wrong in a file
is told with the file, the block and the reason, when it is loaded.
"""

import functools
import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from justice_desk.documents.fields import OWN_FIELDS, REGISTRY, Shape, inline
from justice_desk.documents.fonts import unprintable
from justice_desk.documents.rules import Kind, TemplateBroken
from justice_desk.foundations.resources import resource

PLACE = re.compile(r"\{([^{}]*)\}")


class BlockType(StrEnum):
    """What a block prints."""

    LETTERHEAD = "letterhead"
    CLASSIFICATION = "classification"
    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    DEFINITION = "definition"
    PEOPLE = "people"
    LIST = "list"
    POINTS = "points"
    TABLE = "table"
    RECORDS = "records"
    SIGNATURES = "signatures"
    FINGERPRINTS = "fingerprints"
    VERIFICATION = "verification"


class TextStyle(StrEnum):
    """How a text stands on the page."""

    BODY = "body"
    RIGHT = "right"
    ADDRESS = "address"
    REFERENCE = "reference"


@dataclass(frozen=True)
class Condition:
    """When a block is printed: a field is given, is not given, or is a code."""

    field: str
    present: bool = True
    equals: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table or a line of a record: its field's column, its title, its share of the width."""

    key: str
    title: str
    share: int = 1


@dataclass(frozen=True)
class Entry:
    """A line of a definition: what it is about, and the text."""

    label: str
    text: str


@dataclass(frozen=True)
class Block:
    """One block of a template; which attributes it has follows from its type."""

    type: BlockType
    place: str
    id: str = ""
    when: tuple[Condition, ...] = ()
    text: str = ""
    field: str = ""
    label: str = ""
    style: TextStyle = TextStyle.BODY
    columns: tuple[Column, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """The fields that it prints."""
        if self.type is BlockType.LETTERHEAD:
            return frozenset({"comunidad.nombre", "comunidad.jerarquia", "comunidad.municipio"})
        written = [self.text, *(entry.text for entry in self.entries)]
        found = [inline(name) for text in written for name in PLACE.findall(text)]
        return frozenset({place[0] for place in found if place is not None} | ({self.field} if self.field else set()))


@dataclass(frozen=True)
class Required:
    """What the country's law or custom asks of a paper, and what supplies it: any one of the alternatives, whole."""

    content: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A template, and the SHA-256 of the file it was read from (it is part of what is issued)."""

    kind: Kind
    paper: str
    title: str
    language: str
    required: tuple[Required, ...]
    blocks: tuple[Block, ...]
    sha256: str
    file: str


def load_template(country: str, kind: Kind, root: Path | None = None) -> Template:
    """Return the template of a kind of paper in a country (`bo`, `gt`).

    Raises:
        TemplateBroken: with the file, the block and the reason.
    """
    path = (root or resource("templates")) / country / f"{kind.value}.toml"
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise TemplateBroken(f"{country}/{path.name}", "", "the file cannot be read") from fault
    return read_template(content, f"{country}/{path.name}", kind)


@functools.lru_cache(maxsize=32)
def read_template(content: bytes, file: str, kind: Kind) -> Template:
    """Return the template that a file's content is.

    Raises:
        TemplateBroken: with the file, the block and the reason.
    """
    try:
        raw = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise TemplateBroken(file, "", f"not TOML in UTF-8: {fault}") from fault
    return _Reading(file, kind).template(raw, hashlib.sha256(content).hexdigest())


_CONTENT = {"text": str, "field": str, "label": str, "style": str, "columns": list, "entries": list}
_SHAPES: Mapping[BlockType, frozenset[Shape]] = {
    BlockType.TEXT: frozenset({Shape.PROSE}),
    BlockType.PEOPLE: frozenset({Shape.PEOPLE}),
    BlockType.LIST: frozenset({Shape.LINES, Shape.POINTS}),
    BlockType.POINTS: frozenset({Shape.POINTS}),
    BlockType.TABLE: frozenset({Shape.ROWS}),
    BlockType.RECORDS: frozenset({Shape.ROWS}),
    BlockType.SIGNATURES: frozenset({Shape.SIGNERS}),
    BlockType.FINGERPRINTS: frozenset({Shape.SIGNERS}),
}
_NEEDED: Mapping[BlockType, frozenset[str]] = {
    BlockType.LETTERHEAD: frozenset(),
    BlockType.CLASSIFICATION: frozenset({"text"}),
    BlockType.TITLE: frozenset({"text"}),
    BlockType.HEADING: frozenset({"text"}),
    BlockType.TEXT: frozenset(),
    BlockType.DEFINITION: frozenset({"entries"}),
    BlockType.PEOPLE: frozenset({"field"}),
    BlockType.LIST: frozenset({"field"}),
    BlockType.POINTS: frozenset({"field"}),
    BlockType.TABLE: frozenset({"field", "columns"}),
    BlockType.RECORDS: frozenset({"field", "columns"}),
    BlockType.SIGNATURES: frozenset({"field", "text"}),
    BlockType.FINGERPRINTS: frozenset({"field"}),
    BlockType.VERIFICATION: frozenset({"text"}),
}
_ALLOWED: Mapping[BlockType, frozenset[str]] = {
    BlockType.TEXT: frozenset({"text", "field", "label", "style"}),
}


class _Reading:
    """One template being read; it knows which block it is at, for the refusals."""

    def __init__(self, file: str, kind: Kind) -> None:
        self._file = file
        self._kind = kind
        self._place = ""

    def template(self, raw: Mapping[str, Any], sha256: str) -> Template:
        self._only(raw, {"paper", "title", "language", "required", "block"})
        blocks = tuple(self._block(number, block) for number, block in enumerate(self._list(raw, "block"), start=1))
        self._place = "required"
        required = self._mapping(raw.get("required", {}))
        self._place = ""
        return Template(
            kind=self._kind,
            paper=self._string(raw, "paper"),
            title=self._string(raw, "title"),
            language=self._string(raw, "language"),
            required=tuple(self._required(content, wanted, blocks) for content, wanted in required.items()),
            blocks=blocks,
            sha256=sha256,
            file=self._file,
        )

    def _block(self, number: int, raw: object) -> Block:
        self._place = str(number)
        block = self._mapping(raw)
        named = self._string(block, "type")
        if named not in list(BlockType):
            raise self._broken(f"no block is of type {named}")
        kind = BlockType(named)
        self._place = f"{number} ({kind.value})"
        allowed = _ALLOWED.get(kind, _NEEDED[kind])
        self._only(block, allowed | {"type", "id", "when"})
        for key in _NEEDED[kind]:
            if key not in block:
                raise self._broken(f"{key} is missing")
        for key in allowed & set(block):
            if not isinstance(block[key], _CONTENT[key]) or not block[key]:
                raise self._broken(f"{key} is not what belongs there")
        if kind is BlockType.TEXT and ("text" in block) == ("field" in block):
            raise self._broken("a text block has either a text or a field")
        style = block.get("style", TextStyle.BODY.value)
        if style not in list(TextStyle):
            raise self._broken(f"no text stands like {style}")
        field = block.get("field", "")
        if field:
            self._check_field(field, _SHAPES[kind])
        return Block(
            type=kind,
            place=self._place,
            id=self._optional(block, "id"),
            when=self._conditions(block.get("when", [])),
            text=self._text(block.get("text", "")),
            field=field,
            label=self._text(block.get("label", "")),
            style=TextStyle(style),
            columns=tuple(self._column(field, raw_column) for raw_column in block.get("columns", ())),
            entries=tuple(self._entry(raw_entry) for raw_entry in block.get("entries", ())),
        )

    def _check_field(self, name: str, shapes: frozenset[Shape]) -> None:
        field = REGISTRY.get(name)
        if field is None:
            raise self._broken(f"there is no field {name}")
        if field.shape not in shapes:
            raise self._broken(f"{name} has not the form that this block prints")
        if field.secret and not self._kind.holds_identities:
            raise self._broken(f"{name} names protected persons; only the reserved sheet may")

    def _text(self, text: str) -> str:
        written = unicodedata.normalize("NFC", text).strip("\n ")
        for name in PLACE.findall(written):
            if inline(name) is None:
                raise self._broken(f"no sentence can hold a field {name}")
        if "{" in PLACE.sub("", written) or "}" in PLACE.sub("", written):
            raise self._broken("a brace without its partner")
        for line in written.split("\n"):
            if sign := unprintable(line):
                raise self._broken(f"U+{ord(sign[0]):04X} cannot be printed")
        return written

    def _conditions(self, raw: object) -> tuple[Condition, ...]:
        listed = raw if isinstance(raw, list) else [raw]
        return tuple(self._condition(self._mapping(one)) for one in listed)

    def _condition(self, raw: Mapping[str, Any]) -> Condition:
        match sorted(raw.items()):
            case [("present", str(name))] if name in REGISTRY:
                return Condition(name)
            case [("absent", str(name))] if name in REGISTRY:
                return Condition(name, present=False)
            case [("equals", str(code)), ("field", str(name))] if name in REGISTRY and code in REGISTRY[name].codes:
                return Condition(name, equals=code)
            case _:
                raise self._broken("a condition is: present, absent, or field and equals one of its codes")

    def _column(self, field: str, raw: object) -> Column:
        column = self._mapping(raw)
        self._only(column, {"key", "title", "share"})
        key, share = self._string(column, "key"), column.get("share", 1)
        if key not in REGISTRY[field].columns:
            raise self._broken(f"{field} has no column {key}")
        if not isinstance(share, int) or not 0 < share <= 100:  # noqa: PLR2004 - shares of a whole
            raise self._broken("a share is a whole number from 1 to 100")
        return Column(key, self._text(self._string(column, "title")), share)

    def _entry(self, raw: object) -> Entry:
        entry = self._mapping(raw)
        self._only(entry, {"label", "text"})
        return Entry(self._text(self._string(entry, "label")), self._text(self._string(entry, "text")))

    def _required(self, content: str, raw: object, blocks: tuple[Block, ...]) -> Required:
        self._place = f"required.{content}"
        wanted: list[Any] = raw if isinstance(raw, list) else [raw]
        printed = frozenset[str]().union(*(block.fields for block in blocks)) | OWN_FIELDS
        for one in wanted:
            if not isinstance(one, str):
                raise self._broken("what supplies a content is a field, a field:column or a block:id")
            head, _, tail = one.partition(":")
            if head == "block" and tail not in {block.id for block in blocks}:
                raise self._broken(f"there is no block {tail}")
            if head != "block" and (head not in printed or (tail and tail not in REGISTRY[head].columns)):
                raise self._broken(f"no block prints {one}")
        return Required(content, tuple(wanted))

    def _list(self, raw: Mapping[str, Any], key: str) -> list[object]:
        if not isinstance(raw.get(key), list) or not raw[key]:
            raise self._broken(f"{key} is missing")
        return list(raw[key])

    def _mapping(self, raw: object) -> Mapping[str, Any]:
        if not isinstance(raw, dict):
            raise self._broken("a table belongs there")
        return raw

    def _string(self, raw: Mapping[str, Any], key: str) -> str:
        text = raw.get(key)
        if not isinstance(text, str) or not text.strip():
            raise self._broken(f"{key} is missing")
        return text

    def _optional(self, raw: Mapping[str, Any], key: str) -> str:
        return self._string(raw, key) if key in raw else ""

    def _only(self, raw: Mapping[str, Any], keys: set[str] | frozenset[str]) -> None:
        if surplus := sorted(set(raw) - keys):
            raise self._broken(f"{surplus[0]} does not belong there")

    def _broken(self, reason: str) -> TemplateBroken:
        return TemplateBroken(self._file, self._place, reason)
