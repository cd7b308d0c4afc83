"""The people in a case: by code in the open, and who they are, sealed apart and opened only on a reason."""

from dataclasses import asdict

from sqlalchemy import select

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, Work, begin
from justice_desk.cases.deadlines import begun_at, start
from justice_desk.cases.reading import identity_label, identity_of, load, parties_of, summary_of
from justice_desk.cases.records import CaseRecord, IdentityRecord, PartyRecord
from justice_desk.cases.rules import (
    Identity,
    NewParty,
    PartyAbsent,
    PartyRole,
    checked_identity,
    checked_reason,
    counts_as_child,
    party_code,
)
from justice_desk.cases.views import PartyView
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.fields import tidy_line, tidy_text
from justice_desk.foundations.ids import CaseId, PartyId, new_id
from justice_desk.journal.rules import Act
from justice_desk.jurisdictions.rules import Trigger
from justice_desk.vault.rules import Scope


class PartyService:
    """The people in the cases of the desk."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def add(self, case: CaseId, party: NewParty) -> PartyView:
        """Put somebody into a case, by code. A victim who is a child, or whose age nobody knows, starts deadlines.

        Raises:
            FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.ADD_PARTY, case) as work:
            record = load(work, case)
            row = _write(work, record, party)
            if party.role is PartyRole.VICTIM and counts_as_child(party.age) and summary_of(work, record).excluded:
                start(work, record, Trigger.CHILD, begun_at(work, record))
            view = _view(work, case, PartyId(row.id))
            work.commit(Act(row.code))
            return view

    def write_identity(self, case: CaseId, party: PartyId, identity: Identity) -> PartyView:
        """Write who a party is, sealed to those admitted to identities: whoever writes it may not read it later.

        What is left empty does not take away what was written before.

        Raises:
            FieldTooLong, CharacterRefused: names the field.
            PartyAbsent: there is no such person in this case.
        """
        with begin(self._persons, UseCase.WRITE_IDENTITY, case) as work:
            row = _row(work, case, party)
            content: Json = asdict(checked_identity(identity))
            written = work.session.scalars(select(IdentityRecord.seq).where(IdentityRecord.party_id == party)).all()
            entry = IdentityRecord(party_id=party, seq=len(written) + 1, written_at=work.now)
            entry.named = work.seal_json(case, Scope.IDENTITY, content, identity_label(entry))
            work.session.add(entry)
            work.session.flush()
            view = _view(work, case, party)
            work.commit(Act(row.code))
            return view

    def read_identity(self, case: CaseId, party: PartyId, reason: str) -> Identity:
        """Return who a party is. Reading is itself an act: the journal keeps who, when and that a reason was given.

        Raises:
            ReasonMissing: no reason was given.
            NotAdmitted: the keys of the person signed in do not open identities of this case.
            PartyAbsent: there is no such person in this case, or nobody wrote who it is.
        """
        with begin(self._persons, UseCase.READ_IDENTITY, case) as work:
            said = checked_reason(reason)
            row = _row(work, case, party)
            identity = identity_of(work, case, party)
            if identity is None:
                raise PartyAbsent
            work.commit(Act(row.code, {"reason": work.digest(said)}, formal=True))
            return identity


def _write(work: Work, record: CaseRecord, party: NewParty) -> PartyRecord:
    taken = frozenset(work.session.scalars(select(PartyRecord.code).where(PartyRecord.case_id == record.id)))
    identifier = PartyId(new_id(work.now))
    content: Json = {
        "role": party.role.value,
        "age": party.age.value,
        "gender": party.gender.value,
        "language": tidy_line(party.language, "language"),
        "interpreter": party.interpreter,
        "restrictions": tidy_text(party.restrictions, "restrictions"),
    }
    row = PartyRecord(
        id=identifier,
        case_id=record.id,
        code=party_code(party.role, taken),
        coded=work.seal_json(CaseId(record.id), Scope.SUMMARY, content, f"parties.coded:{identifier}"),
    )
    work.session.add(row)
    work.session.flush()
    return row


def _row(work: Work, case: CaseId, party: PartyId) -> PartyRecord:
    row = work.session.get(PartyRecord, party)
    if row is None or row.case_id != case:
        raise PartyAbsent
    return row


def _view(work: Work, case: CaseId, party: PartyId) -> PartyView:
    return next(view for view in parties_of(work, case) if view.id == party)
