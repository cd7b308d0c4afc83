"""A store that stands open: its transactions, its header, and how it is closed without leaving anything behind."""

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from justice_desk.foundations.clock import Clock
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import flush_folder, translated
from justice_desk.vault.engine import READING, connect, engine_for, translating
from justice_desk.vault.errors import StoreExists
from justice_desk.vault.header import COPIES, Copy, genuine_header, read_copies, seal_of, write_header
from justice_desk.vault.keys import KEY_LENGTH, Cost, PersonKeys, subkey, wipe
from justice_desk.vault.migrating import bring_up_to_date, make_schema
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.places import DATABASE, StoreLock
from justice_desk.vault.recovery import fresh_sheets
from justice_desk.vault.ring import KeyRing
from justice_desk.vault.rotating import database_key, former_key, key_in_use, opens, rekey
from justice_desk.vault.rules import Paper
from justice_desk.vault.slot_json import square_of
from justice_desk.vault.slots import (
    DeviceSlot,
    Header,
    Newcomer,
    Standing,
    next_recovery_slot,
    person_slot,
)
from justice_desk.vault.turnstile import Turnstile

Carry = Callable[[bytes, bytes], None]
"""Takes what was sealed under the journal key before (first) along to the one after (second)."""


class OpenVault:
    """An unlocked store: the engine over it and the key that opened it. `close` forgets both."""

    def __init__(self, folder: Path, vault_key: bytes, clock: Clock, *, fresh: bool = False) -> None:
        """Open the store in `folder`; a `fresh` one gets its tables, any other is brought up to date.

        Raises:
            StoreInUse: another program holds it open.
            StoreDamaged, StoreNewer, DiskFull, CannotRead, CannotWrite: the store itself.
        """
        self.folder = folder
        self.clock = clock
        self._turnstile = Turnstile()
        self._lock = StoreLock(folder)
        self._key = bytearray(vault_key)
        try:
            self._header = _mended(folder, subkey(self._key, "header"))
            self.engine = self._opened(fresh=fresh)
        except BaseException:
            self._lock.release()
            wipe(self._key)
            raise

    @property
    def store(self) -> str:
        """The store's identifier."""
        return self._header.store

    @property
    def header(self) -> Header:
        """The slots, as somebody wrote them who held the vault key."""
        return self._header

    def sealed_header(self) -> Copy:
        """Return the header that stands open, as a copy that this vault wrote."""
        return Copy("open", self._header, seal_of(self._header, subkey(self._key, "header")))

    @property
    def recovery_public(self) -> bytes:
        """What everything is sealed to besides the persons admitted."""
        return self._header.recovery.agreement

    @property
    def database_key(self) -> bytes:
        """The raw key that the database file has now."""
        return key_in_use(self.folder, self._header, self._key)

    @property
    def journal_key(self) -> bytes:
        """The key of the seal on what is noted about the journal outside the database."""
        return subkey(self._key, "journal")

    @contextlib.contextmanager
    def session(self, *, reading: bool = False) -> Iterator[Session]:
        """Open one transaction; whoever does not commit undoes everything.

        Raises:
            StoreClosed: the desk was locked.
            DiskFull, CannotRead, CannotWrite, StoreDamaged, StoreInUse: faults of the world, translated here.
        """
        with self._turnstile.passing(), translating(self.folder / DATABASE):
            engine = self.engine.execution_options(**{READING: reading})
            with Session(engine, expire_on_commit=False) as session:
                yield session

    def only_read_from_now_on(self, session: Session) -> None:
        """Let a session whose act is done look, but write no more."""
        session.bind = self.engine.execution_options(**{READING: True})

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the database file, after a formal act.

        Raises:
            StoreClosed, DiskFull, CannotWrite, StoreDamaged, StoreInUse: it could not be done now; nothing is lost.
        """
        with (
            self._turnstile.passing(),
            translating(self.folder / DATABASE),
            contextlib.closing(self.engine.raw_connection()) as raw,
        ):
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def enrol(
        self, newcomer: Newcomer, cost: Cost, keys: PersonKeys | None = None, *, after: int = 0
    ) -> tuple[KeyRing, int]:
        """Give a person their next slot (fresh keys, unless they keep theirs); return their ring and its generation.

        `after` is the generation of the last slot that the database knows of: a header made anew has forgotten it.
        The slot is pending until `settle` is told that the database counts on it: whatever is interrupted in between,
        the slot of somebody without an account does not stay, and of two slots of a person one.

        Raises:
            DiskFull, CannotWrite: there is no such slot.
        """
        keys = keys or PersonKeys.fresh()
        slot = person_slot(self._header, newcomer, keys, bytes(self._key), cost, after)
        self._write_header(self._header.with_person(replace(slot, pending=True)))
        return KeyRing(self.store, newcomer.person, keys), slot.generation

    def fresh_paper(self, kind: Paper) -> NewPaper:
        """Return another way back on paper, to be printed: nothing in the store knows of it yet."""
        sheets = fresh_sheets(kind)
        slot = next_recovery_slot(self._header, sheets, bytes(self._key))
        return NewPaper(sheets, slot, square_of(self.store, slot))

    def renew_recovery(self, paper: NewPaper) -> None:
        """Add the slot of another paper; it is pending until `settle` is told that the database counts on it.

        Raises:
            DiskFull, CannotWrite: there is no such slot.
        """
        self._write_header(self._header.with_renewed(paper.slot, bytes(self._key)))

    def keep_device(self, slot: DeviceSlot) -> None:
        """Add a way in without a passphrase; it goes again at the next `settle` that does not count on it.

        Raises:
            DiskFull, CannotWrite: there is no such slot.
        """
        self._write_header(self._header.with_device(slot))

    def settle(self, standing: Standing) -> None:
        """End what changes of slots left open: what the database counts on stays, the rest goes.

        Raises:
            DiskFull, CannotWrite: it is as open as before.
        """
        settled = self._header.settled(standing)
        if settled is not self._header:
            self._write_header(settled)

    @property
    def rotating(self) -> bool:
        """Whether a new vault key waits for the database to have it."""
        return self._header.former is not None

    def rotate(self, generation: int, carry: Carry) -> None:
        """Give the store its vault key of this generation, or finish what was begun: at every step one key opens it.

        Everybody else waits outside until it is done.

        Raises:
            StoreClosed: the desk was locked.
            DiskFull, CannotWrite, CannotRead, StoreDamaged: it is finished the next time.
        """
        with self._turnstile.emptied():
            if not self.rotating:
                fresh = bytearray(os.urandom(KEY_LENGTH))
                self._write_header(self._header.resealed(bytes(fresh), bytes(self._key), generation), fresh)
                before, self._key = self._key, fresh
                wipe(before)
            former = former_key(self._header, self._key)
            self.engine.dispose()
            if former is not None:
                if not opens(self.folder / DATABASE, database_key(self._key)):
                    rekey(self.folder / DATABASE, database_key(former), database_key(self._key))
                carry(subkey(former, "journal"), self.journal_key)
            self._write_header(self._header.without_former())

    def move_to(self, folder: Path) -> None:
        """Give a finished store its place, in one step. If that fails, the store stays open where it was.

        Raises:
            StoreExists: something is there already.
            DiskFull, CannotWrite: the place does not take it.
        """
        self.checkpoint()
        self.engine.dispose()
        self._lock.release()
        try:
            _rename(self.folder, folder)
            self.folder = folder
        finally:
            self._lock = StoreLock(self.folder)

    def close(self) -> None:
        """Wait until the last transaction has ended, close the database and forget the key."""
        if self._turnstile.shut():
            self.engine.dispose()
            self._lock.release()
            wipe(self._key)

    def _opened(self, *, fresh: bool) -> Engine:
        engine = engine_for(lambda: connect(self.folder / DATABASE, self.database_key))
        try:
            if fresh:
                make_schema(engine, self.folder / DATABASE)
            else:
                bring_up_to_date(engine, self.folder / DATABASE, self.database_key, self.clock())
        except BaseException:
            engine.dispose()
            raise
        return engine

    def _write_header(self, header: Header, key: bytearray | None = None) -> None:
        write_header(self.folder, header, subkey(key or self._key, "header"))
        self._header = header


def _mended(folder: Path, mac_key: bytes) -> Header:
    copies = read_copies(folder)
    header = genuine_header(copies, mac_key)
    if len(copies) < len(COPIES) or any(copy.header != header or not copy.genuine(mac_key) for copy in copies):
        # One copy is good: the other is made good again, now if there is room, else the next time.
        with contextlib.suppress(DeskError):
            write_header(folder, header, mac_key)
    return header


def _rename(source: Path, target: Path) -> None:
    try:
        if target.exists():
            target.rmdir()  # an empty folder may be in the way, nothing else
    except OSError as fault:
        raise StoreExists(target) from fault
    try:
        source.replace(target)
    except OSError as fault:
        raise translated(fault, target) from fault
    with contextlib.suppress(OSError):
        flush_folder(target.parent)
