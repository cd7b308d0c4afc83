"""Making, opening and closing a store: from a passphrase to a database, and nothing left behind when it closes."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from justice_desk.foundations.clock import Clock
from justice_desk.foundations.files import flush_folder
from justice_desk.foundations.files import translated as translated_file_fault
from justice_desk.foundations.ids import PersonId, new_id
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.engine import READING, engine_for
from justice_desk.vault.engine import translated as translated_database_fault
from justice_desk.vault.errors import (
    RecoveryCodeWrong,
    SignInDelayed,
    SignInRefused,
    StoreDamaged,
    StoreExists,
    StoreMissing,
)
from justice_desk.vault.header import COPIES, Header, PersonSlot, RecoverySlot, authenticate, read_header, write_header
from justice_desk.vault.keys import (
    KEY_LENGTH,
    BoxRefused,
    Cost,
    KeyPair,
    PersonKeys,
    derive,
    fresh_salt,
    lock_box,
    open_box,
    open_sealed,
    seal_to,
    subkey,
    wipe,
)
from justice_desk.vault.migrating import bring_up_to_date
from justice_desk.vault.places import StoreLock, refuse_unsafe
from justice_desk.vault.recovery import new_recovery_code, secret_of
from justice_desk.vault.ring import RECOVERY, KeyRing

DATABASE = "store.db"


@dataclass(frozen=True)
class Newcomer:
    """Somebody who gets a slot: the name they sign in with and their passphrase."""

    person: PersonId
    name: str
    passphrase: str


class OpenVault:
    """An unlocked store: the engine over it and the key that opened it. `close` forgets both."""

    def __init__(self, folder: Path, header: Header, vault_key: bytes, clock: Clock) -> None:
        self.folder = folder
        self.clock = clock
        self._key = bytearray(vault_key)
        self._lock = StoreLock(folder)
        self._header = header
        try:
            self.engine = self._opened()
        except BaseException:
            self._lock.release()
            wipe(self._key)
            raise

    @property
    def store(self) -> str:
        """The store's identifier."""
        return self._header.store

    @property
    def recovery_public(self) -> bytes:
        """What everything is sealed to besides the persons admitted."""
        return self._header.recovery.agreement

    @property
    def database_key(self) -> bytes:
        """The raw key of the database file."""
        return subkey(self._key, "database")

    @contextlib.contextmanager
    def session(self, *, reading: bool = False) -> Iterator[Session]:
        """Open one transaction; whoever does not commit undoes everything.

        Raises:
            DiskFull, StoreDamaged, StoreInUse: faults of the world, translated here.
        """
        engine = self.engine.execution_options(**{READING: reading})
        with Session(engine, expire_on_commit=False) as session:
            try:
                yield session
            except DBAPIError as fault:
                session.rollback()
                if (fact := translated_database_fault(fault, self.folder / DATABASE)) is not None:
                    raise fact from fault
                raise

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the database file, after a formal act."""
        raw = self.engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()

    def enrol(self, newcomer: Newcomer, cost: Cost) -> KeyRing:
        """Give a person a slot in the header and return their ring; the room above writes who they are."""
        keys = PersonKeys.fresh()
        slot = _person_slot(self._header, newcomer, keys, bytes(self._key), cost)
        self._header = self._header.with_person(slot)
        write_header(self.folder, self._header, subkey(self._key, "header"))
        return KeyRing(self.store, newcomer.person, keys)

    def move_to(self, folder: Path) -> None:
        """Give a finished store its place, in one step.

        Raises:
            StoreExists: something is there already.
        """
        if folder.exists() and any(folder.iterdir()):
            raise StoreExists(folder)
        self.checkpoint()
        self.engine.dispose()
        self._lock.release()
        self.folder.replace(folder)
        flush_folder(folder.parent)
        self.folder = folder
        self._lock = StoreLock(folder)
        self.engine = self._opened()

    def close(self) -> None:
        """Close the database and forget the key."""
        self.engine.dispose()
        self._lock.release()
        wipe(self._key)

    def _opened(self) -> Engine:
        engine = engine_for(self.folder / DATABASE, self.database_key)
        try:
            bring_up_to_date(engine, self.folder / DATABASE, self.database_key, self.clock())
        except BaseException:
            engine.dispose()
            raise
        return engine


def create_store(folder: Path, founder: Newcomer, cost: Cost, clock: Clock) -> tuple[OpenVault, KeyRing, str]:
    """Make a store and return it open, with the founder's ring and the recovery code to print.

    Raises:
        StoreExists: there is one in `folder`.
        UnsafePlace: a network or synchronised folder.
        DiskFull, CannotWrite: the place does not take it.
    """
    if any((folder / name).exists() for name in (*COPIES, DATABASE)):
        raise StoreExists(folder)
    refuse_unsafe(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise translated_file_fault(fault, folder) from fault
    vault_key, keys, code = os.urandom(KEY_LENGTH), PersonKeys.fresh(), new_recovery_code()
    store = new_id(clock())
    bare = Header(store, 1, fresh_salt(), (), _recovery_slot(store, code, vault_key))
    header = bare.with_person(_person_slot(bare, founder, keys, vault_key, cost))
    write_header(folder, header, subkey(vault_key, "header"))
    return OpenVault(folder, header, vault_key, clock), KeyRing(header.store, founder.person, keys), code


def discard(folder: Path) -> None:
    """Remove the remains of a store whose making was interrupted."""
    shutil.rmtree(folder, ignore_errors=True)


def unlock(folder: Path, name: str, passphrase: str, clock: Clock) -> tuple[OpenVault, KeyRing]:
    """Open a store for the person with this name.

    Raises:
        SignInRefused: name and passphrase do not belong together.
        SignInDelayed: too many failures; says until when.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse: the store itself.
    """
    header = read_header(folder)
    if not (folder / DATABASE).exists():
        raise StoreMissing(folder)
    ring, vault_key = _admit(folder, header, name, passphrase, clock())
    authenticate(folder, header, subkey(vault_key, "header"))
    return OpenVault(folder, header, vault_key, clock), ring


def identify(vault: OpenVault, name: str, passphrase: str) -> KeyRing:
    """Return the ring of one more person at an open store (a second approval, or unlocking after a veil).

    Raises:
        SignInRefused, SignInDelayed: as in `unlock`.
    """
    header = read_header(vault.folder)
    return _admit(vault.folder, header, name, passphrase, vault.clock())[0]


def unlock_with_recovery(folder: Path, code: str, clock: Clock) -> tuple[OpenVault, KeyRing]:
    """Open a store with the paper code; the ring that comes back reaches everything.

    Raises:
        RecoveryCodeWrong: the code is not this store's, or was mistyped (says which row).
    """
    header = read_header(folder)
    slot = header.recovery
    try:
        private = open_box(subkey(secret_of(code), "recovery"), slot.box, slot.label(header.store))
        vault_key = open_sealed(private, slot.vault_key, slot.label(header.store))
    except BoxRefused as fault:
        raise RecoveryCodeWrong(0) from fault
    authenticate(folder, header, subkey(vault_key, "header"))
    vault = OpenVault(folder, header, vault_key, clock)
    return vault, KeyRing(header.store, RECOVERY, PersonKeys(KeyPair.of(private), PersonKeys.fresh().signing))


def _admit(folder: Path, header: Header, name: str, passphrase: str, now: datetime) -> tuple[KeyRing, bytes]:
    attempts = Attempts(folder)
    if (until := attempts.wait_until(now)) is not None:
        raise SignInDelayed(until)
    found = header.slot_named(name)
    # A name that is not there costs the same time, and fails the same way, as a wrong passphrase.
    slot = found or replace(header.persons[0], person=PersonId(""))
    key = derive(passphrase, slot.salt, slot.cost)
    try:
        keys = PersonKeys.from_bytes(open_box(key, slot.box, slot.label(header.store)))
    except BoxRefused as fault:
        attempts.failed(now)
        raise SignInRefused from fault
    try:
        vault_key = open_sealed(keys.agreement.private, slot.vault_key, slot.label(header.store))
    except BoxRefused as fault:
        raise StoreDamaged("header", "vault key") from fault
    return KeyRing(header.store, slot.person, keys), vault_key


def _person_slot(header: Header, newcomer: Newcomer, keys: PersonKeys, vault_key: bytes, cost: Cost) -> PersonSlot:
    slot = PersonSlot(
        person=newcomer.person,
        name_hash=header.name_hash(newcomer.name),
        cost=cost,
        salt=fresh_salt(),
        box=b"",
        agreement=keys.agreement.public,
        verifying=keys.verifying,
        vault_key=b"",
        generation=1,
    )
    label = slot.label(header.store)
    return replace(
        slot,
        box=lock_box(derive(newcomer.passphrase, slot.salt, cost), keys.to_bytes(), label),
        vault_key=seal_to(keys.agreement.public, vault_key, label),
    )


def _recovery_slot(store: str, code: str, vault_key: bytes) -> RecoverySlot:
    pair = KeyPair.fresh()
    slot = RecoverySlot(b"", pair.public, b"", 1)
    label = slot.label(store)
    box = lock_box(subkey(secret_of(code), "recovery"), pair.private, label)
    return replace(slot, box=box, vault_key=seal_to(pair.public, vault_key, label))
