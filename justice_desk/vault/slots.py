"""The slots of a store: who may try to open it, and with what. They hold no name and no key that is not locked.

Each person has a slot: their private keys locked under their passphrase, their public keys, and the vault key sealed to
them. The recovery slot is the same, locked under what stands on paper. A device slot holds a person's private keys
locked under a secret that lies in the key store of the system (the keyring).

A slot that was changed stands beside the one that it follows, pending, until the database tells which of them counts:
whatever is interrupted in between, one of the two opens, and it is the one that the journal tells of.
"""

import hashlib
import hmac
from base64 import b64encode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from justice_desk.foundations.canonical import Json
from justice_desk.foundations.fields import folded
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.keys import (
    BoxRefused,
    Cost,
    PersonKeys,
    derive,
    fresh_salt,
    lock_box,
    open_box,
    open_sealed,
    seal_to,
    subkey,
)
from justice_desk.vault.paper import Sheets
from justice_desk.vault.rules import Paper


@dataclass(frozen=True)
class Newcomer:
    """Somebody who gets a slot: the name they sign in with and their passphrase."""

    person: PersonId
    name: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class PersonSlot:
    """One person's way in: `box` opens with their passphrase, `vault_key` with the private key inside the box.

    It is `pending` until the database is known to count on it. `generation` counts the slots that the person had.
    """

    person: PersonId
    name_hash: str
    cost: Cost
    salt: bytes
    box: bytes
    agreement: bytes
    verifying: bytes
    vault_key: bytes
    generation: int
    pending: bool = False

    def label(self, store: str) -> Json:
        """Return what the box is bound to: this store, this person, these parameters, this generation."""
        return {
            "store": store,
            "kind": "person",
            "person": self.person,
            "cost": [self.cost.memory_kib, self.cost.passes, self.cost.lanes],
            "salt": b64encode(self.salt).decode(),
            "generation": self.generation,
        }


@dataclass(frozen=True)
class RecoverySlot:
    """The way back on paper: `box` opens with what stands there, `vault_key` with the private key inside the box.

    `printed` is the generation of the vault key that the square on the sheets holds.
    """

    box: bytes
    agreement: bytes
    verifying: bytes
    vault_key: bytes
    generation: int
    kind: Paper = Paper.CODE
    printed: int = 1

    def label(self, store: str) -> Json:
        """Return what the box is bound to."""
        return {"store": store, "kind": "recovery", "generation": self.generation}


@dataclass(frozen=True)
class DeviceSlot:
    """A person's way in without a passphrase, at this computer: `box` opens with the secret in its keyring.

    It goes with the person's slot of the same generation: whoever changes their passphrase ends it.
    """

    person: PersonId
    box: bytes
    generation: int

    def label(self, store: str) -> Json:
        """Return what the box is bound to."""
        return {"store": store, "kind": "device", "person": self.person, "generation": self.generation}


@dataclass(frozen=True)
class Standing:
    """What the database says of the slots: those who have an account, with the generation of the slot that counts.

    `left` had an account once, `devices` may open with the keyring, `recovery` is the generation of the paper.
    """

    members: Mapping[PersonId, int]
    left: Collection[PersonId] = ()
    devices: Collection[PersonId] = ()
    recovery: int = 1


