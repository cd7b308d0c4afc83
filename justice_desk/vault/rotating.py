"""Giving the database another key, so that at every moment one key opens it and the header says which two may.

SQLCipher encrypts every page anew in one transaction: after a power cut the whole file has the key before, or the one
after. The header holds both from before that transaction until after it.
"""

import binascii
import contextlib
from pathlib import Path

from justice_desk.vault.engine import connect, translating
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.keys import KEY_LENGTH, BoxRefused, subkey, wipe
from justice_desk.vault.places import DATABASE
from justice_desk.vault.slots import Header


def database_key(vault_key: bytes | bytearray) -> bytes:
    """Return the raw key of the database file under a vault key."""
    return subkey(vault_key, "database")


def key_in_use(folder: Path, header: Header, vault_key: bytes | bytearray) -> bytes:
    """Return the raw key that the database file has now: under the present vault key, or still under the one before.

    Raises:
        StoreDamaged: the header's former key was altered.
    """
    present = database_key(vault_key)
    former = former_key(header, vault_key)
    if former is None or opens(folder / DATABASE, present):
        return present
    # Whether the former one opens the file is found out, and told, by whoever opens it.
    return database_key(former)


def former_key(header: Header, vault_key: bytes | bytearray) -> bytes | None:
    """Return the vault key before, while a rotation is under way.

    Raises:
        StoreDamaged: it was altered.
    """
    try:
        return header.former_key(bytes(vault_key))
    except BoxRefused as fault:
        raise StoreDamaged("header", "former key") from fault


def opens(path: Path, key: bytes) -> bool:
    """Say whether a key opens the database file.

    Raises:
        CannotRead, CannotWrite, DiskFull, StoreInUse, StoreNotEncrypted: the place.
    """
    try:
        connect(path, key).close()
    except StoreDamaged:
        return False
    return True


def rekey(path: Path, key: bytes, new_key: bytes) -> None:
    """Encrypt the database at `path` anew, and fold it into one file. Nobody else may have it open.

    Raises:
        DiskFull, CannotWrite, CannotRead, StoreDamaged: it has the key it had.
    """
    if len(new_key) != KEY_LENGTH:
        raise ValueError("a raw key has 32 bytes; any other length would be taken for a passphrase")
    material = bytearray(b"x'" + binascii.hexlify(new_key) + b"'")
    try:
        with contextlib.closing(connect(path, key)) as connection, translating(path):
            connection.reset_key(material)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        wipe(material)
