"""Reading a case inside a unit of work: what rooms above share instead of asking this room's service."""

import functools
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from justice_desk.accounts.records import AdmissionRecord, PersonRecord
from justice_desk.accounts.rules import CaseAbsent
from justice_desk.accounts.work import Work
from justice_desk.cases.deadline_rules import Deadline, Standing, standing
from justice_desk.cases.deadlines import deadlines_of
from justice_desk.cases.records import CaseRecord, IdentityRecord, PartyRecord
from justice_desk.cases.rules import (
    AgeStatus,
    Assessment,
    CaseState,
    Channel,
    Gender,
    Identity,
    NewParty,
    Outcome,
    PartyRole,
    completed,
    counts_as_child,
    require_step,
)
from justice_desk.cases.views import CaseLine, CaseView, DeadlineView, PartyView
from justice_desk.communities.profiles import adopted
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import CaseId, PartyId
from justice_desk.jurisdictions.rules import Profile, Severity
from justice_desk.vault.errors import NotAdmitted
from justice_desk.vault.rules import Scope


@dataclass(frozen=True)
class Summary:
    """What a case says to those admitted to its summary."""

    title: str
    place: str
    channel: Channel
    urgent: bool
    missing_person: bool
    exploitation: tuple[str, ...]
    exclusions: tuple[str, ...]
    alerts: tuple[str, ...]
    assessments: tuple[Assessment, ...]

    @property
    def assessment(self) -> Assessment | None:
        """The assessment that holds: the last one. Those before it stay readable."""
        return self.assessments[-1] if self.assessments else None

    @property
    def excluded(self) -> bool:
        """Whether the matter is the prosecutor's: once it is, it stays so."""
        return bool(self.exclusions)


def load(work: Work, case: CaseId) -> CaseRecord:
    """Return the record of a case.

    Raises:
        CaseAbsent: there is none.
    """
    record = work.session.get(CaseRecord, case)
    if record is None:
        raise CaseAbsent
    return record


def profile_of(work: Work, record: CaseRecord) -> Profile:
    """Return the country's profile as it was when the case was registered."""
    return adopted(work, record.profile)


def summary_of(work: Work, record: CaseRecord) -> Summary:
    """Return what a case says.

    Raises:
        NotAdmitted: the person who acts holds no key to it.
    """
    raw = work.open_json(CaseId(record.id), Scope.SUMMARY, record.summary, f"cases.summary:{record.id}")
    return Summary(
        title=raw["title"],
        place=raw["place"],
        channel=Channel(raw["channel"]),
        urgent=raw["urgent"],
        missing_person=raw["missing_person"],
        exploitation=tuple(raw["exploitation"]),
        exclusions=tuple(raw["exclusions"]),
        alerts=tuple(raw["alerts"]),
        assessments=tuple(_assessment(one) for one in raw["assessments"]),
    )


def seal_summary(work: Work, record_id: str, summary: Summary) -> bytes:
    """Return a summary sealed for its case."""
    content: Json = asdict(summary)
    return work.seal_json(CaseId(record_id), Scope.SUMMARY, content, f"cases.summary:{record_id}")


def change_summary(work: Work, record: CaseRecord, **changes: Any) -> Summary:  # noqa: ANN401 - fields of Summary
    """Put a changed summary in the place of the former one, and return it."""
    summary = replace(summary_of(work, record), **changes)
    record.summary = seal_summary(work, record.id, summary)
    return summary


def move(work: Work, record: CaseRecord, to: CaseState) -> None:
    """Take a case one step further.

    Raises:
        ExcludedMatter, StateOutOfOrder: the step does not follow.
    """
    require_step(CaseState(record.state), to, excluded=summary_of(work, record).excluded)
    record.state = to.value


def account_of(work: Work, record: CaseRecord) -> str | None:
    """Return what was told, None for those who may not read testimony."""
    try:
        return work.open(CaseId(record.id), Scope.TESTIMONY, record.account, f"cases.account:{record.id}")
    except NotAdmitted:
        return None


def coded(work: Work, row: PartyRecord) -> NewParty:
    """Return what a code says of a party."""
    raw = work.open_json(CaseId(row.case_id), Scope.SUMMARY, row.coded, f"parties.coded:{row.id}")
    return NewParty(
        role=PartyRole(raw["role"]),
        age=AgeStatus(raw["age"]),
        gender=Gender(raw["gender"]),
        language=raw["language"],
        interpreter=raw["interpreter"],
        restrictions=raw["restrictions"],
    )


