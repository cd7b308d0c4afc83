"""The way back on paper: from a code, or two shares, to somebody who has a passphrase again.

Opening the store with it is an act of its own, told to everybody when they sign in the next time. Whoever comes back
gets fresh keys: what they signed before stays theirs, what only their old passphrase opened (their drafts) is lost. The
paper that was used opens nothing any more: another one takes its place in the same act.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import delete, select

from justice_desk.accounts.admission import present, roles_of
from justice_desk.accounts.passphrases import require_strong
from justice_desk.accounts.reach import renew_paper
from justice_desk.accounts.records import AdmissionRecord, FormerKeyRecord, PersonRecord
from justice_desk.accounts.rules import (
    PersonAbsent,
    Role,
    RolesMissing,
    UseCase,
    holds_office_keys,
    scopes_of,
    tidy_name,
)
from justice_desk.accounts.service import enter_person, require_free_name
from justice_desk.accounts.settling import put_in_order
from justice_desk.accounts.sign_in import sign_in
from justice_desk.accounts.views import PersonView
from justice_desk.accounts.work import Persons, SignedIn, Work, begin, look
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import CaseId, PersonId, new_id
from justice_desk.journal.rules import Act
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import RecoveryCodeWrong
from justice_desk.vault.keys import FLOOR, Cost
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.opening import unlock_with_recovery
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.rebuilding import rebuild_header
from justice_desk.vault.records import DraftRecord, ScopedKeyRecord, WrapRecord
from justice_desk.vault.ring import OFFICE, RECOVERY, KeyRing
from justice_desk.vault.rules import CASE_SCOPES, Paper, Scope
from justice_desk.vault.slots import Newcomer


@dataclass(frozen=True)
class Return:
    """Who comes back: somebody with an account (`person`), or somebody new by their name and roles."""

    person: PersonId | None
    name: str
    roles: frozenset[Role]
    passphrase: str = field(repr=False)


class Recovering:
    """A store that paper opened: it waits for who comes back, and lets nobody read a case before."""

    def __init__(self, persons: Persons, cost: Cost = FLOOR) -> None:
        self.persons = persons
        self._cost = cost

    def people(self) -> list[PersonView]:
        """Return who has an account."""
        with look(self.persons, UseCase.USE_RECOVERY) as work:
            return [_view(row) for row in work.session.scalars(present().order_by(PersonRecord.name))]

    def fresh_paper(self, kind: Paper) -> NewPaper:
        """Return the way back that takes the place of the one that was used, to be printed or copied."""
        return self.persons.vault.fresh_paper(kind)

    def finish(self, who: Return, paper: NewPaper) -> Persons:
        """Give the person their keys and the store its other way back, in one act, and sign them in.

        Raises:
            NameMissing, NameTaken, NameUsedBefore, RolesMissing, PassphraseWeak, PersonAbsent: who comes back.
            DiskFull, CannotWrite: the paper that was used still counts; nothing was changed.
        """
        vault = self.persons.vault
        try:
            with begin(self.persons, UseCase.RECOVER_ACCESS) as work:
                name, person = self._come_back(work, who)
                renew_paper(work, paper)
                facts = {"new": who.person is None, "paper": paper.sheets.kind.value}
                work.commit(Act(person, facts, formal=True))
        finally:
            put_in_order(vault)
        Attempts(vault.folder).forget()
        self.abandon()
        return sign_in(vault.folder, name, who.passphrase, vault.clock)

    def abandon(self) -> None:
        """Close the store: nothing was changed in it but for the entry that it was opened."""
        self.persons.vault.close()
        self.persons.first.ring.wipe()

    def _come_back(self, work: Work, who: Return) -> tuple[str, PersonId]:
        if who.person is None:
            return self._enter_newcomer(work, who)
        record = work.session.get(PersonRecord, who.person)
        if record is None or record.left_at is not None:
            raise PersonAbsent
        require_strong(who.passphrase, [record.name])
        newcomer = Newcomer(who.person, record.name, who.passphrase)
        ring, generation = work.persons.vault.enrol(newcomer, self._cost, after=record.slot)
        work.session.add(FormerKeyRecord(person_id=record.id, generation=record.slot, verifying=record.verifying))
        record.agreement, record.verifying = ring.public, ring.verifying
        record.slot, record.device = generation, False
        held = select(WrapRecord.key_id).where(WrapRecord.person_id == who.person)
        for key in work.session.scalars(select(ScopedKeyRecord).where(ScopedKeyRecord.id.in_(held))).all():
            work.ring.wrap(work.session, key, work.ring.secret_of(work.session, key), who.person, ring.public)
        work.session.execute(delete(DraftRecord).where(DraftRecord.person_id == who.person))
        ring.wipe()
        return record.name, who.person

    def _enter_newcomer(self, work: Work, who: Return) -> tuple[str, PersonId]:
        name = tidy_name(who.name)
        if not who.roles:
            raise RolesMissing
        require_strong(who.passphrase, [name])
        require_free_name(work, name)
        person = PersonId(new_id(work.now))
        ring, _ = work.persons.vault.enrol(Newcomer(person, name, who.passphrase), self._cost)
        enter_person(work, person, name, who.roles, ring.public, ring.verifying)
        allowed = scopes_of(who.roles, own=False)
        cases = select(ScopedKeyRecord.owner).where(ScopedKeyRecord.owner != OFFICE).distinct()
        for case in work.session.scalars(cases).all():
            for scope in (one for one in CASE_SCOPES if one in allowed):
                work.ring.share(work.session, case, scope, person, ring.public)
            if allowed:
                work.session.add(AdmissionRecord(case_id=CaseId(case), person_id=person, own=False))
        if holds_office_keys(who.roles):
            work.ring.share(work.session, OFFICE, Scope.OFFICE, person, ring.public)
        ring.wipe()
        return name, person


def open_with_paper(
    folder: Path, texts: Sequence[str], clock: Clock, square: str = "", cost: Cost = FLOOR
) -> Recovering:
    """Open a store with what stands on paper, and write that into its journal.

    If its header was lost, `square` is what was read from the square on the sheet.

    Raises:
        RecoveryCodeWrong, ShareWrong, SharesTooFew, SquareWrong: what was typed is not this store's.
        UnsafePlace, StoreMissing, StoreDamaged, StoreNewer, StoreInUse, CannotRead, CannotWrite, DiskFull: the store.
    """
    if square:
        rebuild_header(folder, square, texts)
    vault, ring = unlock_with_recovery(folder, texts, clock)
    try:
        put_in_order(vault)
        _require_present(ring, vault)
        persons = Persons(vault, SignedIn(RECOVERY, "", frozenset({Role.AUTHORITY}), ring))
        with begin(persons, UseCase.USE_RECOVERY) as work:
            work.commit(Act("recovery", {"paper": vault.header.recovery.kind.value}, formal=True))
    except BaseException:
        vault.close()
        ring.wipe()
        raise
    return Recovering(persons, cost)


def _require_present(ring: KeyRing, vault: OpenVault) -> None:
    if ring.public != vault.recovery_public:
        raise RecoveryCodeWrong(0)


def _view(row: PersonRecord) -> PersonView:
    return PersonView(PersonId(row.id), row.name, roles_of(row), row.enrolled_at)
