import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from justice_desk.accounts import key_service
from justice_desk.accounts import sign_in as sign_in_module
from justice_desk.accounts.checking import check_store
from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.rules import NotPermitted, PassphraseUnchanged, PassphraseWeak, UseCase
from justice_desk.accounts.sign_in import sign_in, sign_in_with_keyring, sign_out
from justice_desk.accounts.work import look
from justice_desk.foundations.files import DiskFull
from justice_desk.foundations.ids import PersonId
from justice_desk.vault import open_vault, slot_keeper
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import KeyringUnusable, RecoveryCodeWrong, SignInRefused
from justice_desk.vault.header import read_copies
from justice_desk.vault.opening import keyring_offered, paper_of, unlock_with_recovery
from justice_desk.vault.places import DATABASE
from justice_desk.vault.ring import RECOVERY, holders
from justice_desk.vault.rules import CASE_SCOPES, Paper
from tests.stores import NAMES, PASSPHRASES, DeskAtHand

NEW = "barranco lucero quinua 85"


def keys(desk: DeskAtHand, who: str) -> KeyService:
    return KeyService(desk.acting(who))


def enters(desk: DeskAtHand, who: str, passphrase: str) -> bool:
    try:
        persons = sign_in(desk.folder, NAMES[who], passphrase, desk.clock)
    except SignInRefused:
        Attempts(desk.folder).forget()
        return False
    sign_out(persons)
    return True


@pytest.fixture
def at_hand(swift_desk: DeskAtHand) -> Iterator[DeskAtHand]:
    yield swift_desk
    swift_desk.vault.close()


def test_a_new_passphrase_opens_and_the_old_one_does_not(at_hand: DeskAtHand) -> None:
    case = at_hand.open_case("berta")
    keys(at_hand, "berta").change_passphrase(PASSPHRASES["berta"], NEW)
    (slot,) = at_hand.vault.header.slots_named(NAMES["berta"])
    assert (slot.generation, slot.pending) == (2, False)
    assert at_hand.accounts("ana").verify_journal().fault_at is None
    line = at_hand.accounts("ana").newest_acts(1)[0]
    assert (line.action, line.formal) == (UseCase.CHANGE_PASSPHRASE.value, True)
    at_hand.vault.close()
    assert enters(at_hand, "berta", NEW)
    assert not enters(at_hand, "berta", PASSPHRASES["berta"])
    persons = sign_in(at_hand.folder, NAMES["berta"], NEW, at_hand.clock)
    with look(persons, UseCase.READ_CASES, case):
        pass
    sign_out(persons)
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()


def test_the_old_passphrase_is_asked_and_counted(at_hand: DeskAtHand) -> None:
    with pytest.raises(SignInRefused):
        keys(at_hand, "berta").change_passphrase("otra cosa", NEW)
    assert len(Attempts(at_hand.folder).moments()) == 1
    with pytest.raises(PassphraseUnchanged):
        keys(at_hand, "berta").change_passphrase(PASSPHRASES["berta"], PASSPHRASES["berta"])
    with pytest.raises(PassphraseWeak):
        keys(at_hand, "berta").change_passphrase(PASSPHRASES["berta"], "berta 1")
    assert read_copies(at_hand.folder)[0].header == at_hand.vault.header
    assert at_hand.accounts("ana").verify_journal().size == 4


