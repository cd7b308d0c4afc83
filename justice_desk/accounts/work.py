"""The unit of work of an act: `with begin(persons, use_case, case) as work: …; work.commit(Act(…))`.

It asks the permission table, opens one transaction and closes it with the journal's entry. Leaving without a commit
undoes everything.
"""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from justice_desk.accounts.records import AdmissionRecord
from justice_desk.accounts.rules import (
    NO_ACTS,
    PERMISSIONS,
    CaseAbsent,
    NotPermitted,
    OnPaper,
    Role,
    SamePerson,
    UseCase,
    permitted,
)
from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.journal.chain import Doing, append
from justice_desk.journal.rules import Act, Entry
from justice_desk.journal.witness import Witness
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.ring import KeyRing
from justice_desk.vault.rules import Scope

ALONE = "alone"
ON_PAPER = "on_paper"


@dataclass(frozen=True)
class SignedIn:
    """A person at the desk, with what they can open."""

    person: PersonId
    name: str
    roles: frozenset[Role]
    ring: KeyRing


@dataclass(frozen=True)
class Persons:
    """The one or two people who act, at an open vault. They are two, or one: nobody approves what they do themselves.

    `paper` stands for an authority without account, who signed on paper what is entered now.

    Raises:
        SamePerson: the second is the first.
    """

    vault: OpenVault
    first: SignedIn
    second: SignedIn | None = None
    paper: OnPaper | None = None

    def __post_init__(self) -> None:
        if self.second is not None and self.second.person == self.first.person:
            raise SamePerson


class Work:
    """One transaction of the people who act: what they may read, what they seal, and the act that closes it.

    An act closes it for good: what is looked at afterwards may be looked at, but nothing is written any more.
    """

    def __init__(
        self,
        session: Session,
        persons: Persons,
        use_case: UseCase,
        case: CaseId | None,
        *,
        second: PersonId | None = None,
        reading: bool = False,
    ) -> None:
        self.session = session
        self.persons = persons
        self.now: datetime = persons.vault.clock()
        self._use_case = use_case
        self._case = case
        self._second = second
        self._closed = reading
        self._formal = False

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
        return self._for_two and self.persons.second is None and self.persons.paper is None

    @property
    def on_paper(self) -> OnPaper | None:
        """What an authority signed on paper for this act, None where it is the act of those who are here."""
        own = permitted(self._use_case, self.person.roles, own=True)
        return self.persons.paper if self._for_two or not own else None

    @property
    def _for_two(self) -> bool:
        return PERMISSIONS[self._use_case].two_persons

    def seal(self, case: CaseId, scope: Scope, text: str, label: str) -> bytes:
        """Return `text` sealed to those admitted to this scope of the case; `label` is `table.column:row`."""
        return self.ring.seal(self.session, case, scope, text.encode(), label)

    def open(self, case: CaseId, scope: Scope, sealed: bytes, label: str) -> str:
        """Return what was sealed.

        Raises:
            NotAdmitted: the person who acts holds no key to it.
        """
        return self.ring.open(self.session, case, scope, sealed, label).decode()

    def seal_json(self, case: CaseId, scope: Scope, value: Json, label: str) -> bytes:
        """Return a value sealed as canonical JSON."""
        return self.ring.seal(self.session, case, scope, canonical(value), label)

    def open_json(self, case: CaseId, scope: Scope, sealed: bytes, label: str) -> Any:  # noqa: ANN401 - JSON
        """Return what `seal_json` sealed.

        Raises:
            NotAdmitted: the person who acts holds no key to it.
        """
        return json.loads(self.ring.open(self.session, case, scope, sealed, label))

    def digest(self, text: str, scope: Scope = Scope.SUMMARY) -> str:
        """Return what stands in the journal for a text about this case: only those who hold the scope can try it out.

        Raises:
            NotAdmitted: the person who acts holds no key to the scope.
        """
        if self._case is None:
            raise RuntimeError("what is about no case has no keys to hide it")
        return self.ring.digest(self.session, self._case, scope, text)

    def commit(self, act: Act) -> Entry:
        """Close the transaction with its journal entry."""
        facts = {**act.facts, ALONE: True} if self.alone else dict(act.facts)
        if (paper := self.on_paper) is not None:
            facts[ON_PAPER] = {"term": paper.term, "folio": paper.folio}
        doing = Doing(self._use_case.value, self._case, self._second)
        self._require_open()
        entry = append(self.session, self.ring, doing, replace(act, facts=facts), self.now)
        self._close()
        self._formal = act.formal
        return entry

    def keep(self) -> None:
        """Close the transaction without an act: for drafts and settings only."""
        if self._use_case not in NO_ACTS:
            raise RuntimeError("no act, no commit")
        self._require_open()
        self._close()

    def on_case(self, case: CaseId) -> None:
        """Say which case this act turned out to be about (it was made inside it)."""
        self._case = case

    def require_untouched(self) -> None:
        """See that nothing was changed behind the act: it would be lost without a word."""
        if self._closed and (self.session.new or self.session.dirty or self.session.deleted):
            raise RuntimeError("something was changed after the act that closed the transaction")

    def finish(self) -> None:
        """After a formal act, fold the log into the file and note the journal's head beside it.

        Then a file that is copied is not older than the paper, and one that was put back is found out. Both are done
        again at the next formal act: that there is no room for them now does not undo what was done.
        """
        vault = self.persons.vault
        if self._formal:
            with contextlib.suppress(DeskError):
                vault.checkpoint()
                with vault.session(reading=True) as session:
                    Witness(vault.folder, vault.journal_key).follow(session, vault.store)

    def _require_open(self) -> None:
        if self._closed:
            raise RuntimeError("a look is no act, and one transaction is one act")

    def _close(self) -> None:
        self.session.commit()
        self._closed = True
        self.persons.vault.only_read_from_now_on(self.session)


