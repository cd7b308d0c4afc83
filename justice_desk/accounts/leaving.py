"""Somebody leaves the desk: their keys are taken away, and whatever they could open gets others.

What is written from now on is sealed to keys that they never held, the office signs with a new one, and the store gets
a new vault key. What they copied before stays readable to them: no program takes that back.
"""

from collections.abc import Set as AbstractSet

from sqlalchemy import delete, select

from justice_desk.accounts.admission import exclude, present, roles_of
from justice_desk.accounts.office import rotate_office_keys
from justice_desk.accounts.records import AdmissionRecord
from justice_desk.accounts.rules import LastAuthority, LastReader, PersonAbsent, RemovesSelf, Role
from justice_desk.accounts.work import Work
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.vault.records import DraftRecord, ScopedKeyRecord, WrapRecord
from justice_desk.vault.ring import OFFICE, holders
from justice_desk.vault.rules import Scope


def leave(work: Work, person: PersonId) -> int:
    """Take everything away from a person who has an account. Return how many cases they worked on.

    Slots and vault key follow once the transaction stands: `settling.put_in_order`.

    Raises:
        PersonAbsent, RemovesSelf, LastAuthority, LastReader: they cannot leave so.
        NotAdmitted: the person who acts does not hold the office's keys, which this one holds.
    """
    rows = {PersonId(row.id): row for row in work.session.scalars(present())}
    if person not in rows:
        raise PersonAbsent
    if person == work.person.person:
        raise RemovesSelf
    others = {other: row for other, row in rows.items() if other != person}
    if not any(Role.AUTHORITY in roles_of(row) for row in others.values()):
        raise LastAuthority
    _require_other_readers(work, person, others.keys())
    if person in (sealing := holders(work.session, OFFICE, Scope.OFFICE)):
        admitted = {other: row.agreement for other, row in others.items() if other in sealing}
        rotate_office_keys(work, person, admitted)
    cases = _cases_of(work, person)
    for case in cases:
        exclude(work, case, person)
    work.session.execute(delete(DraftRecord).where(DraftRecord.person_id == person))
    rows[person].left_at = work.now
    rows[person].device = False
    work.session.flush()
    return len(cases)


def _cases_of(work: Work, person: PersonId) -> list[CaseId]:
    mine = select(AdmissionRecord.case_id).where(AdmissionRecord.person_id == person)
    return [CaseId(case) for case in work.session.scalars(mine)]


def _require_other_readers(work: Work, person: PersonId, others: AbstractSet[PersonId]) -> None:
    """Refuse to take away the last keys of a part of a case, or of the office; the way back on paper does not count."""
    lonely = set[str]()
    held = select(WrapRecord.key_id).where(WrapRecord.person_id == person)
    for key in work.session.scalars(select(ScopedKeyRecord).where(ScopedKeyRecord.id.in_(held))):
        scope = Scope(key.scope)
        if not holders(work.session, key.owner, scope) & others:
            lonely.add(key.owner)
    if lonely:
        raise LastReader(len(lonely - {OFFICE}))
