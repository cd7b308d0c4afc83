"""What screens see of cases."""

from dataclasses import dataclass
from datetime import datetime

from justice_desk.accounts.rules import Role
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.rules import AgeStatus, Assessment, CaseState, Channel, Gender, PartyRole
from justice_desk.foundations.ids import CaseId, PartyId, PersonId
from justice_desk.jurisdictions.rules import Severity
from justice_desk.vault.rules import Scope


@dataclass(frozen=True)
class CaseLine:
    """A case in a list."""

    id: CaseId
    number: str
    title: str
    state: CaseState
    excluded: bool
    known_at: datetime
    opened_at: datetime
    urgent: bool
    missing_person: bool
    next_due: datetime | None
    next_standing: Standing | None


@dataclass(frozen=True)
class CaseReader:
    """Somebody with an account, and what of a case their keys open (nothing: for them the case does not exist).

    `taken_off`: the journal tells that they were taken off it.
    """

    person: PersonId
    name: str
    roles: frozenset[Role]
    opens: frozenset[Scope]
    taken_off: bool
    me: bool


@dataclass(frozen=True)
class PartyView:
    """Somebody in a case, by code. `identity_written` says that an identity lies sealed beside it, not what it says."""

    id: PartyId
    code: str
    role: PartyRole
    age: AgeStatus
    as_child: bool
    gender: Gender
    language: str
    interpreter: bool
    restrictions: str
    identity_written: bool


@dataclass(frozen=True)
class DeadlineView:
    """A deadline of a case, with where it stands now."""

    case: CaseId
    case_number: str
    kind: str
    subject: str
    starts_at: datetime
    due_at: datetime
    met_at: datetime | None
    standing: Standing
    severity: Severity
    note: str


@dataclass(frozen=True)
class CaseView:
    """A case as its page shows it. `account` is None for those who may not read testimony.

    `assessment` is the one that holds; `former_assessments` are those before it, the oldest first.
    """

    id: CaseId
    number: str
    title: str
    state: CaseState
    excluded: bool
    exclusions: tuple[str, ...]
    alerts: tuple[str, ...]
    exploitation: tuple[str, ...]
    known_at: datetime
    known_exactly: bool
    channel: Channel
    account: str | None
    place: str
    urgent: bool
    missing_person: bool
    opened_at: datetime
    opened_by: str
    own: bool
    assessment: Assessment | None
    parties: tuple[PartyView, ...]
    deadlines: tuple[DeadlineView, ...]
    version: int
    former_assessments: tuple[Assessment, ...] = ()
