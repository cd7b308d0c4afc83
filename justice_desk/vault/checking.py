"""Checking a store from outside in: the header's copies, the database's pages, the schema. Nothing is changed by it."""

from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from justice_desk.vault.header import COPIES, Copy, genuine_header
from justice_desk.vault.keys import subkey
from justice_desk.vault.migrating import known_revisions, make_schema, newest_revision, revision_of
from justice_desk.vault.pages import check_pages
from justice_desk.vault.places import DATABASE
from justice_desk.vault.rules import Damage, Finding

_SCHEMA = text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")


def check_copies(folder: Path, copies: list[Copy], vault_key: bytes) -> list[Finding]:
    """Return what is wrong with the header's two copies, of which `copies` could be read."""
    mac_key = subkey(vault_key, "header")
    newest = genuine_header(copies, mac_key)
    readable = {copy.name: copy for copy in copies}
    findings = []
    for name in COPIES:
        if (copy := readable.get(name)) is None:
            missing = not (folder / name).exists()
            findings.append(Finding(Damage.HEADER_MISSING if missing else Damage.HEADER_UNREADABLE, name))
        elif not copy.genuine(mac_key):
            findings.append(Finding(Damage.HEADER_SEAL, name))
        elif copy.header != newest:
            findings.append(Finding(Damage.HEADER_OLDER, name))
    return findings


def check_database(folder: Path, key: bytes) -> list[Finding]:
    """Return what is wrong with the database file.

    Raises:
        CannotRead, CannotWrite, DiskFull, StoreInUse: the place.
    """
    path = folder / DATABASE
    if not path.exists() or path.stat().st_size == 0:
        return [Finding(Damage.DATABASE_MISSING, DATABASE)]
    return check_pages(path, key)


def check_schema(connection: Connection) -> list[Finding]:
    """Return where the tables, indexes and triggers are not those that this program would make.

    Raises:
        StoreDamaged: it cannot be read.
    """
    revision = revision_of(connection)
    if revision != newest_revision():
        older = revision in known_revisions()
        return [Finding(Damage.SCHEMA_OLDER if older else Damage.SCHEMA_NEWER, revision or "")]
    changed = {name for name, _ in schema_of(connection).items() ^ expected_schema().items()}
    return [Finding(Damage.SCHEMA_CHANGED, name) for name in sorted(changed)]


def schema_of(connection: Connection) -> dict[str, str]:
    """Return the statements that made the tables, indexes and triggers, by name."""
    return {str(name): str(sql) for name, sql in connection.execute(_SCHEMA)}


def expected_schema() -> dict[str, str]:
    """Return what this program makes of an empty store, in memory."""
    engine = create_engine(
        "sqlite+pysqlite://", module=dbapi2, poolclass=StaticPool, connect_args={"isolation_level": None}
    )
    try:
        make_schema(engine, Path(DATABASE))
        with engine.connect() as connection:
            return schema_of(connection)
    finally:
        engine.dispose()
