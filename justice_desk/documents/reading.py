"""Reading issued documents inside a unit of work: what rooms above share."""

from collections.abc import Collection

from sqlalchemy import select

from justice_desk.accounts.records import PersonRecord
from justice_desk.accounts.work import Work
from justice_desk.cases.reading import load, profile_of
from justice_desk.documents.issuing import open_content, open_document
from justice_desk.documents.records import DocumentRecord, PrintRecord
from justice_desk.documents.rules import AlreadyIssued, DocumentAbsent, Kind, Number
from justice_desk.documents.views import DocumentView, PrintView
from justice_desk.foundations.ids import CaseId, DocumentId
from justice_desk.vault.rules import Scope


def require_first(work: Work, case: CaseId, subject: str, kind: Kind) -> None:
    """Refuse to issue the same paper about the same thing twice.

    Raises:
        AlreadyIssued: it was; says under which number.
    """
    for document in documents_about(work, case, [subject]):
        if document.kind is kind:
            raise AlreadyIssued(document.number)


def load_document(work: Work, case: CaseId, document: DocumentId) -> DocumentRecord:
    """Return the record of a document.

    Raises:
        DocumentAbsent: there is none in this case.
    """
    row = work.session.get(DocumentRecord, document)
    if row is None or row.case_id != case:
        raise DocumentAbsent
    return row


def documents_of(work: Work, case: CaseId) -> tuple[DocumentView, ...]:
    """Return the documents of a case, the first issued first."""
    rows = work.session.scalars(
        select(DocumentRecord)
        .where(DocumentRecord.case_id == case)
        .order_by(DocumentRecord.issued_at, DocumentRecord.id)
    )
    return tuple(document_view(work, row) for row in rows.all())


def documents_about(work: Work, case: CaseId, subjects: Collection[str]) -> tuple[DocumentView, ...]:
    """Return the documents of a case that are about one of these things (sessions, handoffs)."""
    return tuple(view for view in documents_of(work, case) if view.subject in subjects)


def pdf_of(work: Work, case: CaseId, document: DocumentId) -> bytes:
    """Return the bytes of a document as they were issued, checked against their hash.

    Raises:
        DocumentAbsent, NotAdmitted, StoreDamaged: it is not there, not for this person, not what was issued.
    """
    return open_document(work, load_document(work, case, document))


def content_text(work: Work, case: CaseId, document: DocumentId) -> str:
    """Return everything that a document says, as one text to be searched.

    Raises:
        DocumentAbsent, NotAdmitted, StoreDamaged: as in `pdf_of`.
    """
    return open_content(work, load_document(work, case, document)).decode()


def document_view(work: Work, row: DocumentRecord) -> DocumentView:
    """Return a document as screens show it."""
    case = CaseId(row.case_id)
    record = load(work, case)
    kind = Kind(row.kind)
    paper = profile_of(work, record).papers[kind.value]
    return DocumentView(
        id=DocumentId(row.id),
        case=case,
        case_number=record.number,
        subject=row.subject,
        kind=kind,
        paper=paper.code,
        title=paper.title,
        number=Number.of(kind, row.series, row.year, row.serial).text,
        code=row.code,
        pages=row.pages,
        issued_at=row.issued_at,
        issued_by=work.session.get_one(PersonRecord, row.issued_by).name,
        secret=kind.holds_identities,
        pdf_sha256=row.pdf_sha256,
        prints=_prints(work, row),
    )


def _prints(work: Work, row: DocumentRecord) -> tuple[PrintView, ...]:
    case = CaseId(row.case_id)
    rows = work.session.scalars(
        select(PrintRecord).where(PrintRecord.document_id == row.id).order_by(PrintRecord.attempt)
    )
    return tuple(
        PrintView(
            attempt=one.attempt,
            copy=one.copy,
            at=one.at,
            by=work.session.get_one(PersonRecord, one.by).name,
            printer=one.printer,
            purpose=work.open(case, Scope.SUMMARY, one.purpose, f"prints.purpose:{row.id}:{one.attempt}"),
            came_out=one.came_out,
        )
        for one in rows.all()
    )
