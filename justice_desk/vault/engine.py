"""The database engine: SQLCipher with a raw 256-bit key, full durability, and guards against silent plaintext.

`PRAGMA key` would leave the key in memory and a forgotten key would write plaintext without a word, so the key goes in
through `set_key` and every connection proves that a cipher is at work before it is used.
"""

import binascii
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import DiskFull
from justice_desk.vault.errors import StoreDamaged, StoreInUse, StoreNotEncrypted
from justice_desk.vault.keys import KEY_LENGTH, wipe

PLAIN_HEAD = b"SQLite format 3\x00"
OLDEST_SAFE_SQLITE = (3, 51, 3)
"""Older libraries carry a write-ahead-log fault that can damage a store."""

SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -32768",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA busy_timeout = 5000",
)
READING = "desk_reading"


def connect(path: Path, key: bytes) -> dbapi2.Connection:
    """Return a raw driver connection to the encrypted file, settings applied, the cipher proven.

    Raises:
        StoreNotEncrypted: the file is readable without a key, or the driver has no cipher.
        StoreDamaged: the key does not open the first page.
    """
    if len(key) != KEY_LENGTH:
        raise ValueError("a raw key has 32 bytes; any other length would be taken for a passphrase")
    if path.exists() and _head(path) == PLAIN_HEAD:
        raise StoreNotEncrypted(path)
    if dbapi2.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise StoreDamaged("library", dbapi2.sqlite_version)
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    material = bytearray(b"x'" + binascii.hexlify(key) + b"'")
    connection.set_key(material)
    wipe(material)
    if connection.execute("PRAGMA cipher_version").fetchone() is None:
        raise StoreNotEncrypted(path)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for setting in SETTINGS:
            connection.execute(setting).fetchall()
    except dbapi2.DatabaseError as fault:
        connection.close()
        raise StoreDamaged("store.db", str(fault)) from fault
    return connection


def engine_for(path: Path, key: bytes) -> Engine:
    """Return the engine over the encrypted file. Writers take the lock when they begin, readers do not."""
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def translated(fault: DBAPIError, path: Path) -> DeskError | None:
    """Return the fact behind a fault of the database, None when it is a bug of ours."""
    text = str(fault.orig)
    if "disk is full" in text:
        return DiskFull(path.parent)
    if "malformed" in text or "not a database" in text or "disk I/O error" in text:
        return StoreDamaged(path.name, text)
    if "locked" in text:
        return StoreInUse(path.parent)
    return None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEAD))
