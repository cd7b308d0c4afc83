from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from justice_desk.accounts.rules import NotPermitted
from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.rules import CaseState
from justice_desk.custody.chain import holder
from justice_desk.custody.rules import CustodyKind
from justice_desk.handoffs.rules import (
    SETBACK_CUSTODY,
    AcknowledgementWrong,
    MomentImpossible,
    ReceiptKind,
    Stage,
    StageOutOfOrder,
)
from tests.desks import DeskInUse, Desks
from tests.handoffs.road import CODE, Road, receipt, road, step
from tests.jurisdictions.third import THIRD
from tests.plain import plain_text_of


@pytest.fixture
def way(bolivia: DeskInUse) -> Road:
    return road(bolivia)


def state(way: Road) -> CaseState:
    return way.desk.cases().case(way.case).state


def running(way: Road) -> dict[tuple[str, str], datetime]:
    return {(one.kind, one.subject): one.due_at for one in way.desk.cases().deadlines()}


def test_a_packet_that_left_makes_the_case_remitted_and_a_receipt_is_owed(way: Road) -> None:
    sealed = way.sealed()
    left = way.desk.clock.turn(hours=5)
    sent = way.on_the_road.dispatch(way.case, sealed.id, step(left))
    assert (sent.stage, sent.dispatched_at, state(way)) == (Stage.DISPATCHED, left, CaseState.REMITTED)
    assert (sent.answer_due, sent.answer_standing) == (left + timedelta(hours=48), Standing.SOON)
    assert ("REMISION_ESCRITA", "") not in running(way)
    assert ("ACUSE_RECIBO", sent.id) in running(way)
    way.desk.clock.turn(hours=49)
    assert way.handoffs.handoff(way.case, sent.id).answer_standing is Standing.OVERDUE


def test_an_acknowledged_handoff_is_never_overdue(way: Road) -> None:
    acknowledged = way.acknowledged()
    way.desk.clock.turn(hours=24 * 19)
    view = way.handoffs.handoff(way.case, acknowledged.id)
    assert (view.stage, view.answer_due, view.answer_standing) == (Stage.ACKNOWLEDGED, None, None)
    assert state(way) is CaseState.RECEIVED
    assert set(running(way)) == {("AVISO_INMEDIATO", ""), ("SEGUIMIENTO", acknowledged.id)}


def test_a_late_step_is_never_blocked_and_no_word_of_it_is_lost(way: Road) -> None:
    handoff = way.sealed().id
    way.desk.clock.turn(hours=300)
    way.on_the_road.dispatch(way.case, handoff, step(way.desk.clock(), late_reason="no había camino"))
    view = way.on_the_road.deliver(way.case, handoff, step(way.desk.clock(), late_reason="la oficina estaba cerrada"))
    conditions = [link.event.condition for link in view.custody]
    assert conditions == ["Sobre cerrado · no había camino", "Sobre cerrado · la oficina estaba cerrada"]
    met = {one.kind: one for one in way.desk.cases().case(way.case).deadlines}["REMISION_ESCRITA"]
    assert (met.standing, met.note) == (Standing.MET_LATE, "no había camino")


def test_what_was_typed_days_later_counts_from_when_it_was(way: Road) -> None:
    handoff = way.sealed().id
    left = way.desk.clock() + timedelta(hours=3)
    arrived, back = left + timedelta(hours=6), left + timedelta(hours=30)
    way.desk.clock.turn(hours=24 * 9)
    way.on_the_road.dispatch(way.case, handoff, step(left))
    way.on_the_road.deliver(way.case, handoff, step(arrived))
    view = way.on_the_road.enter_receipt(way.case, handoff, receipt(back))
    assert [link.event.at for link in view.custody] == [left, arrived, back]
    found = {one.kind: one.standing for one in way.desk.cases().case(way.case).deadlines}
    assert (found["REMISION_ESCRITA"], found["ACUSE_RECIBO"]) == (Standing.MET, Standing.MET)


def test_steps_do_not_go_back_in_time_or_ahead(way: Road) -> None:
    handoff = way.sealed().id
    now = way.desk.clock.turn(hours=5)
    for at in (now + timedelta(seconds=1), now - timedelta(hours=6)):
        with pytest.raises(MomentImpossible):
            way.on_the_road.dispatch(way.case, handoff, step(at))
    way.on_the_road.dispatch(way.case, handoff, step(now))
    for at in (now - timedelta(seconds=1), now + timedelta(seconds=1)):
        with pytest.raises(MomentImpossible):
            way.on_the_road.deliver(way.case, handoff, step(at))
        with pytest.raises(MomentImpossible):
            way.on_the_road.enter_receipt(way.case, handoff, receipt(at))


