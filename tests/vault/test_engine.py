import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlcipher3 import dbapi2

from justice_desk.foundations.errors import DeskError, MemoryShort
from justice_desk.foundations.files import CannotRead, CannotWrite, DiskFull
from justice_desk.vault import engine as engine_module
from justice_desk.vault.engine import (
    PLAIN_HEAD,
    READING,
    connect,
    engine_for,
    fact_behind,
    translating,
)
from justice_desk.vault.errors import StoreDamaged, StoreInUse, StoreNotEncrypted

KEY = bytes(range(32))
CANARY = "canario-de-prueba"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    made = engine_for(lambda: connect(path, KEY))
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT UNIQUE)"))
    yield made
    made.dispose()


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_would_be_a_passphrase_and_is_refused(length: int, path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(path, bytes(length))
    assert not path.exists()


def test_nothing_readable_stands_in_the_files(engine: Engine, path: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO notes (body) VALUES (:body)"), {"body": CANARY * 100})
    written = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert CANARY.encode() not in written
    assert b"CREATE TABLE" not in written
    assert not path.read_bytes().startswith(PLAIN_HEAD)


def test_a_readable_file_is_refused_and_left_alone(path: Path) -> None:
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(StoreNotEncrypted):
        connect(path, KEY)
    assert path.read_bytes() == before


def test_a_driver_without_a_cipher_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Plain:
        closed = False

        def execute(self, _sql: str) -> "Plain":
            return self

        def fetchone(self) -> None:
            return None

        def set_key(self, _key: bytearray) -> None:
            pass

        def close(self) -> None:
            self.closed = True

    plain = Plain()
    monkeypatch.setattr(dbapi2, "connect", lambda *_a, **_k: plain)
    with pytest.raises(StoreNotEncrypted):
        connect(path, KEY)
    assert plain.closed


def test_a_library_with_the_log_fault_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(StoreDamaged) as caught:
        connect(path, KEY)
    assert caught.value.part == "library"


def test_the_key_is_wiped_after_the_driver_has_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bytearray] = []

    def recorded(raw: bytes) -> bytearray:
        given.append(bytearray(raw))
        return given[-1]

    monkeypatch.setattr(engine_module, "bytearray", recorded, raising=False)
    connect(path, KEY).close()
    assert given == [bytearray(67)]


def test_every_setting_holds(path: Path) -> None:
    connection = connect(path, KEY)
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "cache_size": -32768,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
        "cipher_page_size": "4096",
        "cipher_hmac_algorithm": "HMAC_SHA512",
        "cipher_use_hmac": "1",
        "cipher_plaintext_header_size": "0",
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    connection.close()
    assert found == expected


def test_another_key_is_told_as_damage(engine: Engine, path: Path) -> None:
    with pytest.raises(StoreDamaged):
        connect(path, bytes(32))


def write(engine: Engine, *bodies: str, then: str = "SELECT 1") -> None:
    with engine.begin() as connection:
        for body in bodies:
            connection.execute(text("INSERT INTO notes (body) VALUES (:body)"), {"body": body})
        connection.execute(text(then))


def notes(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM notes")).scalar_one())


def test_an_error_tells_no_value(engine: Engine) -> None:
    with pytest.raises(IntegrityError) as caught:
        write(engine, CANARY, CANARY)
    assert CANARY not in str(caught.value)
    assert CANARY not in repr(caught.value)


def test_a_writer_takes_the_lock_when_it_begins_and_readers_go_on(engine: Engine, path: Path) -> None:
    waiting = connect(path, KEY)
    waiting.execute("PRAGMA busy_timeout = 1")
    with engine.connect() as writer:
        writer.execute(text("SELECT 1"))
        with pytest.raises(dbapi2.DatabaseError) as caught:
            waiting.execute("BEGIN IMMEDIATE")
        assert isinstance(fact_behind(caught.value, path), StoreInUse)
        with engine.connect().execution_options(**{READING: True}) as reader:
            assert reader.execute(text("SELECT count(*) FROM notes")).scalar() == 0
    waiting.close()


def test_whoever_only_looks_cannot_write(engine: Engine, path: Path) -> None:
    with engine.connect().execution_options(**{READING: True}) as reader, pytest.raises(OperationalError) as caught:
        reader.execute(text("INSERT INTO notes (body) VALUES ('x')"))
    assert fact_behind(caught.value, path) is None
    with engine.begin() as writer:
        writer.execute(text("INSERT INTO notes (body) VALUES ('x')"))


def test_a_transaction_that_fails_is_undone_with_its_tables(engine: Engine) -> None:
    def fail() -> None:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE made (x)"))
            connection.execute(text("INSERT INTO notes (body) VALUES ('x')"))
            connection.execute(text("INSERT INTO nowhere VALUES (1)"))

    with pytest.raises(DBAPIError):
        fail()
    assert notes(engine) == 0
    with engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'made'")).all() == []


def test_a_full_disk_undoes_the_transaction_and_is_told(engine: Engine, path: Path) -> None:
    def fill() -> None:
        with translating(path), engine.begin() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar()
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
            for number in range(50):
                connection.execute(text("INSERT INTO notes (body) VALUES (:body)"), {"body": f"{number}" * 3000})

    with pytest.raises(DiskFull) as caught:
        fill()
    assert caught.value.folder == path.parent
    assert notes(engine) == 0


def test_a_damaged_page_is_told(engine: Engine, path: Path) -> None:
    write(engine, *(f"{number:03}" * 400 for number in range(200)))
    engine.dispose()
    content = bytearray(path.read_bytes())
    for page in range(20, len(content) // 4096):
        content[4096 * page + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreDamaged), translating(path):
        write(engine, then="SELECT sum(length(body)) FROM notes")


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        connect(tmp_path / "missing" / "store.db", KEY)
    (tmp_path / "store.db").mkdir()
    with pytest.raises(CannotRead):
        connect(tmp_path / "store.db", KEY)


class Fault(dbapi2.DatabaseError):
    def __init__(self, code: int) -> None:
        super().__init__("told by the library")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "fact"),
    [
        (5, StoreInUse),
        (5 | 2 << 8, StoreInUse),
        (6, StoreInUse),
        (7, MemoryShort),
        (10 | 1 << 8, StoreDamaged),
        (10 | 2 << 8, StoreDamaged),
        (10 | 3 << 8, CannotWrite),
        (10 | 4 << 8, CannotWrite),
        (11, StoreDamaged),
        (11 | 1 << 8, StoreDamaged),
        (13, DiskFull),
        (14, CannotRead),
        (26, StoreDamaged),
    ],
)
def test_every_fault_of_the_world_is_told_as_a_fact(code: int, fact: type[DeskError], path: Path) -> None:
    assert type(fact_behind(Fault(code), path)) is fact
    wrapped = OperationalError("SELECT", {}, Fault(code))
    assert type(fact_behind(wrapped, path)) is fact


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("database or disk is full", DiskFull),
        ("database disk image is malformed", StoreDamaged),
        ("database is locked", StoreInUse),
        ("disk I/O error", CannotWrite),
    ],
)
def test_a_fault_without_its_code_is_told_by_what_the_library_says(
    said: str, fact: type[DeskError], path: Path
) -> None:
    assert type(fact_behind(dbapi2.DatabaseError(said), path)) is fact
    assert fact_behind(dbapi2.DatabaseError("something else"), path) is None


@pytest.mark.parametrize("code", [0, 1, 19, 20, 25])
def test_a_fault_of_ours_stays_one(code: int, path: Path) -> None:
    assert fact_behind(Fault(code), path) is None
    with pytest.raises(Fault), translating(path):
        raise Fault(code)


def test_a_refused_writing_is_the_worlds_where_the_file_takes_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"")
    assert fact_behind(Fault(8), path) is None
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    told = fact_behind(Fault(8), path)
    assert isinstance(told, CannotWrite)
    assert told.reason == errno.errorcode[errno.EROFS]


def test_connections_are_shared_between_threads(engine: Engine) -> None:
    counted: list[object] = []

    def count() -> None:
        with engine.connect().execution_options(**{READING: True}) as connection:
            counted.append(connection.execute(text("SELECT count(*) FROM notes")).scalar())

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert counted == [0] * 4
