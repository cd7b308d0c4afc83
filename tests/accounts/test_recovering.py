from collections.abc import Iterator

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.recovering import Recovering, Return, open_with_paper
from justice_desk.accounts.rules import (
    NameTaken,
    PassphraseWeak,
    PersonAbsent,
    Role,
    RolesMissing,
    UseCase,
)
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import Persons, look
from justice_desk.foundations.files import DiskFull
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import RecoveryCodeWrong, SharesTooFew, ShareWrong, SignInRefused, StoreClosed
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.opening import unlock_with_recovery
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.recovery import fresh_sheets
from justice_desk.vault.rules import CASE_SCOPES, Paper
from tests.stores import NAMES, PASSPHRASES, DeskAtHand

NEW = "barranco lucero quinua 85"


@pytest.fixture
def at_hand(swift_desk: DeskAtHand) -> Iterator[DeskAtHand]:
    yield swift_desk
    swift_desk.vault.close()


def opened(desk: DeskAtHand) -> Recovering:
    desk.vault.close()
    return open_with_paper(desk.folder, [desk.template.recovery_code], desk.clock)


def back(desk: DeskAtHand, who: str, passphrase: str = NEW) -> Return:
    return Return(desk.id_of(who), "", frozenset(), passphrase)


def newcomer(
    name: str = "Eva Nueva", passphrase: str = NEW, roles: frozenset[Role] = frozenset({Role.AUTHORITY})
) -> Return:
    return Return(None, name, roles, passphrase)


def finished(desk: DeskAtHand, who: Return, kind: Paper = Paper.CODE) -> tuple[Persons, NewPaper]:
    recovering = opened(desk)
    paper = recovering.fresh_paper(kind)
    return recovering.finish(who, paper), paper


@pytest.mark.parametrize("kind", Paper)
def test_who_forgot_comes_back_with_fresh_keys_and_reads_what_they_read(kind: Paper, at_hand: DeskAtHand) -> None:
    case, without = at_hand.open_case("ana"), at_hand.open_case("berta", excluded=["carla"])
    at_hand.accounts("carla").keep_draft("place", "typed")
    persons, paper = finished(at_hand, back(at_hand, "carla"), kind)
    assert persons.first.person == at_hand.id_of("carla")
    assert persons.first.ring.public != at_hand.ring_of("carla").public
    with look(persons, UseCase.READ_CASES, case) as work:
        for scope in CASE_SCOPES:
            assert work.ring.open_scope(work.session, case, scope)
    service = AccountService(persons)
    assert [line.case for line in service.newest_acts() if line.case is not None] == [case]
    assert service.drafts() == []
    assert service.verify_journal().fault_at is None
    assert not service.older_than_noted()
    sign_out(persons)
    with pytest.raises(SignInRefused):
        sign_in(at_hand.folder, NAMES["carla"], PASSPHRASES["carla"], at_hand.clock)
    with pytest.raises((RecoveryCodeWrong, ShareWrong)):
        open_with_paper(at_hand.folder, [at_hand.template.recovery_code], at_hand.clock)
    vault, ring = unlock_with_recovery(at_hand.folder, paper.sheets.texts[:2], at_hand.clock)
    with vault.session(reading=True) as session:
        assert ring.open_scope(session, without, CASE_SCOPES[-1])
    vault.close()
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()


def test_what_was_signed_with_the_keys_before_still_verifies(at_hand: DeskAtHand) -> None:
    at_hand.open_case("carla")
    persons, paper = finished(at_hand, back(at_hand, "carla"))
    sign_out(persons)
    again = open_with_paper(at_hand.folder, paper.sheets.texts, at_hand.clock)
    persons = again.finish(back(at_hand, "carla", NEW + " 9"), again.fresh_paper(Paper.CODE))
    assert AccountService(persons).verify_journal().fault_at is None
    sign_out(persons)


def test_somebody_new_comes_in_by_paper_where_nobody_is_left(at_hand: DeskAtHand) -> None:
    case = at_hand.open_case("berta", excluded=["ana"])
    persons, _ = finished(at_hand, newcomer(roles=frozenset({Role.AUTHORITY, Role.LIAISON})))
    assert persons.first.name == "Eva Nueva"
    with look(persons, UseCase.READ_CASES, case) as work:
        assert work.ring.open_scope(work.session, case, CASE_SCOPES[-1])
    assert AccountService(persons).verify_journal().fault_at is None
    sign_out(persons)
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()


def test_a_new_defender_by_paper_reads_no_case(at_hand: DeskAtHand) -> None:
    at_hand.open_case("berta")
    persons, _ = finished(at_hand, newcomer(roles=frozenset({Role.DEFENDER})))
    assert all(line.case is None for line in AccountService(persons).newest_acts())
    sign_out(persons)


