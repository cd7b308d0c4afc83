"""What screens see of issued documents and of what was printed."""

from dataclasses import dataclass, field
from datetime import datetime

from justice_desk.documents.rules import Kind, PaperSize
from justice_desk.foundations.ids import CaseId, DocumentId


@dataclass(frozen=True)
class PrintView:
    """That a document went to a printer. `copy` 0 is the original; `purpose` says for whom and why."""

    attempt: int
    copy: int
    at: datetime
    by: str
    printer: str
    purpose: str
    came_out: bool


@dataclass(frozen=True)
class DocumentView:
    """An issued document. `paper` is its code in the country's catalogue (BO-07); `subject` what it is about."""

    id: DocumentId
    case: CaseId
    case_number: str
    subject: str
    kind: Kind
    paper: str
    title: str
    number: str
    code: str
    pages: int
    issued_at: datetime
    issued_by: str
    secret: bool
    pdf_sha256: str
    prints: tuple[PrintView, ...]


@dataclass(frozen=True)
class Printable:
    """What goes to the printer now: the original if none came out yet, a counted copy afterwards."""

    document: DocumentView
    copy: int
    pdf: bytes


@dataclass(frozen=True)
class PrintedSheets:
    """The sheets with the way back, ready for the printer; they are kept nowhere."""

    pdf: bytes = field(repr=False)
    size: PaperSize
