import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from justice_desk.foundations.files import CannotWrite, DiskFull
from justice_desk.foundations.ids import PersonId
from justice_desk.vault import open_vault
from justice_desk.vault.errors import StoreClosed, StoreDamaged, StoreExists, StoreInUse
from justice_desk.vault.header import COPIES, read_copies
from justice_desk.vault.keys import FLOOR
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
        patched.setattr(open_vault, "write_header", no_room)
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

    monkeypatch.setattr(open_vault, "write_header", no_room)
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