def parties_of(work: Work, case: CaseId) -> tuple[PartyView, ...]:
    """Return the parties of a case: victims first, then by role and code."""
    written = set(work.session.scalars(select(IdentityRecord.party_id)))
    rows = work.session.scalars(select(PartyRecord).where(PartyRecord.case_id == case).order_by(PartyRecord.code))
    views = [_party_view(row, coded(work, row), written) for row in rows]
    return tuple(sorted(views, key=lambda view: (tuple(PartyRole).index(view.role), view.code)))


def identity_of(work: Work, case: CaseId, party: PartyId) -> Identity | None:
    """Return who a party is, None if nobody wrote it. What was written later completes what was written before.

    Raises:
        NotAdmitted: the person who acts holds no key to identities of this case.
    """
    rows = work.session.scalars(
        select(IdentityRecord).where(IdentityRecord.party_id == party).order_by(IdentityRecord.seq)
    ).all()
    written = (Identity(**work.open_json(case, Scope.IDENTITY, row.named, identity_label(row))) for row in rows)
    return functools.reduce(completed, written) if rows else None


def identity_label(row: IdentityRecord) -> str:
    """Return what a sealed identity is bound to."""
    return f"identities.named:{row.party_id}:{row.seq}"


def case_line(work: Work, record: CaseRecord) -> CaseLine:
    """Return a case as lists show it."""
    summary, zone = summary_of(work, record), ZoneInfo(profile_of(work, record).timezone)
    running = [deadline for deadline in deadlines_of(work, record.id) if deadline.met_at is None]
    first = running[0] if running else None
    return CaseLine(
        id=CaseId(record.id),
        number=record.number,
        title=summary.title,
        state=CaseState(record.state),
        excluded=summary.excluded,
        known_at=record.known_at,
        opened_at=record.opened_at,
        urgent=summary.urgent,
        missing_person=summary.missing_person,
        next_due=None if first is None else first.due_at,
        next_standing=None if first is None else standing(first, work.now, zone),
    )


def deadline_views(work: Work, record: CaseRecord) -> tuple[DeadlineView, ...]:
    """Return the deadlines of a case with where each stands now."""
    profile = profile_of(work, record)
    return tuple(_deadline_view(record, profile, found, work.now) for found in deadlines_of(work, record.id))


def case_view(work: Work, record: CaseRecord) -> CaseView:
    """Return a case as its page shows it."""
    summary = summary_of(work, record)
    admission = work.session.get_one(AdmissionRecord, (record.id, work.person.person))
    return CaseView(
        id=CaseId(record.id),
        number=record.number,
        title=summary.title,
        state=CaseState(record.state),
        excluded=summary.excluded,
        exclusions=summary.exclusions,
        alerts=summary.alerts,
        exploitation=summary.exploitation,
        known_at=record.known_at,
        known_exactly=record.known_exactly,
        channel=summary.channel,
        account=account_of(work, record),
        place=summary.place,
        urgent=summary.urgent,
        missing_person=summary.missing_person,
        opened_at=record.opened_at,
        opened_by=work.session.get_one(PersonRecord, record.opened_by).name,
        own=admission.own,
        assessment=summary.assessment,
        former_assessments=summary.assessments[:-1],
        parties=parties_of(work, CaseId(record.id)),
        deadlines=deadline_views(work, record),
        version=record.version,
    )


def _party_view(row: PartyRecord, said: NewParty, written: set[str]) -> PartyView:
    return PartyView(
        id=PartyId(row.id),
        code=row.code,
        role=said.role,
        age=said.age,
        as_child=counts_as_child(said.age),
        gender=said.gender,
        language=said.language,
        interpreter=said.interpreter,
        restrictions=said.restrictions,
        identity_written=row.id in written,
    )


def _deadline_view(record: CaseRecord, profile: Profile, found: Deadline, now: datetime) -> DeadlineView:
    rule = profile.deadline(found.kind)
    return DeadlineView(
        case=CaseId(record.id),
        case_number=record.number,
        kind=found.kind,
        subject=found.subject,
        starts_at=found.starts_at,
        due_at=found.due_at,
        met_at=found.met_at,
        standing=standing(found, now, ZoneInfo(profile.timezone)),
        severity=Severity.MEDIUM if rule is None else rule.severity,
        note=found.note,
    )


def running(views: tuple[DeadlineView, ...]) -> tuple[DeadlineView, ...]:
    """Return the deadlines that are not met yet."""
    return tuple(view for view in views if view.standing not in {Standing.MET, Standing.MET_LATE})


def _assessment(raw: dict[str, Any]) -> Assessment:
    return Assessment(
        outcome=Outcome(raw["outcome"]),
        reason=raw["reason"],
        personal=raw["personal"],
        material=raw["material"],
        territorial=raw["territorial"],
        exclusions=tuple(raw["exclusions"]),
    )
