"""A store that stands open: its transactions, its header, and how it is closed without leaving anything behind."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from justice_desk.foundations.clock import Clock
from justice_desk.foundations.files import DiskFull, flush_folder, translated
from justice_desk.vault.ballast import drop_ballast, put_ballast
from justice_desk.vault.engine import READING, connect, engine_for, require_sound, translating
from justice_desk.vault.errors import StoreDamaged, StoreExists, StoreOnlyLooked
from justice_desk.vault.keys import KEY_LENGTH, subkey, wipe
from justice_desk.vault.migrating import bring_up_to_date, make_schema, require_known
from justice_desk.vault.places import DATABASE, StoreLock, lock_where_possible
from justice_desk.vault.rotating import database_key, former_key, key_in_use, opens, rekey
from justice_desk.vault.slot_keeper import SlotKeeper
from justice_desk.vault.turnstile import Turnstile

Carry = Callable[[bytes, bytes], None]
"""Takes what was sealed under the journal key before (first) along to the one after (second)."""


class OpenVault(SlotKeeper):
    """An unlocked store: the engine over it and the key that opened it. `close` forgets both."""

    def __init__(
        self, folder: Path, vault_key: bytes, clock: Clock, *, fresh: bool = False, only_look: bool = False
    ) -> None:
        """Open the store in `folder`; a `fresh` one gets its tables, any other is brought up to date.

        With `only_look` nothing in the folder is touched, and nothing can be done: for a folder that takes no files,
        and for a store whose damage must not grow.

        Raises:
            StoreInUse: another program holds it open.
            StoreDamaged, StoreNewer, DiskFull, CannotRead, CannotWrite: the store itself.
        """
        self.clock = clock
        self.only_look = only_look
        self._turnstile = Turnstile()
        self._lock = lock_where_possible(folder) if only_look else StoreLock(folder)
        try:
            super().__init__(folder, vault_key, only_look=only_look)
        except BaseException:
            self._release()
            raise
        try:
            self.engine = self._opened(fresh=fresh)
        except BaseException:
            self._release()
            wipe(self._key)
            raise
        if not only_look:
            put_ballast(folder)

    @property
    def database_key(self) -> bytes:
        """The raw key that the database file has now."""
        return key_in_use(self.folder, self._header, self._key)

    @property
    def journal_key(self) -> bytes:
        """The key of the seal on what is noted about the journal outside the database."""
        return subkey(self._key, "journal")

    @property
    def header_key(self) -> bytes:
        """The key of the seal on the header's copies."""
        return subkey(self._key, "header")

    @property
    def backup_key(self) -> bytes:
        """The key of the seal on what is noted about a backup."""
        return subkey(self._key, "backup")

    @contextlib.contextmanager
    def session(self, *, reading: bool = False) -> Iterator[Session]:
        """Open one transaction; whoever does not commit undoes everything.

        On a full disk the ballast is let go, so that what comes next (saving what was typed, locking) finds room.

        Raises:
            StoreClosed: the desk was locked.
            StoreOnlyLooked: it was opened to be looked at.
            DiskFull, CannotRead, CannotWrite, StoreDamaged, StoreInUse: faults of the world, translated here.
        """
        if self.only_look and not reading:
            raise StoreOnlyLooked
        try:
            with self._turnstile.passing(), translating(self.folder / DATABASE):
                engine = self.engine.execution_options(**{READING: reading})
                with Session(engine, expire_on_commit=False) as session:
                    yield session
                    if session.is_active:
                        require_sound(session.connection())
        except DiskFull:
            drop_ballast(self.folder)
            raise
        except StoreDamaged:
            # A connection that met a damaged page finds damage everywhere from then on: the next one is a fresh one.
            self.engine.dispose()
            raise

    def only_read_from_now_on(self, session: Session) -> None:
        """Let a session whose act is done look, but write no more."""
        session.bind = self.engine.execution_options(**{READING: True})

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the database file, after a formal act. A store only looked at has none.

        Raises:
            StoreClosed, DiskFull, CannotWrite, StoreDamaged, StoreInUse: it could not be done now; nothing is lost.
        """
        with (
            self._turnstile.passing(),
            translating(self.folder / DATABASE),
            contextlib.closing(self.engine.raw_connection()) as raw,
        ):
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def open_copy(self, folder: Path) -> "OpenVault":
        """Open a copy of this store that lies in another folder; the caller closes it.

        Raises:
            StoreDamaged, StoreNewer, StoreInUse, DiskFull, CannotRead, CannotWrite: the copy.
        """
        return OpenVault(folder, bytes(self._key), self.clock)

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
        self._release()
        try:
            take_place(self.folder, folder)
            self.folder = folder
        finally:
            self._lock = StoreLock(self.folder)

    def close(self) -> None:
        """Wait until the last transaction has ended, close the database and forget the key."""
        if self._turnstile.shut():
            self.engine.dispose()
            self._release()
            wipe(self._key)

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _opened(self, *, fresh: bool) -> Engine:
        # A log beside a file that cannot be written is not seen: what it held is missing, and the journal tells.
        still = self.only_look and not os.access(self.folder, os.W_OK)
        engine = engine_for(lambda: connect(self.folder / DATABASE, self.database_key, still=still))
        _make_ready(engine, self, fresh=fresh)
        return engine


def _make_ready(engine: Engine, vault: OpenVault, *, fresh: bool) -> None:
    path = vault.folder / DATABASE
    try:
        if vault.only_look:
            require_known(engine, path)
        elif fresh:
            make_schema(engine, path)
        else:
            bring_up_to_date(engine, path, vault.database_key, vault.clock())
    except BaseException:
        engine.dispose()
        raise


def take_place(source: Path, target: Path) -> None:
    """Give a store's folder another name, in one step.

    Raises:
        StoreExists: something is there already.
        DiskFull, CannotWrite: the place does not take it.
    """
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
