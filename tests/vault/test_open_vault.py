import os
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import CannotWrite, DiskFull
from justice_desk.foundations.ids import PersonId
from justice_desk.vault import ballast, engine, migrating, open_vault, slot_keeper
from justice_desk.vault.ballast import NAME as BALLAST
from justice_desk.vault.ballast import SIZE, drop_ballast, holds_ballast
from justice_desk.vault.errors import (
    StoreClosed,
    StoreDamaged,
    StoreExists,
    StoreInUse,
    StoreNewer,
    StoreOlder,
    StoreOnlyLooked,
)
from justice_desk.vault.header import COPIES, read_copies
from justice_desk.vault.keys import FLOOR
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.places import DATABASE, StoreLock
from justice_desk.vault.records import SettingRecord
from justice_desk.vault.slots import Newcomer, Standing
from tests.stores import PASSPHRASES, DeskAtHand

NEWCOMER = Newcomer(PersonId("nuevo"), "Eva Nueva", PASSPHRASES["ana"])


def standing(desk: DeskAtHand, *more: PersonId) -> Standing:
    return Standing(dict.fromkeys((*desk.template.persons.values(), *more), 1))


def put(desk: DeskAtHand, name: str, *, commit: bool = True) -> None:
    with desk.vault.session() as session:
        session.add(SettingRecord(name=name, value="1"))
        session.flush()
        if commit:
            session.commit()


def names(desk: DeskAtHand) -> list[str]:
    with desk.vault.session(reading=True) as session:
        return list(session.scalars(text("SELECT name FROM settings ORDER BY name")))


def test_what_is_not_committed_is_undone(desk: DeskAtHand) -> None:
    put(desk, "kept")
    put(desk, "dropped", commit=False)
    assert names(desk) == ["kept"]


def test_what_is_committed_survives_without_a_checkpoint(desk: DeskAtHand) -> None:
    put(desk, "kept")
    assert (desk.folder / f"{DATABASE}-wal").stat().st_size > 0
    desk.reopen()
    assert names(desk) == ["kept"]


def test_a_checkpoint_folds_the_log_into_the_file(desk: DeskAtHand) -> None:
    put(desk, "kept")
    desk.vault.checkpoint()
    assert (desk.folder / f"{DATABASE}-wal").stat().st_size == 0


def test_a_look_writes_nothing(desk: DeskAtHand) -> None:
    with desk.vault.session(reading=True) as session:
        session.add(SettingRecord(name="sneaked", value="1"))
        with pytest.raises(OperationalError):
            session.flush()
    assert names(desk) == []


