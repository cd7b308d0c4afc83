"""What people do with their own keys, and with the way back on paper."""

from sqlalchemy import select

from justice_desk.accounts.passphrases import require_strong
from justice_desk.accounts.reach import out_of_reach, renew_paper
from justice_desk.accounts.records import PersonRecord
from justice_desk.accounts.rules import PassphraseUnchanged, UseCase
from justice_desk.accounts.settling import put_in_order
from justice_desk.accounts.views import KeyStanding, RecoveryUse
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.foundations.canonical import Json
from justice_desk.journal.chain import entries_after, last_by
from justice_desk.journal.rules import Act
from justice_desk.vault.device import keyring_works, put_into_keyring, take_out_of_keyring
from justice_desk.vault.errors import KeyringUnusable, SignInRefused
from justice_desk.vault.keys import FLOOR, Cost
from justice_desk.vault.opening import identify
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.rules import Paper
from justice_desk.vault.slots import Newcomer, device_slot

ANNOUNCED = (UseCase.USE_RECOVERY.value, UseCase.RENEW_RECOVERY.value)
"""What everybody is told when they sign in the next time."""


class KeyService:
    """The passphrase of the person signed in, the keyring, and the sheets with the way back."""

    def __init__(self, persons: Persons, cost: Cost = FLOOR) -> None:
        self._persons = persons
        self._cost = cost

    def standing(self) -> KeyStanding:
        """Return how the person signed in opens the desk, and what is to be known of the sheets."""
        header = self._persons.vault.header
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            me = work.session.get_one(PersonRecord, work.person.person)
            return KeyStanding(
                paper=header.recovery.kind,
                out_of_reach=out_of_reach(work),
                square_holds=header.generation == header.recovery.printed,
                keyring=me.device and header.device_of(work.person.person) is not None,
            )

    def change_passphrase(self, old: str, new: str) -> None:
        """Let the person signed in open the desk with another passphrase; with the old one nobody enters any more.

        Raises:
            SignInRefused, SignInDelayed: the old one is not theirs; counted like a failed sign-in.
            PassphraseWeak, PassphraseUnchanged: the new one does not do.
            DiskFull, CannotWrite: the old one stays.
        """
        me, vault = self._persons.first, self._persons.vault
        admitted = identify(vault, me.name, old)
        if admitted.person != me.person:
            raise SignInRefused
        if new == old:
            raise PassphraseUnchanged
        require_strong(new, [me.name])
        try:
            with begin(self._persons, UseCase.CHANGE_PASSPHRASE) as work:
                _, generation = vault.enrol(Newcomer(me.person, me.name, new), self._cost, admitted.keys)
                record = work.session.get_one(PersonRecord, me.person)
                had_device = record.device
                record.slot, record.device = generation, False
                work.commit(Act(me.person, {"slot": generation}, formal=True))
        finally:
            put_in_order(vault)
        if had_device:
            take_out_of_keyring(vault.store, me.person)

    def use_keyring(self, passphrase: str) -> None:
        """Let this computer's key store open the desk for the person signed in, from now on, beside the passphrase.

        The system may ask the person to open its key store, or to make one.

        Raises:
            SignInRefused, SignInDelayed: the passphrase is not theirs.
            KeyringUnusable: this computer has no such store, or it does not give back what is put into it.
            DiskFull, CannotWrite: it stays as it was.
        """
        me, vault = self._persons.first, self._persons.vault
        admitted = identify(vault, me.name, passphrase)
        if admitted.person != me.person:
            raise SignInRefused
        if not keyring_works():
            raise KeyringUnusable
        slot = next(slot for slot in vault.header.slots_of(me.person) if slot.generation == admitted.generation)
        try:
            with begin(self._persons, UseCase.USE_KEYRING) as work:
                secret = put_into_keyring(vault.store, me.person)
                vault.keep_device(device_slot(vault.store, slot, admitted.keys, secret))
                work.session.get_one(PersonRecord, me.person).device = True
                work.commit(Act(me.person, {"on": True}, formal=True))
        except BaseException:
            take_out_of_keyring(vault.store, me.person)
            raise
        finally:
            put_in_order(vault)

    def leave_keyring(self) -> None:
        """Let nothing but the passphrase open the desk for the person signed in."""
        me, vault = self._persons.first, self._persons.vault
        with begin(self._persons, UseCase.USE_KEYRING) as work:
            work.session.get_one(PersonRecord, me.person).device = False
            work.commit(Act(me.person, {"on": False}, formal=True))
        put_in_order(vault)
        take_out_of_keyring(vault.store, me.person)

    def fresh_paper(self, kind: Paper) -> NewPaper:
        """Return another way back, to be printed or copied: it counts once `renew_recovery` is told."""
        return self._persons.vault.fresh_paper(kind)

    def renew_recovery(self, paper: NewPaper) -> int:
        """Put this paper in the place of the one there is, which opens nothing any more.

        Return how many keys they do not reach yet: those whose holders have not signed in since.

        Raises:
            NotPermitted: only an authority does so.
            DiskFull, CannotWrite: the old ones stay.
        """
        try:
            with begin(self._persons, UseCase.RENEW_RECOVERY) as work:
                renew_paper(work, paper)
                beyond = out_of_reach(work)
                facts: dict[str, Json] = {"paper": paper.sheets.kind.value, "out_of_reach": beyond}
                work.commit(Act("recovery", facts, formal=True))
        finally:
            put_in_order(self._persons.vault)
        return beyond

    def recovery_used(self) -> list[RecoveryUse]:
        """Return when the way back was used or made anew since the person signed in was told the last time."""
        with look(self._persons, UseCase.CHANGE_SETTINGS) as work:
            me = work.session.get_one(PersonRecord, work.person.person)
            told = last_by(work.session, work.person.person, UseCase.NOTE_RECOVERY.value)
            seen = 0 if told is None else int(str(told.facts["up_to"]))
            entries = entries_after(work.session, ANNOUNCED, seen)
            names = {row.id: row.name for row in work.session.scalars(select(PersonRecord))}
            return [
                RecoveryUse(entry.seq, entry.at, entry.action, names.get(entry.actor, ""))
                for entry in entries
                if entry.at >= me.enrolled_at and entry.actor != me.id
            ]

    def note_recovery(self, up_to: int) -> None:
        """Say that the person signed in has read of every use of the way back, up to this entry of the journal."""
        with begin(self._persons, UseCase.NOTE_RECOVERY) as work:
            work.commit(Act("recovery", {"up_to": up_to}))
