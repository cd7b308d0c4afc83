import pytest

from justice_desk.accounts.rules import CaseAbsent
from justice_desk.cases.rules import AgeStatus, NobodyAdmitted, PartyRole
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.ring import RECOVERY, holders
from justice_desk.vault.rules import CASE_SCOPES, Scope
from tests.desks import DeskInUse, Desks
from tests.intakes import CANARY, IDENTITY, intake, own_matter, party
from tests.plain import plain_text_of


def assert_absent(desk: DeskInUse, who: str, case: CaseId) -> None:
    cases, accounts = desk.cases(who), desk.accounts(who)
    assert case not in {line.id for line in cases.cases()}
    assert case not in {one.case for one in cases.deadlines()}
    for asked in (
        lambda: cases.case(case),
        lambda: cases.alert(case, (), "porque sí"),
        lambda: desk.parties(who).add(case, party()),
        lambda: desk.hearings(who).sessions(case),
        lambda: desk.protection(who).measures(case),
        lambda: accounts.history_of(case),
    ):
        with pytest.raises(CaseAbsent):
            asked()
    theirs = {line.about for line in accounts.newest_acts()}
    assert not theirs & {line.about for line in desk.accounts("carla").history_of(case)}


def test_for_whoever_is_excluded_at_intake_the_case_does_not_exist(bolivia: DeskInUse) -> None:
    case = bolivia.cases("berta").register(intake(suspicion=True), [bolivia.id_of("ana")]).id
    bolivia.parties("berta").add(case, party(PartyRole.VICTIM, AgeStatus.CHILD))
    assert_absent(bolivia, "ana", case)
    assert bolivia.cases("carla").case(case).id == case


def test_nor_does_it_for_whoever_is_excluded_later(bolivia: DeskInUse) -> None:
    case, other = bolivia.suspected("berta").id, bolivia.suspected("berta").id
    bolivia.readers("ana").exclude(case, bolivia.id_of("ana"))
    assert_absent(bolivia, "ana", case)
    assert bolivia.cases("ana").case(other).id == other


def test_exclusion_is_by_key_not_only_by_screen(bolivia: DeskInUse) -> None:
    case = bolivia.cases("berta").register(intake(suspicion=True), [bolivia.id_of("ana")]).id
    with bolivia.vault.session(reading=True) as session:
        for scope in CASE_SCOPES:
            assert bolivia.id_of("ana") not in holders(session, case, scope)
            assert RECOVERY in holders(session, case, scope)


def test_whoever_registers_a_case_is_not_excluded_from_it(bolivia: DeskInUse) -> None:
    with pytest.raises(NobodyAdmitted):
        bolivia.cases("berta").register(intake(), [bolivia.id_of("berta")])
    assert bolivia.cases("carla").cases() == []


def test_the_last_one_who_can_open_a_case_is_not_excluded_from_it(desks: Desks) -> None:
    desk = desks(alone=True)
    case = desk.suspected().id
    with pytest.raises(NobodyAdmitted):
        desk.readers().exclude(case, desk.id_of("ana"))
    assert desk.cases().case(case).account == CANARY


def test_a_clerk_writes_what_was_told_and_does_not_read_it(bolivia: DeskInUse) -> None:
    case = bolivia.suspected("berta")
    assert case.account is None
    assert bolivia.cases("berta").case(case.id).account is None
    assert bolivia.cases("carla").case(case.id).account == CANARY
    with bolivia.vault.session(reading=True) as session:
        assert bolivia.id_of("berta") in holders(session, case.id, Scope.SUMMARY)
        for scope in (Scope.TESTIMONY, Scope.IDENTITY):
            assert bolivia.id_of("berta") not in holders(session, case.id, scope)


SAID = {
    "title": "Titulo canario",
    "place": "Lugar canario",
    "account": "Relato canario",
    "reason": "Motivo canario",
    "restrictions": "Restriccion canaria",
    "language": "lengua canaria",
    "note": "Nota canaria",
}


def test_nothing_that_was_said_stands_in_a_plain_column_or_in_the_journal(bolivia: DeskInUse) -> None:
    cases, parties = bolivia.cases("ana"), bolivia.parties("ana")
    told = intake(title=SAID["title"], place=SAID["place"], account=SAID["account"], missing_person=True)
    case = cases.register(told, [bolivia.id_of("delia")]).id
    cases.assess(case, own_matter(reason=SAID["reason"], personal=SAID["reason"]))
    cases.alert(case, ("trabajo_forzoso",), SAID["reason"])
    victim = parties.add(case, party(PartyRole.VICTIM, AgeStatus.PROBABLY_CHILD)).id
    parties.write_identity(case, victim, IDENTITY)
    parties.read_identity(case, victim, SAID["reason"])
    cases.note_met(case, "AVISO_INMEDIATO", "", SAID["note"])
    plain = plain_text_of(bolivia)
    secret = [
        *SAID.values(),
        *filter(None, vars(IDENTITY).values()),
        "trabajo_forzoso",
        AgeStatus.PROBABLY_CHILD.value,
        "quechua",
    ]
    assert [word for word in secret if word in plain] == []
    assert "register_case" in plain
