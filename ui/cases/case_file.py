"""Everything that the summary of a case is told from, read in one go."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from justice_desk.accounts.rules import Role, UseCase, permitted
from justice_desk.accounts.views import PersonView
from justice_desk.cases.views import CaseView
from justice_desk.documents.rules import Kind
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.handoffs.rules import SETBACKS
from justice_desk.handoffs.views import HandoffView, NoticeView
from justice_desk.hearings.rules import SessionKind
from justice_desk.hearings.views import SessionView
from justice_desk.jurisdictions.rules import Profile
from justice_desk.protection.views import MeasureView

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk


@dataclass(frozen=True)
class CaseFile:
    """A case with what was done in it. `may` is what the person signed in may do; `persons` are those of the desk.

    `handoffs` has the newest first.
    """

    case: CaseView
    profile: Profile
    may: frozenset[UseCase]
    me: PersonId
    persons: tuple[PersonView, ...]
    notices: tuple[NoticeView, ...]
    measures: tuple[MeasureView, ...]
    sessions: tuple[SessionView, ...]
    documents: tuple[DocumentView, ...]
    handoffs: tuple[HandoffView, ...]
    now: datetime

    @property
    def handoff(self) -> HandoffView | None:
        """The handoff that goes on: the newest, unless it ended before its receipt."""
        newest = next(iter(self.handoffs), None)
        return None if newest is None or newest.stage in SETBACKS else newest

    @property
    def setback(self) -> HandoffView | None:
        """The handoff whose place another must take: the newest, if it ended before its receipt."""
        newest = next(iter(self.handoffs), None)
        return newest if newest is not None and newest.stage in SETBACKS else None

    def held(self, kind: SessionKind) -> bool:
        """Say whether a session of this kind was held."""
        return any(session.minutes.kind is kind for session in self.sessions)

    def has_acta(self, kind: SessionKind) -> bool:
        """Say whether the record of a session of this kind was issued."""
        held = {session.id for session in self.sessions if session.minutes.kind is kind}
        return any(document.kind is Kind.ACTA and document.subject in held for document in self.documents)


def read_file(desk: "Desk", case: CaseId, roles: frozenset[Role], now: datetime) -> CaseFile:
    """Return the file of a case, in a worker.

    Raises:
        CaseAbsent: there is none for the person signed in.
    """
    view, on_paper = desk.cases.case(case), desk.persons.paper is not None
    return CaseFile(
        case=view,
        profile=desk.communities.profile(),
        may=frozenset(use for use in UseCase if permitted(use, roles, own=view.own, on_paper=on_paper)),
        me=desk.accounts.me().id,
        persons=tuple(desk.accounts.persons()),
        notices=desk.notices.notices(case),
        measures=desk.protection.measures(case),
        sessions=desk.hearings.sessions(case),
        documents=desk.documents.documents(case),
        handoffs=desk.handoffs.of_case(case),
        now=now,
    )
