import pytest

from justice_desk.accounts.rules import NotPermitted
from justice_desk.cases.rules import (
    AgeStatus,
    Gender,
    Identity,
    NewParty,
    PartyAbsent,
    PartyRole,
    ReasonMissing,
)
from justice_desk.foundations.fields import CharacterRefused
from justice_desk.foundations.ids import PartyId
from justice_desk.vault.errors import NotAdmitted
from tests.desks import DeskInUse
from tests.intakes import IDENTITY, party


def test_people_stand_in_a_case_by_role_and_order(bolivia: DeskInUse) -> None:
    case, parties = bolivia.suspected().id, bolivia.parties("berta")
    for role in (PartyRole.VICTIM, PartyRole.WITNESS, PartyRole.VICTIM, PartyRole.NAMED):
        parties.add(case, party(role))
    other = bolivia.suspected().id
    assert parties.add(other, party()).code == "V-01"
    assert [one.code for one in bolivia.cases().case(case).parties] == ["V-01", "V-02", "S-01", "T-01"]


def test_what_a_code_says_is_kept(bolivia: DeskInUse) -> None:
    told = NewParty(
        PartyRole.VICTIM, AgeStatus.UNKNOWN, Gender.WOMAN, " quechua ", interpreter=True, restrictions="no\nllamar"
    )
    case = bolivia.suspected().id
    kept = bolivia.parties().add(case, told)
    assert bolivia.cases().case(case).parties == (kept,)
    assert (kept.role, kept.age, kept.gender, kept.as_child) == (told.role, told.age, told.gender, True)
    assert (kept.language, kept.interpreter, kept.restrictions) == ("quechua", True, "no\nllamar")
    assert not kept.identity_written
    with pytest.raises(CharacterRefused):
        bolivia.parties().add(case, NewParty(PartyRole.WITNESS, AgeStatus.ADULT, restrictions="\u202e"))


def test_a_clerk_writes_an_identity_and_cannot_read_it(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    victim = bolivia.parties("berta").add(case, party()).id
    assert bolivia.parties("berta").write_identity(case, victim, IDENTITY).identity_written
    with pytest.raises(NotPermitted):
        bolivia.parties("berta").read_identity(case, victim, "para el oficio")
    assert bolivia.parties("carla").read_identity(case, victim, "para el oficio") == IDENTITY


def test_a_clerk_who_writes_again_loses_nothing_of_what_they_cannot_see(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    victim = bolivia.parties("berta").add(case, party()).id
    bolivia.parties("berta").write_identity(case, victim, Identity(given_names="Wayra", telephone="700 00 111"))
    bolivia.parties("berta").write_identity(case, victim, Identity(id_document="0011", telephone="700 00 222"))
    read = bolivia.parties().read_identity(case, victim, "para el oficio")
    assert read == Identity(given_names="Wayra", id_document="0011", telephone="700 00 222")


def test_an_identity_is_opened_on_a_reason_and_the_journal_keeps_that_it_was(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    victim = bolivia.parties().add(case, party()).id
    bolivia.parties().write_identity(case, victim, IDENTITY)
    with pytest.raises(ReasonMissing):
        bolivia.parties().read_identity(case, victim, "  ")
    bolivia.parties("carla").read_identity(case, victim, "para el oficio")
    newest = bolivia.accounts("ana").history_of(case)[0]
    assert (newest.action, newest.about, newest.actor, newest.formal) == ("read_identity", "V-01", "Carla Modelo", True)
    assert [line.action for line in bolivia.accounts("ana").history_of(case)].count("read_identity") == 1


def test_a_defender_reads_who_is_who_in_her_own_case_and_in_no_other(bolivia: DeskInUse) -> None:
    own, other = bolivia.suspected("delia").id, bolivia.suspected("ana").id
    hers = bolivia.parties("delia").add(own, party()).id
    bolivia.parties("delia").write_identity(own, hers, IDENTITY)
    assert bolivia.parties("delia").read_identity(own, hers, "para acompañar") == IDENTITY
    assert [line.id for line in bolivia.cases("delia").cases()] == [own]
    assert {line.id for line in bolivia.cases("ana").cases()} == {own, other}


def test_nobody_is_found_in_a_case_they_do_not_stand_in(bolivia: DeskInUse) -> None:
    case, other = bolivia.suspected().id, bolivia.suspected().id
    victim = bolivia.parties().add(case, party()).id
    for where, who in ((other, victim), (case, PartyId("nobody"))):
        with pytest.raises(PartyAbsent):
            bolivia.parties().write_identity(where, who, IDENTITY)
        with pytest.raises(PartyAbsent):
            bolivia.parties().read_identity(where, who, "para el oficio")
    with pytest.raises(PartyAbsent):
        bolivia.parties().read_identity(case, victim, "nadie la escribió aún")


def test_identities_written_after_somebody_was_excluded_stay_readable_with_those_before(bolivia: DeskInUse) -> None:
    case = bolivia.suspected("berta").id
    victim = bolivia.parties("berta").add(case, party()).id
    bolivia.parties("berta").write_identity(case, victim, Identity(given_names="Wayra"))
    bolivia.readers("ana").exclude(case, bolivia.id_of("ana"))
    bolivia.parties("berta").write_identity(case, victim, Identity(paternal="Q'illurumi"))
    read = bolivia.parties("carla").read_identity(case, victim, "para el oficio")
    assert read == Identity(given_names="Wayra", paternal="Q'illurumi")


def test_a_key_that_is_not_held_opens_nothing_whatever_the_table_of_permissions_says(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    victim = bolivia.parties().add(case, party()).id
    bolivia.parties().write_identity(case, victim, IDENTITY)
    clerk_with_a_false_role = bolivia.posing("berta", "carla")
    with pytest.raises(NotAdmitted):
        clerk_with_a_false_role.read_identity(case, victim, "para el oficio")
