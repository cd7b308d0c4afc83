"""Letting a person in: which slot a passphrase opens, what a wrong one costs, and which copy of the header governs."""

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from justice_desk.foundations.ids import PersonId
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import CostRefused, RecoveryCodeWrong, SignInDelayed, SignInRefused, StoreDamaged
from justice_desk.vault.header import Copy, genuine_header
from justice_desk.vault.keys import BoxRefused, PersonKeys, subkey
from justice_desk.vault.ring import RECOVERY, KeyRing
from justice_desk.vault.slots import Header, PersonSlot, open_person_slot, open_recovery_slot


@dataclass(frozen=True)
class Admitted:
    """Somebody whose passphrase opened their slot: who it is, their keys, and the key of the vault."""

    store: str
    person: PersonId
    keys: PersonKeys = field(repr=False)
    vault_key: bytes = field(repr=False)

    def ring(self) -> KeyRing:
        """Return this person's key ring."""
        return KeyRing(self.store, self.person, self.keys)


def admit(folder: Path, copies: Sequence[Copy], name: str | None, passphrase: str, now: datetime) -> Admitted:
    """Return whose passphrase it is; with no name, every slot is tried, as one attempt.

    The copies need not agree (one may have been damaged, or written just before a power cut). The newest that carries a
    right seal governs: nobody enters by an older one.

    Raises:
        SignInRefused: name and passphrase do not belong together.
        SignInDelayed: too many failures; says until when.
        CostRefused: the slot asks for a derivation that this desk refuses.
        StoreDamaged: the passphrase is right, and what lies behind it was altered.
    """
    attempts = Attempts(folder)
    if (until := attempts.wait_until(now)) is not None:
        raise SignInDelayed(until)
    faults: list[StoreDamaged | SignInRefused | CostRefused] = []
    for header in dict.fromkeys(copy.header for copy in copies):
        for slot in _slots(header, name):
            try:
                keys, vault_key = open_person_slot(header.store, slot, passphrase)
                if genuine_header(copies, subkey(vault_key, "header")) == header:
                    return Admitted(header.store, slot.person, keys, vault_key)
                faults.append(SignInRefused())
            except BoxRefused:
                faults.append(SignInRefused())
            except (StoreDamaged, CostRefused) as fault:
                faults.append(fault)
    telling = min(faults, key=lambda fault: (StoreDamaged, SignInRefused, CostRefused).index(type(fault)))
    if isinstance(telling, SignInRefused):
        attempts.failed(now)
    raise telling


def admit_with_recovery(copies: Sequence[Copy], code: str) -> Admitted:
    """Return what the code on paper opens: everything. The newest copy with a right seal governs.

    Raises:
        RecoveryCodeWrong: the code is not this store's, or was mistyped (says which row).
        StoreDamaged: the code is right, and what lies behind it was altered.
    """
    for header in dict.fromkeys(copy.header for copy in copies):
        with contextlib.suppress(BoxRefused):
            keys, vault_key = open_recovery_slot(header.store, header.recovery, code)
            if genuine_header(copies, subkey(vault_key, "header")) == header:
                return Admitted(header.store, RECOVERY, keys, vault_key)
    raise RecoveryCodeWrong(0)


def _slots(header: Header, name: str | None) -> Iterable[PersonSlot]:
    if name is None:
        return header.persons
    # A name that is not there costs the same time, and fails the same way, as a wrong passphrase.
    return (header.slot_named(name) or replace(header.persons[0], person=PersonId("")),)