@dataclass(frozen=True)
class Header:
    """The store's outside: its id, the slots, and a sequence number that grows with every change.

    `renewed` is a recovery slot that waits to take the place of the present one. `generation` counts the vault keys;
    `former` is the one before, locked under the present one for as long as the database may still have it.
    """

    store: str
    sequence: int
    name_salt: bytes
    persons: tuple[PersonSlot, ...]
    recovery: RecoverySlot
    devices: tuple[DeviceSlot, ...] = ()
    renewed: RecoverySlot | None = None
    generation: int = 1
    former: bytes | None = None

    def name_hash(self, name: str) -> str:
        """Return the salted hash under which a name is looked up: case, accents and spaces do not matter."""
        return hashlib.sha256(self.name_salt + folded(name).encode("utf-8", "surrogatepass")).hexdigest()

    def slots_named(self, name: str) -> tuple[PersonSlot, ...]:
        """Return the slots of the person with this name: one, or two while a change is pending."""
        wanted = self.name_hash(name)
        return tuple(slot for slot in self.persons if hmac.compare_digest(slot.name_hash, wanted))

    def slots_of(self, person: PersonId) -> tuple[PersonSlot, ...]:
        """Return the slots of a person."""
        return tuple(slot for slot in self.persons if slot.person == person)

    def device_of(self, person: PersonId) -> DeviceSlot | None:
        """Return the device slot of a person, if they have one."""
        return next((slot for slot in self.devices if slot.person == person), None)

    def papers(self) -> tuple[RecoverySlot, ...]:
        """Return the recovery slots: one, or two while a change is pending."""
        return (self.recovery,) if self.renewed is None else (self.recovery, self.renewed)

    def with_person(self, slot: PersonSlot) -> "Header":
        """Return the header with this slot added."""
        return replace(self, sequence=self.sequence + 1, persons=(*self.persons, slot))

    def with_device(self, slot: DeviceSlot) -> "Header":
        """Return the header with this device slot in the place of the person's former one."""
        others = (other for other in self.devices if other.person != slot.person)
        return replace(self, sequence=self.sequence + 1, devices=(*others, slot))

    def with_renewed(self, slot: RecoverySlot, vault_key: bytes) -> "Header":
        """Return the header with a recovery slot that waits to take the place of the present one."""
        return replace(self, sequence=self.sequence + 1, renewed=_resealed(self.store, slot, vault_key))

    def settled(self, standing: Standing) -> "Header":
        """Return the header as the database counts on it: what it does not count on is gone, nothing is pending.

        A slot that the database does not know at all stays if it is not pending: a database that was put back from an
        older copy must not lock anyone out.
        """
        persons = tuple(_counting(self.persons, standing))
        generations = {slot.person: slot.generation for slot in persons}
        settled = replace(
            self,
            persons=persons,
            devices=tuple(
                slot
                for slot in self.devices
                if slot.person in standing.devices and generations.get(slot.person) == slot.generation
            ),
        )
        if self.renewed is not None and standing.recovery == self.renewed.generation:
            settled = replace(settled, recovery=self.renewed, renewed=None)
        elif standing.recovery == self.recovery.generation:
            settled = replace(settled, renewed=None)
        return self if settled == self else replace(settled, sequence=self.sequence + 1)

    def resealed(self, vault_key: bytes, former: bytes, generation: int) -> "Header":
        """Return the header of another vault key: sealed to everyone anew, the one before locked under it."""
        return replace(
            self,
            sequence=self.sequence + 1,
            persons=tuple(_resealed(self.store, slot, vault_key) for slot in self.persons),
            recovery=_resealed(self.store, self.recovery, vault_key),
            renewed=None if self.renewed is None else _resealed(self.store, self.renewed, vault_key),
            generation=generation,
            former=lock_box(subkey(vault_key, "former"), former, _former_label(self.store, generation)),
        )

    def former_key(self, vault_key: bytes) -> bytes | None:
        """Return the vault key before, None once the database is known to have the present one.

        Raises:
            BoxRefused: it was altered.
        """
        if self.former is None:
            return None
        return open_box(subkey(vault_key, "former"), self.former, _former_label(self.store, self.generation))

    def without_former(self) -> "Header":
        """Return the header once the database has the present vault key."""
        return replace(self, sequence=self.sequence + 1, former=None)


def person_slot(
    header: Header, newcomer: Newcomer, keys: PersonKeys, vault_key: bytes, cost: Cost, after: int = 0
) -> PersonSlot:
    """Return the next slot of a person: the keys locked under the passphrase, the vault key sealed to them."""
    slot = PersonSlot(
        person=newcomer.person,
        name_hash=header.name_hash(newcomer.name),
        cost=cost,
        salt=fresh_salt(),
        box=b"",
        agreement=keys.agreement.public,
        verifying=keys.verifying,
        vault_key=b"",
        generation=1 + max(after, *(slot.generation for slot in header.slots_of(newcomer.person)), 0),
    )
    label = slot.label(header.store)
    return replace(
        slot,
        box=lock_box(derive(newcomer.passphrase, slot.salt, cost), keys.to_bytes(), label),
        vault_key=seal_to(keys.agreement.public, vault_key, label),
    )


