"""What is done in sessions: recording one that was held, and calling somebody to a hearing."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.cases.reading import load, parties_of, profile_of, summary_of
from justice_desk.cases.rules import CaseState, PartyAbsent
from justice_desk.communities.reading import offices_on, own_community
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.fields import tidy_line
from justice_desk.foundations.ids import CaseId, PartyId, SessionId, new_id
from justice_desk.hearings.reading import sealed_minutes, session_of, sessions_of
from justice_desk.hearings.records import CitationRecord, SessionRecord
from justice_desk.hearings.rules import (
    Minutes,
    SessionKind,
    SessionUnordered,
    checked_minutes,
    kinds_allowed,
    require_agreement,
    require_citable,
    require_kind,
)
from justice_desk.hearings.views import CitationView, SessionView
from justice_desk.journal.rules import Act
from justice_desk.vault.rules import Scope


class HearingService:
    """Sessions, hearings and citations of the cases of the desk."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def kinds_allowed(self, case: CaseId) -> frozenset[SessionKind]:
        """Return what may be held on a case as it stands."""
        with look(self._persons, UseCase.READ_CASES, case) as work:
            record = load(work, case)
            return kinds_allowed(CaseState(record.state), excluded=summary_of(work, record).excluded)

    def record(self, case: CaseId, minutes: Minutes) -> SessionView:
        """Record a session or hearing that was held. A closed record is never edited.

        Raises:
            HearingForbidden: on this case only the reserved session is possible.
            ExcludedMatter, NotOwnMatter, AgreementForbidden: an agreement where none can be made.
            PointForbidden, OfficeMissing, WitnessesMissing, SessionUnordered: what a record must hold.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.RECORD_SESSION, case) as work:
            record = load(work, case)
            state, excluded = CaseState(record.state), summary_of(work, record).excluded
            require_kind(minutes.kind, state, excluded=excluded)
            if minutes.agreements:
                require_agreement(state, excluded=excluded)
            day = minutes.held_at.astimezone(ZoneInfo(profile_of(work, record).timezone)).date()
            offices = frozenset(term.holder for term in offices_on(work, own_community(work), day))
            kept = checked_minutes(minutes, record.known_at, work.now, offices)
            session = SessionId(new_id(work.now))
            work.session.add(
                SessionRecord(
                    id=session,
                    case_id=case,
                    kind=kept.kind.value,
                    held_at=kept.held_at,
                    closed_at=work.now,
                    minutes=sealed_minutes(work, case, session, kept),
                )
            )
            work.session.flush()
            view = session_of(work, case, session)
            work.commit(Act(session, {"kind": kept.kind.value, "points": len(kept.points)}, formal=True))
            return view

    def sessions(self, case: CaseId) -> tuple[SessionView, ...]:
        """Return the sessions of a case, the first held first."""
        with look(self._persons, UseCase.READ_CASES, case) as work:
            return sessions_of(work, case)

    def cite(self, case: CaseId, party: PartyId, called_for: datetime, words: str) -> CitationView:
        """Call somebody to a hearing, in words that do not reveal what it is about.

        Raises:
            CitationForbidden: the victim, the person named or a child, on an excluded matter.
            SessionUnordered: the hour called for has passed.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
            PartyAbsent: there is no such person in this case.
        """
        with begin(self._persons, UseCase.CITE, case) as work:
            record = load(work, case)
            called = next((view for view in parties_of(work, case) if view.id == party), None)
            if called is None:
                raise PartyAbsent
            require_citable(called.role, called.age, called.code, excluded=summary_of(work, record).excluded)
            if called_for <= work.now:
                raise SessionUnordered
            said = tidy_line(words, "words", needed=True)
            identifier = new_id(work.now)
            call: Json = {"code": called.code, "words": said}
            sealed = work.seal_json(case, Scope.SUMMARY, call, f"citations.call:{identifier}")
            work.session.add(
                CitationRecord(id=identifier, case_id=case, party_id=party, called_for=called_for, call=sealed)
            )
            work.commit(Act(called.code, formal=True))
            return CitationView(identifier, party, called.code, called_for, said)

    def citations(self, case: CaseId) -> tuple[CitationView, ...]:
        """Return who was called, the earliest hearing first."""
        with look(self._persons, UseCase.READ_CASES, case) as work:
            rows = work.session.scalars(
                select(CitationRecord).where(CitationRecord.case_id == case).order_by(CitationRecord.called_for)
            ).all()
            found = []
            for row in rows:
                raw = work.open_json(case, Scope.SUMMARY, row.call, f"citations.call:{row.id}")
                found.append(CitationView(row.id, PartyId(row.party_id), raw["code"], row.called_for, raw["words"]))
            return tuple(found)
