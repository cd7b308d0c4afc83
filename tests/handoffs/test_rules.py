from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.fields import CharacterRefused, FieldMissing, FieldTooLong
from justice_desk.foundations.ids import ReceiverId
from justice_desk.handoffs.rules import (
    ANSWERED,
    FOLLOWS,
    ON_ITS_WAY,
    REPLACED,
    REQUIRED,
    SEALABLE,
    SETBACK_CUSTODY,
    SETBACKS,
    WAITING,
    AcknowledgementWrong,
    HandoffIncomplete,
    Lacking,
    LetterIssued,
    MomentImpossible,
    Plan,
    Receipt,
    ReceiptKind,
    Stage,
    StageOutOfOrder,
    checked_notice,
    checked_plan,
    checked_receipt,
    checked_step,
    require_complete,
    require_editable,
    require_stage,
)
from tests.handoffs.road import CODE, notice, plan, receipt, step
from tests.stores import START

LEFT = START - timedelta(hours=2)


def reachable(start: Stage) -> set[Stage]:
    found: set[Stage] = set()
    pending = [start]
    while pending:
        after = FOLLOWS[pending.pop()] - found
        found |= after
        pending += after
    return found


@given(current=st.sampled_from(Stage), to=st.sampled_from(Stage))
def test_no_stage_is_skipped_or_repeated(current: Stage, to: Stage) -> None:
    if to in FOLLOWS[current]:
        require_stage(current, to)
        assert to is not current
    else:
        with pytest.raises(StageOutOfOrder) as caught:
            require_stage(current, to)
        assert (caught.value.current, caught.value.asked) == (current, to)


def test_nothing_is_dispatched_that_was_not_reviewed_and_sealed() -> None:
    for without in (Stage.REVIEWED, Stage.SEALED):
        found: set[Stage] = set()
        pending = [Stage.PREPARING]
        while pending:
            after = FOLLOWS[pending.pop()] - found - {without}
            found |= after
            pending += after
        assert Stage.DISPATCHED not in found


@pytest.mark.parametrize("stage", Stage)
def test_from_every_stage_this_handoff_goes_on_or_another_takes_its_place(stage: Stage) -> None:
    assert set(FOLLOWS) == set(Stage)
    assert stage in REPLACED or FOLLOWS[stage]
    assert (stage in ON_ITS_WAY) is not (stage in REPLACED or stage is Stage.ACKNOWLEDGED)
    assert stage not in ON_ITS_WAY or reachable(stage) & SETBACKS


def test_after_the_seal_nothing_is_edited_or_voided() -> None:
    for stage in reachable(Stage.SEALED) | {Stage.SEALED}:
        assert not reachable(stage) & {Stage.PREPARING, Stage.REVIEWED, Stage.VOIDED}
        with pytest.raises(StageOutOfOrder):
            require_editable(stage, "")
    with pytest.raises(StageOutOfOrder):
        require_editable(Stage.REVIEWED, "")
    with pytest.raises(LetterIssued):
        require_editable(Stage.PREPARING, "OFICIO A-001/2026")
    require_editable(Stage.PREPARING, "")


def test_the_groups_of_stages_fit_the_table() -> None:
    assert {Stage.PREPARING, Stage.REVIEWED} == SEALABLE
    assert all(Stage.ACKNOWLEDGED in FOLLOWS[stage] for stage in WAITING)
    assert SETBACKS - {Stage.VOIDED} == set(SETBACK_CUSTODY)
    assert ANSWERED < SETBACKS < REPLACED
    assert set().union(*(reachable(stage) for stage in ON_ITS_WAY)) >= SETBACKS


@given(st.sets(st.sampled_from(Lacking)))
def test_only_what_is_needed_keeps_a_handoff_from_its_seal(lacking: set[Lacking]) -> None:
    ordered = tuple(sorted(lacking))
    if lacking & REQUIRED:
        with pytest.raises(HandoffIncomplete) as caught:
            require_complete(ordered)
        assert set(caught.value.lacking) == lacking & REQUIRED
    else:
        require_complete(ordered)


