"""Who can read a case, decided by keys: looking at it, taking somebody off it, and admitting somebody to it later."""

from sqlalchemy import select

from justice_desk.accounts.admission import admit, exclude, present, roles_of
from justice_desk.accounts.records import AdmissionRecord, PersonRecord
from justice_desk.accounts.rules import LastReader, PersonAbsent, UseCase, scopes_of
from justice_desk.accounts.work import Persons, Work, begin, look
from justice_desk.cases.rules import NobodyAdmitted
from justice_desk.cases.views import CaseReader
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.journal.chain import entries_of_case
from justice_desk.journal.rules import Act
from justice_desk.vault.ring import RECOVERY, holders
from justice_desk.vault.rules import CASE_SCOPES


class ReaderService:
    """The people who can open a case, and those who cannot."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def readers(self, case: CaseId) -> tuple[CaseReader, ...]:
        """Return everyone with an account, with what of a case their keys open: nothing, for those who are off it.

        Raises:
            CaseAbsent: there is no such case for the person signed in.
        """
        with look(self._persons, UseCase.READ_CASES, case) as work:
            held = {scope: holders(work.session, case, scope) for scope in CASE_SCOPES}
            taken_off = {
                entry.about for entry in entries_of_case(work.session, case) if entry.action == UseCase.EXCLUDE_PERSON
            }
            return tuple(
                CaseReader(
                    person=PersonId(row.id),
                    name=row.name,
                    roles=roles_of(row),
                    opens=frozenset(scope for scope in CASE_SCOPES if row.id in held[scope]),
                    taken_off=row.id in taken_off,
                    me=row.id == work.person.person,
                )
                for row in work.session.scalars(present().order_by(PersonRecord.name))
            )

    def exclude(self, case: CaseId, person: PersonId) -> None:
        """Take a person's keys to a case away: a party, or a relative of one, does not decide or read it.

        Raises:
            NobodyAdmitted: nobody else works on it.
            LastReader: nobody else opens a part of it.
        """
        with begin(self._persons, UseCase.EXCLUDE_PERSON, case) as work:
            _require_others(work, case, person)
            exclude(work, case, person)
            work.commit(Act(person, formal=True))

    def admit(self, case: CaseId, person: PersonId) -> None:
        """Give a person the keys to a case that their roles allow, as far as the one who acts holds them.

        Raises:
            PersonAbsent: nobody of this identifier has an account.
            NotAdmitted: their roles open nothing of it, or nothing that the one who acts holds.
        """
        with begin(self._persons, UseCase.ADMIT_PERSON, case) as work:
            record = work.session.get(PersonRecord, person)
            if record is None or record.left_at is not None:
                raise PersonAbsent
            # Whoever is called to a case that is not theirs works on it as if they had opened it.
            given = admit(work, case, person, record.agreement, scopes_of(roles_of(record), own=True))
            work.commit(Act(person, {"opens": sorted(scope.value for scope in given)}, formal=True))


def _require_others(work: Work, case: CaseId, person: PersonId) -> None:
    admitted = select(AdmissionRecord.person_id).where(AdmissionRecord.case_id == case)
    if not set(work.session.scalars(admitted)) - {person}:
        raise NobodyAdmitted
    for scope in CASE_SCOPES:
        if person in (reading := holders(work.session, case, scope)) and not reading - {person, RECOVERY}:
            raise LastReader(1)
