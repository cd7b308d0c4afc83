"""What the tab of hearings shows, read at once in a worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from justice_desk.cases.views import CaseView
from justice_desk.communities.rules import Term
from justice_desk.documents.rules import Kind
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.ids import CaseId
from justice_desk.hearings.rules import SessionKind
from justice_desk.hearings.views import CitationView, SessionView
from justice_desk.jurisdictions.rules import Profile

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk


@dataclass(frozen=True)
class HearingContent:
    """A case as this tab needs it: what may be held, what was held, who holds an office, who was called."""

    profile: Profile
    case: CaseView
    kinds: frozenset[SessionKind]
    sessions: tuple[SessionView, ...]
    citations: tuple[CitationView, ...]
    documents: tuple[DocumentView, ...]
    terms: tuple[Term, ...]

    def acta_of(self, session: SessionView) -> DocumentView | None:
        """Return the acta of a session, None while it was not issued."""
        issued = (one for one in self.documents if one.kind is Kind.ACTA and one.subject == session.id)
        return next(issued, None)


def read_content(desk: "Desk", case: CaseId) -> HearingContent:
    """Return what the tab shows, in a worker."""
    return HearingContent(
        profile=desk.communities.profile(),
        case=desk.cases.case(case),
        kinds=desk.hearings.kinds_allowed(case),
        sessions=desk.hearings.sessions(case),
        citations=desk.hearings.citations(case),
        documents=desk.documents.documents(case),
        terms=desk.communities.in_office(),
    )
