"""Salvage: every row of a damaged database that can still be read, brought into a new one with the same key.

A damaged page poisons the connection that met it, so after every fault a fresh one goes on. What should be there is
known from the indexes, which lie on other pages than the rows: a row that an index names and that cannot be read is
lost, and what the index knew of it (a number, an owner) is told. The damaged file is only read.
"""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alembic import command
from sqlcipher3 import dbapi2

from justice_desk.foundations.progress import Progress
from justice_desk.vault.engine import connect, engine_for, keyed, require_sound_driver, translating
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.migrating import configuration, known_revisions, newest_revision

ROWS_AT_ONCE = 200
REVISIONS = "alembic_version"


@dataclass(frozen=True)
class Lost:
    """A row that is not in the new store: its table, and what an index knew of it."""

    table: str
    known: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Salvaged:
    """What came of a salvage: how many rows of each table were saved, and the rows that were not.

    Of the `uncertain` tables neither the rows nor an index could be read to the end: more may be missing than is told.
    """

    saved: Mapping[str, int]
    lost: tuple[Lost, ...]
    uncertain: tuple[str, ...] = ()


def salvage(source: Path, target: Path, key: bytes, progress: Progress) -> Salvaged:
    """Bring every row of `source` that can be read into the new database `target`, in the order of its references.

    A row whose reference leads to a lost one cannot stand in the new database: it is lost too, and told.

    Raises:
        StoreDamaged: not even the first page can be read; there is nothing to save here.
        DiskFull, CannotWrite: there is no place for the new database.
        Cancelled: the progress asked to stop.
    """
    reading = _Reader(source, key)
    try:
        revision = _revision(reading)
        engine = engine_for(lambda: connect(target, key))
        try:
            with translating(target):
                command.upgrade(configuration(engine), revision)
        finally:
            engine.dispose()
        with translating(target), contextlib.closing(connect(target, key)) as writing:
            tables = _ordered_tables(writing)
            saved, lost, uncertain = dict.fromkeys(tables, 0), list[Lost](), list[str]()
            for place, table in enumerate(tables):
                progress.step(place, len(tables), table)
                wanted = _Table(reading, table)
                kept, missing = _bring(wanted, writing, progress)
                saved[table] = kept
                lost += (Lost(table, wanted.known[rowid]) for rowid in missing)
                uncertain += [] if wanted.certain else [table]
            progress.step(len(tables), len(tables))
    finally:
        reading.close()
    return Salvaged(saved, tuple(lost), tuple(uncertain))


class _Unreadable(Exception):
    """What was asked for lies on a damaged page."""


class _Reader:
    """Reads the damaged file, through a connection that is made anew after each fault."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._connection: dbapi2.Connection | None = None

    def rows(self, sql: str, given: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that come before the first fault.

        Raises:
            _Unreadable: the fault.
        """
        try:
            with translating(self._path):
                if self._connection is None:
                    self._connection = keyed(self._path, self._key)
                    self._connection.execute("PRAGMA query_only = ON")
                found = self._connection.execute(sql, given)
                while piece := found.fetchmany(ROWS_AT_ONCE):
                    require_sound_driver(self._connection)
                    yield from piece
        except StoreDamaged as fault:
            self.close()
            raise _Unreadable from fault

    def close(self) -> None:
        """Let the connection go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Table:
    """A table of the damaged file: which rows it should have, and what its indexes know of them."""

    def __init__(self, reader: _Reader, name: str) -> None:
        self._reader, self.name = reader, name
        self.known: dict[int, dict[str, Any]] = {}
        self.certain = False
        for index, columns in self._indexes():
            asked = ", ".join(f'"{column}"' for column in columns)
            self._note(f'SELECT rowid, {asked} FROM "{name}" INDEXED BY "{index}"', columns)  # noqa: S608 - as below
        self._note(f'SELECT rowid FROM "{name}" NOT INDEXED', ())  # noqa: S608 - a name of our schema

    def read(self, rowids: Sequence[int], columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return rows, each with its row number first.

        Raises:
            _Unreadable: one of them lies on a damaged page.
        """
        asked = ", ".join(f'"{column}"' for column in columns)
        places = ", ".join("?" * len(rowids))
        sql = f'SELECT rowid, {asked} FROM "{self.name}" NOT INDEXED WHERE rowid IN ({places})'  # noqa: S608 - as above
        return list(self._reader.rows(sql, rowids))

    def _indexes(self) -> list[tuple[str, tuple[str, ...]]]:
        with contextlib.suppress(_Unreadable):
            names = [row[1] for row in self._reader.rows(f'PRAGMA index_list("{self.name}")')]
            return [
                (name, tuple(row[2] for row in self._reader.rows(f'PRAGMA index_info("{name}")'))) for name in names
            ]
        return []

    def _note(self, sql: str, columns: Sequence[str]) -> None:
        order = ", ".join(f'"{column}"' for column in columns) or "rowid"
        # From both ends: what lies behind a damaged page is met from the other side.
        for way in ("ASC", "DESC"):
            with contextlib.suppress(_Unreadable):
                for rowid, *values in self._reader.rows(f"{sql} ORDER BY {order.replace(',', f' {way},')} {way}"):
                    self.known.setdefault(rowid, {}).update(zip(columns, values, strict=True))
                self.certain = True
                return


