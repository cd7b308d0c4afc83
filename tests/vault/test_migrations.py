import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

import justice_desk
from justice_desk.foundations.files import DiskFull
from justice_desk.vault import migrating
from justice_desk.vault.checking import expected_schema, schema_of
from justice_desk.vault.engine import connect, engine_for
from justice_desk.vault.errors import StoreDamaged, StoreNewer
from justice_desk.vault.migrating import (
    SCRIPTS,
    bring_up_to_date,
    configuration,
    current_revision,
    known_revisions,
    make_schema,
    newest_revision,
)
from justice_desk.vault.records import Base
from tests.stores import START, DeskAtHand

KEY = bytes(range(32))
PATH = "store.db"

for _module in pkgutil.walk_packages(justice_desk.__path__, "justice_desk."):
    if _module.name.endswith(".records"):
        importlib.import_module(_module.name)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = engine_for(lambda: connect(tmp_path / PATH, KEY))
    yield made
    made.dispose()


def schema(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        return schema_of(connection)


def set_revision(engine: Engine, revision: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def test_the_schema_is_that_of_the_records(engine: Engine, tmp_path: Path) -> None:
    make_schema(engine, tmp_path / PATH)
    with engine.connect() as connection:
        differences: list[Any] = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert differences == []


def test_every_table_was_looked_at(engine: Engine, tmp_path: Path) -> None:
    make_schema(engine, tmp_path / PATH)
    with engine.connect() as connection:
        tables = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
    assert tables == set(Base.metadata.tables) | {"alembic_version"}


def test_up_and_down_leaves_an_empty_store(engine: Engine, tmp_path: Path) -> None:
    make_schema(engine, tmp_path / PATH)
    command.downgrade(configuration(engine), "base")
    assert set(schema(engine)) == {"alembic_version"}
    assert current_revision(engine) is None


@pytest.mark.parametrize("revision", sorted(known_revisions()))
def test_up_down_and_up_again_changes_nothing(revision: str, engine: Engine, tmp_path: Path) -> None:
    make_schema(engine, tmp_path / PATH)
    once = schema(engine)
    below = ScriptDirectory(str(SCRIPTS)).get_revision(revision).down_revision
    command.downgrade(configuration(engine), str(below) if below is not None else "base")
    command.upgrade(configuration(engine), "head")
    assert schema(engine) == once
    assert current_revision(engine) == newest_revision()


def test_there_is_one_history_without_branches() -> None:
    assert len(ScriptDirectory(str(SCRIPTS)).get_heads()) == 1
    assert len(ScriptDirectory(str(SCRIPTS)).get_bases()) == 1


def test_what_the_program_expects_is_what_it_makes(engine: Engine, tmp_path: Path) -> None:
    make_schema(engine, tmp_path / PATH)
    assert schema(engine) == expected_schema()


def test_a_store_of_a_newer_program_is_left_untouched(desk: DeskAtHand) -> None:
    set_revision(desk.vault.engine, "9999")
    desk.vault.close()
    before = (desk.folder / PATH).read_bytes()
    with pytest.raises(StoreNewer) as caught:
        desk.opened()
    assert caught.value.found == "9999"
    assert (desk.folder / PATH).read_bytes() == before


def test_an_empty_store_is_damage_and_gets_no_tables(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged) as caught:
        bring_up_to_date(engine, tmp_path / PATH, KEY, START)
    assert caught.value.reason == "empty"
    assert schema(engine) == {}


class Next:
    """A program that knows one revision more than this one: `script` is its upgrade."""

    def __init__(self, folder: Path, upgrade: str) -> None:
        versions = folder / "versions"
        versions.mkdir(parents=True)
        for script in (SCRIPTS / "versions").glob("*.py"):
            (versions / script.name).write_text(script.read_text())
        (folder / "env.py").write_text((SCRIPTS / "env.py").read_text())
        (folder / "script.py.mako").write_text("")
        (versions / "v9000_next.py").write_text(
            "from alembic import op\nimport sqlalchemy as sa\n"
            f'revision = "9000"\ndown_revision = "{newest_revision()}"\nbranch_labels = None\ndepends_on = None\n'
            f"def upgrade():\n    {upgrade}\ndef downgrade():\n    pass\n"
        )
        self.scripts = folder


@pytest.fixture
def older(desk: DeskAtHand) -> DeskAtHand:
    desk.accounts("ana").keep_setting("kept", "before")
    desk.vault.close()
    return desk


def test_an_older_store_is_copied_encrypted_and_brought_up_to_date(
    older: DeskAtHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    following = Next(tmp_path / "next", "op.create_table('made', sa.Column('x', sa.Integer))")
    former = newest_revision()
    monkeypatch.setattr(migrating, "SCRIPTS", following.scripts)
    older.vault = older.opened()
    assert "made" in schema(older.vault.engine)
    assert older.accounts("ana").setting("kept") == "before"
    copy = older.folder / f"store-{former}-20260302T143000Z.db"
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    copied = connect(copy, older.vault.database_key)
    assert copied.execute("SELECT version_num FROM alembic_version").fetchone() == (former,)
    assert copied.execute("SELECT name FROM sqlite_master WHERE name = 'made'").fetchone() is None
    copied.close()


def test_a_change_that_fails_leaves_the_store_as_it_was(
    older: DeskAtHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade = "op.create_table('made', sa.Column('x', sa.Integer)); op.execute('DELETE FROM settings'); raise OSError"
    with monkeypatch.context() as newer:
        newer.setattr(migrating, "SCRIPTS", Next(tmp_path / "next", upgrade).scripts)
        with pytest.raises(OSError, match=r"^$"):
            older.opened()
    older.vault = older.opened()
    assert schema(older.vault.engine) == expected_schema()
    assert older.accounts("ana").setting("kept") == "before"


def test_without_room_for_the_copy_nothing_is_changed(
    older: DeskAtHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_source: Path, target: Path, _key: bytes) -> None:
        raise DiskFull(target.parent)

    with monkeypatch.context() as newer:
        newer.setattr(migrating, "SCRIPTS", Next(tmp_path / "next", "op.execute('DELETE FROM settings')").scripts)
        newer.setattr(migrating, "copy_store", no_room)
        with pytest.raises(DiskFull):
            older.opened()
    older.vault = older.opened()
    assert older.accounts("ana").setting("kept") == "before"


def test_the_path_of_the_program_may_hold_a_percent_sign(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrating, "SCRIPTS", Path("50%done") / "migrations")
    assert configuration(engine).get_main_option("script_location") == "50%done/migrations"


def test_migrations_run_over_the_vaults_engine_only(engine: Engine) -> None:
    config = configuration(engine)
    config.attributes["engine"] = "sqlite://"
    with pytest.raises(TypeError):
        command.upgrade(config, "head")