def test_without_room_the_old_passphrase_stays(at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    with monkeypatch.context() as patched:
        patched.setattr(slot_keeper, "write_header", no_room)
        with pytest.raises(DiskFull):
            keys(at_hand, "berta").change_passphrase(PASSPHRASES["berta"], NEW)
    at_hand.vault.close()
    assert enters(at_hand, "berta", PASSPHRASES["berta"])
    assert not enters(at_hand, "berta", NEW)


def test_a_change_that_was_not_journalled_never_was(at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.accounts.work.append", no_room)
        with pytest.raises(DiskFull):
            keys(at_hand, "berta").change_passphrase(PASSPHRASES["berta"], NEW)
    assert len(at_hand.vault.header.persons) == 4
    at_hand.vault.close()
    assert enters(at_hand, "berta", PASSPHRASES["berta"])
    assert not enters(at_hand, "berta", NEW)


def test_a_pending_change_lets_in_by_the_one_that_the_journal_tells_of(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The settling fails, at the end of the change and again at the first sign-in: the header holds both slots.
    with monkeypatch.context() as patched:
        patched.setattr(open_vault.OpenVault, "settle", lambda *_asked: None)
        keys(at_hand, "berta").change_passphrase(PASSPHRASES["berta"], NEW)
        at_hand.vault.close()
        assert len(read_copies(at_hand.folder)[0].header.persons) == 5
        assert not enters(at_hand, "berta", PASSPHRASES["berta"])
        assert enters(at_hand, "berta", NEW)
    assert enters(at_hand, "berta", NEW)
    assert len(read_copies(at_hand.folder)[0].header.persons) == 4


def test_a_database_put_back_from_before_locks_nobody_out(at_hand: DeskAtHand, tmp_path: Path) -> None:
    at_hand.vault.close()
    shutil.copy(at_hand.folder / DATABASE, tmp_path / "older.db")
    at_hand.vault = at_hand.opened()
    keys(at_hand, "berta").change_passphrase(PASSPHRASES["berta"], NEW)
    at_hand.vault.close()
    shutil.copy(tmp_path / "older.db", at_hand.folder / DATABASE)
    assert enters(at_hand, "berta", NEW)
    assert enters(at_hand, "ana", PASSPHRASES["ana"])


@pytest.mark.parametrize("kind", Paper)
def test_other_sheets_take_the_place_of_those_there_were(kind: Paper, at_hand: DeskAtHand) -> None:
    case = at_hand.open_case("ana")
    service = keys(at_hand, "ana")
    paper = service.fresh_paper(kind)
    assert service.renew_recovery(paper) == 0
    standing = service.standing()
    assert (standing.paper, standing.out_of_reach, standing.square_holds) == (kind, 0, True)
    assert at_hand.accounts("ana").verify_journal().fault_at is None
    assert not at_hand.accounts("ana").older_than_noted()
    at_hand.vault.close()
    assert paper_of(at_hand.folder) is kind
    with pytest.raises(RecoveryCodeWrong if kind is Paper.CODE else Exception):
        unlock_with_recovery(at_hand.folder, [at_hand.template.recovery_code], at_hand.clock)
    vault, ring = unlock_with_recovery(at_hand.folder, paper.sheets.texts[-2:], at_hand.clock)
    with vault.session(reading=True) as session:
        for scope in CASE_SCOPES:
            assert ring.open_scope(session, case, scope)
    vault.close()
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()


def test_what_others_hold_is_reached_once_they_sign_in(at_hand: DeskAtHand) -> None:
    case = at_hand.open_case("berta", excluded=["ana"])
    paper = keys(at_hand, "ana").fresh_paper(Paper.CODE)
    assert keys(at_hand, "ana").renew_recovery(paper) == 3
    assert keys(at_hand, "ana").standing().out_of_reach == 3
    at_hand.vault.close()
    assert enters(at_hand, "berta", PASSPHRASES["berta"])
    assert enters(at_hand, "carla", PASSPHRASES["carla"])
    vault, ring = unlock_with_recovery(at_hand.folder, paper.sheets.texts, at_hand.clock)
    with vault.session(reading=True) as session:
        for scope in CASE_SCOPES:
            assert RECOVERY in holders(session, case, scope)
            assert ring.open_scope(session, case, scope)
    vault.close()


def test_only_an_authority_makes_other_sheets(at_hand: DeskAtHand) -> None:
    service = keys(at_hand, "berta")
    with pytest.raises(NotPermitted):
        service.renew_recovery(service.fresh_paper(Paper.CODE))
    assert at_hand.vault.header.renewed is None


def test_other_sheets_without_room_for_them_leave_the_old_ones(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    service = keys(at_hand, "ana")
    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.accounts.work.append", no_room)
        with pytest.raises(DiskFull):
            service.renew_recovery(service.fresh_paper(Paper.SHARES))
    at_hand.vault.close()
    vault, ring = unlock_with_recovery(at_hand.folder, [at_hand.template.recovery_code], at_hand.clock)
    assert ring.public == vault.recovery_public
    vault.close()


def test_everybody_is_told_once_that_the_sheets_are_others(at_hand: DeskAtHand) -> None:
    service = keys(at_hand, "ana")
    service.renew_recovery(service.fresh_paper(Paper.CODE))
    assert service.recovery_used() == []
    (told,) = keys(at_hand, "berta").recovery_used()
    assert (told.action, told.actor) == (UseCase.RENEW_RECOVERY.value, NAMES["ana"])
    keys(at_hand, "berta").note_recovery(told.seq)
    assert keys(at_hand, "berta").recovery_used() == []
    assert len(keys(at_hand, "carla").recovery_used()) == 1


class Ring:
    """A key store of the system, in memory."""

    def __init__(self) -> None:
        self.works = True
        self.held: dict[PersonId, bytes] = {}

    def put(self, _store: str, person: PersonId) -> bytes:
        self.held[person] = b"s" * 32
        return self.held[person]

    def get(self, _store: str, person: PersonId) -> bytes | None:
        return self.held.get(person)

    def take(self, _store: str, person: PersonId) -> None:
        self.held.pop(person, None)


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    made = Ring()
    monkeypatch.setattr(key_service, "keyring_works", lambda: made.works)
    monkeypatch.setattr(key_service, "put_into_keyring", made.put)
    monkeypatch.setattr(key_service, "take_out_of_keyring", made.take)
    monkeypatch.setattr(sign_in_module, "secret_in_keyring", made.get)
    return made


def test_the_keyring_opens_the_desk_beside_the_passphrase_until_it_is_turned_off(
    at_hand: DeskAtHand, ring: Ring
) -> None:
    service = keys(at_hand, "berta")
    assert not service.standing().keyring
    service.use_keyring(PASSPHRASES["berta"])
    assert service.standing().keyring
    assert at_hand.accounts("ana").newest_acts(1)[0].action == UseCase.USE_KEYRING.value
    at_hand.vault.close()
    assert keyring_offered(at_hand.folder)
    persons = sign_in_with_keyring(at_hand.folder, NAMES["berta"], at_hand.clock)
    assert persons.first.person == at_hand.id_of("berta")
    KeyService(persons).leave_keyring()
    sign_out(persons)
    assert ring.held == {}
    assert not keyring_offered(at_hand.folder)
    with pytest.raises(SignInRefused):
        sign_in_with_keyring(at_hand.folder, NAMES["berta"], at_hand.clock)
    assert enters(at_hand, "berta", PASSPHRASES["berta"])
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()


def test_the_keyring_opens_nothing_for_others_nor_with_another_secret(at_hand: DeskAtHand, ring: Ring) -> None:
    keys(at_hand, "berta").use_keyring(PASSPHRASES["berta"])
    at_hand.vault.close()
    for name in (NAMES["ana"], "Nadie"):
        with pytest.raises(SignInRefused):
            sign_in_with_keyring(at_hand.folder, name, at_hand.clock)
    ring.held[at_hand.id_of("berta")] = b"t" * 32
    with pytest.raises(SignInRefused):
        sign_in_with_keyring(at_hand.folder, NAMES["berta"], at_hand.clock)
    ring.held.clear()
    with pytest.raises(SignInRefused):
        sign_in_with_keyring(at_hand.folder, NAMES["berta"], at_hand.clock)


def test_another_passphrase_ends_the_keyring(at_hand: DeskAtHand, ring: Ring) -> None:
    service = keys(at_hand, "berta")
    service.use_keyring(PASSPHRASES["berta"])
    service.change_passphrase(PASSPHRASES["berta"], NEW)
    assert (ring.held, at_hand.vault.header.devices) == ({}, ())
    assert not service.standing().keyring


def test_the_keyring_is_not_turned_on_by_others_nor_where_there_is_none(at_hand: DeskAtHand, ring: Ring) -> None:
    service = keys(at_hand, "berta")
    with pytest.raises(SignInRefused):
        service.use_keyring("otra cosa")
    ring.works = False
    with pytest.raises(KeyringUnusable):
        service.use_keyring(PASSPHRASES["berta"])
    assert at_hand.vault.header.devices == ()


def test_without_room_the_keyring_stays_off(at_hand: DeskAtHand, ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.accounts.work.append", no_room)
        with pytest.raises(DiskFull):
            keys(at_hand, "berta").use_keyring(PASSPHRASES["berta"])
    assert (ring.held, at_hand.vault.header.devices) == ({}, ())


def test_whoever_shares_a_name_with_another_slot_changes_only_their_own(at_hand: DeskAtHand) -> None:
    # The account was renamed behind the header's back: the passphrase opens somebody else's slot.
    posing = replace(at_hand.acting("berta"), first=replace(at_hand.signed_in("berta"), name=NAMES["carla"]))
    with pytest.raises(SignInRefused):
        KeyService(posing).change_passphrase(PASSPHRASES["carla"], NEW)
    with pytest.raises(SignInRefused):
        KeyService(posing).use_keyring(PASSPHRASES["carla"])