def test_using_the_paper_is_journalled_even_if_nobody_comes_back_and_everybody_is_told(at_hand: DeskAtHand) -> None:
    recovering = opened(at_hand)
    assert [person.name for person in recovering.people()] == sorted(NAMES.values())
    recovering.abandon()
    persons = sign_in(at_hand.folder, NAMES["ana"], PASSPHRASES["ana"], at_hand.clock)
    service = KeyService(persons)
    (used,) = service.recovery_used()
    assert (used.action, used.actor) == (UseCase.USE_RECOVERY.value, "")
    service.note_recovery(used.seq)
    assert service.recovery_used() == []
    sign_out(persons)
    again = open_with_paper(at_hand.folder, [at_hand.template.recovery_code], at_hand.clock)
    persons = again.finish(back(at_hand, "ana"), again.fresh_paper(Paper.CODE))
    assert len(KeyService(persons).recovery_used()) == 1
    sign_out(persons)


@pytest.mark.parametrize(
    ("who", "fault"),
    [
        (newcomer(passphrase="corta"), PassphraseWeak),
        (newcomer(name="ana EJEMPLO"), NameTaken),
        (newcomer(roles=frozenset()), RolesMissing),
        (Return(PersonId("nadie"), "", frozenset(), NEW), PersonAbsent),
    ],
)
def test_who_cannot_come_back_so_may_try_again(who: Return, fault: type[Exception], at_hand: DeskAtHand) -> None:
    recovering = opened(at_hand)
    with pytest.raises(fault):
        recovering.finish(who, recovering.fresh_paper(Paper.CODE))
    persons = recovering.finish(back(at_hand, "berta"), recovering.fresh_paper(Paper.CODE))
    assert AccountService(persons).verify_journal().fault_at is None
    sign_out(persons)


def test_without_room_the_paper_that_was_used_still_counts(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    recovering = opened(at_hand)

    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.accounts.work.append", no_room)
        with pytest.raises(DiskFull):
            recovering.finish(back(at_hand, "berta"), recovering.fresh_paper(Paper.SHARES))
    recovering.abandon()
    sign_out(sign_in(at_hand.folder, NAMES["berta"], PASSPHRASES["berta"], at_hand.clock))
    open_with_paper(at_hand.folder, [at_hand.template.recovery_code], at_hand.clock).abandon()
    assert check_store(at_hand.folder, PASSPHRASES["ana"], at_hand.clock, NAMES["ana"]).findings == ()


def test_a_store_whose_opening_cannot_be_journalled_stays_closed(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(at_hand.folder)

    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.accounts.work.append", no_room)
        with pytest.raises(DiskFull):
            opened(at_hand)
    at_hand.vault = at_hand.opened()


def test_one_share_opens_nothing(at_hand: DeskAtHand) -> None:
    persons, paper = finished(at_hand, back(at_hand, "ana"), Paper.SHARES)
    sign_out(persons)
    with pytest.raises(SharesTooFew):
        open_with_paper(at_hand.folder, [paper.sheets.texts[0], paper.sheets.texts[0]], at_hand.clock)
    with pytest.raises(SharesTooFew):
        open_with_paper(at_hand.folder, [paper.sheets.texts[0]], at_hand.clock)
    with pytest.raises(ShareWrong):
        open_with_paper(at_hand.folder, [paper.sheets.texts[0], paper.sheets.texts[1] + " academic"], at_hand.clock)
    other = fresh_sheets(Paper.SHARES)
    with pytest.raises(SharesTooFew):
        open_with_paper(at_hand.folder, [paper.sheets.texts[0], other.texts[0]], at_hand.clock)
    with pytest.raises(RecoveryCodeWrong):
        open_with_paper(at_hand.folder, other.texts[:2], at_hand.clock)


def test_after_it_was_abandoned_nothing_more_is_done(at_hand: DeskAtHand) -> None:
    recovering = opened(at_hand)
    recovering.abandon()
    with pytest.raises(StoreClosed):
        recovering.people()


def test_a_paper_that_another_took_the_place_of_opens_nothing(
    at_hand: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The new paper counts in the database, and the header holds both: only at the next opening it holds one.
    service = KeyService(at_hand.acting("ana"))
    with monkeypatch.context() as patched:
        patched.setattr(OpenVault, "settle", lambda *_asked: None)
        service.renew_recovery(service.fresh_paper(Paper.SHARES))
    at_hand.vault.close()
    with pytest.raises(RecoveryCodeWrong):
        open_with_paper(at_hand.folder, [at_hand.template.recovery_code], at_hand.clock)