def test_who_held_the_packet_is_told_at_every_moment(way: Road) -> None:
    view = way.acknowledged()
    me = holder(way.desk.signed_in("ana"))
    told = [(link.event.kind, link.event.giver, link.event.taker) for link in view.custody]
    assert told == [
        (CustodyKind.DISPATCHED, me, "Enlace ficticio"),
        (CustodyKind.DELIVERED, me, "Enlace ficticio"),
        (CustodyKind.ACKNOWLEDGED, "Fiscalía Ficticia", "Auxiliar ficticio"),
    ]
    assert {link.event.reference for link in view.custody} == {view.packet_id}


@pytest.mark.parametrize(
    ("kind", "said", "named"),
    [
        (ReceiptKind.STAMP_AND_NUMBER, {"number": "F-7"}, "F-7"),
        (ReceiptKind.NUMBER, {"number": "F-8"}, "F-8"),
        (ReceiptKind.STAMP, {}, "solo_sello"),
        (ReceiptKind.CODE, {"code": f"{CODE[:10]} {CODE[10:]}"}, CODE),
    ],
)
def test_every_kind_of_receipt_is_one(way: Road, kind: ReceiptKind, said: dict[str, str], named: str) -> None:
    sent = way.dispatched()
    way.desk.clock.turn(hours=1)
    view = way.on_the_road.enter_receipt(way.case, sent.id, receipt(way.desk.clock(), kind, **said))
    assert view.stage is Stage.ACKNOWLEDGED
    assert view.receipts == (receipt(way.desk.clock(), kind, **{**said, **({"code": CODE} if "code" in said else {})}),)
    assert view.custody[-1].event.condition == named


def test_the_code_of_another_packet_is_refused_and_nothing_moves(way: Road) -> None:
    sent = way.dispatched()
    with pytest.raises(AcknowledgementWrong):
        way.on_the_road.enter_receipt(way.case, sent.id, receipt(way.desk.clock(), ReceiptKind.CODE, code=CODE[::-1]))
    assert way.handoffs.handoff(way.case, sent.id) == sent


def test_a_second_receipt_is_kept_beside_the_first(way: Road) -> None:
    first = way.acknowledged()
    way.desk.clock.turn(hours=1)
    view = way.on_the_road.enter_receipt(way.case, first.id, receipt(way.desk.clock(), number="FICT-2"))
    assert [one.number for one in view.receipts] == ["FICT-1", "FICT-2"]
    assert (view.stage, len(view.custody)) == (Stage.ACKNOWLEDGED, len(first.custody) + 1)
    for statement in ("UPDATE receipts SET kind = 'solo_sello'", "DELETE FROM receipts"):
        with pytest.raises(DBAPIError, match="receipts: no"), way.desk.vault.session() as session:
            session.execute(text(statement))


@pytest.mark.parametrize("stage", [Stage.PREPARING, Stage.REVIEWED, Stage.SEALED])
def test_there_is_no_receipt_for_what_has_not_left(way: Road, stage: Stage) -> None:
    with pytest.raises(StageOutOfOrder):
        way.on_the_road.enter_receipt(way.case, way.to(stage).id, receipt(way.desk.clock()))


WRONG = [
    (Stage.SEALED, Stage.NOT_DISPATCHED, CaseState.MUST_REMIT),
    (Stage.DISPATCHED, Stage.LOST, CaseState.MUST_REMIT),
    (Stage.DISPATCHED, Stage.REFUSED, CaseState.MUST_REMIT),
    (Stage.DELIVERED, Stage.LOST, CaseState.MUST_REMIT),
    (Stage.DELIVERED, Stage.OBSERVED, CaseState.OBSERVED),
    (Stage.DELIVERED, Stage.REJECTED, CaseState.OBSERVED),
    (Stage.DELIVERED, Stage.RETURNED, CaseState.OBSERVED),
    (Stage.ACKNOWLEDGED, Stage.OBSERVED, CaseState.OBSERVED),
    (Stage.ACKNOWLEDGED, Stage.REJECTED, CaseState.OBSERVED),
    (Stage.ACKNOWLEDGED, Stage.RETURNED, CaseState.OBSERVED),
]


@pytest.mark.parametrize(("reached", "to", "expected"), WRONG)
def test_what_went_wrong_is_written_down_and_another_handoff_takes_its_place(
    way: Road, reached: Stage, to: Stage, expected: CaseState
) -> None:
    failed = way.set_back(way.to(reached).id, to)
    assert (failed.stage, state(way)) == (to, expected)
    assert failed.custody[-1].event.kind is SETBACK_CUSTODY[to]
    assert way.desk.cases().case(way.case).excluded
    way.desk.clock.turn(hours=1)
    again = way.acknowledged()
    assert again.id != failed.id
    assert state(way) is CaseState.RECEIVED
    assert set(running(way)) == {("AVISO_INMEDIATO", ""), ("SEGUIMIENTO", again.id)}


