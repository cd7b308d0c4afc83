"""What the guide of a handoff shows, read in one go: the case, its notices, its handoffs, its papers, the receivers.

Where a person stands on the path is computed from it, never stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from justice_desk.accounts.rules import Role, UseCase, permitted
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.views import CaseView, DeadlineView
from justice_desk.documents.rules import Kind
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.ids import CaseId, HandoffId
from justice_desk.handoffs.rules import SETBACKS, Lacking, Plan, Stage
from justice_desk.handoffs.views import HandoffView, NoticeView, ReceiverView
from justice_desk.hearings.views import SessionView
from justice_desk.jurisdictions.rules import Profile
from justice_desk.packets.fingerprints import signing_fingerprint

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

DISPATCH = "despacho"
"""The act that profiles name for a packet that leaves."""
PAPERS = frozenset({Lacking.ACTA, Lacking.OFICIO})


class Place(IntEnum):
    """The steps of the guide, from 0."""

    NOTICE = 0
    PLAN = 1
    PAPERS = 2
    REVIEW = 3
    SEAL = 4
    ROAD = 5
    RECEIPT = 6


_PLACES: Mapping[Stage, Place] = {
    Stage.REVIEWED: Place.SEAL,
    Stage.SEALED: Place.ROAD,
    Stage.DISPATCHED: Place.ROAD,
    Stage.DELIVERED: Place.RECEIPT,
    Stage.ACKNOWLEDGED: Place.RECEIPT,
    Stage.CONCLUDED: Place.RECEIPT,
}


@dataclass(frozen=True)
class GuideContent:
    """All that the guide shows. `handoffs` has the newest first; `sealed_by` are the digits of this office's key.

    `writers` are the names of those who last wrote the plan of each handoff, `me` is who is signed in. `looked_at` is
    an earlier handoff that somebody wants to see; `anew` says that another is begun after one that got its receipt.
    """

    case: CaseView
    profile: Profile
    roles: frozenset[Role]
    notices: tuple[NoticeView, ...]
    handoffs: tuple[HandoffView, ...]
    receivers: tuple[ReceiverView, ...]
    sessions: tuple[SessionView, ...]
    documents: tuple[DocumentView, ...]
    sealed_by: str
    writers: Mapping[HandoffId, str]
    me: str
    looked_at: HandoffId | None = None
    anew: bool = False

    @property
    def handoff(self) -> HandoffView | None:
        """The handoff in front: the newest, unless it ended before its receipt; or the one that is looked at."""
        if self.looked_at is not None:
            return next(one for one in self.handoffs if one.id == self.looked_at)
        newest = next(iter(self.handoffs), None)
        return None if newest is None or newest.stage in SETBACKS or self.anew else newest

    @property
    def plan(self) -> Plan | None:
        """What was written for the newest handoff: it goes on, or a new one takes its place and begins with it."""
        newest = next(iter(self.handoffs), None)
        return None if newest is None or self.anew else newest.plan

    @property
    def alone(self) -> bool:
        """Whether whoever would review the handoff is who wrote it."""
        return self.handoff is not None and self.writers.get(self.handoff.id) == self.me

    @property
    def frozen(self) -> bool:
        """Whether the plan can no longer be changed: it was reviewed, or its letter was issued with what it says."""
        handoff = self.handoff
        return handoff is not None and (handoff.stage is not Stage.PREPARING or Lacking.OFICIO not in handoff.lacking)

    def may(self, use_case: UseCase) -> bool:
        """Say whether the person signed in may do this on this case."""
        return permitted(use_case, self.roles, own=self.case.own)

    def place(self) -> Place:
        """Return the step that comes next."""
        handoff = self.handoff
        if handoff is None:
            return Place.PLAN if self.notices else Place.NOTICE
        if handoff.stage is Stage.PREPARING:
            return Place.PAPERS if PAPERS & set(handoff.lacking) else Place.REVIEW
        if handoff.stage is Stage.REVIEWED and PAPERS & set(handoff.lacking):
            return Place.PAPERS
        return _PLACES.get(handoff.stage, Place.RECEIPT)

    def nearest(self) -> Place:
        """Return the first step that can be looked at: of an earlier handoff only the road and what came back."""
        return Place.NOTICE if self.looked_at is None else Place.ROAD

    def furthest(self) -> Place:
        """Return the last step that can be looked at: one may walk back to any before it."""
        if self.handoff is None:
            return Place.PLAN
        if self.handoff.stage in {Stage.PREPARING, Stage.REVIEWED}:
            return Place.REVIEW if self.handoff.stage is Stage.PREPARING else Place.SEAL
        return Place.ROAD if self.handoff.dispatched_at is None else Place.RECEIPT

    def met_by(self, notice: NoticeView) -> tuple[str, ...]:
        """Return the deadlines that a notice met."""
        meets = self.kinds_met_by(self.receives(notice.institution))
        return tuple(
            deadline.kind
            for deadline in self.case.deadlines
            if deadline.kind in meets and deadline.met_at == notice.given_at
        )

    def running(self, acts: tuple[str, ...]) -> tuple[DeadlineView, ...]:
        """Return the deadlines that still run and that these acts would meet."""
        meets = self.kinds_met_by(acts)
        return tuple(one for one in self.case.deadlines if one.met_at is None and one.kind in meets)

    def late(self, acts: tuple[str, ...], at: datetime) -> bool:
        """Say whether these acts, done at a moment, come after a deadline that they meet."""
        return any(at > deadline.due_at for deadline in self.running(acts))

    def receives(self, institution: str) -> tuple[str, ...]:
        """Return what an institution of the country receives."""
        return next((one.receives for one in self.profile.institutions if one.id == institution), ())

    def kinds_met_by(self, acts: tuple[str, ...]) -> frozenset[str]:
        """Return the kinds of deadline that one of these acts meets in this country."""
        return frozenset(rule.id for rule in self.profile.deadlines if set(rule.met_by) & set(acts))

    def letters(self, kind: Kind) -> tuple[DocumentView, ...]:
        """Return the papers of one kind of the handoff that goes on."""
        handoff = self.handoff
        return tuple(one for one in self.documents if handoff and one.kind is kind and one.subject == handoff.id)

    def acta_of(self, session: SessionView) -> DocumentView | None:
        """Return the acta of a session, None while it was not issued."""
        return next((one for one in self.documents if one.kind is Kind.ACTA and one.subject == session.id), None)


def read_guide(desk: "Desk", case: CaseId, roles: frozenset[Role]) -> GuideContent:
    """Read what the guide of a case shows. In a worker.

    Raises:
        CaseAbsent, NotPermitted: the case is not for the person signed in.
    """
    return GuideContent(
        case=desk.cases.case(case),
        profile=desk.communities.profile(),
        roles=roles,
        notices=desk.notices.notices(case),
        handoffs=desk.handoffs.of_case(case),
        receivers=desk.receivers.receivers(),
        sessions=desk.hearings.sessions(case),
        documents=desk.documents.documents(case),
        sealed_by=signing_fingerprint(desk.sealing.sealing_key()),
        writers=_writers(desk, case),
        me=desk.accounts.me().name,
    )


def overdue(handoff: HandoffView) -> bool:
    """Say whether the answer to a handoff is overdue."""
    return handoff.answer_standing is Standing.OVERDUE


def _writers(desk: "Desk", case: CaseId) -> Mapping[HandoffId, str]:
    newest_last = reversed(desk.accounts.history_of(case))
    return {HandoffId(act.about): act.actor for act in newest_last if act.action == UseCase.PREPARE_HANDOFF}
