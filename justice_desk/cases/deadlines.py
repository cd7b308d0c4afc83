"""Starting and meeting deadlines inside the transaction of the act that does it."""

from datetime import datetime, timedelta

from sqlalchemy import select

from justice_desk.accounts.work import Work
from justice_desk.cases.deadline_rules import Deadline
from justice_desk.cases.records import CaseRecord, DeadlineRecord
from justice_desk.cases.rules import UNDECIDED, CaseState
from justice_desk.communities.profiles import adopted
from justice_desk.foundations.fields import tidy_line
from justice_desk.foundations.ids import CaseId
from justice_desk.jurisdictions.rules import DeadlineRule, Trigger
from justice_desk.vault.rules import Scope

EARLY = "*"
"""The subject under which an act waits that came before the deadline that it meets: a notice given before the alert."""
EARLY_COUNTS = timedelta(days=1)
"""How long before a deadline begins an act may lie that meets it: what came earlier was about something else."""
_BEGIN_LATER = frozenset({Trigger.KNOWN, Trigger.CHILD})
_OF_THE_CASE = _BEGIN_LATER | {Trigger.MISSING_PERSON}


def start(work: Work, record: CaseRecord, trigger: Trigger, at: datetime, subject: str = "") -> None:
    """Start every deadline of the country that runs from this trigger, unless it was started before."""
    for rule in adopted(work, record.profile).deadlines:
        if rule.trigger is trigger and work.session.get(DeadlineRecord, (record.id, rule.id, subject)) is None:
            _put(work, record, rule, at, subject)
            early = work.session.get(DeadlineRecord, (record.id, rule.id, EARLY))
            if early is not None and early.met_at is not None and early.met_at >= at - EARLY_COUNTS:
                meet(work, record, rule.id, early.met_at, subject, _note(work, early))


def meet(work: Work, record: CaseRecord, kind: str, at: datetime, subject: str = "", note: str = "") -> bool:
    """Note that a deadline was met at `at`, and say whether it ran. A late act is never refused."""
    row = work.session.get(DeadlineRecord, (record.id, kind, subject))
    if row is None or row.met_at is not None:
        return False
    row.met_at = at
    if said := tidy_line(note, "late_reason"):
        row.note = work.seal(CaseId(record.id), Scope.SUMMARY, said, _label(row))
    return True


def meet_by(work: Work, record: CaseRecord, what: str, at: datetime, subject: str = "", note: str = "") -> None:
    """Meet every deadline that the country says is met by `what`; what begins only later finds it met."""
    for rule in adopted(work, record.profile).deadlines:
        if what not in rule.met_by:
            continue
        about = "" if rule.trigger in _OF_THE_CASE else subject
        if rule.trigger in _BEGIN_LATER and work.session.get(DeadlineRecord, (record.id, rule.id, about)) is None:
            _keep_early(work, record, rule, at, note)
        meet(work, record, rule.id, at, about, note)


def end_about(work: Work, record: CaseRecord, subject: str, at: datetime) -> None:
    """End what still runs about one thing: it was answered, or another took its place."""
    for deadline in deadlines_of(work, record.id):
        if deadline.subject == subject:
            meet(work, record, deadline.kind, at, subject)


def begun_at(work: Work, record: CaseRecord) -> datetime:
    """Return the moment from which the deadlines of an excluded matter run; before they do, that of knowledge."""
    known = [rule.id for rule in adopted(work, record.profile).deadlines if rule.trigger is Trigger.KNOWN]
    begun = work.session.scalars(
        select(DeadlineRecord.starts_at)
        .where(DeadlineRecord.case_id == record.id, DeadlineRecord.kind.in_(known), DeadlineRecord.subject == "")
        .order_by(DeadlineRecord.starts_at)
    ).first()
    return begun or record.known_at


def deadlines_of(work: Work, case: str) -> list[Deadline]:
    """Return the deadlines of a case, the one due first first."""
    rows = work.session.scalars(
        select(DeadlineRecord)
        .where(DeadlineRecord.case_id == case, DeadlineRecord.subject != EARLY)
        .order_by(DeadlineRecord.due_at, DeadlineRecord.kind, DeadlineRecord.subject)
    )
    return [Deadline(row.kind, row.subject, row.starts_at, row.due_at, row.met_at, _note(work, row)) for row in rows]


def _keep_early(work: Work, record: CaseRecord, rule: DeadlineRule, at: datetime, note: str) -> None:
    early = work.session.get(DeadlineRecord, (record.id, rule.id, EARLY))
    if early is None:
        _put(work, record, rule, at, EARLY)
    elif CaseState(record.state) not in UNDECIDED:
        # What comes to light only now runs from now on: the last act before it counts. Else the first one does.
        early.met_at = early.note = None
    meet(work, record, rule.id, at, EARLY, note)


def _put(work: Work, record: CaseRecord, rule: DeadlineRule, at: datetime, subject: str) -> None:
    work.session.add(
        DeadlineRecord(
            case_id=record.id,
            kind=rule.id,
            subject=subject,
            starts_at=at,
            due_at=at + rule.length,
            met_at=None,
            note=None,
        )
    )
    work.session.flush()


def _note(work: Work, row: DeadlineRecord) -> str:
    return "" if row.note is None else work.open(CaseId(row.case_id), Scope.SUMMARY, row.note, _label(row))


def _label(row: DeadlineRecord) -> str:
    return f"deadlines.note:{row.case_id}:{row.kind}:{row.subject}"
