"""What screens see of the people who use the desk."""

from dataclasses import dataclass
from datetime import datetime

from justice_desk.accounts.rules import Role
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.vault.rules import Finding


@dataclass(frozen=True)
class PersonView:
    """Somebody with an account."""

    id: PersonId
    name: str
    roles: frozenset[Role]
    enrolled_at: datetime


@dataclass(frozen=True)
class JournalLine:
    """One act as Historia shows it: when, who, what, on which case (None: on none), on what."""

    seq: int
    at: datetime
    actor: str
    action: str
    case: CaseId | None
    about: str
    alone: bool
    clock_behind: bool
    formal: bool


@dataclass(frozen=True)
class JournalStanding:
    """What verifying the journal found: how many acts, the short head, and the first bad entry if there is one."""

    size: int
    head: str
    fault_at: int | None
    reason: str


@dataclass(frozen=True)
class StoreStanding:
    """What checking a store found: everything that is wrong (nothing, if it is sound), and how long its journal is."""

    findings: tuple[Finding, ...]
    acts: int
    head: str
