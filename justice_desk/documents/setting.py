"""How a paper is set: its size, the marks across it, and what makes an issued one identifiable on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from justice_desk.documents.fields import CASE_NUMBER
from justice_desk.documents.filling import Filled
from justice_desk.documents.rules import Head, Mark, MarkKind, Number, PaperSize, short_code
from justice_desk.documents.verification import SigningKey


@dataclass(frozen=True)
class Issued:
    """What an issued paper carries: number, hash of its content, the journal's checkpoint before it, the key."""

    number: Number
    content: bytes
    checkpoint: str
    key: SigningKey

    @property
    def code(self) -> str:
        """The short code of the content."""
        return short_code(self.content)

    def head(self, day: date, pages: int) -> Head:
        """Return the readable half of its code square."""
        return Head(self.number, day, pages, self.code)


@dataclass(frozen=True)
class PaperSetting:
    """The size of the paper, what identifies it (None: a draft), and the marks across every page."""

    size: PaperSize
    issued: Issued | None = None
    marks: Sequence[Mark] = field(default_factory=tuple)

    @property
    def all_marks(self) -> tuple[Mark, ...]:
        """The marks, and that it is a draft if it is one."""
        draft = (Mark(MarkKind.DRAFT),) if self.issued is None else ()
        return (*draft, *self.marks)


def local_day(filled: Filled) -> date:
    """Return the day of issue where the paper is issued."""
    return filled.at.astimezone(ZoneInfo(filled.zone)).date()


def stamp(filled: Filled, setting: PaperSetting) -> str:
    """Return the line that lets a loose sheet be put back where it belongs."""
    case = filled.fields.get(CASE_NUMBER)
    day = local_day(filled).strftime("%d/%m/%Y")
    parts = ["BORRADOR sin número", f"Caso {case}" if case else "", day]
    if (issued := setting.issued) is not None:
        parts = [issued.number.text, *parts[1:], f"Código {issued.code}", f"Registro {issued.checkpoint}"]
    return " · ".join(part for part in parts if part)
