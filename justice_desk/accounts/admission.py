"""Who is admitted to a case: its three key pairs, made when it is opened, sealed to those whose roles admit them."""

from collections.abc import Collection

from sqlalchemy import Select, select

from justice_desk.accounts.records import AdmissionRecord, PersonRecord
from justice_desk.accounts.rules import Role, roles_in, scopes_of
from justice_desk.accounts.work import Work, visible_cases
from justice_desk.foundations.ids import CaseId, PersonId
from justice_desk.vault.drafts import drop_drafts_about
from justice_desk.vault.errors import NotAdmitted
from justice_desk.vault.keys import KeyPair
from justice_desk.vault.ring import RECOVERY, create_scope, holders, withdraw
from justice_desk.vault.rules import CASE_SCOPES, Scope


def roles_of(record: PersonRecord) -> frozenset[Role]:
    """Return the roles of a stored person."""
    return roles_in(record.roles)


def present() -> Select[PersonRecord]:
    """Return the query of the people who have an account: whoever left keeps a row and nothing else."""
    return select(PersonRecord).where(PersonRecord.left_at.is_(None))


def open_case_keys(work: Work, case: CaseId, excluded: Collection[PersonId]) -> None:
    """Make the keys of a new case and admit everyone whose roles allow it, but for those excluded.

    The recovery key is always admitted. Whoever opens the case is admitted as its owner.
    """
    store, me = work.persons.vault.store, work.person.person
    persons = [row for row in work.session.scalars(present()) if row.id not in excluded]
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


def admit_newcomer(
    work: Work, person: PersonId, roles: frozenset[Role], public: bytes, excluded_from: Collection[CaseId] = ()
) -> None:
    """Admit a new account to every case that the person who acts can open, as far as the new roles allow.

    But for the cases that the newcomer is a party to, or a relative of one.
    """
    me, allowed = work.person.person, scopes_of(roles, own=False)
    for case in work.session.scalars(visible_cases(me)).all():
        held = [scope for scope in CASE_SCOPES if scope in allowed and me in holders(work.session, case, scope)]
        if case in excluded_from or not held:
            continue
        for scope in held:
            work.ring.share(work.session, case, scope, person, public)
        work.session.add(AdmissionRecord(case_id=case, person_id=person, own=False))


def admit(work: Work, case: CaseId, person: PersonId, public: bytes, scopes: Collection[Scope]) -> frozenset[Scope]:
    """Admit somebody to a case, to those of the scopes that the person who acts holds, and return which these are.

    Raises:
        NotAdmitted: there is none.
    """
    me = work.person.person
    given = frozenset(scope for scope in scopes if me in holders(work.session, case, scope))
    if not given:
        raise NotAdmitted(case, Scope.SUMMARY)
    for scope in CASE_SCOPES:
        if scope in given:
            work.ring.share(work.session, case, scope, person, public)
    if work.session.get(AdmissionRecord, (case, person)) is None:
        own = Role.DEFENDER in roles_of(work.session.get_one(PersonRecord, person))
        work.session.add(AdmissionRecord(case_id=case, person_id=person, own=own))
    work.session.flush()
    return given


def exclude(work: Work, case: CaseId, person: PersonId) -> None:
    """Take a person's keys to a case away: from now on it is absent for them (what they read before, they read).

    What is written from now on is sealed to new keys, so that the old ones, if somebody kept a copy, do not open it.
    """
    publics = {PersonId(row.id): row.agreement for row in work.session.scalars(select(PersonRecord))}
    publics[RECOVERY] = work.persons.vault.recovery_public
    for scope in CASE_SCOPES:
        admitted = holders(work.session, case, scope)
        if person in admitted:
            others = {holder: publics[holder] for holder in admitted & publics.keys() if holder != person}
            create_scope(work.session, work.persons.vault.store, case, scope, others, KeyPair.fresh())
    withdraw(work.session, case, person)
    drop_drafts_about(work.session, person, case)
    if (admission := work.session.get(AdmissionRecord, (case, person))) is not None:
        work.session.delete(admission)
    for acting in filter(None, (work.persons.first, work.persons.second)):
        if acting.person == person:
            acting.ring.forget(case)
    work.session.flush()
