"""Who is admitted to a case: its three key pairs, made when it is opened, sealed to those whose roles admit them."""

from collections.abc import Collection

from sqlalchemy import select

from justice_desk.accounts.records import AdmissionRecord, PersonRecord
from justice_desk.accounts.rules import Role, scopes_of
from justice_desk.accounts.work import Work
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.vault.keys import KeyPair
from justice_desk.vault.ring import CASE_SCOPES, RECOVERY, create_scope, withdraw


def roles_of(record: PersonRecord) -> frozenset[Role]:
    """Return the roles of a stored person."""
    return frozenset(Role(role) for role in record.roles.split(",") if role)


def open_case_keys(work: Work, case: CaseId, excluded: Collection[PersonId]) -> None:
    """Make the keys of a new case and admit everyone whose roles allow it, but for those excluded.

    The recovery key is always admitted. Whoever opens the case is admitted as its owner.
    """
    store, me = work.persons.vault.store, work.person.person
    persons = [row for row in work.session.scalars(select(PersonRecord)) if row.id not in excluded]
    for scope in CASE_SCOPES:
        admitted = {RECOVERY: work.persons.vault.recovery_public}
        for row in persons:
            if scope in scopes_of(roles_of(row), own=row.id == me):
                admitted[PersonId(row.id)] = row.agreement
        create_scope(work.session, store, case, scope, admitted, KeyPair.fresh())
    for row in persons:
        own = row.id == me
        if scopes_of(roles_of(row), own=own):
            work.session.add(AdmissionRecord(case_id=case, person_id=row.id, own=own))


def admit_newcomer(work: Work, person: PersonId, roles: frozenset[Role], public: bytes) -> None:
    """Admit a new account to every case that the person who acts can open, as far as the new roles allow."""
    for case in work.session.scalars(
        select(AdmissionRecord.case_id).where(AdmissionRecord.person_id == work.person.person)
    ).all():
        scopes = scopes_of(roles, own=False) & scopes_of(work.person.roles, own=True)
        for scope in scopes:
            work.ring.share(work.session, case, scope, person, public)
        if scopes:
            work.session.add(AdmissionRecord(case_id=case, person_id=person, own=False))


def exclude(work: Work, case: CaseId, person: PersonId) -> None:
    """Take a person's keys to a case away: from now on it is absent for them (what they read before, they read)."""
    withdraw(work.session, case, person)
    if (admission := work.session.get(AdmissionRecord, (case, person))) is not None:
        work.session.delete(admission)
