"""Letting a person in: which slot a passphrase opens, what a wrong one costs, and which copy of the header governs."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.attempts import Attempts
from justice_desk.vault.errors import (
    CostRefused,
    RecoveryCodeWrong,
    SharesTooFew,
    ShareWrong,
    SignInDelayed,
    SignInRefused,
    StoreDamaged,
)
from justice_desk.vault.header import Copy, genuine_header
from justice_desk.vault.keys import BoxRefused, PersonKeys, subkey
from justice_desk.vault.recovery import secret_of
from justice_desk.vault.ring import RECOVERY, KeyRing
from justice_desk.vault.slots import Header, PersonSlot, open_device_slot, open_person_slot, open_recovery_slot

Secrets = Callable[[str, PersonId], bytes | None]
"""Returns what the system's key store holds for a person of a store, None if it holds nothing."""


@dataclass(frozen=True)
class Admitted:
    """Somebody whose passphrase opened their slot: who it is, their keys, and the key of the vault.

    `generation` is that of the slot: while a change is pending a person has two.
    """

    store: str
    person: PersonId
    generation: int
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
                    return Admitted(header.store, slot.person, slot.generation, keys, vault_key)
                faults.append(SignInRefused())
            except BoxRefused:
                faults.append(SignInRefused())
            except (StoreDamaged, CostRefused) as fault:
                faults.append(fault)
    faults = faults or [SignInRefused()]
    telling = min(faults, key=lambda fault: (StoreDamaged, SignInRefused, CostRefused).index(type(fault)))
    if isinstance(telling, SignInRefused):
        attempts.failed(now)
    raise telling


def admit_with_recovery(copies: Sequence[Copy], texts: Sequence[str]) -> Admitted:
    """Return whoever comes with what stands on paper, the code or two shares: they reach everything.

    Raises:
        RecoveryCodeWrong: the code is not this store's, or was mistyped (says which row).
        ShareWrong, SharesTooFew: the same of shares.
        StoreDamaged: it is right, and what lies behind it was altered.
    """
    faults: list[DeskError] = []
    for header in dict.fromkeys(copy.header for copy in copies):
        for paper in header.papers():
            try:
                keys, vault_key = open_recovery_slot(header.store, paper, secret_of(paper.kind, texts))
                if genuine_header(copies, subkey(vault_key, "header")) == header:
                    return Admitted(header.store, RECOVERY, 0, keys, vault_key)
                faults.append(RecoveryCodeWrong(0))
            except BoxRefused:
                faults.append(RecoveryCodeWrong(0))
            except (RecoveryCodeWrong, ShareWrong, SharesTooFew) as fault:
                faults.append(fault)
    raise faults[0]


def admit_by_device(copies: Sequence[Copy], name: str, secrets: Secrets) -> Admitted:
    """Return the person whose device slot opens with what the system's key store holds for them.

    Raises:
        SignInRefused: nobody of this name may open the desk so, or it does not open.
    """
    for header in dict.fromkeys(copy.header for copy in copies):
        for slot in header.slots_named(name):
            device, secret = header.device_of(slot.person), secrets(header.store, slot.person)
            if device is None or secret is None or device.generation != slot.generation:
                continue
            with contextlib.suppress(BoxRefused, StoreDamaged):
                keys, vault_key = open_device_slot(header.store, slot, device, secret)
                if genuine_header(copies, subkey(vault_key, "header")) == header:
                    return Admitted(header.store, slot.person, slot.generation, keys, vault_key)
    raise SignInRefused


def _slots(header: Header, name: str | None) -> Iterable[PersonSlot]:
    if name is None:
        return header.persons
    # A name that is not there costs the same time, and fails the same way, as a wrong passphrase.
    stranger = tuple(replace(slot, person=PersonId("")) for slot in header.persons[:1])
    return header.slots_named(name) or stranger
