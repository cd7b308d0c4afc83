"""What is done before the road: preparing a handoff, having it reviewed, giving it up."""

from sqlalchemy import select

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, begin, look, visible_cases
from justice_desk.cases.reading import load, summary_of
from justice_desk.cases.rules import checked_reason
from justice_desk.foundations.ids import CaseId, HandoffId, new_id
from justice_desk.handoffs.reading import (
    handoff_view,
    letter_of,
    load_handoff,
    move,
    plan_of,
    seal_plan,
    written_by,
)
from justice_desk.handoffs.records import HandoffRecord, ReceiverRecord
from justice_desk.handoffs.rules import (
    ON_ITS_WAY,
    HandoffRunning,
    NotToRemit,
    Plan,
    ReceiverAbsent,
    Stage,
    checked_plan,
    require_editable,
)
from justice_desk.handoffs.views import HandoffView
from justice_desk.journal.rules import Act


class HandoffService:
    """The handoffs of the desk, until they are sealed."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def prepare(self, case: CaseId, plan: Plan) -> HandoffView:
        """Begin a handoff of a case that must be remitted.

        Raises:
            NotToRemit: the case is not excluded from the community's own matters.
            HandoffRunning: one is on its way already.
            ReceiverAbsent: there is no such receiver.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.PREPARE_HANDOFF, case) as work:
            if not summary_of(work, load(work, case)).excluded:
                raise NotToRemit
            stages = work.session.scalars(select(HandoffRecord.stage).where(HandoffRecord.case_id == case))
            if any(Stage(stage) in ON_ITS_WAY for stage in stages):
                raise HandoffRunning
            if work.session.get(ReceiverRecord, plan.receiver) is None:
                raise ReceiverAbsent
            identifier = HandoffId(new_id(work.now))
            row = HandoffRecord(
                id=identifier,
                case_id=case,
                receiver_id=plan.receiver,
                stage=Stage.PREPARING.value,
                plan=seal_plan(work, case, identifier, checked_plan(plan)),
                prepared_at=work.now,
                reviewed_alone=False,
                moved_at=work.now,
                packet_id="",
                packet_sha256="",
                packet_bytes=0,
            )
            work.session.add(row)
            work.session.flush()
            view = handoff_view(work, row)
            work.commit(Act(identifier, {"receiver": plan.receiver}))
            return view

    def change(self, case: CaseId, handoff: HandoffId, plan: Plan) -> HandoffView:
        """Write the plan anew while the handoff is being prepared.

        Raises:
            StageOutOfOrder: it was reviewed already.
            LetterIssued: its letter says what was written.
            ReceiverAbsent: there is no such receiver.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.PREPARE_HANDOFF, case) as work:
            row = load_handoff(work, case, handoff)
            letter = letter_of(work, row)
            require_editable(Stage(row.stage), "" if letter is None else letter.number)
            if work.session.get(ReceiverRecord, plan.receiver) is None:
                raise ReceiverAbsent
            row.receiver_id = plan.receiver
            before, after = plan_of(work, row), checked_plan(plan)
            row.plan = seal_plan(work, case, handoff, after)
            work.session.flush()
            view = handoff_view(work, row)
            changed = sorted(field for field, value in vars(after).items() if value != vars(before)[field])
            work.commit(Act(handoff, {"changed": changed}))
            return view

    def review(self, case: CaseId, handoff: HandoffId) -> HandoffView:
        """Note that a handoff was looked through. Where nobody else is there, one may do it alone, and it is flagged.

        Raises:
            StageOutOfOrder: it was reviewed already.
        """
        with begin(self._persons, UseCase.REVIEW_HANDOFF, case) as work:
            row = load_handoff(work, case, handoff)
            move(work, row, Stage.REVIEWED, work.now)
            row.reviewed_alone = work.alone and written_by(work, case, handoff) == work.person.person
            work.session.flush()
            view = handoff_view(work, row)
            work.commit(Act(handoff, formal=True))
            return view

    def void(self, case: CaseId, handoff: HandoffId, reason: str) -> HandoffView:
        """Give up a handoff that was not sealed yet.

        Raises:
            StageOutOfOrder: it was sealed already.
            ReasonMissing: no reason was written.
        """
        with begin(self._persons, UseCase.PREPARE_HANDOFF, case) as work:
            row = load_handoff(work, case, handoff)
            said = checked_reason(reason)
            move(work, row, Stage.VOIDED, work.now)
            row.plan = seal_plan(work, case, handoff, plan_of(work, row), void_reason=said)
            work.session.flush()
            view = handoff_view(work, row)
            work.commit(Act(handoff, {"reason": work.digest(said)}, formal=True))
            return view

    def handoff(self, case: CaseId, handoff: HandoffId) -> HandoffView:
        """Return a handoff."""
        with look(self._persons, UseCase.READ_CASES, case) as work:
            return handoff_view(work, load_handoff(work, case, handoff))

    def of_case(self, case: CaseId) -> tuple[HandoffView, ...]:
        """Return the handoffs of a case, the newest first."""
        with look(self._persons, UseCase.READ_CASES, case) as work:
            rows = work.session.scalars(
                select(HandoffRecord).where(HandoffRecord.case_id == case).order_by(HandoffRecord.prepared_at.desc())
            )
            return tuple(handoff_view(work, row) for row in rows.all())

    def all(self) -> tuple[HandoffView, ...]:
        """Return the handoffs of every case of the person signed in, the newest first."""
        with look(self._persons, UseCase.READ_CASES) as work:
            visible = visible_cases(work.person.person)
            rows = work.session.scalars(
                select(HandoffRecord)
                .where(HandoffRecord.case_id.in_(visible))
                .order_by(HandoffRecord.prepared_at.desc())
            )
            return tuple(handoff_view(work, row) for row in rows.all())
