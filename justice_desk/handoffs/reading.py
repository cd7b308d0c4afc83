"""Reading handoffs inside a unit of work, and moving them one stage further."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Work
from justice_desk.cases.deadline_rules import Standing, standing
from justice_desk.cases.deadlines import deadlines_of
from justice_desk.cases.reading import load, parties_of, profile_of
from justice_desk.cases.rules import Channel, PartyRole
from justice_desk.custody.chain import chain_of
from justice_desk.documents.reading import documents_about
from justice_desk.documents.rules import Kind
from justice_desk.documents.views import DocumentView
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import CaseId, HandoffId, PersonId, ReceiverId
from justice_desk.handoffs.records import HandoffRecord, NoticeRecord, ReceiptRecord, ReceiverRecord
from justice_desk.handoffs.rules import (
    FOLLOWS,
    WAITING,
    HandoffAbsent,
    Lacking,
    Plan,
    Receipt,
    ReceiptKind,
    Stage,
    require_stage,
)
from justice_desk.handoffs.views import HandoffView, NoticeView, ReceiverView
from justice_desk.hearings.reading import sessions_of
from justice_desk.journal.chain import entries_of_case
from justice_desk.packets.fingerprints import fingerprint
from justice_desk.vault.rules import Scope

ANSWER = "ACUSE_RECIBO"
ENCLOSED = frozenset({Kind.ACTA, Kind.OFICIO})
"""The kinds of document that travel in the open part of a packet."""


def load_handoff(work: Work, case: CaseId, handoff: HandoffId) -> HandoffRecord:
    """Return the record of a handoff.

    Raises:
        HandoffAbsent: there is none in this case.
    """
    row = work.session.get(HandoffRecord, handoff)
    if row is None or row.case_id != case:
        raise HandoffAbsent
    return row


def move(work: Work, row: HandoffRecord, to: Stage, at: datetime) -> None:
    """Take a handoff one stage further.

    Raises:
        StageOutOfOrder: it does not follow.
    """
    require_stage(Stage(row.stage), to)
    row.stage, row.moved_at = to.value, at
    work.session.flush()


def receiver_view(row: ReceiverRecord) -> ReceiverView:
    """Return a receiver as screens show it."""
    return ReceiverView(
        id=ReceiverId(row.id),
        institution=row.institution,
        office=row.office,
        place=row.place,
        recipient=row.recipient,
        annex_recipient=row.annex_recipient,
        fingerprint=fingerprint(row.recipient),
        annex_fingerprint=fingerprint(row.annex_recipient),
        confirmed_at=row.confirmed_at,
        confirmed_with=row.confirmed_with,
    )


def seal_plan(work: Work, case: CaseId, handoff: str, plan: Plan, void_reason: str = "") -> bytes:
    """Return a plan, with the reason why it was given up where it was, sealed to those admitted to the summary."""
    content: Json = {"plan": {**vars(plan)}, "void_reason": void_reason}
    return work.seal_json(case, Scope.SUMMARY, content, f"handoffs.plan:{handoff}")


def plan_of(work: Work, row: HandoffRecord) -> Plan:
    """Return what was written when the handoff was prepared."""
    return Plan(**_written(work, row)["plan"])


def void_reason_of(work: Work, row: HandoffRecord) -> str:
    """Return why a handoff was given up, empty where it was not."""
    return str(_written(work, row)["void_reason"])


def written_by(work: Work, case: CaseId, handoff: HandoffId) -> PersonId:
    """Return who last wrote the plan of a handoff, as the journal has it."""
    writing = [
        entry
        for entry in entries_of_case(work.session, case)
        if entry.action == UseCase.PREPARE_HANDOFF and entry.about == handoff
    ]
    return writing[0].actor


def acknowledgement_of(work: Work, row: HandoffRecord) -> str:
    """Return the code that only somebody who opened the packet can read out; empty before it was sealed."""
    if row.acknowledgement is None:
        return ""
    return work.open(CaseId(row.case_id), Scope.SUMMARY, row.acknowledgement, f"handoffs.acknowledgement:{row.id}")


def lacking(work: Work, row: HandoffRecord) -> tuple[Lacking, ...]:
    """Return what a handoff still lacks before it can be sealed, the needed parts first."""
    case = CaseId(row.case_id)
    kinds = {document.kind for document in documents_for(work, row)}
    victims = [party for party in parties_of(work, case) if party.role is PartyRole.VICTIM]
    receiver = work.session.get_one(ReceiverRecord, row.receiver_id)
    missing = {
        Lacking.ACTA: Kind.ACTA not in kinds,
        Lacking.OFICIO: Kind.OFICIO not in kinds,
        Lacking.REVIEW: Stage(row.stage) is Stage.PREPARING,
        Lacking.VICTIM_IDENTITY: not any(victim.identity_written for victim in victims),
        Lacking.RECEIVER_CONFIRMED: receiver.confirmed_at is None,
    }
    return tuple(one for one, lacks in missing.items() if lacks)


def documents_for(work: Work, row: HandoffRecord) -> tuple[DocumentView, ...]:
    """Return the documents of the open part: the actas of the sessions, and the handoff's own letter.

    The letter lists what goes with it, so once it is issued nothing is added: a later acta goes with a later handoff.
    """
    case = CaseId(row.case_id)
    subjects = [*(session.id for session in sessions_of(work, case)), row.id]
    found = [document for document in documents_about(work, case, subjects) if document.kind in ENCLOSED]
    letter = next((one for one in found if one.kind is Kind.OFICIO), None)
    if letter is None:
        return tuple(found)
    # The journal alone keeps the order of acts whatever the clock did.
    issued = {entry.about: entry.seq for entry in entries_of_case(work.session, case)}
    return tuple(one for one in found if issued[one.number] <= issued[letter.number])


def letter_of(work: Work, row: HandoffRecord) -> DocumentView | None:
    """Return the letter of a handoff, None while it was not issued."""
    found = documents_about(work, CaseId(row.case_id), [row.id])
    return next((document for document in found if document.kind is Kind.OFICIO), None)


def notices_of(work: Work, case: CaseId) -> tuple[NoticeView, ...]:
    """Return the notices of a case, the first given first."""
    rows = work.session.scalars(
        select(NoticeRecord).where(NoticeRecord.case_id == case).order_by(NoticeRecord.given_at, NoticeRecord.id)
    )
    return tuple(_notice(work, row) for row in rows)


def handoff_view(work: Work, row: HandoffRecord) -> HandoffView:
    """Return a handoff as its page shows it."""
    case, stage = CaseId(row.case_id), Stage(row.stage)
    record = load(work, case)
    due, where = _answer(work, row, ZoneInfo(profile_of(work, record).timezone))
    return HandoffView(
        id=HandoffId(row.id),
        case=case,
        case_number=record.number,
        receiver=receiver_view(work.session.get_one(ReceiverRecord, row.receiver_id)),
        stage=stage,
        plan=plan_of(work, row),
        prepared_at=row.prepared_at,
        reviewed_alone=row.reviewed_alone,
        sealed_at=row.sealed_at,
        dispatched_at=row.dispatched_at,
        packet_id=row.packet_id,
        packet_sha256=row.packet_sha256,
        packet_bytes=row.packet_bytes,
        documents=tuple(document.id for document in documents_for(work, row)),
        lacking=lacking(work, row) if stage in {Stage.PREPARING, Stage.REVIEWED} else (),
        receipts=receipts_of(work, row),
        custody=chain_of(work, case, row.id),
        answer_due=due,
        answer_standing=where,
        steps=tuple(sorted(FOLLOWS[stage])),
        void_reason=void_reason_of(work, row),
    )


def receipts_of(work: Work, row: HandoffRecord) -> tuple[Receipt, ...]:
    """Return what came back, the first first."""
    rows = work.session.scalars(
        select(ReceiptRecord).where(ReceiptRecord.handoff_id == row.id).order_by(ReceiptRecord.entered_at)
    )
    return tuple(_receipt(work, CaseId(row.case_id), receipt) for receipt in rows)


def _receipt(work: Work, case: CaseId, row: ReceiptRecord) -> Receipt:
    raw = work.open_json(case, Scope.SUMMARY, row.written, f"receipts.written:{row.id}")
    return Receipt(
        kind=ReceiptKind(row.kind),
        received_at=row.received_at,
        number=raw["number"],
        signed_by=raw["signed_by"],
        code=raw["code"],
        note=raw["note"],
    )


def _notice(work: Work, row: NoticeRecord) -> NoticeView:
    case = CaseId(row.case_id)
    raw = work.open_json(case, Scope.SUMMARY, row.said, f"oral_notices.said:{row.id}")
    return NoticeView(
        id=row.id,
        case=case,
        given_at=row.given_at,
        means=Channel(raw["means"]),
        institution=raw["institution"],
        person=raw["person"],
        said=raw["said"],
        answer=raw["answer"],
    )


def _written(work: Work, row: HandoffRecord) -> Any:  # noqa: ANN401 - JSON that was checked when it was sealed
    return work.open_json(CaseId(row.case_id), Scope.SUMMARY, row.plan, f"handoffs.plan:{row.id}")


def _answer(work: Work, row: HandoffRecord, zone: ZoneInfo) -> tuple[datetime | None, Standing | None]:
    if Stage(row.stage) not in WAITING:
        return None, None
    for deadline in deadlines_of(work, row.case_id):
        if deadline.kind == ANSWER and deadline.subject == row.id:
            return deadline.due_at, standing(deadline, work.now, zone)
    return None, None
