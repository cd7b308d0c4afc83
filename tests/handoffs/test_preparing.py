import pytest

from justice_desk.accounts.rules import CaseAbsent, NotPermitted
from justice_desk.cases.rules import ReasonMissing
from justice_desk.foundations.fields import FieldMissing
from justice_desk.foundations.ids import HandoffId, ReceiverId
from justice_desk.handoffs.receiver_service import ReceiverService
from justice_desk.handoffs.rules import (
    ON_ITS_WAY,
    HandoffAbsent,
    HandoffRunning,
    Lacking,
    NotToRemit,
    ReceiverAbsent,
    Stage,
    StageOutOfOrder,
)
from justice_desk.handoffs.service import HandoffService
from tests.desks import DeskInUse, Desks
from tests.handoffs.road import Road, new_receiver, plan, road
from tests.intakes import IDENTITY, intake, own_matter, party
from tests.plain import plain_text_of


@pytest.fixture
def way(bolivia: DeskInUse) -> Road:
    return road(bolivia)


def test_a_handoff_is_prepared_and_says_what_it_lacks(way: Road) -> None:
    view = way.prepared()
    assert (view.stage, view.case, view.receiver.id) == (Stage.PREPARING, way.case, way.receiver)
    assert view.plan == plan(way.receiver)
    assert view.lacking == tuple(
        Lacking[name] for name in ("ACTA", "OFICIO", "REVIEW", "VICTIM_IDENTITY", "RECEIVER_CONFIRMED")
    )
    assert (view.answer_due, view.receipts, view.custody, view.void_reason) == (None, (), (), "")
    assert way.handoffs.of_case(way.case) == (view,) == way.handoffs.all()


def test_what_was_lacking_and_is_there_is_lacking_no_more(way: Road) -> None:
    victim = way.desk.parties().add(way.case, party()).id
    way.desk.parties().write_identity(way.case, victim, IDENTITY)
    receivers = ReceiverService(way.desk.acting("ana"))
    (receiver,) = receivers.receivers()
    receivers.confirm(receiver.id, receiver.to_read_out, "Secretaría")
    assert way.reviewed().lacking == (Lacking.ACTA, Lacking.OFICIO)


def test_only_an_excluded_case_is_handed_over(way: Road) -> None:
    own = way.desk.unclear().id
    with pytest.raises(NotToRemit):
        way.handoffs.prepare(own, plan(way.receiver))
    way.desk.cases().assess(own, own_matter())
    with pytest.raises(NotToRemit):
        way.handoffs.prepare(own, plan(way.receiver))


def test_a_receiver_must_be_known_and_every_part_of_the_plan_written(way: Road) -> None:
    with pytest.raises(ReceiverAbsent):
        way.handoffs.prepare(way.case, plan(ReceiverId("nobody")))
    with pytest.raises(FieldMissing):
        way.handoffs.prepare(way.case, plan(way.receiver, purpose=" "))
    handoff = way.prepared().id
    with pytest.raises(ReceiverAbsent):
        way.handoffs.change(way.case, handoff, plan(ReceiverId("nobody")))
    assert len(way.handoffs.of_case(way.case)) == 1


def test_while_one_is_on_its_way_no_other_is_prepared(way: Road) -> None:
    for stage in sorted(ON_ITS_WAY):
        on_its_way = Road(way.desk, way.desk.suspected().id, way.receiver)
        on_its_way.to(stage)
        with pytest.raises(HandoffRunning):
            on_its_way.prepared()


def test_after_the_receipt_what_is_sent_later_is_another_handoff(way: Road) -> None:
    first = way.acknowledged()
    way.desk.clock.turn(hours=1)
    second = way.prepared()
    assert way.handoffs.of_case(way.case) == (second, first)


