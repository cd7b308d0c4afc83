from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from justice_desk.foundations.files import CannotRead, DiskFull
from justice_desk.vault import pages
from justice_desk.vault.engine import connect, keyed
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.pages import check_pages, copy_store
from justice_desk.vault.rules import Damage, Finding

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "store.db"
    connection = connect(place, KEY)
    connection.execute("CREATE TABLE parents (id INTEGER PRIMARY KEY)")
    connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, body, parent REFERENCES parents)")
    for number in range(100):
        connection.execute("INSERT INTO notes (body) VALUES (?)", (bytes([number]) * 1500,))
    connection.close()
    return place


def test_a_sound_file_has_no_findings(path: Path) -> None:
    assert check_pages(path, KEY) == []


def test_every_damaged_page_is_named(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in (1, 12, 20):
        content[(page - 1) * 4096 + 57] ^= 1
    path.write_bytes(content)
    assert check_pages(path, KEY) == [Finding(Damage.PAGE, page) for page in ("1", "12", "20")]


@pytest.mark.parametrize("keep", [4096 * 10, 4096 * 10 + 100, 100])
def test_a_file_that_was_cut_is_found(keep: int, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:keep])
    assert check_pages(path, KEY) != []


def test_a_reference_to_nothing_is_found(path: Path) -> None:
    connection = connect(path, KEY)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("UPDATE notes SET parent = 7 WHERE id = 3")
    connection.close()
    assert check_pages(path, KEY) == [Finding(Damage.REFERENCE, "notes:3 → parents")]


def test_a_table_that_lost_its_order_is_found(path: Path) -> None:
    connection = connect(path, KEY)
    connection.execute("CREATE INDEX by_parent ON notes (parent)")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX by_parent ON notes (body)' WHERE name = 'by_parent'"
    )
    connection.close()
    assert {finding.damage for finding in check_pages(path, KEY)} == {Damage.STRUCTURE}


def test_a_copy_holds_what_is_still_in_the_log(path: Path) -> None:
    writing = connect(path, KEY)
    writing.execute("INSERT INTO notes (body) VALUES ('newest')")
    target = path.with_name("copy.db")
    copy_store(path, target, KEY)
    writing.close()
    assert not target.read_bytes().startswith(b"SQLite format 3")
    copied = connect(target, KEY)
    assert copied.execute("SELECT count(*) FROM notes WHERE body = 'newest'").fetchone() == (1,)
    copied.close()


def test_a_damaged_store_leaves_no_copy(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 15 + 7] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        copy_store(path, path.with_name("copy.db"), KEY)
    assert [file.name for file in path.parent.iterdir() if "copy" in file.name] == []


def test_a_copy_that_does_not_verify_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "check_pages", lambda *_asked, **_how: [Finding(Damage.PAGE, "3")])
    with pytest.raises(StoreDamaged) as caught:
        copy_store(path, path.with_name("copy.db"), KEY)
    assert (caught.value.part, caught.value.reason) == ("copy.db", "page")
    assert [file.name for file in path.parent.iterdir() if "copy" in file.name] == []


def test_a_disk_without_room_for_the_copy_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def limited(place: Path, key: bytes, *, still: bool = False) -> dbapi2.Connection:
        connection = keyed(place, key, still=still)
        connection.execute("PRAGMA max_page_count = 3")
        return connection

    monkeypatch.setattr(pages, "keyed", limited)
    with pytest.raises(DiskFull):
        copy_store(path, path.with_name("copy.db"), KEY)
    assert [file.name for file in path.parent.iterdir() if "copy" in file.name] == []


def test_a_place_that_cannot_be_read_is_not_damage(tmp_path: Path) -> None:
    (tmp_path / "store.db").mkdir()
    with pytest.raises(CannotRead):
        check_pages(tmp_path / "store.db", KEY)


def test_no_damaged_page_is_copied_not_even_the_last(path: Path) -> None:
    connection = connect(path, KEY)
    connection.execute("INSERT INTO notes (body) VALUES (?)", (b"long" * 2500,))
    connection.close()
    content = path.read_bytes()
    for page in range(1, len(content) // 4096 + 1):
        damaged = bytearray(content)
        damaged[(page - 1) * 4096 + 100] ^= 1
        path.write_bytes(damaged)
        with pytest.raises(StoreDamaged):
            copy_store(path, path.with_name("copy.db"), KEY)
