"""Signing in: from a name and a passphrase to a person at an open desk, or to a second one beside them."""

import contextlib
from dataclasses import replace
from pathlib import Path

from justice_desk.accounts.admission import roles_of
from justice_desk.accounts.reach import complete_reach
from justice_desk.accounts.records import PersonRecord
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.settling import put_in_order
from justice_desk.accounts.work import Persons, SignedIn, begin
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.errors import DeskError
from justice_desk.journal.rules import Act
from justice_desk.journal.witness import Witness
from justice_desk.vault.admitting import Admitted
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.device import secret_in_keyring
from justice_desk.vault.errors import SignInRefused, StoreDamaged
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.opening import identify, unlock, unlock_with_device
from justice_desk.vault.ring import KeyRing


def sign_in(folder: Path, name: str, passphrase: str, clock: Clock) -> Persons:
    """Open the store for one person and write it in the journal, with the failures that came before.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        UnsafePlace: it lies on a network or is copied elsewhere.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse, CannotRead, CannotWrite, DiskFull: the store itself.
    """
    return _enter(folder, *unlock(folder, name, passphrase, clock), {})


def sign_in_with_keyring(folder: Path, name: str, clock: Clock) -> Persons:
    """Open the store for one person with the secret that this computer's keyring holds for them.

    Raises:
        SignInRefused: nobody of this name opens the desk so, or the keyring does not give the secret.
        UnsafePlace, StoreMissing, StoreDamaged, StoreNewer, StoreInUse, CannotRead, CannotWrite, DiskFull: the store.
    """
    return _enter(folder, *unlock_with_device(folder, name, secret_in_keyring, clock), {"keyring": True})


def _enter(folder: Path, vault: OpenVault, admitted: Admitted, facts: dict[str, Json]) -> Persons:
    with contextlib.ExitStack() as undo:
        undo.callback(vault.close)
        put_in_order(vault)
        persons = Persons(vault, signed_in(vault, admitted))
        undo.callback(persons.first.ring.wipe)
        attempts = Attempts(folder)
        with begin(persons, UseCase.SIGN_IN) as work:
            if reached := complete_reach(work):
                facts = {**facts, "recovery_reaches": reached}
            work.commit(Act(facts={"failed_before": len(attempts.moments()), **facts}))
        attempts.forget()
        undo.pop_all()
    return persons


def sign_in_to_look(folder: Path, name: str, passphrase: str, clock: Clock) -> Persons:
    """Open a store for one person to look at: nothing in its folder is touched, and so nothing can be noted either.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        StoreMissing, StoreDamaged, StoreNewer, StoreOlder, StoreInUse, UnsafePlace, CannotRead: the store itself.
    """
    vault, admitted = unlock(folder, name, passphrase, clock, only_look=True)
    try:
        return Persons(vault, signed_in(vault, admitted))
    except BaseException:
        vault.close()
        raise


def signed_in(vault: OpenVault, admitted: Admitted) -> SignedIn:
    """Return who was admitted, with their ring.

    Raises:
        SignInRefused: there is no account (they left, or an enrolment was interrupted), or it counts on another slot.
        StoreDamaged: the account names other keys than the slot holds.
    """
    generations = {slot.generation for slot in vault.header.slots_of(admitted.person)}
    with vault.session(reading=True) as session:
        record = session.get(PersonRecord, admitted.person)
        if record is None or record.left_at is not None or admitted.generation not in generations:
            raise SignInRefused
        if record.slot != admitted.generation and record.slot in generations:
            raise SignInRefused
        ring = admitted.ring()
        if (record.agreement, record.verifying) != (ring.public, ring.verifying):
            raise StoreDamaged("persons", "keys")
        return SignedIn(ring.person, record.name, roles_of(record), ring)


def has_account(vault: OpenVault, ring: KeyRing) -> bool:
    """Say whether a store has an account for whoever holds this ring, with these keys."""
    with vault.session(reading=True) as session:
        record = session.get(PersonRecord, ring.person)
        return record is not None and (record.agreement, record.verifying) == (ring.public, ring.verifying)


def join(persons: Persons, name: str, passphrase: str) -> Persons:
    """Return the person signed in with a second one beside them, who shares what is done until `part`.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        SamePerson: the second is the first.
    """
    second = signed_in(persons.vault, identify(persons.vault, name, passphrase))
    try:
        return replace(persons, second=second)
    except BaseException:
        second.ring.wipe()
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
