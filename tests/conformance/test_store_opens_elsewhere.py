from collections.abc import Iterator

import apsw
import pytest

from justice_desk.vault.places import DATABASE
from tests.stores import NAMES, DeskAtHand

pytestmark = pytest.mark.conformance


@pytest.fixture
def shut(desk: DeskAtHand) -> DeskAtHand:
    desk.accounts("ana").keep_setting("scale", 120)
    desk.vault.close()
    return desk


@pytest.fixture
def third_party(shut: DeskAtHand) -> Iterator[apsw.Connection]:
    """SQLite3 Multiple Ciphers, which shares no code with the driver of the vault but the format of the file."""
    shut.vault = shut.opened()
    key = shut.vault.database_key.hex()
    shut.vault.close()
    connection = apsw.Connection(str(shut.folder / DATABASE), flags=apsw.SQLITE_OPEN_READONLY)
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"x'{key}'")
    yield connection
    connection.close()


def test_another_program_reads_the_store_with_its_raw_key(third_party: apsw.Connection) -> None:
    assert {row[0] for row in third_party.execute("SELECT name FROM persons")} == set(NAMES.values())
    assert third_party.execute("SELECT value FROM settings WHERE name = 'scale'").get == "120"
    assert third_party.execute("SELECT count(*) FROM journal_entries").get == 4


def test_another_program_finds_the_store_sound(third_party: apsw.Connection) -> None:
    assert third_party.execute("PRAGMA integrity_check").get == "ok"
    assert third_party.execute("PRAGMA foreign_key_check").fetchall() == []


def test_another_program_reads_nothing_with_another_key(shut: DeskAtHand) -> None:
    connection = apsw.Connection(str(shut.folder / DATABASE), flags=apsw.SQLITE_OPEN_READONLY)
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"x'{bytes(32).hex()}'")
    with pytest.raises(apsw.NotADBError):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    connection.close()
