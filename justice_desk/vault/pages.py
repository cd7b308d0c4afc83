"""The pages of the encrypted file: copied as one, and checked one by one."""

import contextlib
from pathlib import Path

from sqlcipher3 import dbapi2

from justice_desk.vault.engine import connect, keyed, translating
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.rules import Damage, Finding


def copy_store(source: Path, target: Path, key: bytes) -> None:
    """Copy an open store into a new encrypted file with the same key, page by page, and check the copy.

    A file copied without its write-ahead log would be older than it looks, so only the backup interface is used.

    Raises:
        StoreDamaged: the copy does not verify, or the source cannot be read.
        DiskFull, CannotWrite: there is no place for it; nothing is left of it.
    """
    with contextlib.ExitStack() as remains:
        for name in (target.name, f"{target.name}-wal", f"{target.name}-shm"):
            remains.callback(target.with_name(name).unlink, missing_ok=True)
        with (
            translating(target),
            contextlib.closing(connect(source, key)) as reading,
            contextlib.closing(connect(target, key)) as writing,
        ):
            reading.backup(writing)
        if findings := check_pages(target, key):
            raise StoreDamaged(target.name, findings[0].damage.value)
        remains.pop_all()


def check_pages(path: Path, key: bytes) -> list[Finding]:
    """Return what is wrong with the pages of an encrypted file: their HMACs, their structure, their references.

    Raises:
        CannotRead, CannotWrite, DiskFull, StoreInUse: the place.
    """
    try:
        with contextlib.closing(keyed(path, key)) as connection, translating(path):
            # "HMAC verification failed for page 41": the number is what tells where.
            told = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
            if told:
                return [Finding(Damage.PAGE, text.rpartition(" ")[2]) for text in told]
        with contextlib.closing(connect(path, key)) as connection, translating(path):
            return _findings(connection)
    except StoreDamaged as fault:
        return [Finding(Damage.STRUCTURE, fault.reason)]


def _findings(connection: dbapi2.Connection) -> list[Finding]:
    rows = connection.execute("PRAGMA integrity_check").fetchall()
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [
        *(Finding(Damage.STRUCTURE, str(row[0])) for row in rows if row[0] != "ok"),
        *(Finding(Damage.REFERENCE, f"{table}:{row} → {parent}") for table, row, parent, _ in loose),
    ]
