"""A template with its fields: the parts that the paper says, in their order, before anything is drawn. Pure.

Every field that is given is printed or refused; every content that is required is there or the paper is not issued.
A draft shows a blank line where a field is still missing.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import UnionType
from typing import TypeAlias, TypeVar, cast

from justice_desk.documents import words
from justice_desk.documents.fields import (
    DOCUMENT_DATE,
    DOCUMENT_NUMBER,
    OWN_FIELDS,
    FieldValue,
    Holder,
    Kept,
    Passage,
    Prose,
    inline,
    printed,
)
from justice_desk.documents.keeping import as_json, kept, texts
from justice_desk.documents.rules import (
    CharacterUnprintable,
    ContentMissing,
    FieldAbsent,
    FieldUnprinted,
    Number,
    Signer,
    check_signers,
)
from justice_desk.documents.templates import PLACE, Block, BlockType, Condition, Required, Template, TextStyle
from justice_desk.foundations.canonical import Json, canonical

BLANK = "______________"
PRESENT = "Asistente"
"""What somebody without an office is called in a list of people."""
FORMAT = "justice-desk/document/1"


@dataclass(frozen=True)
class Letterhead:
    """Who speaks: the organisations above the community, the community, its municipality."""

    hierarchy: tuple[str, ...]
    community: str
    municipality: str


@dataclass(frozen=True)
class Classification:
    """How confidential the paper is, on every page."""

    text: str


@dataclass(frozen=True)
class Title:
    """What the paper is called."""

    text: str


@dataclass(frozen=True)
class Heading:
    """The name of a section."""

    text: str


@dataclass(frozen=True)
class Text:
    """Paragraphs, the first of them after a label in bold if there is one."""

    passages: Prose
    label: str
    style: TextStyle


@dataclass(frozen=True)
class Numbered:
    """Points with a label each: `PRIMERO.–` before the text (`run_in`), or `1.` beside it."""

    points: tuple[tuple[str, Prose], ...]
    run_in: bool


@dataclass(frozen=True)
class Pairs:
    """What something is called, and what it is: one line each."""

    lines: tuple[tuple[str, Prose], ...]


@dataclass(frozen=True)
class Grid:
    """A table with a head: titles, shares of the width, rows of cells."""

    titles: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True)
class Records:
    """One sheet of lines for each person, under a caption."""

    sheets: tuple[tuple[str, Pairs], ...]


@dataclass(frozen=True)
class Signatures:
    """The text that closes the paper and the places where its signers sign; they stay together."""

    text: Prose
    signers: tuple[Signer, ...]


@dataclass(frozen=True)
class Verification:
    """How the paper can be checked."""

    text: Prose


Part: TypeAlias = (
    Letterhead | Classification | Title | Heading | Text | Numbered | Pairs | Grid | Records | Signatures | Verification
)
_Listed = TypeVar("_Listed")


@dataclass(frozen=True)
class Filled:
    """The fields of one paper as it keeps them, with the number and day that issuing gives it (None for a draft)."""

    template: Template
    fields: Mapping[str, Kept]
    zone: str
    number: Number | None
    at: datetime

    @property
    def is_draft(self) -> bool:
        """Whether it has no number yet."""
        return self.number is None


def fill(template: Template, given: Mapping[str, FieldValue], zone: str, number: Number | None, at: datetime) -> Filled:
    """Return the fields of a paper as it keeps them.

    Raises:
        FieldUnknown, FieldMisshapen: a field that no paper has, or in another form than it has.
        SignerWithoutOffice: somebody signs who holds no office.
    """
    fields: dict[str, Kept] = {DOCUMENT_DATE: at}
    if number is not None:
        fields[DOCUMENT_NUMBER] = number.text
    for name, value in given.items():
        if name in OWN_FIELDS:
            raise FieldUnprinted(name)
        if (known := kept(name, value)) is not None:
            fields[name] = known
    for name in ("firmas", "huellas"):
        check_signers(_listed(fields.get(name), Signer))
    return Filled(template, fields, zone, number, at)


def canonical_content(filled: Filled) -> Json:
    """Return what the hash on paper is of: what the paper says, the template it says it with, its number and moment."""
    return {
        "format": FORMAT,
        "kind": filled.template.kind.value,
        "paper": filled.template.paper,
        "template": filled.template.sha256,
        "number": "" if filled.number is None else filled.number.text,
        "issued": filled.at.astimezone(UTC).isoformat(),
        "zone": filled.zone,
        "fields": {name: as_json(value) for name, value in filled.fields.items() if name not in OWN_FIELDS},
    }


def content_hash(filled: Filled) -> bytes:
    """Return the SHA-256 of the canonical content, 32 bytes."""
    return hashlib.sha256(canonical(canonical_content(filled))).digest()


def parts(filled: Filled) -> tuple[Part, ...]:
    """Return what the paper says, part by part.

    Raises:
        ContentMissing: something that is required of this kind of paper (not in a draft).
        FieldAbsent: a field that a sentence needs (not in a draft).
        FieldUnprinted: a field was given that this paper does not print here.
    """
    blocks = [block for block in filled.template.blocks if all(_holds(one, filled) for one in block.when)]
    if filled.is_draft:
        _refuse_unprinted([block for block in filled.template.blocks if _may_come(block, filled)], filled)
    else:
        for required in filled.template.required:
            _require(required, blocks, filled)
        _refuse_unprinted(blocks, filled)
    return tuple(_MAKERS[block.type](block, filled) for block in blocks)


def refuse_unprintable(filled: Filled, unprintable: Callable[[str], str]) -> None:
    """Refuse a field with a sign that would not come out as it is written.

    Raises:
        CharacterUnprintable: names the sign, its code point and the field.
    """
    for name, value in filled.fields.items():
        for text in texts(value):
            if sign := unprintable(text):
                raise CharacterUnprintable(sign, " ".join(f"U+{ord(one):04X}" for one in sign), name)


def _holds(condition: Condition, filled: Filled) -> bool:
    if condition.equals:
        return filled.fields.get(condition.field) == condition.equals
    return (condition.field in filled.fields) is condition.present


def _may_come(block: Block, filled: Filled) -> bool:
    """Say whether a block is printed, or would be once the code that a draft still lacks is chosen."""
    return all(_holds(one, filled) or (one.equals and one.field not in filled.fields) for one in block.when)


def _require(required: Required, blocks: list[Block], filled: Filled) -> None:
    if not any(_supplied(one, blocks, filled) for one in required.alternatives):
        raise ContentMissing(required.content, required.alternatives[0])


def _supplied(wanted: str, blocks: list[Block], filled: Filled) -> bool:
    head, _, tail = wanted.partition(":")
    if head == "block":
        return any(block.id == tail for block in blocks)
    value = filled.fields.get(head)
    if value is None or not tail:
        return value is not None
    return all(tail in row for row in _listed(value, Mapping))


def _refuse_unprinted(blocks: list[Block], filled: Filled) -> None:
    shown = OWN_FIELDS | {one.field for block in filled.template.blocks for one in block.when if one.equals}
    shown = shown.union(*(block.fields for block in blocks))
    for name in filled.fields:
        if name not in shown:
            raise FieldUnprinted(name)
    for block in blocks:
        columns = {column.key for column in block.columns}
        for row in _listed(filled.fields.get(block.field), Mapping) if columns else ():
            for key in row:
                if key not in columns:
                    raise FieldUnprinted(f"{block.field}:{key}")


def _letterhead(block: Block, filled: Filled) -> Part:
    return Letterhead(
        tuple(passage.text for passage in _listed(filled.fields.get("comunidad.jerarquia"), Passage)),
        _said("{comunidad.nombre}", block, filled),
        _said("{comunidad.municipio}", block, filled),
    )


def _text(block: Block, filled: Filled) -> Part:
    if block.field:
        prose = _given(block, filled, Passage) or (Passage(BLANK),)
        return Text(prose, block.label, block.style)
    return Text(_prose(block.text, block, filled), block.label, block.style)


def _people(block: Block, filled: Filled) -> Part:
    holders = _given(block, filled, Holder) or (Holder(BLANK, BLANK),)
    return Pairs(tuple((holder.office or PRESENT, (Passage(holder.name or BLANK),)) for holder in holders))


def _definition(block: Block, filled: Filled) -> Part:
    return Pairs(tuple((entry.label, _prose(entry.text, block, filled)) for entry in block.entries))


def _list(block: Block, filled: Filled) -> Part:
    points = _points(block, filled)
    return Numbered(tuple((f"{place}.", point) for place, point in enumerate(points, start=1)), run_in=False)


def _ordinals(block: Block, filled: Filled) -> Part:
    points = _points(block, filled)
    return Numbered(
        tuple((f"{words.ordinal(place)}.–", point) for place, point in enumerate(points, start=1)), run_in=True
    )


def _points(block: Block, filled: Filled) -> tuple[Prose, ...]:
    given: tuple[Passage | tuple[Passage, ...], ...] = _given(block, filled, Passage | tuple)
    return tuple((point,) if isinstance(point, Passage) else point for point in given) or ((Passage(BLANK),),)


def _table(block: Block, filled: Filled) -> Part:
    rows = _given(block, filled, Mapping)
    return Grid(
        tuple(column.title for column in block.columns),
        tuple(column.share for column in block.columns),
        tuple(tuple(row.get(column.key, ()) for column in block.columns) for row in rows)
        or (tuple((Passage(BLANK),) for _ in block.columns),),
    )


def _records(block: Block, filled: Filled) -> Part:
    caption, *others = block.columns
    sheets = []
    for row in _given(block, filled, Mapping):
        code = " ".join(passage.text for passage in row.get(caption.key, ()))
        lines = tuple((column.title, row[column.key]) for column in others if column.key in row)
        sheets.append((f"{caption.title} {code or BLANK}", Pairs(lines)))
    return Records(tuple(sheets))


def _signatures(block: Block, filled: Filled) -> Part:
    signers = _listed(filled.fields.get(block.field), Signer)
    if not signers and filled.is_draft:
        signers = (Signer(BLANK, ""),)
    return Signatures(_prose(block.text, block, filled), signers)


def _fingerprints(block: Block, filled: Filled) -> Part:
    return Signatures((), _given(block, filled, Signer))


def _given(block: Block, filled: Filled, kind: type[_Listed] | UnionType) -> tuple[_Listed, ...]:
    found: tuple[_Listed, ...] = _listed(filled.fields.get(block.field), kind)
    if not found and not filled.is_draft:
        raise FieldAbsent(block.field, block.place)
    return found


def _listed(value: Kept | None, kind: type[_Listed] | UnionType) -> tuple[_Listed, ...]:
    listed: tuple[object, ...] = value if isinstance(value, tuple) else ()
    return tuple(one for one in listed if isinstance(one, kind))


def _prose(text: str, block: Block, filled: Filled) -> Prose:
    return tuple(Passage(said) for line in text.split("\n") if (said := _said(line, block, filled)).strip())


def _said(text: str, block: Block, filled: Filled) -> str:
    def value(place: re.Match[str]) -> str:
        name, form = cast("tuple[str, str]", inline(place[1]))
        if name in filled.fields:
            said = printed(name, filled.fields[name], form, filled.zone)
            return said.removesuffix(".") if text[place.end() :].startswith(".") else said
        if filled.is_draft:
            return BLANK
        raise FieldAbsent(name, block.place)

    return PLACE.sub(value, text)


_MAKERS: Mapping[BlockType, Callable[[Block, Filled], Part]] = {
    BlockType.LETTERHEAD: _letterhead,
    BlockType.CLASSIFICATION: lambda block, filled: Classification(_said(block.text, block, filled)),
    BlockType.TITLE: lambda block, filled: Title(_said(block.text, block, filled)),
    BlockType.HEADING: lambda block, filled: Heading(_said(block.text, block, filled)),
    BlockType.TEXT: _text,
    BlockType.DEFINITION: _definition,
    BlockType.PEOPLE: _people,
    BlockType.LIST: _list,
    BlockType.POINTS: _ordinals,
    BlockType.TABLE: _table,
    BlockType.RECORDS: _records,
    BlockType.SIGNATURES: _signatures,
    BlockType.FINGERPRINTS: _fingerprints,
    BlockType.VERIFICATION: lambda block, filled: Verification(_prose(block.text, block, filled)),
}
