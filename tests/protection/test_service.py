from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from justice_desk.accounts.rules import NotPermitted
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.rules import AgeStatus, PartyAbsent, PartyRole, ReasonMissing
from justice_desk.cases.views import DeadlineView
from justice_desk.foundations.ids import CaseId, MeasureId
from justice_desk.protection.rules import Acceptance, MeasureAbsent, MeasureDeclined, MeasureEnded, MeasureState
from justice_desk.protection.service import REVIEW, REVIEW_WITHOUT_RULE
from tests.desks import DeskInUse, Desks
from tests.intakes import party
from tests.jurisdictions.third import THIRD
from tests.plain import plain_text_of
from tests.protection.test_rules import MEASURE


def with_victim(desk: DeskInUse, age: AgeStatus = AgeStatus.ADULT) -> CaseId:
    case = desk.suspected().id
    desk.parties().add(case, party(PartyRole.VICTIM, age))
    return case


def review(desk: DeskInUse, case: CaseId, measure: MeasureId) -> DeadlineView:
    (found,) = [one for one in desk.cases().case(case).deadlines if one.subject == measure]
    assert found.kind == REVIEW
    return found


def test_a_measure_is_in_force_and_its_review_has_a_deadline(bolivia: DeskInUse) -> None:
    case = with_victim(bolivia)
    begins = bolivia.clock() + timedelta(days=1)
    view = bolivia.protection("berta").decide(case, replace(MEASURE, starts_at=begins))
    assert (view.state, view.protects, view.end_reason) == (MeasureState.IN_FORCE, "V-01", "")
    assert (view.description, view.responsible) == ("Acompañar a la familia.", "Defensora de turno")
    assert view.review_at == begins + timedelta(days=15)
    assert review(bolivia, case, view.id).due_at == view.review_at
    assert bolivia.protection("carla").measures(case) == (view,)


def test_every_measure_has_a_review_of_its_own(bolivia: DeskInUse) -> None:
    case = with_victim(bolivia)
    one, two = (bolivia.protection().decide(case, MEASURE) for _ in range(2))
    bolivia.protection().end(case, one.id, MeasureState.LIFTED, "Ya no hace falta.")
    assert review(bolivia, case, one.id).standing is Standing.MET
    assert review(bolivia, case, two.id).met_at is None


@pytest.mark.parametrize("to", [MeasureState.LIFTED, MeasureState.TRANSFERRED])
def test_a_measure_ends_with_a_reason_and_stays_visible(bolivia: DeskInUse, to: MeasureState) -> None:
    case = with_victim(bolivia)
    measure = bolivia.protection().decide(case, MEASURE)
    with pytest.raises(ReasonMissing):
        bolivia.protection().end(case, measure.id, to, " ")
    bolivia.clock.turn(hours=24 * 20)
    ended = bolivia.protection().end(case, measure.id, to, " Se mudó. ")
    assert (ended.state, ended.end_reason, ended.description) == (to, "Se mudó.", measure.description)
    assert review(bolivia, case, measure.id).standing is Standing.MET_LATE
    assert bolivia.protection().measures(case) == (ended,)
    with pytest.raises(MeasureEnded) as caught:
        bolivia.protection().end(case, measure.id, MeasureState.LIFTED, "otra vez")
    assert caught.value.state is to


def test_an_adult_who_declines_is_not_put_under_a_measure_and_a_child_is_protected(bolivia: DeskInUse) -> None:
    declined = replace(MEASURE, acceptance=Acceptance.DECLINED)
    adult = with_victim(bolivia)
    with pytest.raises(MeasureDeclined):
        bolivia.protection().decide(adult, declined)
    assert bolivia.protection().measures(adult) == ()
    child = with_victim(bolivia, AgeStatus.UNKNOWN)
    assert bolivia.protection().decide(child, declined).acceptance is Acceptance.DECLINED


def test_a_measure_protects_somebody_of_the_case_and_is_found_in_it_alone(bolivia: DeskInUse) -> None:
    case, other = with_victim(bolivia), with_victim(bolivia)
    with pytest.raises(PartyAbsent):
        bolivia.protection().decide(case, replace(MEASURE, protects="V-02"))
    measure = bolivia.protection().decide(case, MEASURE).id
    for where, which in ((other, measure), (case, MeasureId("none"))):
        with pytest.raises(MeasureAbsent):
            bolivia.protection().end(where, which, MeasureState.LIFTED, "porque sí")


def test_the_defender_protects_in_her_own_case_and_the_liaison_does_not_decide(bolivia: DeskInUse) -> None:
    own = bolivia.suspected("delia").id
    bolivia.parties("delia").add(own, party())
    assert bolivia.protection("delia").decide(own, MEASURE).state is MeasureState.IN_FORCE
    with pytest.raises(NotPermitted):
        bolivia.protection("carla").decide(own, MEASURE)


def test_a_country_without_a_term_for_reviews_has_ours(desks: Desks) -> None:
    desk = desks(THIRD, alone=True)
    case = with_victim(desk)
    view = desk.protection().decide(case, MEASURE)
    assert view.review_at == view.starts_at + REVIEW_WITHOUT_RULE
    assert desk.protection().end(case, view.id, MeasureState.LIFTED, "ya").state is MeasureState.LIFTED


def test_a_measure_never_goes_away_and_nothing_of_it_stands_in_the_open(bolivia: DeskInUse) -> None:
    case = with_victim(bolivia)
    measure = bolivia.protection().decide(case, MEASURE).id
    bolivia.protection().end(case, measure, MeasureState.LIFTED, "Motivo canario")
    with pytest.raises(DBAPIError, match="measures: no"), bolivia.vault.session() as session:
        session.execute(text("DELETE FROM measures"))
    plain = plain_text_of(bolivia)
    assert [word for word in ("canario", "Acompañar", "Defensora de turno", MEASURE.kind.value) if word in plain] == []
