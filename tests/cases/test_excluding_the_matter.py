from datetime import timedelta

import pytest

from justice_desk.accounts.rules import NotPermitted
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.rules import (
    AgeStatus,
    CaseState,
    DeadlineAbsent,
    ExcludedMatter,
    Outcome,
    PartyRole,
    ReasonMissing,
    StateOutOfOrder,
)
from justice_desk.jurisdictions.rules import CodeUnknown
from tests.desks import DeskInUse
from tests.intakes import own_matter, party

CHILDREN = [age for age in AgeStatus if age is not AgeStatus.ADULT]


def test_an_alert_takes_a_case_out_of_the_communitys_hands_for_good(bolivia: DeskInUse) -> None:
    case = bolivia.unclear().id
    bolivia.cases().assess(case, own_matter())
    alerted = bolivia.cases("berta").alert(case, ("trabajo_forzoso",), " Se llevaron a una niña. ")
    assert alerted.state is CaseState.MUST_REMIT
    assert alerted.exclusions == ("trafficking",)
    assert alerted.alerts == ("Se llevaron a una niña.",)
    assert alerted.exploitation == ("trabajo_forzoso",)
    with pytest.raises(ExcludedMatter):
        bolivia.cases().assess(case, own_matter())


def test_the_alert_of_an_undecided_case_runs_from_knowledge(bolivia: DeskInUse) -> None:
    case = bolivia.unclear()
    bolivia.clock.turn(hours=5)
    bolivia.cases().assess(case.id, own_matter(outcome=Outcome.IN_DOUBT))
    bolivia.clock.turn(hours=5)
    alerted = bolivia.cases().alert(case.id, (), "por lo que contó otra persona")
    assert {one.starts_at for one in alerted.deadlines} == {case.known_at}


def test_what_comes_to_light_in_an_own_matter_runs_from_then_on(bolivia: DeskInUse) -> None:
    case = bolivia.unclear().id
    bolivia.cases().assess(case, own_matter())
    heard = bolivia.clock.turn(hours=24 * 100)
    alerted = bolivia.cases().alert(case, (), "en la audiencia se contó de una niña entregada")
    assert {one.starts_at for one in alerted.deadlines} == {heard}
    bolivia.clock.turn(hours=1)
    bolivia.parties().add(case, party(PartyRole.VICTIM, AgeStatus.CHILD))
    assert {one.starts_at for one in bolivia.cases().case(case).deadlines} == {heard}


def test_a_second_alert_is_kept_beside_the_first_and_starts_nothing_anew(bolivia: DeskInUse) -> None:
    case = bolivia.suspected()
    bolivia.clock.turn(hours=40)
    bolivia.cases().alert(case.id, ("por_determinar",), "primera")
    again = bolivia.cases().alert(case.id, ("por_determinar", "turismo_sexual"), "segunda")
    assert again.alerts == ("primera", "segunda")
    assert again.exploitation == ("por_determinar", "turismo_sexual")
    assert again.exclusions == ("trafficking",)
    assert [one.starts_at for one in again.deadlines] == [one.starts_at for one in case.deadlines]


def test_an_alert_says_why_and_names_only_what_the_country_knows(bolivia: DeskInUse) -> None:
    case = bolivia.unclear().id
    with pytest.raises(ReasonMissing):
        bolivia.cases().alert(case, (), "  ")
    with pytest.raises(CodeUnknown):
        bolivia.cases().alert(case, ("unheard_of",), "porque sí")
    assert bolivia.cases().case(case).state is CaseState.REGISTERED


@pytest.mark.parametrize("age", CHILDREN)
def test_a_child_or_somebody_of_unknown_age_is_told_to_child_protection(bolivia: DeskInUse, age: AgeStatus) -> None:
    case = bolivia.suspected()
    bolivia.clock.turn(hours=3)
    bolivia.parties("berta").add(case.id, party(PartyRole.VICTIM, age))
    found = {one.kind: one for one in bolivia.cases().case(case.id).deadlines}["AVISO_DNA"]
    assert (found.starts_at, found.due_at) == (case.known_at, case.known_at + timedelta(hours=24))


@pytest.mark.parametrize("age", CHILDREN)
def test_so_is_a_child_who_stood_in_the_case_before_the_alert(guatemala: DeskInUse, age: AgeStatus) -> None:
    case = guatemala.unclear()
    guatemala.parties().add(case.id, party(PartyRole.VICTIM, age))
    assert guatemala.cases().case(case.id).deadlines == ()
    guatemala.clock.turn(hours=3)
    alerted = guatemala.cases().alert(case.id, (), "por lo que contó otra persona")
    assert {one.kind: one.starts_at for one in alerted.deadlines}["AVISO_PGN"] == case.known_at


@pytest.mark.parametrize(("role", "age"), [(PartyRole.VICTIM, AgeStatus.ADULT), (PartyRole.WITNESS, AgeStatus.UNKNOWN)])
def test_nobody_else_starts_the_deadline_of_child_protection(
    bolivia: DeskInUse, role: PartyRole, age: AgeStatus
) -> None:
    case = bolivia.suspected().id
    bolivia.parties().add(case, party(role, age))
    assert "AVISO_DNA" not in {one.kind for one in bolivia.cases().case(case).deadlines}


