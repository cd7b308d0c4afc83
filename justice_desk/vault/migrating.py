"""Bringing a store to this program's schema, with an encrypted copy beside it before anything is changed."""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from justice_desk.vault.engine import connect
from justice_desk.vault.errors import StoreDamaged, StoreNewer

SCRIPTS = Path(__file__).with_name("migrations")
READABLE_STAMP = "%Y%m%dT%H%M%SZ"


def configuration(engine: Engine) -> Config:
    """Return the migration settings for one engine."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["engine"] = engine
    return config


def current_revision(engine: Engine) -> str | None:
    """Return the schema that the store has, None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def bring_up_to_date(engine: Engine, path: Path, key: bytes, now: datetime) -> None:
    """Migrate the store at `path` if it is older than this program.

    Raises:
        StoreNewer: a newer program wrote it; nothing is touched.
    """
    scripts = ScriptDirectory(str(SCRIPTS))
    current, head = current_revision(engine), scripts.get_current_head()
    if current == head:
        return
    if current is not None:
        if current not in {script.revision for script in scripts.walk_revisions()}:
            raise StoreNewer(current)
        copy_store(path, path.with_name(f"store-{current}-{now.strftime(READABLE_STAMP)}.db"), key)
    command.upgrade(configuration(engine), "head")


def copy_store(source: Path, target: Path, key: bytes) -> None:
    """Copy an open store into a new encrypted file with the same key, page by page, and check the copy.

    A file copied without its write-ahead log would be older than it looks, so only the backup interface is used.

    Raises:
        StoreDamaged: the copy does not verify.
    """
    reading, writing = connect(source, key), connect(target, key)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()
    if findings := check_pages(target, key):
        raise StoreDamaged(target.name, findings[0])


def check_pages(path: Path, key: bytes) -> list[str]:
    """Return what is wrong with the pages of an encrypted file: their HMACs, their structure, their references."""
    connection = connect(path, key)
    try:
        findings = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
        if not findings:
            rows = connection.execute("PRAGMA integrity_check").fetchall()
            findings = [str(row[0]) for row in rows if row[0] != "ok"]
            findings += [f"reference {row}" for row in connection.execute("PRAGMA foreign_key_check").fetchall()]
        return findings
    finally:
        connection.close()
