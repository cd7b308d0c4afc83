"""What screens see of the people who use the desk."""

from dataclasses import dataclass
from datetime import datetime

from justice_desk.accounts.rules import Role
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.vault.rules import Finding, Paper


@dataclass(frozen=True)
class PersonView:
    """Somebody with an account."""

    id: PersonId
    name: str
    roles: frozenset[Role]
    enrolled_at: datetime


@dataclass(frozen=True)
class JournalLine:
    """One act as Historia shows it: when, who, what, on which case (None: on none), on what.

    `on_paper`: where the paper is kept on which an authority without account signed it, empty where there is none.
    """

    seq: int
    at: datetime
    actor: str
    action: str
    case: CaseId | None
    about: str
    alone: bool
    clock_behind: bool
    formal: bool
    on_paper: str = ""


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


@dataclass(frozen=True)
class KeyStanding:
    """How the person signed in opens the desk, and what is to be known of the sheets with the way back.

    `paper`: one code or three shares. `out_of_reach`: keys that the sheets do not reach until their holders sign in.
    `square_holds`: whether the square on the sheets still goes with the store. `keyring`: whether the computer's key
    store opens the desk for this person too.
    """

    paper: Paper
    out_of_reach: int
    square_holds: bool
    keyring: bool


@dataclass(frozen=True)
class RecoveryUse:
    """That the way back on paper was used, or made anew (`action`): the journal's entry, when, and by whom."""

    seq: int
    at: datetime
    action: str
    actor: str
