"""The pages of the encrypted file: copied as one, and checked one by one."""

import contextlib
import os
from pathlib import Path

from sqlcipher3 import dbapi2

from justice_desk.foundations.files import PART, flush_folder, translated
from justice_desk.foundations.progress import Progress, Unwatched
from justice_desk.vault.engine import connect, keyed, require_sound_driver, translating
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.rules import Damage, Finding

PAGES_AT_ONCE = 256
"""A megabyte: after each, the progress is told and may stop the copy."""
PIECES_BEFORE_FLUSH = 4
"""So much is given to a slow drive at a time: it is heard in between that the copy should stop."""


def copy_store(source: Path, target: Path, key: bytes, progress: Progress | None = None) -> None:
    """Copy an open store into a new encrypted file with the same key, page by page, and check the copy.

    A file copied without its write-ahead log would be older than it looks, so only the backup interface is used. What
    is written to the store meanwhile neither enters the copy nor makes it begin again: it is the store of one moment.

    Raises:
        StoreDamaged: the copy does not verify, or the source cannot be read.
        DiskFull, CannotWrite: there is no place for it; nothing is left of it.
        Cancelled: the progress asked to stop; nothing is left of it.
    """
    part = target.with_name(f".{target.name}{PART}")
    with contextlib.ExitStack() as remains:
        remains.callback(part.unlink, missing_ok=True)
        with (
            translating(target),
            contextlib.closing(connect(source, key)) as reading,
            contextlib.closing(keyed(part, key)) as writing,
        ):
            # No log, no file beside it: until it is flushed and checked, the copy is nothing.
            writing.execute("PRAGMA journal_mode = OFF").fetchall()
            writing.execute("PRAGMA synchronous = OFF")
            reading.execute("BEGIN")
            reading.execute("SELECT count(*) FROM sqlite_master").fetchone()
            reading.backup(writing, pages=PAGES_AT_ONCE, progress=_Pieces(part, progress or Unwatched()).step)
            require_sound_driver(reading)
        _flush(part)
        if findings := check_pages(part, key, still=True):
            raise StoreDamaged(target.name, findings[0].damage.value)
        try:
            part.replace(target)
            flush_folder(target.parent)
        except OSError as fault:
            raise translated(fault, target) from fault


def check_pages(path: Path, key: bytes, *, still: bool = False) -> list[Finding]:
    """Return what is wrong with the pages of an encrypted file: their HMACs, their structure, their references.

    A `still` file is one that nobody writes to, such as a copy: nothing is made beside it.

    Raises:
        CannotRead, CannotWrite, DiskFull, StoreInUse: the place.
    """
    try:
        with contextlib.closing(keyed(path, key, still=still)) as connection, translating(path):
            # "HMAC verification failed for page 41": the number is what tells where.
            told = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
            if told:
                return [Finding(Damage.PAGE, text.rpartition(" ")[2]) for text in told]
        with contextlib.closing(connect(path, key, still=still)) as connection, translating(path):
            return _findings(connection)
    except StoreDamaged as fault:
        return [Finding(Damage.STRUCTURE, fault.reason)]


class _Pieces:
    """Hears from the driver how far a copy is, tells it, and sees that a slow drive keeps up."""

    def __init__(self, target: Path, progress: Progress) -> None:
        self._target = target
        self._progress = progress
        self._unflushed = 0

    def step(self, _status: int, remaining: int, total: int) -> None:
        """Take note of one piece."""
        self._progress.step(total - remaining, total)
        self._unflushed += 1
        if self._unflushed >= PIECES_BEFORE_FLUSH:
            _flush(self._target)
            self._unflushed = 0


def _flush(path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as fault:
        raise translated(fault, path) from fault


def _findings(connection: dbapi2.Connection) -> list[Finding]:
    rows = connection.execute("PRAGMA integrity_check").fetchall()
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [
        *(Finding(Damage.STRUCTURE, str(row[0])) for row in rows if row[0] != "ok"),
        *(Finding(Damage.REFERENCE, f"{table}:{row} → {parent}") for table, row, parent, _ in loose),
    ]
