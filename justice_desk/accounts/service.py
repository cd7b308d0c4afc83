"""What is done with accounts: adding a person, keeping drafts and settings, looking at the journal."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import select

from justice_desk.accounts.admission import admit_newcomer, present, roles_of
from justice_desk.accounts.checking import verifying_keys
from justice_desk.accounts.leaving import leave
from justice_desk.accounts.office import admit_to_office
from justice_desk.accounts.passphrases import require_strong
from justice_desk.accounts.records import PersonRecord
from justice_desk.accounts.rules import (
    NameTaken,
    NameUsedBefore,
    Role,
    RolesMissing,
    UseCase,
    holds_office_keys,
    tidy_name,
)
from justice_desk.accounts.settling import put_in_order
from justice_desk.accounts.views import JournalLine, JournalStanding, PersonView
from justice_desk.accounts.work import ALONE, ON_PAPER, Persons, Work, begin, look, visible_cases
from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.fields import FieldUnreadable, folded
from justice_desk.foundations.ids import CaseId, PersonId, new_id
from justice_desk.journal.chain import (
    CLOCK_BEHIND,
    behind,
    checkpoint_at,
    entries_of_case,
    newest_entries,
    verify,
)
from justice_desk.journal.rules import Act, Checkpoint, Entry, is_on_paper, size_on_paper
from justice_desk.journal.witness import Witness
from justice_desk.vault.drafts import drafts_of, drop_draft, keep_draft
from justice_desk.vault.keys import FLOOR, Cost
from justice_desk.vault.records import SettingRecord
from justice_desk.vault.rules import Draft
from justice_desk.vault.slots import Newcomer


class AccountService:
    """The people who use the desk, what they have not finished, and the record of what they did."""

    def __init__(self, persons: Persons, cost: Cost = FLOOR) -> None:
        self._persons = persons
        self._cost = cost

    def me(self) -> PersonView:
        """Return the person signed in."""
        return next(person for person in self.persons() if person.id == self._persons.first.person)

    def persons(self) -> list[PersonView]:
        """Return everyone with an account, by name."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            rows = work.session.scalars(present().order_by(PersonRecord.name))
            return [_view(row) for row in rows]

    def add_person(
        self, name: str, roles: frozenset[Role], passphrase: str, excluded_from: Collection[CaseId] = ()
    ) -> PersonView:
        """Give somebody an account, their keys, and admission to the cases their roles admit them to.

        `excluded_from` are cases that the newcomer is a party to, or a relative of one: they get no key to them.

        Raises:
            NameMissing, NameTaken, RolesMissing, PassphraseWeak: what was given does not do.
            NotPermitted: only an authority adds people.
        """
        name = tidy_name(name)
        if not roles:
            raise RolesMissing
        require_strong(passphrase, [name])
        vault = self._persons.vault
        put_in_order(vault)
        try:
            with begin(self._persons, UseCase.ADD_PERSON) as work:
                require_free_name(work, name)
                person = PersonId(new_id(work.now))
                ring, _ = vault.enrol(Newcomer(person, name, passphrase), self._cost)
                record = enter_person(work, person, name, roles, ring.public, ring.verifying)
                admit_newcomer(work, person, roles, ring.public, excluded_from)
                if holds_office_keys(roles):
                    admit_to_office(work, person, ring.public)
                work.commit(Act(person, {"roles": sorted(roles)}, formal=True))
        finally:
            # The slot was written before the account: only now it is known whether the account stands beside it.
            put_in_order(vault)
        ring.wipe()
        return _view(record)

    def remove_person(self, person: PersonId) -> None:
        """Take somebody's account away: their way in, their keys, and whatever they could open gets other keys.

        What they copied before stays readable to them.

        Raises:
            PersonAbsent, RemovesSelf, LastAuthority, LastReader: they cannot leave so.
            NotPermitted: only an authority removes people.
        """
        with begin(self._persons, UseCase.REMOVE_PERSON) as work:
            work.commit(Act(person, {"cases": leave(work, person)}, formal=True))
        put_in_order(self._persons.vault)

    def keep_draft(self, place: str, text: str) -> None:
        """Keep what is typed at a place, sealed to the typist. No act."""
        with begin(self._persons, UseCase.CHANGE_SETTINGS) as work:
            keep_draft(work.session, work.ring, place, text, work.now)
            work.keep()

    def drop_draft(self, place: str) -> None:
        """Forget the draft of a place. No act."""
        with begin(self._persons, UseCase.CHANGE_SETTINGS) as work:
            drop_draft(work.session, work.ring, place)
            work.keep()

    def drafts(self) -> list[Draft]:
        """Return the drafts of the person signed in, newest first."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            return drafts_of(work.session, work.ring)

    def setting(self, name: str) -> Json:
        """Return a choice of this desk, None if it was never made."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            return read_setting(work, name)

    def keep_setting(self, name: str, value: Json) -> None:
        """Keep a choice of this desk. No act."""
        with begin(self._persons, UseCase.CHANGE_SETTINGS) as work:
            write_setting(work, name, value)
            work.keep()

    def history_of(self, case: CaseId) -> list[JournalLine]:
        """Return the acts on a case, newest first."""
        with look(self._persons, UseCase.READ_JOURNAL, case) as work:
            names = _names(work)
            return [_line(entry, names) for entry in entries_of_case(work.session, case)]

    def newest_acts(self, limit: int = 200) -> list[JournalLine]:
        """Return the newest acts that concern the desk or cases the person is admitted to."""
        with look(self._persons, UseCase.READ_JOURNAL) as work:
            names = _names(work)
            visible = visible_cases(work.person.person)
            return [_line(entry, names) for entry in newest_entries(work.session, visible, limit)]

    def verify_journal(self) -> JournalStanding:
        """Check every hash and signature of the journal, and that it is not older than what was noted beside it."""
        vault = self._persons.vault
        with look(self._persons, UseCase.READ_JOURNAL) as work:
            found = verify(work.session, verifying_keys(work.session, vault.header), self._witness().last())
            short = Checkpoint(vault.store, found.size, found.head).short()
            if found.fault is None:
                return JournalStanding(found.size, short, None, "")
            return JournalStanding(found.size, short, found.fault.seq, found.fault.flaw.value)

    def journal_was(self, written: str) -> bool:
        """Say whether the journal once stood as a paper says at its foot (`21 · ABCD-EFGH-JKMN`).

        Raises:
            FieldUnreadable: it is not written so.
        """
        size = size_on_paper(written)
        if size is None:
            raise FieldUnreadable("written", "21 · ABCD-EFGH-JKMN")
        vault = self._persons.vault
        with look(self._persons, UseCase.READ_JOURNAL) as work:
            then = checkpoint_at(work.session, vault.store, size)
            return then is not None and is_on_paper(then, written)

    def older_than_noted(self) -> bool:
        """Say whether the store was put back from an older copy: its journal is behind what was noted beside it."""
        noted = self._witness().last()
        with look(self._persons, UseCase.READ_JOURNAL) as work:
            return noted is not None and behind(work.session, noted)

    def _witness(self) -> Witness:
        return Witness(self._persons.vault.folder, self._persons.vault.journal_key)


