"""What is done to protect somebody: deciding a measure, and ending it with a reason."""

from datetime import timedelta

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.cases.deadlines import meet, start
from justice_desk.cases.reading import load, parties_of, profile_of
from justice_desk.cases.rules import PartyAbsent, checked_reason
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import CaseId, MeasureId, new_id
from justice_desk.journal.rules import Act
from justice_desk.jurisdictions.rules import Trigger
from justice_desk.protection.reading import decided, label, measure_view, measures_of
from justice_desk.protection.records import MeasureRecord
from justice_desk.protection.rules import MeasureAbsent, MeasureState, NewMeasure, checked_measure, require_end
from justice_desk.protection.views import MeasureView
from justice_desk.vault.rules import Scope

REVIEW = "REV_MEDIDA"
REVIEW_WITHOUT_RULE = timedelta(days=15)


class ProtectionService:
    """The protective measures of the cases of the desk."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def decide(self, case: CaseId, measure: NewMeasure) -> MeasureView:
        """Decide a measure: it is in force from then on, and its review has a deadline.

        Raises:
            PartyAbsent: nobody in this case has that code.
            MeasureDeclined: an adult does not want it.
            MeasureUntimely: it cannot begin then.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.DECIDE_MEASURE, case) as work:
            record = load(work, case)
            protected = next((one for one in parties_of(work, case) if one.code == measure.protects), None)
            if protected is None:
                raise PartyAbsent
            kept = checked_measure(measure, record.known_at, work.now, child=protected.as_child)
            profile = profile_of(work, record)
            rule = profile.deadline(REVIEW)
            identifier = MeasureId(new_id(work.now))
            content: Json = {
                "kind": kept.kind.value,
                "protects": kept.protects,
                "description": kept.description,
                "responsible": kept.responsible,
                "acceptance": kept.acceptance.value,
                "end_reason": "",
            }
            row = MeasureRecord(
                id=identifier,
                case_id=case,
                state=MeasureState.IN_FORCE.value,
                starts_at=kept.starts_at,
                review_at=kept.starts_at + (REVIEW_WITHOUT_RULE if rule is None else rule.length),
                decided=work.seal_json(case, Scope.SUMMARY, content, label(identifier)),
            )
            work.session.add(row)
            work.session.flush()
            start(work, record, Trigger.MEASURE_STARTED, kept.starts_at, identifier)
            view = measure_view(work, row)
            work.commit(Act(identifier, formal=True))
            return view

    def end(self, case: CaseId, measure: MeasureId, to: MeasureState, reason: str) -> MeasureView:
        """End a measure: lifted, or carried on by somebody else.

        Raises:
            MeasureAbsent: there is no such measure in this case.
            MeasureEnded: it is no longer in force.
            ReasonMissing: no reason was written.
        """
        with begin(self._persons, UseCase.DECIDE_MEASURE, case) as work:
            row = work.session.get(MeasureRecord, measure)
            if row is None or row.case_id != case:
                raise MeasureAbsent
            require_end(MeasureState(row.state), to)
            said = checked_reason(reason)
            row.state = to.value
            content = {**decided(work, row), "end_reason": said}
            row.decided = work.seal_json(case, Scope.SUMMARY, content, label(measure))
            meet(work, load(work, case), REVIEW, work.now, measure)
            view = measure_view(work, row)
            work.commit(Act(measure, {"state": to.value}, formal=True))
            return view

    def measures(self, case: CaseId) -> tuple[MeasureView, ...]:
        """Return the measures of a case, the first to start first."""
        with look(self._persons, UseCase.READ_CASES, case) as work:
            return measures_of(work, case)
