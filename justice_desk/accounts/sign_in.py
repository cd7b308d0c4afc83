"""Signing in: from a name and a passphrase to a person at an open desk."""

from pathlib import Path

from justice_desk.accounts.admission import roles_of
from justice_desk.accounts.records import PersonRecord
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, SignedIn, begin
from justice_desk.foundations.clock import Clock
from justice_desk.journal.rules import Act
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import SignInRefused
from justice_desk.vault.opening import OpenVault, unlock
from justice_desk.vault.ring import KeyRing


def sign_in(folder: Path, name: str, passphrase: str, clock: Clock) -> Persons:
    """Open the store for one person and write it in the journal, with the failures that came before.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse: the store itself.
    """
    vault, ring = unlock(folder, name, passphrase, clock)
    try:
        persons = Persons(vault, signed_in(vault, ring))
        attempts = Attempts(folder)
        with begin(persons, UseCase.SIGN_IN) as work:
            work.commit(Act(facts={"failed_before": len(attempts.moments())}))
        attempts.forget()
    except BaseException:
        ring.wipe()
        vault.close()
        raise
    return persons


def signed_in(vault: OpenVault, ring: KeyRing) -> SignedIn:
    """Return who a ring belongs to.

    Raises:
        SignInRefused: the slot is there, the account is not (an enrolment that was interrupted).
    """
    with vault.session(reading=True) as session:
        record = session.get(PersonRecord, ring.person)
        if record is None:
            raise SignInRefused
        return SignedIn(ring.person, record.name, roles_of(record), ring)


def sign_out(persons: Persons) -> None:
    """Forget the keys and close the store."""
    persons.first.ring.wipe()
    if persons.second is not None:
        persons.second.ring.wipe()
    persons.vault.close()
