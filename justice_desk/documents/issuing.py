"""Issuing a paper: number, content, bytes, hashes, code and signature, in the one transaction of the act.

The number is allotted inside the unit of work, which holds the store's write lock, so series have no gaps and no
doubles. What was issued is kept as bytes: a paper is never drawn again, for another build would draw it differently.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select

from justice_desk.accounts.office import SIGNING, office_key, office_public
from justice_desk.accounts.work import Work
from justice_desk.documents.fields import FieldValue
from justice_desk.documents.filling import Filled, canonical_content, content_hash, fill
from justice_desk.documents.records import DocumentRecord
from justice_desk.documents.rendering import Rendered, render
from justice_desk.documents.rules import Kind, Number, PaperSize, check_scope, short_code
from justice_desk.documents.setting import Issued, PaperSetting
from justice_desk.documents.templates import Template
from justice_desk.documents.verification import SigningKey
from justice_desk.foundations.canonical import canonical
from justice_desk.foundations.ids import CaseId, DocumentId, new_id
from justice_desk.journal.chain import checkpoint
from justice_desk.vault.errors import NotAdmitted, StoreDamaged
from justice_desk.vault.rules import Scope


@dataclass(frozen=True)
class IssueOrder:
    """What is to be issued: on which case, about what (a session, a handoff), from which fields, for whose eyes.

    `desk` is the code of the community's desk, `zone` the country's time zone.
    """

    case: CaseId
    subject: str
    template: Template
    fields: Mapping[str, FieldValue]
    scope: Scope
    desk: str
    zone: str
    size: PaperSize

    @property
    def kind(self) -> Kind:
        """What kind of paper it is."""
        return self.template.kind


def issue(work: Work, order: IssueOrder) -> DocumentRecord:
    """Issue a paper; the caller commits it with its act.

    Raises:
        SealedTooWide: identities would be readable by more people than may read them.
        ContentMissing, FieldAbsent, FieldUnknown, FieldMisshapen, FieldUnprinted, CharacterUnprintable,
        SignerWithoutOffice: what was given does not make this paper.
    """
    check_scope(order.kind, order.scope)
    number = next_number(work, order)
    filled = fill(order.template, order.fields, order.zone, number, work.now)
    before = checkpoint(work.session, work.persons.vault.store)
    issued = Issued(number, content_hash(filled), before.short(), signing_key(work))
    rendered = render(filled, PaperSetting(order.size, issued))
    record = _record(work, order, filled, issued, rendered)
    work.session.add(record)
    work.session.flush()
    return record


def draft(work: Work, order: IssueOrder) -> bytes:
    """Return a paper as a draft: no number, no code, marked on every page, blank lines for what is still missing.

    Raises:
        FieldUnknown, FieldMisshapen, FieldUnprinted, CharacterUnprintable, SignerWithoutOffice: as in `issue`.
    """
    filled = fill(order.template, order.fields, order.zone, None, work.now)
    return render(filled, PaperSetting(order.size)).pdf


def next_number(work: Work, order: IssueOrder) -> Number:
    """Return the number that follows the last one of the series in this year."""
    year = work.now.astimezone(ZoneInfo(order.zone)).year
    first = Number(order.kind, order.desk, year, 1)
    last = work.session.scalar(
        select(func.max(DocumentRecord.serial)).where(
            DocumentRecord.series == first.series, DocumentRecord.year == year
        )
    )
    return Number(order.kind, order.desk, year, (last or 0) + 1)


def signing_key(work: Work) -> SigningKey:
    """Return the key that signs papers here: the office's if the person who acts holds it, else their own."""
    try:
        secret = Ed25519PrivateKey.from_private_bytes(office_key(work, SIGNING))
    except NotAdmitted:
        return SigningKey(work.ring.verifying, work.ring.sign)
    return SigningKey(bytes.fromhex(office_public(work, SIGNING)), secret.sign)


def open_document(work: Work, record: DocumentRecord) -> bytes:
    """Return the bytes of an issued paper, as they were issued.

    Raises:
        NotAdmitted: the person who acts holds no key to it.
        StoreDamaged: bytes, content or code are not those that were issued.
    """
    pdf = _opened(work, record, "pdf", record.pdf, record.pdf_sha256)
    open_content(work, record)
    return pdf


def open_content(work: Work, record: DocumentRecord) -> bytes:
    """Return the canonical content of an issued paper: what the hash on it is of.

    Raises:
        NotAdmitted, StoreDamaged: as in `open_document`.
    """
    content = _opened(work, record, "content", record.content, record.content_sha256)
    if short_code(hashlib.sha256(content).digest()) != record.code:
        raise StoreDamaged(_label("content", record.id), "another code than was issued")
    return content


def _opened(work: Work, record: DocumentRecord, column: str, sealed: bytes, sha256: str) -> bytes:
    label = _label(column, record.id)
    opened = work.ring.open(work.session, CaseId(record.case_id), Scope(record.scope), sealed, label)
    if hashlib.sha256(opened).hexdigest() != sha256:
        raise StoreDamaged(label, "not what was issued")
    return opened


def _record(work: Work, order: IssueOrder, filled: Filled, issued: Issued, rendered: Rendered) -> DocumentRecord:
    document = DocumentId(new_id(work.now))
    written = canonical(canonical_content(filled))
    number = issued.number
    return DocumentRecord(
        id=document,
        case_id=order.case,
        subject=order.subject,
        kind=order.kind.value,
        scope=order.scope.value,
        series=number.series,
        year=number.year,
        serial=number.serial,
        issued_at=work.now,
        issued_by=work.person.person,
        pages=rendered.pages,
        code=issued.code,
        template_sha256=order.template.sha256,
        content_sha256=issued.content.hex(),
        pdf_sha256=hashlib.sha256(rendered.pdf).hexdigest(),
        content=work.ring.seal(work.session, order.case, order.scope, written, _label("content", document)),
        pdf=work.ring.seal(work.session, order.case, order.scope, rendered.pdf, _label("pdf", document)),
    )


def _label(column: str, document: str) -> str:
    return f"documents.{column}:{document}"