def open_person_slot(store: str, slot: PersonSlot, passphrase: str) -> tuple[PersonKeys, bytes]:
    """Return a person's keys and the vault key.

    Raises:
        BoxRefused: another passphrase, or a box that was altered.
        CostRefused: the slot asks for a derivation that this desk refuses.
        StoreDamaged: the passphrase is right, and the vault key behind it was altered.
    """
    label = slot.label(store)
    keys = PersonKeys.from_bytes(open_box(derive(passphrase, slot.salt, slot.cost), slot.box, label))
    return keys, _vault_key(keys, slot.vault_key, label)


def next_recovery_slot(header: Header, sheets: Sheets, vault_key: bytes) -> RecoverySlot:
    """Return the slot of other sheets than those there are."""
    slot = recovery_slot(header.store, sheets, vault_key, header.recovery.generation + 1)
    return replace(slot, printed=header.generation)


def recovery_slot(store: str, sheets: Sheets, vault_key: bytes, generation: int = 1) -> RecoverySlot:
    """Return the slot of what stands on paper, with fresh keys inside."""
    keys = PersonKeys.fresh()
    slot = RecoverySlot(b"", keys.agreement.public, keys.verifying, b"", generation, sheets.kind)
    label = slot.label(store)
    box = lock_box(subkey(sheets.secret, "recovery"), keys.to_bytes(), label)
    return replace(slot, box=box, vault_key=seal_to(keys.agreement.public, vault_key, label))


def open_recovery_slot(store: str, slot: RecoverySlot, secret: bytes) -> tuple[PersonKeys, bytes]:
    """Return the recovery keys and the vault key; `secret` is what stands on paper.

    Raises:
        BoxRefused: the paper of another store, or a box that was altered.
        StoreDamaged: the paper is right, and the vault key behind it was altered.
    """
    label = slot.label(store)
    keys = PersonKeys.from_bytes(open_box(subkey(secret, "recovery"), slot.box, label))
    return keys, _vault_key(keys, slot.vault_key, label)


def device_slot(store: str, slot: PersonSlot, keys: PersonKeys, secret: bytes) -> DeviceSlot:
    """Return a person's device slot, that opens with a secret of 32 bytes."""
    device = DeviceSlot(slot.person, b"", slot.generation)
    return replace(device, box=lock_box(subkey(secret, "device"), keys.to_bytes(), device.label(store)))


def open_device_slot(store: str, slot: PersonSlot, device: DeviceSlot, secret: bytes) -> tuple[PersonKeys, bytes]:
    """Return a person's keys and the vault key.

    Raises:
        BoxRefused: another secret, or a box that was altered.
        StoreDamaged: the secret is right, and the vault key behind it was altered.
    """
    keys = PersonKeys.from_bytes(open_box(subkey(secret, "device"), device.box, device.label(store)))
    return keys, _vault_key(keys, slot.vault_key, slot.label(store))


def _counting(slots: Iterable[PersonSlot], standing: Standing) -> Iterable[PersonSlot]:
    slots = tuple(slots)
    counted = {slot.person for slot in slots if standing.members.get(slot.person) == slot.generation}
    for slot in slots:
        if slot.person in counted:
            if standing.members[slot.person] == slot.generation:
                yield replace(slot, pending=False)
        elif not slot.pending and slot.person not in standing.left:
            yield slot


Slot = TypeVar("Slot", PersonSlot, RecoverySlot)


def _resealed(store: str, slot: Slot, vault_key: bytes) -> Slot:
    return replace(slot, vault_key=seal_to(slot.agreement, vault_key, slot.label(store)))


def _former_label(store: str, generation: int) -> Json:
    return {"store": store, "kind": "former", "generation": generation}


def _vault_key(keys: PersonKeys, sealed: bytes, label: Json) -> bytes:
    try:
        return open_sealed(keys.agreement.private, sealed, label)
    except BoxRefused as fault:
        raise StoreDamaged("header", "vault key") from fault
