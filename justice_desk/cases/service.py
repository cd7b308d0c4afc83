"""What is done with cases: registering one, looking, raising the alert, deciding whose matter it is."""

from collections.abc import Collection
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from justice_desk.accounts.admission import open_case_keys
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, Work, begin, look, visible_cases
from justice_desk.cases.deadlines import meet, start
from justice_desk.cases.reading import (
    Summary,
    case_line,
    case_view,
    change_summary,
    deadline_views,
    load,
    move,
    parties_of,
    profile_of,
    running,
    seal_summary,
    summary_of,
)
from justice_desk.cases.records import CaseRecord
from justice_desk.cases.rules import (
    TRAFFICKING,
    Assessment,
    CaseState,
    DeadlineAbsent,
    Intake,
    NobodyAdmitted,
    Outcome,
    PartyRole,
    case_number,
    checked_assessment,
    checked_intake,
    checked_reason,
    require_step,
    runs_from,
)
from justice_desk.cases.views import CaseLine, CaseView, DeadlineView
from justice_desk.communities.profiles import adopted
from justice_desk.communities.reading import own_community, sender_code
from justice_desk.communities.records import CommunityRecord
from justice_desk.foundations.ids import CaseId, PersonId, new_id
from justice_desk.journal.rules import Act
from justice_desk.jurisdictions.rules import Profile, Trigger
from justice_desk.vault.rules import Scope

_TO = {
    Outcome.OWN_MATTER: CaseState.OWN_MATTER,
    Outcome.MUST_REMIT: CaseState.MUST_REMIT,
    Outcome.IN_DOUBT: CaseState.IN_DOUBT,
}