def _bring(table: _Table, writing: dbapi2.Connection, progress: Progress) -> tuple[int, list[int]]:
    """Return how many rows of a table were brought into the new database, and which were not."""
    columns = [row[1] for row in writing.execute(f'PRAGMA table_info("{table.name}")').fetchall()]
    places = ", ".join("?" * len(columns))
    names = ", ".join(f'"{column}"' for column in columns)
    insert = f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608 - names of our schema
    kept, missing = 0, list[int]()
    rowids = sorted(table.known)
    writing.execute("BEGIN")
    for start in range(0, len(rowids), ROWS_AT_ONCE):
        progress.step(start, len(rowids), table.name)
        for rowid, values in _read_each(table, rowids[start : start + ROWS_AT_ONCE], columns):
            if values is not None and _stands(writing, insert, values):
                kept += 1
            else:
                missing.append(rowid)
    writing.execute("COMMIT")
    return kept, missing


def _stands(writing: dbapi2.Connection, insert: str, values: Sequence[object]) -> bool:
    """Write a row; say whether it can stand, or refers to one that is lost."""
    try:
        writing.execute(insert, values)
    except dbapi2.IntegrityError:
        return False
    return True


def _read_each(
    table: _Table, rowids: Sequence[int], columns: Sequence[str]
) -> Iterator[tuple[int, tuple[Any, ...] | None]]:
    """Yield rows by their number, None for one that cannot be read."""
    try:
        found = {row[0]: row[1:] for row in table.read(rowids, columns)}
    except _Unreadable:
        found = {}
        for rowid in rowids:
            with contextlib.suppress(_Unreadable):
                found |= {row[0]: row[1:] for row in table.read([rowid], columns)}
    for rowid in rowids:
        yield rowid, found.get(rowid)


def _revision(reading: _Reader) -> str:
    """Return the schema of the damaged file, the newest where only that cannot be read.

    Raises:
        StoreDamaged: its first page cannot be read.
    """
    try:
        list(reading.rows("SELECT count(*) FROM sqlite_master"))
    except _Unreadable as fault:
        raise StoreDamaged("store.db", "first page") from fault
    with contextlib.suppress(_Unreadable):
        found = [str(row[0]) for row in reading.rows(f"SELECT version_num FROM {REVISIONS}")]  # noqa: S608 - our table
        if found and found[0] in known_revisions():
            return found[0]
    return str(newest_revision())


def _ordered_tables(writing: dbapi2.Connection) -> list[str]:
    """Return the tables of the new database, those that others refer to first."""
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid"
    waiting = [str(row[0]) for row in writing.execute(names).fetchall() if row[0] != REVISIONS]
    refers = {
        name: {row[2] for row in writing.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()} - {name}
        for name in waiting
    }
    ordered: list[str] = []
    while waiting:
        ready = [name for name in waiting if refers[name] <= set(ordered)]
        ordered += ready
        waiting = [name for name in waiting if name not in ready]
    return ordered
