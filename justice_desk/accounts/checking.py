"""Checking a whole store: is every part as it was written, do the keys reach those they should, and nobody else?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from justice_desk.accounts.records import AdmissionRecord, FormerKeyRecord, PersonRecord
from justice_desk.accounts.rules import roles_in
from justice_desk.accounts.settling import standing_of
from justice_desk.accounts.views import StoreStanding
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.chain import Verification, verify
from justice_desk.journal.rules import Checkpoint
from justice_desk.journal.witness import Witness
from justice_desk.vault.admitting import Admitted, admit
from justice_desk.vault.checking import check_copies, check_database, check_schema
from justice_desk.vault.engine import looking
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.header import genuine_header, read_copies
from justice_desk.vault.keys import subkey
from justice_desk.vault.places import DATABASE, WITNESS, StoreLock
from justice_desk.vault.records import ScopedKeyRecord, WrapRecord
from justice_desk.vault.ring import OFFICE, RECOVERY, KeyRing
from justice_desk.vault.rotating import former_key, key_in_use
from justice_desk.vault.rules import Damage, Finding, Scope
from justice_desk.vault.slots import Header

NO_JOURNAL = Verification(0, b"", None)
"""What is told of a journal that could not be read."""


def check_store(folder: Path, passphrase: str, clock: Clock, name: str | None = None) -> StoreStanding:
    """Say what is wrong with the store in `folder`, and where. Without a name, every person's slot is tried.

    Nothing is changed, but for a wrong passphrase, which counts as one failed sign-in.

    Raises:
        SignInRefused, SignInDelayed: the passphrase opens no slot.
        StoreMissing: there is nothing to check.
        StoreDamaged: no copy of the header can be believed.
        StoreNewer, StoreInUse, CannotRead, CannotWrite, DiskFull: it cannot be checked now.
    """
    copies = read_copies(folder)
    lock = StoreLock(folder)
    try:
        admitted = admit(folder, copies, name, passphrase, clock())
        header = genuine_header(copies, subkey(admitted.vault_key, "header"))
        inside = _Inside(folder, header, admitted)
        findings = [*check_copies(folder, copies, admitted.vault_key), *inside.findings()]
    finally:
        lock.release()
    head = Checkpoint(header.store, inside.journal.size, inside.journal.head).short()
    return StoreStanding(tuple(dict.fromkeys(findings)), inside.journal.size, head)


def check_accounts(session: Session, header: Header) -> Iterator[Finding]:
    """Tell every slot without an account, account without a slot, and account whose keys are not those of its slot."""
    present = select(PersonRecord).where(PersonRecord.left_at.is_(None))
    accounts = {row.id: row for row in session.scalars(present)}
    settled = header.settled(standing_of(session))
    slots = {str(slot.person): slot for slot in (*header.persons, *settled.persons)}
    for person in sorted(slots.keys() - accounts.keys()):
        yield Finding(Damage.SLOT_WITHOUT_ACCOUNT, person)
    for person, row in accounts.items():
        if (slot := slots.get(person)) is None:
            yield Finding(Damage.ACCOUNT_WITHOUT_SLOT, person)
        elif (slot.agreement, slot.verifying) != (row.agreement, row.verifying):
            yield Finding(Damage.ACCOUNT_KEYS, person)
        if {role.value for role in roles_in(row.roles)} != set(row.roles.split(",")):
            yield Finding(Damage.ROLE_UNKNOWN, person)


def check_keys(session: Session, ring: KeyRing) -> Iterator[Finding]:
    """Tell every key that the recovery code does not reach, that somebody holds who should not, or that does not open.

    Whether a sealed key opens can be told only for those of the person who checks.
    """
    admitted = {(row.case_id, row.person_id) for row in session.scalars(select(AdmissionRecord))}
    holders = defaultdict[str, set[str]](set)
    for key_id, person in session.execute(select(WrapRecord.key_id, WrapRecord.person_id)):
        holders[key_id].add(person)
    reached: dict[tuple[str, str], set[str]] = {}
    for key in session.scalars(select(ScopedKeyRecord).order_by(ScopedKeyRecord.generation)):
        reached[key.owner, key.scope] = holders[key.id]
        if RECOVERY not in holders[key.id]:
            yield Finding(Damage.KEY_WITHOUT_RECOVERY, _named(key))
        for person in sorted(holders[key.id] - {RECOVERY}):
            if key.owner != OFFICE and (key.owner, person) not in admitted:
                yield Finding(Damage.KEY_WITHOUT_ADMISSION, f"{_named(key)} {person}")
        if ring.person in holders[key.id] and not _opens(session, ring, key):
            yield Finding(Damage.KEY_UNREADABLE, _named(key))
    for case, person in sorted(admitted):
        if person not in reached.get((case, Scope.SUMMARY), set()):
            yield Finding(Damage.ADMISSION_WITHOUT_KEY, f"{case} {person}")


def verifying_keys(session: Session, header: Header) -> dict[PersonId, list[bytes]]:
    """Return what signatures in the journal are checked with: everyone's keys, and those of the code on paper."""
    keys = {PersonId(row.id): [row.verifying] for row in session.scalars(select(PersonRecord))}
    keys[RECOVERY] = [paper.verifying for paper in header.papers()]
    for row in session.scalars(select(FormerKeyRecord)):
        keys.setdefault(PersonId(row.person_id), []).append(row.verifying)
    return keys


class _Inside:
    """The check of what the database holds. Every look has a fresh connection: a damaged page spoils its own."""

    def __init__(self, folder: Path, header: Header, admitted: Admitted) -> None:
        self._folder = folder
        self._header = header
        self._admitted = admitted
        self._database_key = key_in_use(folder, header, admitted.vault_key)
        self._former = former_key(header, admitted.vault_key)
        self.journal = NO_JOURNAL

    def findings(self) -> list[Finding]:
        """Return what is wrong, from the pages to the keys."""
        found = check_database(self._folder, self._database_key)
        if any(finding.damage is Damage.DATABASE_MISSING for finding in found):
            return found
        found += (schema := self._look(lambda session: check_schema(session.connection())))
        if all(finding.damage is Damage.SCHEMA_CHANGED for finding in schema):
            found += self._look(self._check_journal)
            found += self._look(lambda session: check_accounts(session, self._header))
            found += self._look(lambda session: check_keys(session, self._admitted.ring()))
        return found

    def _check_journal(self, session: Session) -> Iterator[Finding]:
        vault_keys = filter(None, (self._admitted.vault_key, self._former))
        noted = (Witness(self._folder, subkey(key, "journal")).last() for key in vault_keys)
        witnessed = next(filter(None, noted), None)
        if witnessed is None and (self._folder / WITNESS).exists():
            yield Finding(Damage.WITNESS_UNREADABLE, WITNESS)
        self.journal = verify(session, verifying_keys(session, self._header), witnessed)
        if (fault := self.journal.fault) is not None:
            yield Finding(Damage(f"journal_{fault.flaw.value}"), str(fault.seq))

    def _look(self, check: Callable[[Session], Iterable[Finding]]) -> list[Finding]:
        try:
            with looking(self._folder / DATABASE, self._database_key, still=False) as session:
                return list(check(session))
        except StoreDamaged as fault:
            return [Finding(Damage.STRUCTURE, fault.reason)]


def _opens(session: Session, ring: KeyRing, key: ScopedKeyRecord) -> bool:
    try:
        return ring.holds(session, key)
    except StoreDamaged:
        return False


def _named(key: ScopedKeyRecord) -> str:
    return f"{key.owner}:{key.scope}:{key.generation}"
