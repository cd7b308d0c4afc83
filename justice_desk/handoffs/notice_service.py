"""Oral notices: given at once, before anything is on paper, and written down with whom, when and what was said."""

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.cases.deadlines import meet_by
from justice_desk.cases.reading import load, profile_of
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import CaseId, new_id
from justice_desk.handoffs.reading import notices_of
from justice_desk.handoffs.records import NoticeRecord
from justice_desk.handoffs.rules import InstitutionUnknown, Notice, checked_notice
from justice_desk.handoffs.views import NoticeView
from justice_desk.journal.rules import Act
from justice_desk.vault.rules import Scope


class NoticeService:
    """The oral notices of the cases of the desk."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def log(self, case: CaseId, notice: Notice, late_reason: str = "") -> NoticeView:
        """Write down a notice that was given, and meet the deadlines that it meets in this country.

        Raises:
            MomentImpossible: it lies in the future or before the case was known.
            InstitutionUnknown: the institution does not stand in the country's list.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.LOG_ORAL_NOTICE, case) as work:
            record = load(work, case)
            profile = profile_of(work, record)
            told = next((one for one in profile.institutions if one.id == notice.institution), None)
            if told is None:
                raise InstitutionUnknown
            kept = checked_notice(notice, record.known_at, work.now)
            identifier = new_id(work.now)
            content: Json = {
                "means": kept.means.value,
                "institution": kept.institution,
                "person": kept.person,
                "said": kept.said,
                "answer": kept.answer,
            }
            sealed = work.seal_json(case, Scope.SUMMARY, content, f"oral_notices.said:{identifier}")
            work.session.add(NoticeRecord(id=identifier, case_id=case, given_at=kept.given_at, said=sealed))
            for received in told.receives:
                meet_by(work, record, received, kept.given_at, note=late_reason)
            work.session.flush()
            view = next(found for found in notices_of(work, case) if found.id == identifier)
            work.commit(Act(record.number, formal=True))
            return view

    def notices(self, case: CaseId) -> tuple[NoticeView, ...]:
        """Return the notices of a case, the first given first."""
        with look(self._persons, UseCase.READ_CASES, case) as work:
            return notices_of(work, case)
