"""Bringing a store to this program's schema, with an encrypted copy beside it before anything is changed."""

from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from justice_desk.foundations.files import PART
from justice_desk.vault.engine import translating
from justice_desk.vault.errors import StoreDamaged, StoreNewer, StoreOlder
from justice_desk.vault.pages import copy_store

SCRIPTS = Path(__file__).with_name("migrations")
READABLE_STAMP = "%Y%m%dT%H%M%SZ"


def configuration(engine: Engine) -> Config:
    """Return the migration settings for one engine."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["engine"] = engine
    return config


def current_revision(engine: Engine) -> str | None:
    """Return the schema that the store has, None for an empty one."""
    with engine.connect() as connection:
        return revision_of(connection)


def revision_of(connection: Connection) -> str | None:
    """Return the schema that a connected store has, None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """Return the schema that this program knows as its own."""
    return ScriptDirectory(str(SCRIPTS)).get_current_head()


def known_revisions() -> frozenset[str]:
    """Return every schema that this program can bring up to date."""
    return frozenset(script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions())


def make_schema(engine: Engine, path: Path) -> None:
    """Give an empty store its tables.

    Raises:
        DiskFull, CannotWrite: the place does not take them.
    """
    with translating(path):
        command.upgrade(configuration(engine), "head")


def require_known(engine: Engine, path: Path) -> None:
    """Refuse a store that this program cannot look at as it stands.

    Raises:
        StoreNewer: a newer program wrote it.
        StoreOlder: it would have to be brought up to date first.
        StoreDamaged: there is nothing in it, or it cannot be read.
    """
    with translating(path):
        current = current_revision(engine)
    if current is None:
        raise StoreDamaged(path.name, "empty")
    if current != newest_revision():
        raise StoreOlder(current) if current in known_revisions() else StoreNewer(current)


def bring_up_to_date(engine: Engine, path: Path, key: bytes, now: datetime) -> None:
    """Migrate the store at `path` if it is older than this program.

    Raises:
        StoreNewer: a newer program wrote it; nothing is touched.
        StoreDamaged: there is nothing in it.
        DiskFull, CannotWrite: there is no room for the copy or for the change; the store is as it was.
    """
    with translating(path):
        current = current_revision(engine)
        if current == newest_revision():
            return
        if current is None:
            raise StoreDamaged(path.name, "empty")
        if current not in known_revisions():
            raise StoreNewer(current)
        for remains in path.parent.glob(f".store-*{PART}"):
            remains.unlink()  # a copy that was cut short when this was tried before
        copy_store(path, path.with_name(f"store-{current}-{now.strftime(READABLE_STAMP)}.db"), key)
        command.upgrade(configuration(engine), "head")