@pytest.mark.parametrize("to", [Stage.LOST, Stage.REFUSED])
def test_a_packet_that_did_not_arrive_asks_until_another_left(way: Road, to: Stage) -> None:
    failed = way.set_back(way.dispatched().id, to)
    assert ("ACUSE_RECIBO", failed.id) in running(way)
    way.desk.clock.turn(hours=60)
    way.sealed()
    assert ("ACUSE_RECIBO", failed.id) in running(way)
    (sealed, _) = way.handoffs.of_case(way.case)
    way.on_the_road.dispatch(way.case, sealed.id, step(way.desk.clock()))
    assert {subject for kind, subject in running(way) if kind == "ACUSE_RECIBO"} == {sealed.id}


def test_who_gives_back_what_never_left_is_not_the_prosecutor(way: Road) -> None:
    me = holder(way.desk.signed_in("ana"))
    for reached, to, giver in (
        (Stage.SEALED, Stage.NOT_DISPATCHED, me),
        (Stage.DISPATCHED, Stage.LOST, me),
        (Stage.DISPATCHED, Stage.REFUSED, "Fiscalía Ficticia"),
        (Stage.DELIVERED, Stage.RETURNED, "Fiscalía Ficticia"),
    ):
        assert way.set_back(way.to(reached).id, to).custody[-1].event.giver == giver


def test_what_was_thought_lost_may_turn_up_with_its_receipt(way: Road) -> None:
    lost = way.set_back(way.dispatched().id, Stage.LOST)
    way.desk.clock.turn(hours=9)
    view = way.on_the_road.enter_receipt(way.case, lost.id, receipt(way.desk.clock(), ReceiptKind.CODE, code=CODE))
    assert (view.stage, state(way)) == (Stage.ACKNOWLEDGED, CaseState.RECEIVED)
    assert ("ACUSE_RECIBO", lost.id) not in running(way)


def test_a_receipt_that_comes_after_the_papers_came_back_is_kept(way: Road) -> None:
    returned = way.set_back(way.delivered().id, Stage.RETURNED)
    view = way.on_the_road.enter_receipt(way.case, returned.id, receipt(way.desk.clock()))
    assert (view.stage, len(view.receipts)) == (Stage.RETURNED, 1)
    assert view.custody[-1].event.kind is CustodyKind.ACKNOWLEDGED


@pytest.mark.parametrize("to", [Stage.VOIDED, Stage.CONCLUDED, Stage.DELIVERED, Stage.SEALED, Stage.PREPARING])
def test_only_what_goes_wrong_is_written_down_as_going_wrong(way: Road, to: Stage) -> None:
    sent = way.dispatched()
    with pytest.raises(StageOutOfOrder):
        way.set_back(sent.id, to)
    assert way.handoffs.handoff(way.case, sent.id) == sent


def test_a_complement_does_not_end_what_runs_for_the_first_packet(way: Road) -> None:
    first = way.acknowledged()
    way.desk.clock.turn(hours=1)
    second = way.dispatched()
    assert {("SEGUIMIENTO", first.id), ("ACUSE_RECIBO", second.id)} <= set(running(way))
    assert state(way) is CaseState.RECEIVED


def test_a_country_without_a_term_for_the_answer_waits_without_one(desks: Desks) -> None:
    sent = road(desks(THIRD, alone=True)).dispatched()
    assert (sent.stage, sent.answer_due, sent.answer_standing) == (Stage.DISPATCHED, None, None)


def test_the_clerk_enters_what_came_back_and_does_not_send(way: Road) -> None:
    clerk = Road(way.desk, way.case, way.receiver, "berta")
    with pytest.raises(NotPermitted):
        clerk.on_the_road.dispatch(way.case, way.sealed().id, step(way.desk.clock()))
    (sealed,) = way.handoffs.of_case(way.case)
    way.on_the_road.dispatch(way.case, sealed.id, step(way.desk.clock()))
    entered = clerk.on_the_road.enter_receipt(way.case, sealed.id, receipt(way.desk.clock()))
    assert entered.stage is Stage.ACKNOWLEDGED


def test_a_desk_of_one_goes_the_whole_way(desks: Desks) -> None:
    assert road(desks("gt", alone=True)).acknowledged().stage is Stage.ACKNOWLEDGED


def test_nothing_that_was_said_on_the_road_stands_in_the_open(way: Road) -> None:
    handoff = way.dispatched().id
    said = receipt(way.desk.clock(), number="NUM-CANARIO", note="nota canaria", signed_by="Firma Canaria")
    way.on_the_road.enter_receipt(way.case, handoff, said)
    plain = plain_text_of(way.desk)
    assert [word for word in ("CANARIO", "canari", "Canari", "Enlace ficticio", "Sobre", CODE) if word in plain] == []