class CaseService:
    """The cases of the desk, as far as the person signed in is admitted to them."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def register(self, intake: Intake, excluded: Collection[PersonId] = ()) -> CaseView:
        """Register a case. A suspicion of trafficking makes it one that must be remitted, at once.

        `excluded` are persons of the desk who are a party to it or related to one: they get no key to it.

        Raises:
            FieldMissing, FieldTooLong, CharacterRefused, KnowledgeImpossible, CodeUnknown: the intake does not do.
            NobodyAdmitted: whoever registers the case is among those excluded from it.
        """
        with begin(self._persons, UseCase.REGISTER_CASE) as work:
            intake = checked_intake(intake, work.now)
            community = own_community(work)
            profile = adopted(work, community.profile)
            for code in intake.exploitation:
                profile.require("exploitation", code)
            if work.person.person in excluded:
                raise NobodyAdmitted
            record = _write(work, intake, community, profile, excluded)
            if intake.suspected:
                start(work, record, Trigger.KNOWN, intake.known_at)
            if intake.missing_person:
                start(work, record, Trigger.MISSING_PERSON, intake.known_at)
            work.on_case(CaseId(record.id))
            view = case_view(work, record)
            work.commit(Act(record.number, {"state": record.state}, formal=True))
            return view

    def cases(self) -> list[CaseLine]:
        """Return the cases of the person signed in, the newest first."""
        with look(self._persons, UseCase.READ_CASES) as work:
            visible = visible_cases(work.person.person)
            rows = work.session.scalars(
                select(CaseRecord).where(CaseRecord.id.in_(visible)).order_by(CaseRecord.opened_at.desc())
            )
            return [case_line(work, row) for row in rows]

    def case(self, case: CaseId) -> CaseView:
        """Return a case.

        Raises:
            CaseAbsent: there is none for the person signed in.
        """
        with look(self._persons, UseCase.READ_CASES, case) as work:
            return case_view(work, load(work, case))

    def deadlines(self) -> list[DeadlineView]:
        """Return the deadlines that run in the cases of the person signed in, the one due first first."""
        with look(self._persons, UseCase.READ_CASES) as work:
            visible = visible_cases(work.person.person)
            rows = work.session.scalars(select(CaseRecord).where(CaseRecord.id.in_(visible)))
            views = [view for row in rows for view in running(deadline_views(work, row))]
            return sorted(views, key=lambda view: view.due_at)

    def alert(self, case: CaseId, exploitation: tuple[str, ...], reason: str) -> CaseView:
        """Say that trafficking is suspected in a case: from now on it must be remitted, for good.

        Raises:
            ReasonMissing: what gave rise to the suspicion was not written.
            CodeUnknown: a form of exploitation that the country's list does not hold.
        """
        with begin(self._persons, UseCase.ALERT, case) as work:
            record = load(work, case)
            profile = profile_of(work, record)
            said = checked_reason(reason)
            for code in exploitation:
                profile.require("exploitation", code)
            known = summary_of(work, record)
            forms = tuple(dict.fromkeys((*known.exploitation, *exploitation)))
            change_summary(work, record, exploitation=forms, alerts=(*known.alerts, said))
            _exclude_matter(work, record, profile, (TRAFFICKING,))
            view = case_view(work, record)
            work.commit(Act(record.number, formal=True))
            return view

    def assess(self, case: CaseId, assessment: Assessment) -> CaseView:
        """Decide whose matter a case is, with the reason in writing. Doubt goes to the prosecutor or waits.

        Raises:
            ReasonMissing: there is no reason, or a scope of the country was left empty.
            ExcludedMatter: the matter is excluded, or an exclusion was marked, and yet it is not to be remitted.
            StateOutOfOrder: the step does not follow from where the case stands.
            CodeUnknown: an exclusion that the country's list does not hold.
        """
        with begin(self._persons, UseCase.ASSESS_COMPETENCE, case) as work:
            record = load(work, case)
            profile = profile_of(work, record)
            decided = checked_assessment(assessment, asks_scopes=profile.asks_scopes)
            if CaseState(record.state) is CaseState.REGISTERED:
                move(work, record, CaseState.ASSESSING)
            change_summary(work, record, assessments=(*summary_of(work, record).assessments, decided))
            if decided.outcome is Outcome.MUST_REMIT:
                _exclude_matter(work, record, profile, decided.exclusions)
            else:
                move(work, record, _TO[decided.outcome])
            view = case_view(work, record)
            work.commit(Act(record.number, {"outcome": decided.outcome.value}, formal=True))
            return view

    def note_met(self, case: CaseId, kind: str, subject: str, note: str) -> CaseView:
        """Note that a deadline was met outside the program, with one line that says how.

        Raises:
            ReasonMissing, FieldTooLong, CharacterRefused: the line does not do.
            DeadlineAbsent: no such deadline runs in this case.
        """
        with begin(self._persons, UseCase.NOTE_DEADLINE_MET, case) as work:
            record = load(work, case)
            if not meet(work, record, kind, work.now, subject, checked_reason(note)):
                raise DeadlineAbsent
            view = case_view(work, record)
            work.commit(Act(record.number, {"deadline": kind}))
            return view


def _write(
    work: Work, intake: Intake, community: CommunityRecord, profile: Profile, excluded: Collection[PersonId]
) -> CaseRecord:
    year = work.now.astimezone(ZoneInfo(profile.timezone)).year
    series = sender_code(profile, community)
    last = work.session.scalar(
        select(func.max(CaseRecord.serial)).where(CaseRecord.series == series, CaseRecord.year == year)
    )
    case = CaseId(new_id(work.now))
    open_case_keys(work, case, excluded)
    serial = (last or 0) + 1
    summary = Summary(
        title=intake.title,
        place=intake.place,
        channel=intake.channel,
        urgent=intake.urgent,
        missing_person=intake.missing_person,
        exploitation=intake.exploitation,
        exclusions=(TRAFFICKING,) if intake.suspected else (),
        alerts=(),
        assessments=(),
    )
    record = CaseRecord(
        id=case,
        series=series,
        year=year,
        serial=serial,
        number=case_number(series, year, serial),
        community_id=community.id,
        profile=community.profile,
        state=(CaseState.MUST_REMIT if intake.suspected else CaseState.REGISTERED).value,
        known_at=intake.known_at,
        known_exactly=intake.known_exactly,
        opened_at=work.now,
        opened_by=work.person.person,
        summary=seal_summary(work, case, summary),
        account=work.seal(case, Scope.TESTIMONY, intake.account, f"cases.account:{case}"),
    )
    work.session.add(record)
    work.session.flush()
    return record


def _exclude_matter(work: Work, record: CaseRecord, profile: Profile, exclusions: tuple[str, ...]) -> None:
    for code in exclusions:
        profile.require("exclusion", code)
    known = summary_of(work, record)
    change_summary(work, record, exclusions=tuple(dict.fromkeys((*known.exclusions, *exclusions))))
    if known.excluded:
        return
    state = CaseState(record.state)
    require_step(state, CaseState.MUST_REMIT, excluded=False)
    start(work, record, Trigger.KNOWN, begun := runs_from(state, record.known_at, work.now))
    if any(party.role is PartyRole.VICTIM and party.as_child for party in parties_of(work, CaseId(record.id))):
        start(work, record, Trigger.CHILD, begun)
    record.state = CaseState.MUST_REMIT.value