def test_a_session_told_to_read_from_now_on_writes_no_more(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        session.add(SettingRecord(name="kept", value="1"))
        session.commit()
        desk.vault.only_read_from_now_on(session)
        assert session.scalar(text("SELECT count(*) FROM settings")) == 1
        session.add(SettingRecord(name="sneaked", value="1"))
        with pytest.raises(OperationalError):
            session.flush()
    assert names(desk) == ["kept"]


def test_a_bug_stays_a_bug(desk: DeskAtHand) -> None:
    put(desk, "once")
    with pytest.raises(IntegrityError):
        put(desk, "once")


def test_damage_that_is_met_while_reading_is_told(desk: DeskAtHand) -> None:
    desk.vault.checkpoint()
    desk.vault.engine.dispose()
    content = bytearray((desk.folder / DATABASE).read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 9] ^= 1
    (desk.folder / DATABASE).write_bytes(content)
    with pytest.raises(StoreDamaged):
        names(desk)


def test_a_closed_store_refuses_everything_and_closes_once(desk: DeskAtHand) -> None:
    desk.vault.close()
    desk.vault.close()
    assert desk.vault._key == bytearray(32)
    with pytest.raises(StoreClosed):
        names(desk)
    with pytest.raises(StoreClosed):
        desk.vault.checkpoint()
    StoreLock(desk.folder).release()


def test_locking_waits_for_the_worker_who_is_still_writing(desk: DeskAtHand) -> None:
    inside, go_on, order = threading.Event(), threading.Event(), list[str]()

    def work() -> None:
        with desk.vault.session() as session:
            session.add(SettingRecord(name="kept", value="1"))
            session.flush()
            inside.set()
            go_on.wait(10)
            session.commit()
            order.append("committed")

    def lock() -> None:
        desk.vault.close()
        order.append("locked")

    threads = [threading.Thread(target=work), threading.Thread(target=lock)]
    threads[0].start()
    assert inside.wait(10)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert order == ["committed", "locked"]
    desk.vault = desk.opened()
    assert names(desk) == ["kept"]


def test_a_store_that_is_open_is_not_opened_twice(desk: DeskAtHand) -> None:
    with pytest.raises(StoreInUse):
        desk.opened()


def test_another_key_opens_nothing_and_leaves_no_lock(desk: DeskAtHand) -> None:
    desk.vault.close()
    with pytest.raises(StoreDamaged):
        open_vault.OpenVault(desk.folder, bytes(32), desk.clock)
    desk.vault = desk.opened()


def test_a_damaged_copy_of_the_header_is_made_good_again_when_there_is_room(
    desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.vault.close()
    (desk.folder / COPIES[1]).write_bytes(b"?")

    def no_room(folder: Path, *_rest: object) -> None:
        raise DiskFull(folder)

    with monkeypatch.context() as patched:
        patched.setattr(slot_keeper, "write_header", no_room)
        desk.opened().close()
    assert len(read_copies(desk.folder)) == 1
    desk.vault = desk.opened()
    first, second = read_copies(desk.folder)
    assert first.header == second.header


def test_an_enrolment_is_pending_until_it_is_settled(desk: DeskAtHand) -> None:
    ring, generation = desk.vault.enrol(NEWCOMER, FLOOR)
    (slot,) = desk.vault.header.slots_named("eva nueva")
    assert generation == slot.generation == 1
    assert (slot.pending, slot.agreement, slot.verifying) == (True, ring.public, ring.verifying)
    desk.vault.settle(standing(desk, NEWCOMER.person))
    (settled,) = read_copies(desk.folder)[0].header.slots_named("Eva Nueva")
    assert not settled.pending


def test_an_enrolment_that_nobody_finished_goes(desk: DeskAtHand) -> None:
    desk.vault.enrol(NEWCOMER, FLOOR)
    desk.reopen()
    desk.vault.settle(standing(desk))
    assert desk.vault.header.slots_named("Eva Nueva") == ()
    assert len(desk.vault.header.persons) == 4


def test_an_enrolment_without_room_for_it_leaves_the_header_as_it_was(
    desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.vault.header

    def no_room(folder: Path, *_rest: object) -> None:
        raise DiskFull(folder)

    monkeypatch.setattr(slot_keeper, "write_header", no_room)
    with pytest.raises(DiskFull):
        desk.vault.enrol(NEWCOMER, FLOOR)
    assert desk.vault.header is before


def test_a_store_takes_its_place_in_one_step(desk: DeskAtHand, tmp_path: Path) -> None:
    put(desk, "kept")
    place = tmp_path / "place"
    place.mkdir()
    desk.vault.move_to(place)
    assert not desk.folder.exists()
    assert desk.vault.folder == place
    assert names(desk) == ["kept"]
    put(desk, "later")
    with pytest.raises(StoreInUse):
        StoreLock(place)
    assert names(desk) == ["kept", "later"]


def test_a_place_that_is_taken_stays_as_it_is_and_the_store_stays_open(desk: DeskAtHand, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (place / "letter.txt").write_text("mine")
    with pytest.raises(StoreExists):
        desk.vault.move_to(place)
    with pytest.raises(StoreExists):
        desk.vault.move_to(place / "letter.txt")
    assert [path.name for path in place.iterdir()] == ["letter.txt"]
    put(desk, "kept")
    assert names(desk) == ["kept"]
    with pytest.raises(StoreInUse):
        StoreLock(desk.folder)


def test_a_place_that_cannot_be_reached_leaves_the_store_open_where_it_was(desk: DeskAtHand, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        desk.vault.move_to(tmp_path / "missing" / "place")
    assert desk.vault.folder == desk.folder
    put(desk, "kept")
    assert names(desk) == ["kept"]
    with pytest.raises(StoreInUse):
        StoreLock(desk.folder)


def test_each_purpose_has_its_own_key(desk: DeskAtHand) -> None:
    assert desk.vault.database_key != desk.vault.journal_key
    assert len(desk.vault.database_key) == 32


def test_what_lies_on_a_damaged_page_is_never_read_as_something_else(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        session.add(SettingRecord(name="long", value="long " * 4000))
        session.commit()
    desk.vault.close()
    path, told = desk.folder / DATABASE, 0
    content = path.read_bytes()
    for page in range(len(content) // 4096, len(content) // 4096 - 8, -1):
        damaged = bytearray(content)
        damaged[(page - 1) * 4096 + 100] ^= 1
        path.write_bytes(damaged)
        try:
            desk.vault = desk.opened()
            with desk.vault.session(reading=True) as session:
                found = session.get_one(SettingRecord, "long").value
            assert found == "long " * 4000
        except StoreDamaged:
            told += 1
        desk.vault.close()
    assert told > 3


def test_no_act_rests_on_what_was_read_from_a_damaged_page(desk: DeskAtHand) -> None:
    put(desk, "kept")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "STATUS", "SELECT '0'")
        with pytest.raises(StoreDamaged):
            put(desk, "resting")
    assert names(desk) == ["kept"]


def test_on_a_full_disk_the_ballast_goes_and_comes_back_when_there_is_room(desk: DeskAtHand) -> None:
    assert holds_ballast(desk.folder)
    with pytest.raises(DiskFull), desk.vault.session():
        raise DiskFull(desk.folder)
    assert not holds_ballast(desk.folder)
    put(desk, "saved")
    desk.reopen()
    assert holds_ballast(desk.folder)
    assert (desk.folder / BALLAST).stat().st_size == SIZE


def test_without_room_for_the_ballast_the_store_opens_all_the_same(
    desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_ballast(desk.folder)
    monkeypatch.setattr(ballast, "MARGIN", 1 << 60)
    desk.reopen()
    assert not holds_ballast(desk.folder)
    put(desk, "kept")


def test_a_store_that_is_only_looked_at_is_not_touched(desk: DeskAtHand) -> None:
    put(desk, "kept")
    desk.vault.close()
    (desk.folder / "header-b.json").unlink()
    before = {path.name: path.read_bytes() for path in desk.folder.iterdir() if path.suffix in {".db", ".json"}}
    desk.vault = OpenVault(desk.folder, desk.template.vault_key, desk.clock, only_look=True)
    assert names(desk) == ["kept"]
    with pytest.raises(StoreOnlyLooked), desk.vault.session():
        pass
    with pytest.raises(StoreInUse):
        desk.opened()
    desk.vault.close()
    after = {path.name: path.read_bytes() for path in desk.folder.iterdir() if path.suffix in {".db", ".json"}}
    assert after == before


def test_a_folder_that_takes_no_files_can_be_looked_at(desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    put(desk, "kept")
    desk.vault.close()
    (desk.folder / "store.lock").unlink()
    (desk.folder / "store.lock").mkdir()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    desk.vault = OpenVault(desk.folder, desk.template.vault_key, desk.clock, only_look=True)
    assert names(desk) == ["kept"]
    assert not (desk.folder / f"{DATABASE}-wal").exists()


@pytest.mark.parametrize(("revision", "fact"), [("9999", StoreNewer), ("0000", StoreNewer), (None, StoreDamaged)])
def test_a_store_of_another_schema_is_not_looked_at(
    revision: str | None, fact: type[DeskError], desk: DeskAtHand
) -> None:
    with desk.vault.engine.begin() as connection:
        if revision is None:
            connection.execute(text("DELETE FROM alembic_version"))
        else:
            connection.execute(text("UPDATE alembic_version SET version_num = :new"), {"new": revision})
    desk.vault.close()
    with pytest.raises(fact):
        OpenVault(desk.folder, desk.template.vault_key, desk.clock, only_look=True)


def test_a_store_that_would_have_to_be_brought_up_to_date_says_so(
    desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.vault.close()
    monkeypatch.setattr(migrating, "newest_revision", lambda: "9000")
    with pytest.raises(StoreOlder):
        OpenVault(desk.folder, desk.template.vault_key, desk.clock, only_look=True)
