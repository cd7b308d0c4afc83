"""What is done with documents: issuing the acta of a session, looking at what was issued, printing it."""

from sqlalchemy import func, select

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, Work, begin, look, visible_cases
from justice_desk.cases.reading import load, profile_of
from justice_desk.communities.reading import own_community
from justice_desk.documents.acta import acta_fields
from justice_desk.documents.copies import copy_of
from justice_desk.documents.issuing import IssueOrder, draft, issue
from justice_desk.documents.reading import document_view, documents_of, load_document, pdf_of, require_first
from justice_desk.documents.records import DocumentRecord, PrintRecord
from justice_desk.documents.rules import Kind, Mark, MarkKind, PaperSize
from justice_desk.documents.templates import load_template
from justice_desk.documents.views import DocumentView, Printable
from justice_desk.foundations.fields import tidy_line
from justice_desk.foundations.ids import CaseId, DocumentId, SessionId
from justice_desk.hearings.reading import session_of
from justice_desk.journal.rules import Act
from justice_desk.vault.rules import Scope


class DocumentService:
    """The documents of the cases of the desk."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def preview_acta(self, case: CaseId, session: SessionId) -> bytes:
        """Return the acta of a session as it would be issued, marked as a draft and without a number: a PDF.

        Raises:
            SessionAbsent: there is no such session in this case.
            CharacterUnprintable: a sign that the typeface cannot draw.
        """
        with look(self._persons, UseCase.READ_DOCUMENT, case) as work:
            return draft(work, _order(work, case, session))

    def issue_acta(self, case: CaseId, session: SessionId) -> DocumentView:
        """Issue the acta of a session: its number, its bytes and its hash are kept in one transaction.

        Raises:
            SessionAbsent: there is no such session in this case.
            AlreadyIssued: its acta was issued already.
            ContentMissing, CharacterUnprintable: what the paper must hold, or cannot.
        """
        with begin(self._persons, UseCase.ISSUE_DOCUMENT, case) as work:
            require_first(work, case, session, Kind.ACTA)
            record = issue(work, _order(work, case, session))
            view = document_view(work, record)
            work.commit(Act(view.number, {"kind": view.kind.value, "sha256": view.pdf_sha256}, formal=True))
            return view

    def documents(self, case: CaseId) -> tuple[DocumentView, ...]:
        """Return the documents of a case, the first issued first."""
        with look(self._persons, UseCase.READ_DOCUMENT, case) as work:
            return documents_of(work, case)

    def register(self) -> tuple[DocumentView, ...]:
        """Return every document of the cases of the person signed in, the newest first."""
        with look(self._persons, UseCase.READ_CASES) as work:
            visible = visible_cases(work.person.person)
            rows = work.session.scalars(
                select(DocumentRecord)
                .where(DocumentRecord.case_id.in_(visible))
                .order_by(DocumentRecord.issued_at.desc())
            )
            return tuple(document_view(work, row) for row in rows.all())

    def pdf(self, case: CaseId, document: DocumentId) -> bytes:
        """Return the bytes of a document as they were issued, checked against their hash.

        Raises:
            DocumentAbsent: there is no such document in this case.
            NotAdmitted: the keys of the person signed in do not open it.
            StoreDamaged: the bytes are not those that were issued.
        """
        with look(self._persons, UseCase.READ_DOCUMENT, case) as work:
            return pdf_of(work, case, document)

    def to_print(self, case: CaseId, document: DocumentId) -> Printable:
        """Return what goes to the printer now: the original while none came out, then copies marked and counted.

        Raises:
            DocumentAbsent, NotAdmitted, StoreDamaged: as in `pdf`.
        """
        with look(self._persons, UseCase.PRINT_DOCUMENT, case) as work:
            view = document_view(work, load_document(work, case, document))
            copy = sum(attempt.came_out for attempt in view.prints)
            pdf = pdf_of(work, case, document)
            if copy:
                pdf = copy_of(pdf, [Mark(MarkKind.COPY, copy)])
            return Printable(view, copy, pdf)

    def note_print(
        self, case: CaseId, document: DocumentId, printer: str, purpose: str, *, came_out: bool
    ) -> DocumentView:
        """Note that a document went to a printer, for whom and why, and whether it came out as it should.

        Raises:
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
            DocumentAbsent: there is no such document in this case.
        """
        with begin(self._persons, UseCase.PRINT_DOCUMENT, case) as work:
            record = load_document(work, case, document)
            last = work.session.scalar(select(func.max(PrintRecord.attempt)).where(PrintRecord.document_id == document))
            copy = sum(attempt.came_out for attempt in document_view(work, record).prints)
            attempt = (last or 0) + 1
            said = tidy_line(purpose, "purpose", needed=True)
            work.session.add(
                PrintRecord(
                    document_id=document,
                    attempt=attempt,
                    copy=copy,
                    at=work.now,
                    by=work.person.person,
                    printer=tidy_line(printer, "printer"),
                    purpose=work.seal(case, Scope.SUMMARY, said, f"prints.purpose:{document}:{attempt}"),
                    came_out=came_out,
                )
            )
            work.session.flush()
            view = document_view(work, record)
            work.commit(Act(view.number, {"copy": copy, "came_out": came_out}, formal=True))
            return view


def _order(work: Work, case: CaseId, session: SessionId) -> IssueOrder:
    record = load(work, case)
    profile, community = profile_of(work, record), own_community(work)
    return IssueOrder(
        case=case,
        subject=session,
        template=load_template(profile.id, Kind.ACTA),
        fields=acta_fields(record, session_of(work, case, session), community, profile),
        scope=Scope.SUMMARY,
        desk=community.desk_code,
        zone=profile.timezone,
        size=PaperSize(profile.paper_size),
    )
