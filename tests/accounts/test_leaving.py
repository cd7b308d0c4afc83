import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from justice_desk.accounts import settling
from justice_desk.accounts.checking import check_store
from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.office import AGE, SIGNING, office_key, office_public
from justice_desk.accounts.rules import (
    CaseAbsent,
    LastAuthority,
    LastReader,
    NameUsedBefore,
    NotPermitted,
    PersonAbsent,
    RemovesSelf,
    Role,
    UseCase,
)
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import Persons, look
from justice_desk.foundations.files import DiskFull
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.witness import Witness
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import NotAdmitted, SignInRefused, StoreClosed, StoreDamaged
from justice_desk.vault.header import read_copies
from justice_desk.vault.places import DATABASE
from justice_desk.vault.records import OfficeKeyRecord, WrapRecord
from justice_desk.vault.ring import OFFICE, holders, newest
from justice_desk.vault.rotating import database_key, opens, rekey
from justice_desk.vault.rules import CASE_SCOPES, Scope
from justice_desk.vault.slots import Header
from tests.stores import NAMES, PASSPHRASES, DeskAtHand

STRONG = "barranco lucero quinua 85"


@pytest.fixture
def at_hand(swift_desk: DeskAtHand) -> Iterator[DeskAtHand]:
    yield swift_desk
    swift_desk.vault.close()


def refused(desk: DeskAtHand, who: str) -> bool:
    try:
        sign_out(sign_in(desk.folder, NAMES[who], PASSPHRASES[who], desk.clock))
    except SignInRefused:
        Attempts(desk.folder).forget()
        return True
    return False


def test_who_leaves_has_no_way_in_no_key_and_no_account(at_hand: DeskAtHand) -> None:
    case = at_hand.open_case("berta")
    vault_key, carla = bytes(at_hand.vault._key), at_hand.id_of("carla")
    at_hand.accounts("ana").remove_person(carla)
    assert [person.name for person in at_hand.accounts("ana").persons()] == [
        NAMES[who] for who in ("ana", "berta", "delia")
    ]
    with at_hand.vault.session(reading=True) as session:
        assert session.scalars(select(WrapRecord).where(WrapRecord.person_id == carla)).all() == []
        for scope in CASE_SCOPES:
            assert newest(session, case, scope).generation == 2
            assert carla not in holders(session, case, scope)
    line = at_hand.accounts("ana").newest_acts(1)[0]
    assert (line.action, line.about, line.alone, line.formal) == (UseCase.REMOVE_PERSON.value, carla, True, True)
    at_hand.vault.close()
    assert not opens(at_hand.folder / DATABASE, database_key(vault_key))
    header = read_copies(at_hand.folder)[0].header
    assert (len(header.persons), header.generation, header.former) == (3, 2, None)
    assert refused(at_hand, "carla")
    assert not refused(at_hand, "berta")
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()


def test_what_is_written_afterwards_is_out_of_reach_of_every_key_that_was_kept(at_hand: DeskAtHand) -> None:
    case = at_hand.open_case("berta")
    kept = at_hand.ring_of("carla")
    with at_hand.vault.session(reading=True) as session:
        for scope in CASE_SCOPES:
            kept.open_scope(session, case, scope)
        kept.open_scope(session, OFFICE, Scope.OFFICE)
    at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
    with look(at_hand.acting("ana"), UseCase.READ_CASES, case) as work:
        sealed = work.seal(case, Scope.IDENTITY, "canario", "x.y:1")
        assert work.open(case, Scope.IDENTITY, sealed, "x.y:1") == "canario"
        with pytest.raises(NotAdmitted):
            kept.open(work.session, case, Scope.IDENTITY, sealed, "x.y:1")
        record = work.session.get_one(OfficeKeyRecord, SIGNING)
        with pytest.raises(NotAdmitted):
            kept.open(work.session, OFFICE, Scope.OFFICE, record.sealed, f"office_keys.sealed:{SIGNING}")


