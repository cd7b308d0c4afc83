import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from justice_desk.foundations.files import CannotWrite, DiskFull
from justice_desk.foundations.ids import PersonId, new_id
from justice_desk.vault import admitting, opening
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import (
    CostRefused,
    RecoveryCodeWrong,
    SignInDelayed,
    SignInRefused,
    StoreDamaged,
    StoreExists,
    StoreInUse,
    StoreMissing,
    UnsafePlace,
)
from justice_desk.vault.header import COPIES, read_copies, write_header
from justice_desk.vault.keys import FLOOR, PersonKeys, derive, lock_box, seal_to, subkey
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.opening import create_store, discard, identify, unlock, unlock_with_recovery
from justice_desk.vault.places import DATABASE, StoreLock
from justice_desk.vault.ring import RECOVERY
from justice_desk.vault.slots import Newcomer, PersonSlot
from tests.stores import NAMES, PASSPHRASES, START, DeskAtHand, HandClock, Template

WRONG = "ninguna de las cuatro 85"


@pytest.fixture
def shut(desk: DeskAtHand) -> DeskAtHand:
    desk.vault.close()
    return desk


def change_copy(folder: Path, name: str, **changes: object) -> None:
    content = json.loads((folder / name).read_bytes())
    content.update(changes)
    (folder / name).write_text(json.dumps(content))


def change_slots(folder: Path, name: str, **changes: object) -> None:
    content = json.loads((folder / name).read_bytes())
    for slot in content["persons"]:
        slot.update(changes)
    (folder / name).write_text(json.dumps(content))


def test_a_store_is_made_locked_and_opened_again(tmp_path: Path) -> None:
    folder, clock = tmp_path / "deep" / "store", HandClock()
    founder = Newcomer(PersonId(new_id(clock())), "Ana Ejemplo", PASSPHRASES["ana"])
    vault, ring, sheets = create_store(folder, founder, FLOOR, clock)
    assert (folder.stat().st_mode & 0o777) == 0o700
    with pytest.raises(StoreInUse):
        unlock(folder, "Ana Ejemplo", PASSPHRASES["ana"], clock)
    vault.close()
    with pytest.raises(StoreExists):
        create_store(folder, founder, FLOOR, clock)
    again, same = unlock(folder, " ana  ejemplo", PASSPHRASES["ana"], clock)
    again.close()
    assert (same.person, same.keys.agreement.public, same.keys.verifying) == (ring.person, ring.public, ring.verifying)
    back, everything = unlock_with_recovery(folder, [sheets.texts[0].lower().replace("-", " ")], clock)
    assert everything.person == RECOVERY
    assert everything.public == back.recovery_public
    assert everything.verifying == back.header.recovery.verifying
    back.close()


@pytest.mark.parametrize(
    ("name", "passphrase"), [("ana", WRONG), ("nobody", PASSPHRASES["ana"]), ("ana", ""), ("", "")]
)
def test_a_wrong_name_and_a_wrong_passphrase_are_refused_alike(name: str, passphrase: str, shut: DeskAtHand) -> None:
    with pytest.raises(SignInRefused):
        unlock(shut.folder, NAMES.get(name, name), passphrase, shut.clock)
    assert len(Attempts(shut.folder).moments()) == 1


