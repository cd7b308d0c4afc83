"""The papers of a handoff: the letter to the prosecutor, and the reserved sheet that alone says who the codes are."""

from collections.abc import Callable, Mapping

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, Work, begin, look
from justice_desk.cases.reading import load, profile_of
from justice_desk.communities.reading import own_community
from justice_desk.documents.fields import FieldValue
from justice_desk.documents.issuing import IssueOrder, draft, issue
from justice_desk.documents.reading import document_view, require_first
from justice_desk.documents.rules import Kind, PaperSize
from justice_desk.documents.templates import load_template
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.ids import CaseId, HandoffId
from justice_desk.handoffs.letters import oficio_fields, sheet_fields
from justice_desk.handoffs.reading import load_handoff, move
from justice_desk.handoffs.records import HandoffRecord
from justice_desk.handoffs.rules import SEALABLE, Stage, StageOutOfOrder
from justice_desk.journal.rules import Act
from justice_desk.vault.rules import Scope


class LetterService:
    """The papers that go with the handoffs of the desk."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def preview_oficio(self, case: CaseId, handoff: HandoffId) -> bytes:
        """Return the letter as it would be issued, marked as a draft and without a number: a PDF.

        Raises:
            HandoffAbsent: there is no such handoff in this case.
            HandoffIncomplete: no acta was issued yet, so there is nothing to send.
            CharacterUnprintable: a sign that the typeface cannot draw.
        """
        with look(self._persons, UseCase.READ_DOCUMENT, case) as work:
            row = load_handoff(work, case, handoff)
            return draft(work, _order(work, row, Kind.OFICIO, Scope.SUMMARY, oficio_fields))

    def issue_oficio(self, case: CaseId, handoff: HandoffId) -> DocumentView:
        """Issue the letter to the prosecutor that goes with a handoff. From then on nothing is added to what it lists.

        Raises:
            HandoffAbsent, HandoffIncomplete, CharacterUnprintable, ContentMissing: as in the preview.
            AlreadyIssued: it was issued already.
            StageOutOfOrder: the handoff is sealed.
        """
        return self._issue(UseCase.ISSUE_DOCUMENT, case, handoff, Kind.OFICIO, Scope.SUMMARY, oficio_fields)

    def issue_reserved_sheet(self, case: CaseId, handoff: HandoffId) -> DocumentView:
        """Issue the sheet of identities. It is sealed to those admitted to identities, and travels in the annex only.

        Raises:
            NotAdmitted: the keys of the person signed in do not open identities of this case.
            HandoffAbsent, HandoffIncomplete, CharacterUnprintable, ContentMissing: what the paper must hold.
            AlreadyIssued: it was issued already.
            StageOutOfOrder: the handoff is sealed.
        """
        kind = Kind.RESERVED_SHEET
        return self._issue(UseCase.ISSUE_SECRET_DOCUMENT, case, handoff, kind, Scope.IDENTITY, sheet_fields)

    def _issue(
        self,
        use_case: UseCase,
        case: CaseId,
        handoff: HandoffId,
        kind: Kind,
        scope: Scope,
        gather: Callable[[Work, HandoffRecord], Mapping[str, FieldValue]],
    ) -> DocumentView:
        with begin(self._persons, use_case, case) as work:
            row = load_handoff(work, case, handoff)
            if Stage(row.stage) not in SEALABLE:
                raise StageOutOfOrder(Stage(row.stage), Stage.REVIEWED)
            require_first(work, case, handoff, kind)
            if Stage(row.stage) is Stage.REVIEWED:
                move(work, row, Stage.PREPARING, work.now)
            record = issue(work, _order(work, row, kind, scope, gather))
            view = document_view(work, record)
            work.commit(Act(view.number, {"kind": kind.value, "sha256": view.pdf_sha256}, formal=True))
            return view


def _order(
    work: Work,
    row: HandoffRecord,
    kind: Kind,
    scope: Scope,
    gather: Callable[[Work, HandoffRecord], Mapping[str, FieldValue]],
) -> IssueOrder:
    case = CaseId(row.case_id)
    profile = profile_of(work, load(work, case))
    return IssueOrder(
        case=case,
        subject=row.id,
        template=load_template(profile.id, kind),
        fields=gather(work, row),
        scope=scope,
        desk=own_community(work).desk_code,
        zone=profile.timezone,
        size=PaperSize(profile.paper_size),
    )