def test_a_plan_is_written_anew_until_somebody_reviewed_it(way: Road) -> None:
    handoff = way.prepared().id
    other = ReceiverService(way.desk.acting("ana")).enter(new_receiver()).id
    changed = way.handoffs.change(way.case, handoff, plan(other, purpose="Otra finalidad"))
    assert (changed.plan.purpose, changed.receiver.id) == ("Otra finalidad", other)
    way.handoffs.review(way.case, handoff)
    with pytest.raises(StageOutOfOrder):
        way.handoffs.change(way.case, handoff, plan(way.receiver))
    with pytest.raises(StageOutOfOrder):
        way.handoffs.review(way.case, handoff)


def test_whoever_wrote_it_reviews_it_alone_and_somebody_else_does_not(way: Road) -> None:
    assert way.reviewed().reviewed_alone
    other = Road(way.desk, way.desk.suspected().id, way.receiver, "berta")
    handoff = other.prepared().id
    reviewed = HandoffService(way.desk.acting("carla")).review(other.case, handoff)
    assert not reviewed.reviewed_alone


def test_whoever_changed_it_last_reviews_it_alone_even_if_another_began_it(way: Road) -> None:
    handoff = Road(way.desk, way.case, way.receiver, "berta").prepared().id
    way.handoffs.change(way.case, handoff, plan(way.receiver, purpose="Otra finalidad"))
    assert way.handoffs.review(way.case, handoff).reviewed_alone


def test_two_who_review_together_are_not_alone(way: Road) -> None:
    handoff = way.prepared().id
    together = HandoffService(way.desk.acting("ana", "carla"))
    assert not together.review(way.case, handoff).reviewed_alone


def test_a_desk_of_one_does_everything_alone_and_it_is_flagged(desks: Desks) -> None:
    alone = road(desks(alone=True))
    assert alone.reviewed().reviewed_alone
    assert any(line.alone for line in alone.desk.accounts("ana").history_of(alone.case))


def test_a_clerk_prepares_and_does_not_review(way: Road) -> None:
    clerk = Road(way.desk, way.case, way.receiver, "berta")
    handoff = clerk.prepared().id
    with pytest.raises(NotPermitted):
        clerk.handoffs.review(way.case, handoff)


@pytest.mark.parametrize("stage", [Stage.PREPARING, Stage.REVIEWED])
def test_a_handoff_that_was_not_sealed_is_given_up_with_a_reason_that_stays_readable(way: Road, stage: Stage) -> None:
    handoff = way.to(stage).id
    with pytest.raises(ReasonMissing):
        way.handoffs.void(way.case, handoff, " \n")
    voided = way.handoffs.void(way.case, handoff, " El acta decía un nombre canario. ")
    assert (voided.stage, voided.void_reason) == (Stage.VOIDED, "El acta decía un nombre canario.")
    assert voided.plan == plan(way.receiver)
    assert way.handoffs.handoff(way.case, handoff) == voided
    assert "canario" not in plain_text_of(way.desk)
    assert way.prepared().stage is Stage.PREPARING


def test_a_sealed_handoff_is_not_given_up(way: Road) -> None:
    handoff = way.sealed().id
    with pytest.raises(StageOutOfOrder):
        way.handoffs.void(way.case, handoff, "porque sí")


def test_a_handoff_is_found_in_its_case_alone(way: Road) -> None:
    handoff, other = way.prepared().id, way.desk.suspected().id
    for case, wanted in ((other, handoff), (way.case, HandoffId("none"))):
        with pytest.raises(HandoffAbsent):
            way.handoffs.handoff(case, wanted)


def test_for_whoever_is_excluded_there_is_no_handoff(way: Road) -> None:
    desk = way.desk
    case = desk.cases("berta").register(intake(suspicion=True), [desk.id_of("ana")]).id
    hidden = Road(desk, case, way.receiver, "carla").prepared()
    assert hidden not in way.handoffs.all()
    assert HandoffService(desk.acting("carla")).all() == (hidden,)
    with pytest.raises(CaseAbsent):
        way.handoffs.of_case(case)


def test_nothing_of_a_plan_stands_in_the_open(way: Road) -> None:
    way.prepared()
    plain = plain_text_of(way.desk)
    assert [said for said in vars(plan(way.receiver)).values() if said != way.receiver and str(said) in plain] == []
