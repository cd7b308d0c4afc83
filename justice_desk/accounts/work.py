"""The unit of work of an act: `with begin(persons, use_case, case) as work: …; work.commit(Act(…))`.

It asks the permission table, opens one transaction and closes it with the journal's entry. Leaving without a commit
undoes everything.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from justice_desk.accounts.records import AdmissionRecord
from justice_desk.accounts.rules import PERMISSIONS, CaseAbsent, NotPermitted, Role, UseCase, permitted
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.journal.chain import Doing, append
from justice_desk.journal.rules import Act, Entry
from justice_desk.vault.opening import OpenVault
from justice_desk.vault.ring import KeyRing, Scope

ALONE = "alone"


@dataclass(frozen=True)
class SignedIn:
    """A person at the desk, with what they can open."""

    person: PersonId
    name: str
    roles: frozenset[Role]
    ring: KeyRing


@dataclass(frozen=True)
class Persons:
    """The one or two people who act, at an open vault."""

    vault: OpenVault
    first: SignedIn
    second: SignedIn | None = None


class Work:
    """One transaction of the people who act: what they may read, what they seal, and the act that closes it."""

    def __init__(self, session: Session, persons: Persons, use_case: UseCase, case: CaseId | None) -> None:
        self.session = session
        self.persons = persons
        self.now: datetime = persons.vault.clock()
        self._use_case = use_case
        self._case = case
        self._checkpoint = False

    @property
    def person(self) -> SignedIn:
        """Who acts."""
        return self.persons.first

    @property
    def ring(self) -> KeyRing:
        """The keys of the person who acts."""
        return self.persons.first.ring

    @property
    def alone(self) -> bool:
        """Whether a second person belongs to this act and none is there."""
        return PERMISSIONS[self._use_case].two_persons and self.persons.second is None

    def seal(self, case: CaseId, scope: Scope, text: str, label: str) -> bytes:
        """Return `text` sealed to those admitted to this scope of the case; `label` is `table.column:row`."""
        return self.ring.seal(self.session, case, scope, text.encode(), label)

    def open(self, case: CaseId, scope: Scope, sealed: bytes, label: str) -> str:
        """Return what was sealed.

        Raises:
            NotAdmitted: the person who acts holds no key to it.
        """
        return self.ring.open(self.session, case, scope, sealed, label).decode()

    def commit(self, act: Act) -> Entry:
        """Close the transaction with its journal entry."""
        facts = {**act.facts, ALONE: True} if self.alone else act.facts
        second = None if self.persons.second is None else self.persons.second.person
        doing = Doing(self._use_case.value, self._case, second)
        entry = append(self.session, self.ring, doing, replace(act, facts=facts), self.now)
        self.session.commit()
        self._checkpoint = act.formal
        return entry

    def keep(self) -> None:
        """Close the transaction without an act: for drafts and settings only."""
        self.session.commit()

    def on_case(self, case: CaseId) -> None:
        """Say which case this act turned out to be about (it was made inside it)."""
        self._case = case

    def finish(self) -> None:
        """After a formal act, fold the log into the file, so that a copied file is not older than the paper."""
        if self._checkpoint:
            self.persons.vault.checkpoint()


@contextlib.contextmanager
def begin(persons: Persons, use_case: UseCase, case: CaseId | None = None) -> Iterator[Work]:
    """Open the transaction of an act.

    Raises:
        NotPermitted: no role of the person who acts allows it.
        CaseAbsent: the person is not admitted to the case.
    """
    with persons.vault.session() as session:
        _check(session, persons.first, use_case, case)
        work = Work(session, persons, use_case, case)
        yield work
    work.finish()


@contextlib.contextmanager
def look(persons: Persons, use_case: UseCase, case: CaseId | None = None) -> Iterator[Work]:
    """Open a transaction that only reads and is no act.

    Raises:
        NotPermitted, CaseAbsent: as in `begin`.
    """
    with persons.vault.session(reading=True) as session:
        _check(session, persons.first, use_case, case)
        yield Work(session, persons, use_case, case)


def visible_cases(person: PersonId) -> Select[str]:
    """Return the query of the cases that exist for a person."""
    return select(AdmissionRecord.case_id).where(AdmissionRecord.person_id == person)


def _check(session: Session, person: SignedIn, use_case: UseCase, case: CaseId | None) -> None:
    own = True
    if case is not None:
        admission = session.get(AdmissionRecord, (case, person.person))
        if admission is None:
            raise CaseAbsent
        own = admission.own
    if not permitted(use_case, person.roles, own=own):
        raise NotPermitted(use_case)