def test_a_second_child_does_not_start_the_deadline_again(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    for _ in range(2):
        bolivia.parties().add(case, party(PartyRole.VICTIM, AgeStatus.UNKNOWN))
    assert len([one for one in bolivia.cases().case(case).deadlines if one.kind == "AVISO_DNA"]) == 1


def test_an_assessment_may_keep_the_matter_leave_it_in_doubt_or_remit_it(bolivia: DeskInUse) -> None:
    kept, doubted, remitted = (bolivia.unclear().id for _ in range(3))
    cases = bolivia.cases()
    assert cases.assess(kept, own_matter()).state is CaseState.OWN_MATTER
    assert cases.assess(doubted, own_matter(outcome=Outcome.IN_DOUBT)).state is CaseState.IN_DOUBT
    view = cases.assess(remitted, own_matter(outcome=Outcome.MUST_REMIT, exclusions=("violacion",)))
    assert (view.state, view.exclusions, view.excluded) == (CaseState.MUST_REMIT, ("violacion",), True)
    assert {one.kind for one in view.deadlines} == {"AVISO_INMEDIATO", "REMISION_ESCRITA"}


def test_no_assessment_is_lost_when_another_follows(bolivia: DeskInUse) -> None:
    case, cases = bolivia.unclear().id, bolivia.cases()
    first = cases.assess(case, own_matter(outcome=Outcome.IN_DOUBT, reason="no se sabe aún"))
    assert first.assessment is not None
    assert first.former_assessments == ()
    second = cases.assess(case, own_matter(reason="ya se sabe"))
    assert second.assessment is not None
    assert second.assessment.reason == "ya se sabe"
    assert [one.reason for one in second.former_assessments] == ["no se sabe aún"]


def test_a_doubt_is_decided_not_repeated(bolivia: DeskInUse) -> None:
    case, cases = bolivia.unclear().id, bolivia.cases()
    cases.assess(case, own_matter(outcome=Outcome.IN_DOUBT))
    with pytest.raises(StateOutOfOrder):
        cases.assess(case, own_matter(outcome=Outcome.IN_DOUBT))
    assert cases.assess(case, own_matter()).state is CaseState.OWN_MATTER


def test_an_exclusion_that_was_marked_cannot_be_decided_away(bolivia: DeskInUse) -> None:
    case, cases = bolivia.unclear().id, bolivia.cases()
    with pytest.raises(ExcludedMatter):
        cases.assess(case, own_matter(exclusions=("violencia_mujer",)))
    with pytest.raises(CodeUnknown):
        cases.assess(case, own_matter(outcome=Outcome.MUST_REMIT, exclusions=("unheard_of",)))
    assert cases.case(case).state is CaseState.REGISTERED


def test_a_further_exclusion_is_added_to_an_excluded_case(bolivia: DeskInUse) -> None:
    case, cases = bolivia.suspected().id, bolivia.cases()
    view = cases.assess(case, own_matter(outcome=Outcome.MUST_REMIT, exclusions=("violacion",)))
    assert view.exclusions == ("trafficking", "violacion")
    assert view.state is CaseState.MUST_REMIT


def test_guatemala_asks_for_no_scopes_and_bolivia_does(bolivia: DeskInUse, guatemala: DeskInUse) -> None:
    bare = own_matter(personal="", material="", territorial="")
    assert guatemala.cases().assess(guatemala.unclear().id, bare).state is CaseState.OWN_MATTER
    with pytest.raises(ReasonMissing):
        bolivia.cases().assess(bolivia.unclear().id, bare)


def test_only_an_authority_decides_whose_matter_it_is_and_everybody_raises_the_alert(bolivia: DeskInUse) -> None:
    case = bolivia.unclear().id
    for who in ("berta", "carla"):
        with pytest.raises(NotPermitted):
            bolivia.cases(who).assess(case, own_matter())
    own = bolivia.unclear("delia").id
    with pytest.raises(NotPermitted):
        bolivia.cases("delia").assess(own, own_matter())
    assert bolivia.cases("delia").alert(own, (), "lo vio una vecina").state is CaseState.MUST_REMIT


def test_a_late_act_is_never_blocked_and_its_reason_stays_readable(bolivia: DeskInUse) -> None:
    case = bolivia.suspected().id
    bolivia.clock.turn(hours=200)
    view = bolivia.cases("berta").note_met(case, "AVISO_INMEDIATO", "", "  Se avisó tarde: no había señal. ")
    found = {one.kind: one for one in view.deadlines}["AVISO_INMEDIATO"]
    assert (found.standing, found.met_at) == (Standing.MET_LATE, bolivia.clock())
    assert found.note == "Se avisó tarde: no había señal."
    assert {one.kind for one in bolivia.cases().deadlines()} == {"REMISION_ESCRITA"}


def test_only_a_deadline_that_runs_can_be_noted_as_met_and_only_with_a_line(bolivia: DeskInUse) -> None:
    case, cases = bolivia.suspected().id, bolivia.cases()
    with pytest.raises(ReasonMissing):
        cases.note_met(case, "AVISO_INMEDIATO", "", " ")
    with pytest.raises(DeadlineAbsent):
        cases.note_met(case, "AVISO_DNA", "", "ya se avisó")
    cases.note_met(case, "AVISO_INMEDIATO", "", "ya se avisó")
    with pytest.raises(DeadlineAbsent):
        cases.note_met(case, "AVISO_INMEDIATO", "", "otra vez")
