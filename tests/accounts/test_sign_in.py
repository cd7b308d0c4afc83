import pytest
from sqlalchemy import text

from justice_desk.accounts.rules import Role, SamePerson, UseCase
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.settling import put_in_order
from justice_desk.accounts.sign_in import join, part, sign_in, sign_out, signed_in
from justice_desk.accounts.work import Persons, begin
from justice_desk.foundations.files import DiskFull
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.rules import Act
from justice_desk.journal.witness import Witness
from justice_desk.vault import slot_keeper
from justice_desk.vault.admitting import Admitted
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import SignInRefused, StoreClosed, StoreDamaged, StoreInUse
from justice_desk.vault.header import read_copies
from justice_desk.vault.keys import FLOOR
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.slots import Newcomer
from tests.stores import NAMES, PASSPHRASES, ROLES, DeskAtHand

STRONG = "una frase larga de siete palabras nuevas"


@pytest.fixture
def desk(swift_desk: DeskAtHand) -> DeskAtHand:
    return swift_desk


@pytest.fixture
def shut(desk: DeskAtHand) -> DeskAtHand:
    desk.vault.close()
    return desk


def enter(desk: DeskAtHand, who: str) -> Persons:
    return sign_in(desk.folder, NAMES[who], PASSPHRASES[who], desk.clock)


def test_signing_in_is_an_act_that_tells_of_the_failures_before(shut: DeskAtHand) -> None:
    with pytest.raises(SignInRefused):
        sign_in(shut.folder, NAMES["berta"], "x", shut.clock)
    persons = enter(shut, "berta")
    assert (persons.first.name, persons.first.roles) == (NAMES["berta"], ROLES["berta"])
    with persons.vault.session(reading=True) as session:
        last = session.execute(text("SELECT action, facts FROM journal_entries ORDER BY seq DESC")).first()
    assert last == ("sign_in", '{"failed_before":1}')
    assert Attempts(shut.folder).moments() == []
    with pytest.raises(StoreInUse):
        enter(shut, "ana")
    sign_out(persons)
    with pytest.raises(StoreClosed):
        AccountService(persons).persons()
    with pytest.raises(StoreClosed):
        persons.first.ring.sign(b"")
    shut.vault = shut.opened()


def test_a_sign_in_that_cannot_be_written_down_leaves_the_store_closed(
    shut: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_vault: OpenVault, **_how: bool) -> None:
        raise DiskFull(shut.folder)

    with monkeypatch.context() as patched:
        patched.setattr(OpenVault, "session", no_room)
        with pytest.raises(DiskFull):
            enter(shut, "ana")
    shut.vault = shut.opened()


def test_an_account_with_other_keys_than_its_slot_is_damage(desk: DeskAtHand) -> None:
    admitted = Admitted(desk.vault.store, desk.id_of("berta"), 1, desk.template.keys["berta"], b"")
    with desk.vault.session() as session:
        session.execute(
            text("UPDATE persons SET verifying = zeroblob(32) WHERE name = :name").bindparams(name=NAMES["berta"])
        )
        session.commit()
    with pytest.raises(StoreDamaged):
        signed_in(desk.vault, admitted)


def test_a_second_person_joins_acts_and_parts(desk: DeskAtHand) -> None:
    alone = desk.acting("ana")
    both = join(alone, NAMES["carla"], PASSPHRASES["carla"])
    assert both.second is not None
    assert both.second.person == desk.id_of("carla")
    with begin(both, UseCase.ENTER_RECEIVER) as work:
        entry = work.commit(Act("act", formal=True))
    assert entry.second == desk.id_of("carla")
    again = part(both)
    assert again.second is None
    assert part(again) == again
    with pytest.raises(StoreClosed):
        both.second.ring.sign(b"")
    assert again.first.ring.sign(b"")


def test_the_first_is_no_second(desk: DeskAtHand) -> None:
    with pytest.raises(SamePerson):
        join(desk.acting("ana"), NAMES["ana"], PASSPHRASES["ana"])


def test_signing_out_forgets_both(desk: DeskAtHand) -> None:
    both = desk.acting("ana", "carla")
    sign_out(both)
    assert both.second is not None
    for person in (both.first, both.second):
        with pytest.raises(StoreClosed):
            person.ring.sign(b"")
    desk.vault = desk.opened()


def test_signing_out_notes_how_long_the_journal_is(shut: DeskAtHand) -> None:
    persons = enter(shut, "berta")
    key = persons.vault.journal_key
    sign_out(persons)
    sign_out(persons)
    noted = Witness(shut.folder, key).last()
    assert noted is not None
    assert noted.size == 5
    shut.vault = shut.opened()


def test_an_enrolment_that_was_cut_short_lets_nobody_in_and_blocks_no_name(shut: DeskAtHand) -> None:
    vault = shut.opened()
    vault.enrol(Newcomer(PersonId("lost"), "Eva Nueva", STRONG), FLOOR)
    vault.close()
    with pytest.raises(SignInRefused):
        sign_in(shut.folder, "Eva Nueva", STRONG, shut.clock)
    assert len(read_copies(shut.folder)[0].header.persons) == 4
    vault = shut.opened()
    vault.enrol(Newcomer(PersonId("lost"), "Eva Nueva", STRONG), FLOOR)
    vault.close()
    shut.vault = shut.opened()
    shut.accounts("ana").add_person("Eva Nueva", frozenset({Role.CLERK}), STRONG + " y otra")
    shut.vault.close()
    with pytest.raises(SignInRefused):
        sign_in(shut.folder, "Eva Nueva", STRONG, shut.clock)
    persons = sign_in(shut.folder, "Eva Nueva", STRONG + " y otra", shut.clock)
    assert persons.first.roles == {Role.CLERK}
    sign_out(persons)
    shut.vault = shut.opened()


def test_an_enrolment_whose_account_stands_is_finished_at_the_next_sign_in(
    desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(OpenVault, "settle", lambda *_asked: None)
        desk.accounts("ana").add_person("Eva Nueva", frozenset({Role.CLERK}), STRONG)
    desk.vault.close()
    assert any(slot.pending for slot in read_copies(desk.folder)[0].header.persons)
    sign_out(sign_in(desk.folder, "Eva Nueva", STRONG, desk.clock))
    header = read_copies(desk.folder)[0].header
    assert len(header.persons) == 5
    assert not any(slot.pending for slot in header.persons)
    desk.vault = desk.opened()


def test_an_account_that_could_not_be_written_leaves_no_slot(desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_arguments: object) -> None:
        raise DiskFull(desk.folder)

    with monkeypatch.context() as patched:
        patched.setattr("justice_desk.accounts.service.admit_to_office", no_room)
        with pytest.raises(DiskFull):
            desk.accounts("ana").add_person("Eva Nueva", frozenset({Role.LIAISON}), STRONG)
    assert len(read_copies(desk.folder)[0].header.persons) == 4
    assert len(desk.accounts("ana").persons()) == 4


def test_where_a_pending_slot_cannot_be_settled_the_next_sign_in_does_it(
    desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.vault.enrol(Newcomer(PersonId("lost"), "Eva Nueva", STRONG), FLOOR)

    def no_room(*_arguments: object) -> None:
        raise DiskFull(desk.folder)

    with monkeypatch.context() as patched:
        patched.setattr(slot_keeper, "write_header", no_room)
        put_in_order(desk.vault)
    assert desk.vault.header.slots_named("Eva Nueva") != ()
    put_in_order(desk.vault)
    assert desk.vault.header.slots_named("Eva Nueva") == ()