def test_too_many_failures_delay_even_the_right_passphrase(shut: DeskAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        Attempts(shut.folder).failed(shut.clock())
    with monkeypatch.context() as patched:
        patched.setattr(admitting, "open_person_slot", None)
        with pytest.raises(SignInDelayed) as caught:
            unlock(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)
    shut.clock.at = caught.value.until
    unlock(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)[0].close()


def test_the_right_passphrase_before_a_damaged_first_page_is_told_as_damage(shut: DeskAtHand) -> None:
    database = shut.folder / DATABASE
    content = bytearray(database.read_bytes())
    content[40] ^= 1
    database.write_bytes(content)
    with pytest.raises(SignInRefused):
        unlock(shut.folder, NAMES["ana"], WRONG, shut.clock)
    with pytest.raises(StoreDamaged) as caught:
        unlock(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)
    assert caught.value.part == DATABASE


@pytest.mark.parametrize(("content", "reason"), [(None, "missing"), (b"", "empty")])
def test_a_store_without_its_database_is_damage_and_no_new_store(
    content: bytes | None, reason: str, shut: DeskAtHand
) -> None:
    (shut.folder / DATABASE).unlink()
    if content is not None:
        (shut.folder / DATABASE).write_bytes(content)
    with pytest.raises(StoreDamaged) as caught:
        unlock(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)
    assert caught.value.reason == reason
    assert not (shut.folder / DATABASE).exists() or (shut.folder / DATABASE).read_bytes() == b""


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        unlock(tmp_path, "Ana", "x", HandClock())


def test_a_store_that_was_moved_into_a_synchronised_folder_is_refused(shut: DeskAtHand, tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    moved = shut.folder.rename(tmp_path / "OneDrive" / "store")
    with pytest.raises(UnsafePlace):
        unlock(moved, NAMES["ana"], PASSPHRASES["ana"], shut.clock)
    with pytest.raises(UnsafePlace):
        unlock_with_recovery(moved, shut.template.recovery_code, shut.clock)


DAMAGES: list[dict[str, Any]] = [
    {"memory_kib": FLOOR.memory_kib + 8},
    {"memory_kib": 2**40},
    {"salt": "AAAAAAAAAAAAAAAAAAAAAA=="},
    {"box": "A" * 123 + "="},
    {"vault_key": "A" * 107 + "="},
    {"generation": 2},
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: str(next(iter(damage))))
def test_one_damaged_copy_of_a_slot_does_not_keep_a_person_out(damage: dict[str, Any], shut: DeskAtHand) -> None:
    change_slots(shut.folder, COPIES[0], **damage)
    unlock(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)[0].close()
    copies = read_copies(shut.folder)
    assert copies[0].header == copies[1].header
    assert all(copy.genuine(subkey(shut.template.vault_key, "header")) for copy in copies)
    assert Attempts(shut.folder).moments() == []


def test_a_wrong_passphrase_is_counted_even_where_a_copy_is_damaged(shut: DeskAtHand) -> None:
    change_slots(shut.folder, COPIES[0], memory_kib=2**40)
    with pytest.raises(SignInRefused):
        unlock(shut.folder, NAMES["ana"], WRONG, shut.clock)
    assert len(Attempts(shut.folder).moments()) == 1


def test_a_derivation_made_to_stop_the_desk_is_refused_at_once(shut: DeskAtHand) -> None:
    for name in COPIES:
        change_slots(shut.folder, name, passes=2**40)
    with pytest.raises(CostRefused):
        unlock(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)
    assert Attempts(shut.folder).moments() == []


@pytest.mark.parametrize("change", [{"vault_key": "A" * 107 + "="}, {"pending": True}, {"name_hash": None}])
def test_a_slot_that_a_stranger_changed_in_both_copies_is_damage(change: dict[str, Any], shut: DeskAtHand) -> None:
    for name in COPIES:
        if change == {"name_hash": None}:
            change_copy(shut.folder, name, name_salt="AAAAAAAAAAAAAAAAAAAAAA==")
        else:
            change_slots(shut.folder, name, **change)
    with pytest.raises(SignInRefused if "name_hash" in change else StoreDamaged):
        unlock(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)


def test_nobody_enters_by_an_older_copy(shut: DeskAtHand) -> None:
    mac_key = subkey(shut.template.vault_key, "header")
    header = read_copies(shut.folder)[0].header
    gone = [slot for slot in header.persons if slot.person != shut.id_of("berta")]
    newer = replace(header, sequence=header.sequence + 1, persons=tuple(gone))
    older_copy = (shut.folder / COPIES[1]).read_bytes()
    write_header(shut.folder, newer, mac_key)
    (shut.folder / COPIES[1]).write_bytes(older_copy)
    with pytest.raises(SignInRefused):
        unlock(shut.folder, NAMES["berta"], PASSPHRASES["berta"], shut.clock)
    unlock(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)[0].close()
    assert [copy.header for copy in read_copies(shut.folder)] == [newer, newer]


def strangers_slot(desk: DeskAtHand, posing_as: str, passphrase: str) -> PersonSlot:
    header, mine = desk.vault.header, PersonKeys.fresh()
    bare = replace(
        next(slot for slot in header.persons if slot.person == desk.id_of(posing_as)),
        name_hash=header.name_hash("Un Extraño"),
        agreement=mine.agreement.public,
        verifying=mine.verifying,
    )
    label = bare.label(header.store)
    box = lock_box(derive(passphrase, bare.salt, bare.cost), mine.to_bytes(), label)
    return replace(bare, box=box, vault_key=seal_to(mine.agreement.public, bytes(32), label))


def test_a_slot_written_by_a_stranger_lets_nobody_in_and_approves_nothing(desk: DeskAtHand) -> None:
    passphrase = "la clave de un extraño"
    slot = strangers_slot(desk, "carla", passphrase)
    forged = replace(desk.vault.header.with_person(slot), sequence=999)
    write_header(desk.folder, forged, b"x" * 32)
    with pytest.raises(SignInRefused):
        identify(desk.vault, "Un Extraño", passphrase)
    desk.vault.close()
    with pytest.raises(StoreDamaged):
        unlock(desk.folder, "Un Extraño", passphrase, desk.clock)


def test_a_second_person_is_known_by_their_own_passphrase(desk: DeskAtHand) -> None:
    ring = identify(desk.vault, NAMES["carla"], PASSPHRASES["carla"]).ring()
    assert (ring.person, ring.public) == (desk.id_of("carla"), desk.ring_of("carla").public)
    with pytest.raises(SignInRefused):
        identify(desk.vault, NAMES["carla"], PASSPHRASES["berta"])
    assert len(Attempts(desk.folder).moments()) == 1


def test_the_code_on_paper_opens_this_store_alone(shut: DeskAtHand, tmp_path: Path) -> None:
    other, _, sheets = create_store(
        tmp_path / "other", Newcomer(PersonId("p"), "Otra", PASSPHRASES["ana"]), FLOOR, HandClock()
    )
    other.close()
    with pytest.raises(RecoveryCodeWrong) as caught:
        unlock_with_recovery(shut.folder, sheets.texts, shut.clock)
    assert caught.value.row == 0
    with pytest.raises(RecoveryCodeWrong) as caught:
        unlock_with_recovery(shut.folder, ["0" + shut.template.recovery_code[1:].replace("A", "B")], shut.clock)
    assert caught.value.row > 0


def test_one_damaged_copy_of_the_recovery_slot_does_not_close_the_way_back(shut: DeskAtHand) -> None:
    content = json.loads((shut.folder / COPIES[0]).read_bytes())
    content["recovery"]["box"] = "A" * 123 + "="
    (shut.folder / COPIES[0]).write_text(json.dumps(content))
    vault, ring = unlock_with_recovery(shut.folder, [shut.template.recovery_code], shut.clock)
    assert ring.public == vault.recovery_public
    vault.close()


def test_a_vault_key_that_was_changed_behind_the_code_on_paper_is_damage(shut: DeskAtHand) -> None:
    for name in COPIES:
        content = json.loads((shut.folder / name).read_bytes())
        content["recovery"]["vault_key"] = "A" * 107 + "="
        (shut.folder / name).write_text(json.dumps(content))
    with pytest.raises(StoreDamaged):
        unlock_with_recovery(shut.folder, [shut.template.recovery_code], shut.clock)


def test_a_failed_making_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(folder: Path, *_rest: object, **_named: object) -> OpenVault:
        raise DiskFull(folder)

    folder = tmp_path / "store"
    founder = Newcomer(PersonId("p"), "Ana", PASSPHRASES["ana"])
    with monkeypatch.context() as patched:
        patched.setattr(opening, "OpenVault", no_room)
        with pytest.raises(DiskFull):
            create_store(folder, founder, FLOOR, HandClock())
    assert not folder.exists()
    vault, _, _ = create_store(folder, founder, FLOOR, HandClock())
    vault.close()


def test_a_store_is_not_made_where_it_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    founder = Newcomer(PersonId("p"), "Ana", PASSPHRASES["ana"])
    with pytest.raises(CannotWrite):
        create_store(tmp_path / "file" / "store", founder, FLOOR, HandClock())
    with pytest.raises(UnsafePlace):
        create_store(tmp_path / "Dropbox" / "store", founder, FLOOR, HandClock())
    assert not (tmp_path / "Dropbox").exists()


def test_remains_are_discarded_and_nothing_else(shut: DeskAtHand, tmp_path: Path) -> None:
    discard(tmp_path / "missing")
    (shut.folder / "card.json").write_bytes(b"{}")
    (shut.folder / ".header-a.json.0123abcd.part").write_bytes(b"{}")
    discard(shut.folder, ("card.json",))
    assert not shut.folder.exists()


def test_files_that_no_store_would_have_are_left_where_they_are(shut: DeskAtHand) -> None:
    (shut.folder / "letter.txt").write_text("mine")
    with pytest.raises(StoreExists):
        discard(shut.folder)
    assert (shut.folder / "letter.txt").read_text() == "mine"


def test_what_another_program_is_making_is_not_discarded(tmp_path: Path) -> None:
    lock = StoreLock(tmp_path)
    with pytest.raises(StoreInUse):
        discard(tmp_path)
    lock.release()


def test_remains_that_cannot_be_removed_are_told(shut: DeskAtHand) -> None:
    (shut.folder / DATABASE).unlink()
    (shut.folder / DATABASE).mkdir()
    with pytest.raises(CannotWrite):
        discard(shut.folder)


def test_a_passphrase_is_not_told_when_a_newcomer_is_printed() -> None:
    assert PASSPHRASES["ana"] not in repr(Newcomer(PersonId("p"), "Ana", PASSPHRASES["ana"]))


def test_a_copy_of_the_folder_opens_elsewhere(shut: DeskAtHand, store_template: Template, tmp_path: Path) -> None:
    shutil.copytree(shut.folder, tmp_path / "copy")
    vault, ring = unlock(tmp_path / "copy", NAMES["berta"], PASSPHRASES["berta"], HandClock(START))
    assert ring.person == store_template.persons["berta"]
    vault.close()
