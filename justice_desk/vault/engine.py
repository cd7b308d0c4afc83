"""The database engine: SQLCipher with a raw 256-bit key, full durability, and guards against silent plaintext.

`PRAGMA key` would leave the key in memory and a forgotten key would write plaintext without a word, so the key goes in
through `set_key` and every connection proves that a cipher is at work before it is used.
"""

import binascii
import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from justice_desk.foundations.errors import DeskError, MemoryShort
from justice_desk.foundations.files import CannotRead, CannotWrite, DiskFull, name_of
from justice_desk.vault.errors import StoreDamaged, StoreInUse, StoreNotEncrypted
from justice_desk.vault.keys import KEY_LENGTH, wipe

PLAIN_HEAD = b"SQLite format 3\x00"
OLDEST_SAFE_SQLITE = (3, 51, 3)
"""Older libraries carry a write-ahead-log fault that can damage a store."""

SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # or INSERT OR REPLACE would delete a row behind the triggers' back
    "PRAGMA cache_size = -32768",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA busy_timeout = 5000",
)
STILL_SETTINGS = (
    "PRAGMA query_only = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
"""For a file that nobody writes to: nothing is made beside it, so it may lie on a drive that takes no files."""
READING = "desk_reading"
STATUS = "PRAGMA cipher_status"

# Result codes of SQLite (https://sqlite.org/rescode.html): the low byte says what, the rest where.
_BUSY, _LOCKED, _NOMEM, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 7, 8, 10, 11, 13, 14, 26
_READING_FAULTS = frozenset({_IOERR | 1 << 8, _IOERR | 2 << 8, _IOERR | 32 << 8, _IOERR | 33 << 8})
"""IOERR_READ, IOERR_SHORT_READ, IOERR_DATA and IOERR_CORRUPTFS: what is on the disk does not come back."""


_SAID = {
    "database is locked": _BUSY,
    "out of memory": _NOMEM,
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": _NOTADB,
}
"""What the library says where the driver forgets the code (its backup does)."""


def connect(path: Path, key: bytes, *, still: bool = False) -> dbapi2.Connection:
    """Return a raw driver connection to the encrypted file, the key proven, settings applied.

    A `still` file is only looked at: nobody writes to it meanwhile, and what its log holds is not seen.

    Raises:
        StoreNotEncrypted: the file is readable without a key, or the driver has no cipher.
        StoreDamaged: the key does not open the first page.
        CannotRead, CannotWrite, DiskFull, StoreInUse: the place.
    """
    connection = keyed(path, key, still=still)
    try:
        with translating(path):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            for setting in STILL_SETTINGS if still else SETTINGS:
                connection.execute(setting).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def keyed(path: Path, key: bytes, *, still: bool = False) -> dbapi2.Connection:
    """Return a raw driver connection whose cipher works with this key. Nothing of the file was read yet.

    A `still` file is opened as one that cannot change, a missing one is not made.

    Raises:
        StoreNotEncrypted: the file is readable without a key, or the driver has no cipher.
        CannotRead: the place.
    """
    if len(key) != KEY_LENGTH:
        raise ValueError("a raw key has 32 bytes; any other length would be taken for a passphrase")
    if _head(path) == PLAIN_HEAD:
        raise StoreNotEncrypted(path)
    if dbapi2.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise StoreDamaged("library", dbapi2.sqlite_version)
    with translating(path):
        place = f"{path.absolute().as_uri()}?immutable=1" if still else str(path)
        connection = dbapi2.connect(place, isolation_level=None, check_same_thread=False, uri=still)
    connection.execute("PRAGMA cipher_log_level = NONE")
    material = bytearray(b"x'" + binascii.hexlify(key) + b"'")
    connection.set_key(material)
    wipe(material)
    if connection.execute("PRAGMA cipher_version").fetchone() is None:
        connection.close()
        raise StoreNotEncrypted(path)
    return connection


def engine_for(connecting: Callable[[], dbapi2.Connection]) -> Engine:
    """Return the engine over the connections that `connecting` makes: it keeps neither path nor key.

    Writers take the lock when they begin, readers do not and cannot write.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connecting,
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "commit", require_sound)  # no act rests on what was read from a damaged page
    return engine


@contextlib.contextmanager
def looking(path: Path, key: bytes, *, still: bool = True) -> Iterator[Session]:
    """Look into a file that no store holds open, through a connection of its own.

    Raises:
        StoreDamaged: what was read lies on a damaged page.
        StoreNotEncrypted, CannotRead, CannotWrite, DiskFull, StoreInUse: the file.
    """
    engine = engine_for(lambda: connect(path, key, still=still))
    try:
        with translating(path), Session(engine.execution_options(**{READING: True})) as session:
            yield session
            require_sound(session.connection())
    finally:
        engine.dispose()


def require_sound(connection: Connection) -> None:
    """Refuse what a connection has read, if it met a damaged page on the way.

    The cipher notes a page whose HMAC is wrong, but the library asks it only when it reads the next one: what stood on
    the last page of a long value comes out as zeros, without a word.

    Raises:
        StoreDamaged: it did.
    """
    if not _sound(connection.exec_driver_sql(STATUS).scalar()):
        raise StoreDamaged("database", "page")


def require_sound_driver(connection: dbapi2.Connection) -> None:
    """Refuse what a bare connection has read, as `require_sound` does.

    Raises:
        StoreDamaged: it met a damaged page.
    """
    if not _sound(connection.execute(STATUS).fetchone()[0]):
        raise StoreDamaged("database", "page")


@contextlib.contextmanager
def translating(path: Path) -> Iterator[None]:
    """Turn the database's faults into facts; what remains is a bug of ours.

    Raises:
        DiskFull, CannotRead, CannotWrite, StoreDamaged, StoreInUse: the fact.
    """
    try:
        yield
    except (DBAPIError, dbapi2.Error) as fault:
        if (fact := fact_behind(fault, path)) is not None:
            raise fact from fault
        raise


def fact_behind(fault: DBAPIError | dbapi2.Error, path: Path) -> DeskError | None:
    """Return the fact behind a fault of the database, None when it is a bug of ours."""
    original = fault.orig if isinstance(fault, DBAPIError) else fault
    code = int(getattr(original, "sqlite_errorcode", 0)) or _SAID.get(str(original), 0)
    kind = code & 0xFF
    if kind in {_FULL, _NOMEM}:
        return DiskFull(path.parent) if kind == _FULL else MemoryShort()
    if kind in {_BUSY, _LOCKED}:
        return StoreInUse(path.parent)
    if kind in {_CORRUPT, _NOTADB} or code in _READING_FAULTS:
        return StoreDamaged(path.name, str(original))
    if kind == _CANTOPEN:
        return CannotRead(path, "CANTOPEN")
    # A refused writing that the disk would take is ours: somebody wrote inside a look.
    if kind == _IOERR or (kind == _READONLY and not os.access(path, os.W_OK)):
        return CannotWrite(path, errno.errorcode[errno.EIO if kind == _IOERR else errno.EROFS])
    return None


def _sound(status: object) -> bool:
    return str(status) == "1"


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if reading else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN_HEAD))
    except FileNotFoundError:
        return b""
    except OSError as fault:
        raise CannotRead(path, name_of(fault)) from fault