def enter_person(
    work: Work, person: PersonId, name: str, roles: frozenset[Role], agreement: bytes, verifying: bytes
) -> PersonRecord:
    """Write who a slot belongs to."""
    record = PersonRecord(
        id=person,
        name=name,
        roles=",".join(sorted(roles)),
        agreement=agreement,
        verifying=verifying,
        enrolled_at=work.now,
    )
    work.session.add(record)
    work.session.flush()
    return record


def require_free_name(work: Work, name: str) -> None:
    """Refuse the name of somebody else at this desk, now or before.

    Raises:
        NameTaken, NameUsedBefore: somebody has it, or had it.
    """
    for row in work.session.scalars(select(PersonRecord)):
        if folded(row.name) == folded(name):
            raise NameTaken if row.left_at is None else NameUsedBefore


def read_setting(work: Work, name: str) -> Json:
    """Return a choice of this desk, None if it was never made."""
    record = work.session.get(SettingRecord, name)
    return None if record is None else json.loads(record.value)


def write_setting(work: Work, name: str, value: Json) -> None:
    """Put a choice of this desk in the place of the former one."""
    work.session.merge(SettingRecord(name=name, value=canonical(value).decode()))


def drop_setting(work: Work, name: str) -> None:
    """Forget a choice of this desk."""
    if (record := work.session.get(SettingRecord, name)) is not None:
        work.session.delete(record)
        work.session.flush()


def _names(work: Work) -> dict[PersonId, str]:
    return {PersonId(row.id): row.name for row in work.session.scalars(select(PersonRecord))}


def _view(row: PersonRecord) -> PersonView:
    return PersonView(PersonId(row.id), row.name, roles_of(row), row.enrolled_at)


def _line(entry: Entry, names: dict[PersonId, str]) -> JournalLine:
    return JournalLine(
        seq=entry.seq,
        at=entry.at,
        actor=names.get(entry.actor, ""),
        action=entry.action,
        case=None if entry.case is None else CaseId(entry.case),
        about=entry.about,
        alone=bool(entry.facts.get(ALONE)),
        clock_behind=bool(entry.facts.get(CLOCK_BEHIND)),
        formal=entry.signature is not None,
        on_paper=_folio(entry),
    )


def _folio(entry: Entry) -> str:
    paper = entry.facts.get(ON_PAPER)
    return str(paper.get("folio", "")) if isinstance(paper, Mapping) else ""
