import contextlib
import random
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from justice_desk.foundations.progress import Cancelled, Unwatched
from justice_desk.vault.engine import connect, engine_for
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.migrating import make_schema
from justice_desk.vault.pages import check_pages
from justice_desk.vault.salvaging import Lost, salvage

KEY = bytes(range(32))
PAGE = 4096
ROWS = 400

PERSON = (
    "INSERT INTO persons (id, name, roles, agreement, verifying, enrolled_at, slot, device) "
    "VALUES (?, ?, 'actas', x'', x'', '', 1, 0)"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    engine = engine_for(lambda: connect(path, KEY))
    make_schema(engine, path)
    engine.dispose()
    connection = connect(path, KEY)
    connection.execute("BEGIN")
    for number in range(ROWS):
        connection.execute("INSERT INTO settings VALUES (?, ?)", (f"setting {number:04}", f'"{number}" ' * 60))
    for number in range(3):
        connection.execute(PERSON, (f"p{number}", f"n{number}"))
    for number in range(30):
        connection.execute("INSERT INTO admissions VALUES (?, ?, 0)", (f"case {number}", f"p{number % 3}"))
    connection.execute("COMMIT")
    connection.close()
    return path


def rows_of(path: Path, table: str) -> list[tuple[object, ...]]:
    connection = connect(path, KEY)
    found = [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()]  # noqa: S608
    connection.close()
    return found


def damage(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 100] ^= 1
    path.write_bytes(content)


def pages_of(path: Path, table: str, index: str = "") -> list[int]:
    """The pages that a table (or one of its indexes) lies on: those without which it cannot be read."""
    read = f'SELECT * FROM "{table}" NOT INDEXED'  # noqa: S608
    if index:
        read = f'SELECT rowid FROM "{table}" INDEXED BY "{index}" ORDER BY "name"'  # noqa: S608
    content, trial = path.read_bytes(), path.with_name("trial.db")
    found = []
    for page in range(2, len(content) // PAGE + 1):
        trial.write_bytes(content)
        damage(trial, page)
        with contextlib.suppress(StoreDamaged), contextlib.closing(connect(trial, KEY, still=True)) as connection:
            try:
                connection.execute(read).fetchall()
            except dbapi2.DatabaseError:
                found.append(page)
    trial.unlink()
    return found


def test_a_sound_store_comes_over_whole(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.db"
    found = salvage(source, target, KEY, Unwatched())
    assert found.lost == ()
    assert found.saved["settings"] == ROWS
    for table in ("settings", "persons", "admissions", "journal_entries"):
        assert rows_of(target, table) == rows_of(source, table)
    assert check_pages(target, KEY) == []


def test_only_the_rows_of_the_damaged_page_are_lost_and_each_is_told(source: Path, tmp_path: Path) -> None:
    before = {row[0] for row in rows_of(source, "settings")}
    leaves = pages_of(source, "settings")
    damage(source, leaves[len(leaves) // 2])
    found = salvage(source, tmp_path / "new.db", KEY, Unwatched())
    kept = {row[0] for row in rows_of(tmp_path / "new.db", "settings")}
    told = {lost.known["name"] for lost in found.lost}
    assert {lost.table for lost in found.lost} == {"settings"}
    assert told == before - kept
    assert 0 < len(told) < ROWS // 10
    assert found.saved["settings"] == len(kept) == ROWS - len(told)


def test_a_damaged_index_loses_no_row(source: Path, tmp_path: Path) -> None:
    whole = rows_of(source, "settings")
    damage(source, *pages_of(source, "settings", "sqlite_autoindex_settings_1"))
    found = salvage(source, tmp_path / "new.db", KEY, Unwatched())
    assert found.lost == ()
    assert rows_of(tmp_path / "new.db", "settings") == whole


def test_what_refers_to_a_lost_row_is_lost_with_it(source: Path, tmp_path: Path) -> None:
    damage(source, *pages_of(source, "persons"))
    found = salvage(source, tmp_path / "new.db", KEY, Unwatched())
    assert found.saved["persons"] == found.saved["admissions"] == 0
    assert Lost("persons", {"id": "p1", "name": "n1"}) in found.lost
    assert Lost("admissions", {"case_id": "case 7", "person_id": "p1"}) in found.lost
    assert check_pages(tmp_path / "new.db", KEY) == []


def test_a_store_whose_revision_cannot_be_read_is_taken_for_one_of_this_program(source: Path, tmp_path: Path) -> None:
    damage(source, *pages_of(source, "alembic_version"))
    assert salvage(source, tmp_path / "new.db", KEY, Unwatched()).saved["settings"] == ROWS


def test_without_its_first_page_there_is_nothing_to_save(source: Path, tmp_path: Path) -> None:
    damage(source, 1)
    with pytest.raises(StoreDamaged):
        salvage(source, tmp_path / "new.db", KEY, Unwatched())


def test_a_salvage_can_be_stopped(source: Path, tmp_path: Path) -> None:
    class Stopping(Unwatched):
        def step(self, done: int, total: int, part: str = "") -> None:  # noqa: ARG002
            if part == "settings" and done:
                raise Cancelled

    with pytest.raises(Cancelled):
        salvage(source, tmp_path / "new.db", KEY, Stopping())


def test_the_damaged_file_is_only_read(source: Path, tmp_path: Path) -> None:
    damage(source, pages_of(source, "settings")[3])
    before = source.read_bytes()
    salvage(source, tmp_path / "new.db", KEY, Unwatched())
    assert source.read_bytes() == before


@pytest.mark.parametrize("seed", range(8))
def test_wherever_the_damage_lies_every_row_is_saved_or_told(seed: int, source: Path, tmp_path: Path) -> None:
    before = {row[0] for row in rows_of(source, "settings")}
    chance = random.Random(seed)  # noqa: S311 - where to damage, no secret
    number = source.stat().st_size // PAGE
    damage(source, *chance.sample(range(2, number + 1), 6))
    try:
        found = salvage(source, tmp_path / "new.db", KEY, Unwatched())
    except StoreDamaged:
        return
    kept = {row[0] for row in rows_of(tmp_path / "new.db", "settings")}
    told = sum(lost.table == "settings" for lost in found.lost)
    assert kept <= before
    assert len(kept) + told == ROWS or "settings" in found.uncertain
