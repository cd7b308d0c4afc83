import pytest
from sqlalchemy import text

from justice_desk.accounts.rules import (
    CaseAbsent,
    NameMissing,
    NameTaken,
    NotPermitted,
    PassphraseWeak,
    Role,
    RolesMissing,
    UseCase,
)
from justice_desk.accounts.sign_in import sign_out
from justice_desk.accounts.work import begin
from justice_desk.foundations.fields import FieldUnreadable
from justice_desk.foundations.ids import CaseId
from justice_desk.journal.rules import Act, Checkpoint
from justice_desk.journal.witness import Witness
from justice_desk.vault.attempts import Attempts
from tests.stores import NAMES, PASSPHRASES, ROLES, DeskAtHand

STRONG = "una frase larga de siete palabras nuevas"
CLERK = frozenset({Role.CLERK})


def test_everyone_is_listed_by_name_and_knows_who_they_are(desk: DeskAtHand) -> None:
    service = desk.accounts("berta")
    assert [person.name for person in service.persons()] == sorted(NAMES.values())
    me = service.me()
    assert (me.id, me.name, me.roles) == (desk.id_of("berta"), NAMES["berta"], ROLES["berta"])


def test_a_role_that_this_program_does_not_know_stops_nobody(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        session.execute(
            text("UPDATE persons SET roles = 'jefe,actas' WHERE name = :name").bindparams(name=NAMES["berta"])
        )
        session.execute(text("UPDATE persons SET roles = '' WHERE name = :name").bindparams(name=NAMES["delia"]))
        session.commit()
    roles = {person.name: person.roles for person in desk.accounts("ana").persons()}
    assert roles[NAMES["berta"]] == CLERK
    assert roles[NAMES["delia"]] == frozenset()
    case = desk.open_case("ana")
    assert desk.accounts("berta").history_of(case)
    with pytest.raises(NotPermitted):
        desk.accounts("delia").newest_acts()


@pytest.mark.parametrize(
    "name", [NAMES["ana"], "ANA EJEMPLO", "ana  ejemplo", "Ána Ejemplo", "A\u0301na\u00a0ejemplo", "Ana\u200b Ejemplo"]
)
def test_two_people_never_have_names_that_are_looked_up_alike(name: str, desk: DeskAtHand) -> None:
    with pytest.raises(NameTaken):
        desk.accounts("ana").add_person(name, CLERK, STRONG)
    assert len(desk.vault.header.persons) == 4


def test_what_a_new_account_needs_is_asked_for(desk: DeskAtHand) -> None:
    service = desk.accounts("ana")
    with pytest.raises(NameMissing):
        service.add_person("  ", CLERK, STRONG)
    with pytest.raises(RolesMissing):
        service.add_person("Eva Nueva", frozenset(), STRONG)
    with pytest.raises(PassphraseWeak):
        service.add_person("Eva Nueva", CLERK, "justicia")
    assert len(service.persons()) == len(desk.vault.header.persons) == 4


@pytest.mark.parametrize("who", ["berta", "carla", "delia"])
def test_only_an_authority_adds_people(who: str, desk: DeskAtHand) -> None:
    with pytest.raises(NotPermitted):
        desk.accounts(who).add_person("Eva Nueva", CLERK, STRONG)
    assert len(desk.vault.header.persons) == 4
    assert not any(slot.pending for slot in desk.vault.header.persons)


def test_settings_are_kept_and_are_no_acts(desk: DeskAtHand) -> None:
    service = desk.accounts("berta")
    before = service.verify_journal().size
    assert service.setting("scale") is None
    service.keep_setting("scale", {"text": 120, "on": True})
    service.keep_setting("scale", {"text": 150, "on": True})
    desk.reopen()
    assert desk.accounts("ana").setting("scale") == {"text": 150, "on": True}
    assert desk.accounts("ana").verify_journal().size == before


def test_drafts_are_ones_own_and_no_acts(desk: DeskAtHand) -> None:
    ana, berta = desk.accounts("ana"), desk.accounts("berta")
    before = ana.verify_journal().size
    ana.keep_draft("intake", "hers")
    berta.keep_draft("intake", "mine")
    assert [draft.text for draft in ana.drafts()] == ["hers"]
    ana.drop_draft("intake")
    assert ana.drafts() == []
    assert [draft.text for draft in berta.drafts()] == ["mine"]
    assert ana.verify_journal().size == before


def test_the_history_of_a_case_tells_who_did_what_newest_first(desk: DeskAtHand) -> None:
    case = desk.open_case("carla")
    desk.clock.turn(hours=-1)
    with begin(desk.acting("ana"), UseCase.SEAL_HANDOFF, case) as work:
        work.commit(Act("handoff", formal=True))
    sealed, opened = desk.accounts("berta").history_of(case)
    assert (sealed.actor, sealed.action, sealed.about) == (NAMES["ana"], "seal_handoff", "handoff")
    assert (sealed.alone, sealed.clock_behind, sealed.formal) == (True, True, True)
    assert (opened.actor, opened.alone, opened.clock_behind) == (NAMES["carla"], False, False)
    with pytest.raises(CaseAbsent):
        desk.accounts("delia").history_of(case)
    with pytest.raises(CaseAbsent):
        desk.accounts("ana").history_of(CaseId("never"))


def test_the_newest_acts_come_first_and_no_more_than_asked_for(desk: DeskAtHand) -> None:
    desk.open_case("ana")
    newest = desk.accounts("ana").newest_acts(2)
    assert [line.action for line in newest] == ["register_case", "add_person"]
    assert [line.case is not None for line in newest] == [True, False]


def test_a_sound_journal_is_told_with_its_head(desk: DeskAtHand) -> None:
    desk.open_case("ana")
    standing = desk.accounts("berta").verify_journal()
    noted = Witness(desk.folder, desk.vault.journal_key).last()
    assert noted is not None
    assert (standing.size, standing.head) == (noted.size, noted.short())
    assert (standing.fault_at, standing.reason) == (None, "")
    assert desk.accounts("berta").older_than_noted() is False


def test_a_journal_that_somebody_wrote_into_is_told(desk: DeskAtHand) -> None:
    with desk.vault.session() as session:
        session.execute(text("DROP TRIGGER journal_entries_no_update"))
        session.execute(text("UPDATE journal_entries SET about = 'x' WHERE seq = 3"))
        session.commit()
    standing = desk.accounts("ana").verify_journal()
    assert (standing.fault_at, standing.reason) == (3, "hash")


def test_a_store_put_back_from_an_older_copy_is_told(desk: DeskAtHand) -> None:
    desk.vault.checkpoint()
    older = (desk.folder / "store.db").read_bytes()
    desk.open_case("ana")
    desk.vault.close()
    (desk.folder / "store.db").write_bytes(older)
    desk.vault = desk.opened()
    service = desk.accounts("ana")
    assert service.older_than_noted() is True
    standing = service.verify_journal()
    assert (standing.fault_at, standing.reason) == (standing.size + 1, "older")
    desk.open_case("ana")
    desk.open_case("ana")
    assert service.older_than_noted() is True, "what is done afterwards does not cover it up"
    sign_out(desk.acting("ana"))
    desk.vault = desk.opened()
    assert desk.accounts("ana").older_than_noted() is True


def test_a_store_that_nothing_was_noted_of_is_not_called_older(desk: DeskAtHand) -> None:
    Witness(desk.folder, b"another key").note(Checkpoint("s", 99, bytes(32)))
    assert desk.accounts("ana").older_than_noted() is False


def test_failures_of_others_stay_for_the_next_sign_in(desk: DeskAtHand) -> None:
    Attempts(desk.folder).failed(desk.clock())
    desk.accounts("ana").persons()
    assert len(Attempts(desk.folder).moments()) == 1
    assert PASSPHRASES["ana"] not in (desk.folder / "attempts.json").read_text()


def test_the_journal_is_compared_with_what_a_paper_says(desk: DeskAtHand) -> None:
    accounts = desk.accounts("ana")
    then = accounts.verify_journal().head
    desk.open_case("ana")
    assert accounts.journal_was(then)
    assert not accounts.journal_was(f"{then[:-1]}{'A' if then[-1] != 'A' else 'B'}")
    assert not accounts.journal_was("999 · ABCD-EFGH-JKMN")
    with pytest.raises(FieldUnreadable):
        accounts.journal_was("no lo dice")