def test_a_plan_is_kept_tidy_and_needs_every_part() -> None:
    told = replace(plan(ReceiverId("r")), facts=" uno \n dos ", risk=" alto ")
    kept = checked_plan(told)
    assert (kept.facts, kept.risk, kept.receiver) == ("uno\n dos", "alto", told.receiver)
    for field in ("purpose", "facts", "risk", "liaison_contact"):
        with pytest.raises(FieldMissing) as caught:
            checked_plan(Plan(**{**vars(told), field: " "}))
        assert caught.value.field == field


@pytest.mark.parametrize("given_at", [LEFT - timedelta(seconds=1), START + timedelta(seconds=1)])
def test_a_notice_lies_between_knowledge_and_now(given_at: datetime) -> None:
    with pytest.raises(MomentImpossible) as caught:
        checked_notice(notice(given_at), LEFT, START)
    assert caught.value.given == given_at
    for at in (LEFT, START):
        assert checked_notice(notice(at), LEFT, START).given_at == at


def test_a_notice_says_who_was_told_and_what() -> None:
    kept = checked_notice(replace(notice(), person="  Turno  1 ", said=" se avisa ", answer=" bien "), LEFT, START)
    assert (kept.person, kept.said, kept.answer) == ("Turno 1", "se avisa", "bien")
    for changed in (replace(notice(), person=" "), replace(notice(), said="")):
        with pytest.raises(FieldMissing):
            checked_notice(changed, LEFT, START)
    assert checked_notice(replace(notice(), answer=""), LEFT, START).answer == ""


@pytest.mark.parametrize("at", [LEFT - timedelta(seconds=1), START + timedelta(seconds=1)])
def test_a_step_follows_the_one_before_it_and_does_not_lie_ahead(at: datetime) -> None:
    with pytest.raises(MomentImpossible):
        checked_step(step(at), LEFT, START)
    with pytest.raises(MomentImpossible):
        checked_receipt(receipt(at), LEFT, START, CODE)


def test_a_step_says_who_and_where_and_a_late_one_is_not_refused() -> None:
    kept = checked_step(step(LEFT, " Enlace   1 ", " no había camino "), LEFT, START)
    assert (kept.person, kept.late_reason, kept.condition) == ("Enlace 1", "no había camino", "Sobre cerrado")
    for changed in (replace(step(LEFT), person=" "), replace(step(LEFT), place="")):
        with pytest.raises(FieldMissing):
            checked_step(changed, LEFT, START)
    with pytest.raises(FieldTooLong):
        checked_step(replace(step(LEFT), condition="x" * 301), LEFT, START)


@pytest.mark.parametrize("kind", [ReceiptKind.STAMP_AND_NUMBER, ReceiptKind.NUMBER])
def test_a_receipt_with_a_number_has_it(kind: ReceiptKind) -> None:
    assert checked_receipt(receipt(START, kind, number=" F  1 "), LEFT, START, CODE).number == "F 1"
    with pytest.raises(FieldMissing) as caught:
        checked_receipt(receipt(START, kind, number=" "), LEFT, START, CODE)
    assert caught.value.field == "number"


def test_a_stamp_alone_is_a_receipt() -> None:
    kept = checked_receipt(receipt(START, ReceiptKind.STAMP, note=" sin número \n", code="123"), LEFT, START, CODE)
    assert (kept.kind, kept.number, kept.code, kept.note) == (ReceiptKind.STAMP, "", "", "sin número")


@pytest.mark.parametrize(
    "typed", [CODE, "01234 56789 01234 56789", "01234-56789-01234-56789", " 0123456789.0123456789 "]
)
def test_the_code_of_the_packet_is_taken_however_it_is_grouped(typed: str) -> None:
    assert checked_receipt(receipt(START, ReceiptKind.CODE, code=typed), LEFT, START, CODE).code == CODE


@pytest.mark.parametrize("typed", ["", "0123456789012345678", CODE[:-1] + "0", CODE + "0", "x"])
@pytest.mark.parametrize("code", [CODE, ""])
def test_another_code_is_refused_also_where_the_packet_has_none(typed: str, code: str) -> None:
    with pytest.raises(AcknowledgementWrong):
        checked_receipt(receipt(START, ReceiptKind.CODE, code=typed), LEFT, START, code)


def test_what_cannot_be_kept_of_a_receipt_is_refused() -> None:
    with pytest.raises(CharacterRefused):
        checked_receipt(Receipt(ReceiptKind.STAMP, START, signed_by="\u202e"), LEFT, START, CODE)