def test_the_office_gets_other_keys_and_keeps_the_former_ones(at_hand: DeskAtHand) -> None:
    with look(at_hand.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        before = {name: (office_public(work, name), office_key(work, name)) for name in (SIGNING, AGE)}
    at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
    with look(at_hand.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        for name, pair in before.items():
            assert office_public(work, name) != pair[0]
            assert (office_public(work, f"{name}:1"), office_key(work, f"{name}:1")) == pair


def test_the_office_keeps_its_keys_when_somebody_leaves_who_never_held_them(at_hand: DeskAtHand) -> None:
    with look(at_hand.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        before = office_public(work, SIGNING)
    at_hand.accounts("ana").remove_person(at_hand.id_of("berta"))
    with look(at_hand.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        assert office_public(work, SIGNING) == before


def test_who_left_is_admitted_to_no_new_case_and_signs_in_no_more(at_hand: DeskAtHand) -> None:
    at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
    case = at_hand.open_case("ana")
    with at_hand.vault.session(reading=True) as session:
        assert at_hand.id_of("carla") not in holders(session, case, Scope.SUMMARY)
    with pytest.raises(CaseAbsent), look(at_hand.acting("carla"), UseCase.READ_CASES, case):
        pass
    assert at_hand.accounts("ana").verify_journal().fault_at is None


def test_who_cannot_leave(at_hand: DeskAtHand) -> None:
    service = at_hand.accounts("ana")
    with pytest.raises(RemovesSelf):
        service.remove_person(at_hand.id_of("ana"))
    with pytest.raises(PersonAbsent):
        service.remove_person(PersonId("nadie"))
    with pytest.raises(NotPermitted):
        at_hand.accounts("berta").remove_person(at_hand.id_of("carla"))
    second = service.add_person("Eva Nueva", frozenset({Role.AUTHORITY}), STRONG)
    at_hand.accounts("ana").remove_person(second.id)
    with pytest.raises(PersonAbsent):
        service.remove_person(second.id)


def test_the_last_authority_stays(at_hand: DeskAtHand) -> None:
    # Somebody poses as an authority who is none: the record of the others decides.
    posing = replace(at_hand.signed_in("carla"), roles=frozenset({Role.AUTHORITY}))
    service = AccountService(Persons(at_hand.vault, posing))
    with pytest.raises(LastAuthority):
        service.remove_person(at_hand.id_of("ana"))


def test_the_last_one_who_opens_a_part_of_a_case_stays(at_hand: DeskAtHand) -> None:
    at_hand.open_case("berta", excluded=["ana"])
    with pytest.raises(LastReader) as caught:
        at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
    assert caught.value.cases == 1
    at_hand.accounts("ana").remove_person(at_hand.id_of("berta"))


def test_the_name_of_somebody_who_left_is_not_given_again(at_hand: DeskAtHand) -> None:
    at_hand.accounts("ana").remove_person(at_hand.id_of("berta"))
    with pytest.raises(NameUsedBefore):
        at_hand.accounts("ana").add_person("BERTA muestra", frozenset({Role.CLERK}), STRONG)


def test_what_could_not_be_finished_is_finished_by_whoever_signs_in(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.vault.slot_keeper.write_header", no_room)
        at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
        at_hand.vault.close()
        assert len(read_copies(at_hand.folder)[0].header.persons) == 4
        assert refused(at_hand, "carla")
    assert refused(at_hand, "carla")
    header = read_copies(at_hand.folder)[0].header
    assert (len(header.persons), header.generation) == (3, 2)
    assert not refused(at_hand, "berta")


def test_a_rotation_that_stopped_before_the_database_goes_on(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.vault.open_vault.rekey", no_room)
        at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
        assert at_hand.vault.rotating
        assert len(at_hand.accounts("ana").persons()) == 3
        at_hand.vault.close()
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()
    assert not refused(at_hand, "berta")
    assert read_copies(at_hand.folder)[0].header.former is None
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()


def test_what_was_noted_of_the_journal_goes_along_to_the_new_vault_key(at_hand: DeskAtHand) -> None:
    former = at_hand.vault.journal_key
    at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
    noted = Witness(at_hand.folder, at_hand.vault.journal_key).last()
    assert noted is not None
    assert noted.size == 5
    assert Witness(at_hand.folder, former).last() is None
    assert not at_hand.accounts("ana").older_than_noted()
    assert not KeyService(at_hand.acting("ana")).standing().square_holds


def test_one_rotation_follows_for_several_who_left(at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(settling, "vault_keys_due", lambda _session: 1)
        at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
        at_hand.accounts("ana").remove_person(at_hand.id_of("delia"))
        at_hand.vault.close()
    assert not refused(at_hand, "ana")
    assert read_copies(at_hand.folder)[0].header.generation == 3


def test_an_old_copy_of_the_folder_stays_readable_to_who_left(at_hand: DeskAtHand, tmp_path: Path) -> None:
    at_hand.vault.close()
    shutil.copytree(at_hand.folder, tmp_path / "copy")
    at_hand.vault = at_hand.opened()
    at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
    sign_out(sign_in(tmp_path / "copy", NAMES["carla"], PASSPHRASES["carla"], at_hand.clock))


def test_a_rotation_whose_former_key_was_altered_is_damage(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.vault.open_vault.rekey", no_room)
        at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
    vault = at_hand.vault
    altered = replace(vault.header, former=bytes(60))
    vault._write_header(altered)
    with pytest.raises(StoreDamaged):
        _ = vault.database_key


def test_a_key_of_another_length_is_never_given_to_the_database(at_hand: DeskAtHand) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        rekey(at_hand.folder / DATABASE, at_hand.vault.database_key, b"short")


def test_a_vault_key_is_not_changed_in_what_is_closed(at_hand: DeskAtHand) -> None:
    at_hand.vault.close()
    with pytest.raises(StoreClosed):
        at_hand.vault.rotate(2, lambda _former, _present: None)


def test_a_rotation_that_stopped_after_the_database_only_ends(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Header, "without_former", lambda _self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            at_hand.accounts("ana").remove_person(at_hand.id_of("carla"))
    assert at_hand.vault.rotating
    at_hand.vault.close()
    assert not refused(at_hand, "berta")
    assert read_copies(at_hand.folder)[0].header.former is None
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()
