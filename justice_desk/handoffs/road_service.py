"""What is done on the road: the packet leaves, arrives, is acknowledged, or what went wrong is written down."""

from datetime import datetime

from sqlalchemy import select

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, Work, begin
from justice_desk.cases.deadlines import end_about, meet_by, start
from justice_desk.cases.reading import load
from justice_desk.cases.reading import move as move_case
from justice_desk.cases.records import CaseRecord
from justice_desk.cases.rules import CaseState, may_follow
from justice_desk.custody.chain import add_event, holder
from justice_desk.custody.rules import CustodyEvent, CustodyKind
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import CaseId, HandoffId, new_id
from justice_desk.handoffs.reading import acknowledgement_of, handoff_view, load_handoff, move
from justice_desk.handoffs.records import HandoffRecord, ReceiptRecord, ReceiverRecord
from justice_desk.handoffs.rules import (
    ANSWERED,
    FOLLOWS,
    SETBACK_CUSTODY,
    SETBACKS,
    Receipt,
    Stage,
    StageOutOfOrder,
    Step,
    checked_receipt,
    checked_step,
)
from justice_desk.handoffs.views import HandoffView
from justice_desk.journal.rules import Act
from justice_desk.jurisdictions.rules import Trigger
from justice_desk.vault.rules import Scope

DISPATCH, RECEIPT = "despacho", "acuse"
"""The acts that profiles name as meeting a deadline."""


