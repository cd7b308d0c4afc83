"""Signing in: from a name and a passphrase to a person at an open desk, or to a second one beside them."""

import contextlib
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from justice_desk.accounts.admission import roles_of
from justice_desk.accounts.records import PersonRecord
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, SignedIn, begin
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.rules import Act
from justice_desk.journal.witness import Witness
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import SignInRefused, StoreDamaged
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.opening import identify, unlock
from justice_desk.vault.ring import KeyRing


def sign_in(folder: Path, name: str, passphrase: str, clock: Clock) -> Persons:
    """Open the store for one person and write it in the journal, with the failures that came before.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        UnsafePlace: it lies on a network or is copied elsewhere.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse, CannotRead, CannotWrite, DiskFull: the store itself.
    """
    vault, ring = unlock(folder, name, passphrase, clock)
    try:
        end_interrupted_enrolments(vault)
        persons = Persons(vault, signed_in(vault, ring))
        attempts = Attempts(folder)
        with begin(persons, UseCase.SIGN_IN) as work:
            work.commit(Act(facts={"failed_before": len(attempts.moments())}))
        attempts.forget()
    except BaseException:
        vault.close()
        ring.wipe()
        raise
    return persons


def sign_in_to_look(folder: Path, name: str, passphrase: str, clock: Clock) -> Persons:
    """Open a store for one person to look at: nothing in its folder is touched, and so nothing can be noted either.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        StoreMissing, StoreDamaged, StoreNewer, StoreOlder, StoreInUse, UnsafePlace, CannotRead: the store itself.
    """
    vault, ring = unlock(folder, name, passphrase, clock, only_look=True)
    try:
        return Persons(vault, signed_in(vault, ring))
    except BaseException:
        vault.close()
        ring.wipe()
        raise


def signed_in(vault: OpenVault, ring: KeyRing) -> SignedIn:
    """Return who a ring belongs to.

    Raises:
        SignInRefused: the slot is there, the account is not (an enrolment that was interrupted).
        StoreDamaged: the account names other keys than the slot holds.
    """
    with vault.session(reading=True) as session:
        record = session.get(PersonRecord, ring.person)
        if record is None:
            raise SignInRefused
        if (record.agreement, record.verifying) != (ring.public, ring.verifying):
            raise StoreDamaged("persons", "keys")
        return SignedIn(ring.person, record.name, roles_of(record), ring)


def join(persons: Persons, name: str, passphrase: str) -> Persons:
    """Return the person signed in with a second one beside them, who shares what is done until `part`.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        SamePerson: the second is the first.
    """
    ring = identify(persons.vault, name, passphrase)
    try:
        return replace(persons, second=signed_in(persons.vault, ring))
    except BaseException:
        ring.wipe()
        raise


def part(persons: Persons) -> Persons:
    """Return the person signed in, alone again: the keys of the second are forgotten."""
    if persons.second is not None:
        persons.second.ring.wipe()
    return replace(persons, second=None)


def sign_out(persons: Persons) -> None:
    """Wait until what is being written has ended, close the store and forget the keys.

    How long the journal is by then is noted beside the store, if there is room.
    """
    vault = persons.vault
    if not vault.only_look:
        with contextlib.suppress(DeskError), vault.session(reading=True) as session:
            Witness(vault.folder, vault.journal_key).follow(session, vault.store)
    vault.close()
    part(persons).first.ring.wipe()


def end_interrupted_enrolments(vault: OpenVault) -> None:
    """Drop the slots of people whose enrolment was cut short, and keep for good those of people who have an account.

    If that cannot be written down now, the next sign-in does it: a pending slot lets nobody in who has no account.
    """
    with contextlib.suppress(DeskError):
        with vault.session(reading=True) as session:
            members = [PersonId(person) for person in session.scalars(select(PersonRecord.id))]
        vault.settle(members)
