"""What an issued paper is: its kind, its number, its code, the marks it may carry, and what makes it impossible.

A number is never reused and never skipped: series (with the desk's code, so that two desks never collide), year and
serial. The short code of a paper comes from the hash of its content, so a paper that was changed does not match it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from justice_desk.foundations.codes import encode
from justice_desk.foundations.errors import DeskError
from justice_desk.hearings.rules import Signing
from justice_desk.vault.rules import Scope

CODE_LENGTH = 12
_NUMBER = r"(?P<desk>[A-Z][0-9]{0,2})-(?P<serial>[0-9]{3,})/(?P<year>[0-9]{4})"
_HEAD = re.compile(
    rf"(?P<word>[A-Z ]+) {_NUMBER} FECHA (?P<date>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}) FS (?P<sheets>[0-9]+) "
    r"COD (?P<code>[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})"
)


class Kind(StrEnum):
    """What a paper is: minutes, a letter that remits a case, or the sheet that alone may hold identities."""

    ACTA = "acta"
    OFICIO = "oficio"
    RESERVED_SHEET = "hoja_reservada"

    @property
    def word(self) -> str:
        """The word its number begins with."""
        return _WORDS[self]

    @property
    def holds_identities(self) -> bool:
        """Whether names of protected persons may stand in it."""
        return self is Kind.RESERVED_SHEET


_WORDS = {Kind.ACTA: "ACTA", Kind.OFICIO: "OFICIO", Kind.RESERVED_SHEET: "HOJA RESERVADA"}


class PaperSize(StrEnum):
    """The papers of the two countries."""

    CARTA = "carta"
    OFICIO = "oficio"
    A4 = "a4"

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height."""
        return _SIZES[self]


_SIZES = {PaperSize.CARTA: (215.9, 279.4), PaperSize.OFICIO: (216.0, 330.0), PaperSize.A4: (210.0, 297.0)}


class MarkKind(StrEnum):
    """What can be written across a paper without changing what it says."""

    DRAFT = "borrador"
    COPY = "copia"
    VOID = "anulado"
    SAMPLE = "muestra"


@dataclass(frozen=True)
class Mark:
    """A mark across a paper; `copy` counts the copies of one document from 1."""

    kind: MarkKind
    copy: int = 0

    def __post_init__(self) -> None:
        if (self.kind is MarkKind.COPY) != (self.copy > 0):
            raise ValueError("copies are counted from 1, and only copies are counted")

    @property
    def text(self) -> str:
        """How it is written."""
        return f"COPIA N.º {self.copy}" if self.kind is MarkKind.COPY else self.kind.value.upper()


@dataclass(frozen=True)
class Number:
    """The number of a paper: kind, code of the desk, year, and its place in the series of that year, from 1."""

    kind: Kind
    desk: str
    year: int
    serial: int

    @property
    def series(self) -> str:
        """The series the serial counts in."""
        return f"{self.kind.word}-{self.desk}"

    @property
    def short(self) -> str:
        """The number without its word: `A-012/2026`."""
        return f"{self.desk}-{self.serial:03d}/{self.year}"

    @property
    def text(self) -> str:
        """The whole number: `ACTA A-012/2026`."""
        return f"{self.kind.word} {self.short}"

    @classmethod
    def of(cls, kind: Kind, series: str, year: int, serial: int) -> "Number":
        """Return the number that stands in the register under a series."""
        return cls(kind, series.removeprefix(f"{kind.word}-"), year, serial)