class RoadService:
    """Sealed handoffs on their way, and what comes back."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def dispatch(self, case: CaseId, handoff: HandoffId, step: Step) -> HandoffView:
        """Note that the packet left, with whom. The case is remitted from then on; the receipt has a deadline.

        Raises:
            StageOutOfOrder: it is not sealed, or it left already.
            MomentImpossible: the moment lies in the future or before the seal.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.DELIVER_HANDOFF, case) as work:
            row, record = load_handoff(work, case, handoff), load(work, case)
            kept = checked_step(step, row.moved_at, work.now)
            move(work, row, Stage.DISPATCHED, kept.at)
            row.dispatched_at = kept.at
            meet_by(work, record, DISPATCH, kept.at, note=kept.late_reason)
            _end_replaced(work, record, row, kept.at)
            start(work, record, Trigger.DISPATCHED, kept.at, handoff)
            _move_case(work, case, CaseState.REMITTED)
            _custody(work, row, CustodyKind.DISPATCHED, holder(work.person), kept)
            view = handoff_view(work, row)
            work.commit(Act(handoff, {"packet": row.packet_id}, formal=True))
            return view

    def deliver(self, case: CaseId, handoff: HandoffId, step: Step) -> HandoffView:
        """Note that the packet was handed over, to whom and where.

        Raises:
            StageOutOfOrder, MomentImpossible, FieldMissing: as in `dispatch`.
        """
        with begin(self._persons, UseCase.DELIVER_HANDOFF, case) as work:
            row = load_handoff(work, case, handoff)
            kept = checked_step(step, row.moved_at, work.now)
            move(work, row, Stage.DELIVERED, kept.at)
            _custody(work, row, CustodyKind.DELIVERED, holder(work.person), kept)
            view = handoff_view(work, row)
            work.commit(Act(handoff, {"packet": row.packet_id}, formal=True))
            return view

    def enter_receipt(self, case: CaseId, handoff: HandoffId, receipt: Receipt) -> HandoffView:
        """Enter what came back. A second receipt is kept beside the first; nothing is overwritten.

        So is one that comes after something went wrong; what was thought lost has arrived then.

        Raises:
            AcknowledgementWrong: the code read out belongs to another packet.
            StageOutOfOrder: the packet has not left.
            MomentImpossible: it lies in the future or before the packet left.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.ENTER_RECEIPT, case) as work:
            row, record = load_handoff(work, case, handoff), load(work, case)
            if row.dispatched_at is None:
                raise StageOutOfOrder(Stage(row.stage), Stage.ACKNOWLEDGED)
            code = acknowledgement_of(work, row)
            kept = checked_receipt(receipt, row.dispatched_at, work.now, code)
            if Stage.ACKNOWLEDGED in FOLLOWS[Stage(row.stage)]:
                move(work, row, Stage.ACKNOWLEDGED, kept.received_at)
                meet_by(work, record, RECEIPT, kept.received_at, handoff, kept.note[:300])
                start(work, record, Trigger.ACKNOWLEDGED, kept.received_at, handoff)
                _move_case(work, case, CaseState.REMITTED)  # where it was thought lost, it was handed over after all
                _move_case(work, case, CaseState.RECEIVED)
            _write_receipt(work, row, kept)
            step = Step(kept.received_at, kept.signed_by, "", reference_of(kept))
            _custody(work, row, CustodyKind.ACKNOWLEDGED, _receiver(work, row), step)
            view = handoff_view(work, row)
            work.commit(Act(handoff, {"receipt": kept.kind.value}, formal=True))
            return view

    def set_back(self, case: CaseId, handoff: HandoffId, to: Stage, step: Step) -> HandoffView:
        """Write down what went wrong: lost, refused, returned, sent back with remarks. A new handoff may follow.

        Raises:
            StageOutOfOrder: that does not follow from where the handoff is, or is not something that goes wrong.
            MomentImpossible, FieldMissing, FieldTooLong, CharacterRefused: as in `dispatch`.
        """
        with begin(self._persons, UseCase.ENTER_RECEIPT, case) as work:
            row = load_handoff(work, case, handoff)
            if to not in SETBACKS or to is Stage.VOIDED:
                raise StageOutOfOrder(Stage(row.stage), to)
            kept = checked_step(step, row.moved_at, work.now)
            move(work, row, to, kept.at)
            if to in ANSWERED:
                end_about(work, load(work, case), handoff, kept.at)
            _move_case(work, case, CaseState.OBSERVED if to in ANSWERED else CaseState.MUST_REMIT)
            met = to in ANSWERED or to is Stage.REFUSED
            _custody(work, row, SETBACK_CUSTODY[to], _receiver(work, row) if met else holder(work.person), kept)
            view = handoff_view(work, row)
            work.commit(Act(handoff, {"stage": to.value}, formal=True))
            return view


def reference_of(receipt: Receipt) -> str:
    """Return how a receipt is named in the chain of custody."""
    return receipt.number or receipt.code or receipt.kind.value


def _write_receipt(work: Work, row: HandoffRecord, receipt: Receipt) -> None:
    identifier = new_id(work.now)
    content: Json = {
        "number": receipt.number,
        "signed_by": receipt.signed_by,
        "code": receipt.code,
        "note": receipt.note,
    }
    written = work.seal_json(CaseId(row.case_id), Scope.SUMMARY, content, f"receipts.written:{identifier}")
    work.session.add(
        ReceiptRecord(
            id=identifier,
            handoff_id=row.id,
            kind=receipt.kind.value,
            received_at=receipt.received_at,
            entered_at=work.now,
            written=written,
        )
    )
    work.session.flush()


def _end_replaced(work: Work, record: CaseRecord, row: HandoffRecord, at: datetime) -> None:
    before = select(HandoffRecord).where(HandoffRecord.case_id == record.id, HandoffRecord.id != row.id)
    for handoff in work.session.scalars(before).all():
        if Stage(handoff.stage) in SETBACKS:
            end_about(work, record, handoff.id, at)


def _move_case(work: Work, case: CaseId, to: CaseState) -> None:
    record = load(work, case)
    if may_follow(CaseState(record.state), to, excluded=True):
        move_case(work, record, to)


def _receiver(work: Work, row: HandoffRecord) -> str:
    return work.session.get_one(ReceiverRecord, row.receiver_id).institution


def _custody(work: Work, row: HandoffRecord, kind: CustodyKind, giver: str, step: Step) -> None:
    at: datetime = step.at
    event = CustodyEvent(
        at=at,
        kind=kind,
        giver=giver,
        taker=step.person,
        place=step.place,
        condition=" · ".join(filter(None, (step.condition, step.late_reason))),
        reference=row.packet_id,
    )
    add_event(work, CaseId(row.case_id), row.id, event)