@contextlib.contextmanager
def begin(persons: Persons, use_case: UseCase, case: CaseId | None = None) -> Iterator[Work]:
    """Open the transaction of an act.

    Raises:
        NotPermitted: no role of the person who acts allows it; where it belongs to two persons, of either.
        CaseAbsent: they are not admitted to the case; where it belongs to two persons, either.
    """
    with persons.vault.session() as session:
        _check(session, persons.first, use_case, case, on_paper=persons.paper is not None)
        work = Work(session, persons, use_case, case, second=_second(session, persons.second, use_case, case))
        yield work
        work.require_untouched()
    work.finish()


@contextlib.contextmanager
def look(persons: Persons, use_case: UseCase, case: CaseId | None = None) -> Iterator[Work]:
    """Open a transaction that only reads and is no act.

    Raises:
        NotPermitted, CaseAbsent: as in `begin`.
    """
    with persons.vault.session(reading=True) as session:
        _check(session, persons.first, use_case, case)
        work = Work(session, persons, use_case, case, reading=True)
        yield work
        work.require_untouched()


def _second(session: Session, second: SignedIn | None, use_case: UseCase, case: CaseId | None) -> PersonId | None:
    """Return the second person if the act is theirs too: they sit there all day, and do not share what they may not."""
    if second is None:
        return None
    try:
        _check(session, second, use_case, case)
    except (NotPermitted, CaseAbsent):
        if PERMISSIONS[use_case].two_persons:
            raise
        return None
    return second.person


def visible_cases(person: PersonId) -> Select[str]:
    """Return the query of the cases that exist for a person."""
    return select(AdmissionRecord.case_id).where(AdmissionRecord.person_id == person)


def _check(
    session: Session, person: SignedIn, use_case: UseCase, case: CaseId | None, *, on_paper: bool = False
) -> None:
    own = True
    if case is not None:
        admission = session.get(AdmissionRecord, (case, person.person))
        if admission is None:
            raise CaseAbsent
        own = admission.own
    if not permitted(use_case, person.roles, own=own, on_paper=on_paper):
        raise NotPermitted(use_case)