@dataclass(frozen=True)
class Head:
    """The readable half of a paper's code square: number, day, sheets, short code. No name, no age, no place."""

    number: Number
    day: date
    sheets: int
    code: str

    @property
    def text(self) -> str:
        """How any telephone shows it."""
        return f"{self.number.text} FECHA {self.day.isoformat()} FS {self.sheets} COD {self.code}"

    @classmethod
    def read(cls, text: str) -> "Head | None":
        """Return the head that a text is, None if it is none."""
        found = _HEAD.fullmatch(text)
        kind = None if found is None else next((kind for kind in Kind if kind.word == found["word"]), None)
        if found is None or kind is None:
            return None
        try:
            day = date.fromisoformat(found["date"])
        except ValueError:
            return None
        number = Number(kind, found["desk"], int(found["year"]), int(found["serial"]))
        head = cls(number, day, int(found["sheets"]), found["code"])
        return head if head.text == text else None


@dataclass(frozen=True)
class Signer:
    """Who signs a paper, by office. `reason` says why somebody does not sign, `finger` which finger was inked.

    `witnesses` attest a fingerprint or a signature at request; a blank line is drawn for each one that is not named.
    """

    office: str
    name: str
    signing: Signing = Signing.SIGNATURE
    finger: str = ""
    reason: str = ""
    witnesses: tuple[str, ...] = ()


@dataclass(eq=False)
class PrintRefused(DeskError):
    """The print system did not take the paper; `printer` is where it should have gone."""

    printer: str


@dataclass(eq=False)
class PrinterStopped(DeskError):
    """The queue of `printer` is stopped: a paper would wait in it, and come out when perhaps nobody is there."""

    printer: str


@dataclass(eq=False)
class AlreadyIssued(DeskError):
    """This was issued already, under `number`: a paper that is wrong is voided and keeps its number."""

    number: str


@dataclass(eq=False)
class DocumentAbsent(DeskError):
    """There is no such document in this case."""


@dataclass(eq=False)
class CharacterUnprintable(DeskError):
    """A field holds a sign that the typeface cannot draw or that leaves no ink: `sign`, its code point, the field."""

    sign: str
    code: str
    field: str


@dataclass(eq=False)
class ContentMissing(DeskError):
    """A paper lacks what the law or custom requires of its kind: `content` names it, `field` what would supply it."""

    content: str
    field: str


@dataclass(eq=False)
class FieldAbsent(DeskError):
    """A sentence of the paper needs a field that was left empty."""

    field: str
    block: str


@dataclass(eq=False)
class FieldUnknown(DeskError):
    """A field was given that no paper has."""

    field: str


@dataclass(eq=False)
class FieldMisshapen(DeskError):
    """A field was given in another form than the one it has (`shape`: a moment, a list of people …)."""

    field: str
    shape: str


@dataclass(eq=False)
class FieldUnprinted(DeskError):
    """A field was given that this paper does not print here: it would be lost without a word."""

    field: str


@dataclass(eq=False)
class TemplateBroken(DeskError):
    """A template cannot be used: which file, which block (from 1, with its kind), and why."""

    file: str
    block: str
    reason: str


@dataclass(eq=False)
class SignerWithoutOffice(DeskError):
    """Only authorities sign these papers, by their office; a protected person never does."""

    name: str


@dataclass(eq=False)
class SealedTooWide(DeskError):
    """A paper with identities would be readable by more people than the identities themselves."""

    kind: Kind
    scope: Scope


def short_code(content: bytes) -> str:
    """Return the code of a content hash (32 bytes) that people compare by eye: 60 bits, `7F3K-9Q2M-44XA`."""
    symbols = encode(content)[:CODE_LENGTH]
    return f"{symbols[:4]}-{symbols[4:8]}-{symbols[8:]}"


def check_scope(kind: Kind, scope: Scope) -> None:
    """Refuse to seal a paper with identities to anybody but those who may open the identities.

    Raises:
        SealedTooWide: it would be.
    """
    if kind.holds_identities and scope is not Scope.IDENTITY:
        raise SealedTooWide(kind, scope)


def check_signers(signers: Sequence[Signer]) -> None:
    """Refuse a signer without an office.

    Raises:
        SignerWithoutOffice: names the first.
    """
    for signer in signers:
        if not signer.office.strip():
            raise SignerWithoutOffice(signer.name)
