"""The slots of a store: who may try to open it, and with what. They hold no name and no key that is not locked.

Each person has a slot: their private keys locked under their passphrase, their public keys, and the vault key sealed to
them. The recovery slot is the same, locked under the code on paper. Read back from a file, every part is held to its
type and length before anything is done with it: a header may have been written by a stranger.
"""

import hashlib
import hmac
import re
from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from justice_desk.foundations.canonical import MAX_INTEGER, Json
from justice_desk.foundations.fields import folded
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.keys import (
    KEY_LENGTH,
    NONCE_LENGTH,
    SALT_LENGTH,
    SEALING_LENGTH,
    TAG_LENGTH,
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
from justice_desk.vault.recovery import secret_of

FORMAT = "justice-desk-store"
VERSION = 1
MOST_SLOTS = 500
BOX_LENGTH = NONCE_LENGTH + 2 * KEY_LENGTH + TAG_LENGTH
VAULT_KEY_LENGTH = KEY_LENGTH + SEALING_LENGTH
_IDENTIFIER = re.compile(r"[0-9A-Za-z-]{1,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Newcomer:
    """Somebody who gets a slot: the name they sign in with and their passphrase."""

    person: PersonId
    name: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class PersonSlot:
    """One person's way in: `box` opens with their passphrase, `vault_key` with the private key inside the box.

    It is `pending` until the account that it belongs to is known to stand in the database.
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
    """The way back on paper: `box` opens with the printed code, `vault_key` with the private key inside the box."""

    box: bytes
    agreement: bytes
    verifying: bytes
    vault_key: bytes
    generation: int

    def label(self, store: str) -> Json:
        """Return what the box is bound to."""
        return {"store": store, "kind": "recovery", "generation": self.generation}


@dataclass(frozen=True)
class Header:
    """The store's outside: its id, the slots, and a sequence number that grows with every change."""

    store: str
    sequence: int
    name_salt: bytes
    persons: tuple[PersonSlot, ...]
    recovery: RecoverySlot

    def name_hash(self, name: str) -> str:
        """Return the salted hash under which a name is looked up: case, accents and spaces do not matter."""
        return hashlib.sha256(self.name_salt + folded(name).encode("utf-8", "surrogatepass")).hexdigest()

    def slot_named(self, name: str) -> PersonSlot | None:
        """Return the slot of the person with this name, if there is one."""
        wanted = self.name_hash(name)
        return next((slot for slot in self.persons if hmac.compare_digest(slot.name_hash, wanted)), None)

    def with_person(self, slot: PersonSlot) -> "Header":
        """Return the header with this person's slot added."""
        return replace(self, sequence=self.sequence + 1, persons=(*self.persons, slot))

    def settled(self, members: Collection[PersonId]) -> "Header":
        """Return the header without pending slots: those of `members` stay for good, the others go."""
        if not any(slot.pending for slot in self.persons):
            return self
        kept = (slot for slot in self.persons if not slot.pending or slot.person in members)
        return replace(self, sequence=self.sequence + 1, persons=tuple(replace(slot, pending=False) for slot in kept))


def person_slot(header: Header, newcomer: Newcomer, keys: PersonKeys, vault_key: bytes, cost: Cost) -> PersonSlot:
    """Return a new slot: the keys locked under the newcomer's passphrase, the vault key sealed to them."""
    slot = PersonSlot(
        person=newcomer.person,
        name_hash=header.name_hash(newcomer.name),
        cost=cost,
        salt=fresh_salt(),
        box=b"",
        agreement=keys.agreement.public,
        verifying=keys.verifying,
        vault_key=b"",
        generation=1,
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


def recovery_slot(store: str, code: str, vault_key: bytes) -> RecoverySlot:
    """Return the slot of a recovery code, with fresh keys inside."""
    keys = PersonKeys.fresh()
    slot = RecoverySlot(b"", keys.agreement.public, keys.verifying, b"", 1)
    label = slot.label(store)
    box = lock_box(subkey(secret_of(code), "recovery"), keys.to_bytes(), label)
    return replace(slot, box=box, vault_key=seal_to(keys.agreement.public, vault_key, label))


def open_recovery_slot(store: str, slot: RecoverySlot, code: str) -> tuple[PersonKeys, bytes]:
    """Return the recovery keys and the vault key.

    Raises:
        BoxRefused: the code of another store, or a box that was altered.
        RecoveryCodeWrong: the code is mistyped; says which row.
        StoreDamaged: the code is right, and the vault key behind it was altered.
    """
    label = slot.label(store)
    keys = PersonKeys.from_bytes(open_box(subkey(secret_of(code), "recovery"), slot.box, label))
    return keys, _vault_key(keys, slot.vault_key, label)


def _vault_key(keys: PersonKeys, sealed: bytes, label: Json) -> bytes:
    try:
        return open_sealed(keys.agreement.private, sealed, label)
    except BoxRefused as fault:
        raise StoreDamaged("header", "vault key") from fault


def to_json(header: Header) -> dict[str, Json]:
    """Return the header as it is written, but for its seal."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "store": header.store,
        "sequence": header.sequence,
        "name_salt": _text(header.name_salt),
        "persons": [_person_to_json(slot) for slot in header.persons],
        "recovery": {
            "box": _text(header.recovery.box),
            "agreement": _text(header.recovery.agreement),
            "verifying": _text(header.recovery.verifying),
            "vault_key": _text(header.recovery.vault_key),
            "generation": header.recovery.generation,
        },
    }


def from_json(raw: Mapping[str, Any]) -> Header:
    """Return the header that was written.

    Raises:
        KeyError, TypeError, ValueError: a part is missing, or is not of its type and length.
    """
    persons, recovery = raw["persons"], raw["recovery"]
    if not isinstance(persons, list) or not 1 <= len(persons) <= MOST_SLOTS:
        raise ValueError("persons")
    return Header(
        store=_matching(raw["store"], _IDENTIFIER),
        sequence=_count(raw["sequence"]),
        name_salt=_bytes(raw["name_salt"], SALT_LENGTH),
        persons=tuple(_person_from_json(slot) for slot in persons),
        recovery=RecoverySlot(
            box=_bytes(recovery["box"], BOX_LENGTH),
            agreement=_bytes(recovery["agreement"], KEY_LENGTH),
            verifying=_bytes(recovery["verifying"], KEY_LENGTH),
            vault_key=_bytes(recovery["vault_key"], VAULT_KEY_LENGTH),
            generation=_count(recovery["generation"]),
        ),
    )


def _person_to_json(slot: PersonSlot) -> Json:
    return {
        "person": slot.person,
        "name_hash": slot.name_hash,
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        "salt": _text(slot.salt),
        "box": _text(slot.box),
        "agreement": _text(slot.agreement),
        "verifying": _text(slot.verifying),
        "vault_key": _text(slot.vault_key),
        "generation": slot.generation,
        "pending": slot.pending,
    }


def _person_from_json(raw: Mapping[str, Any]) -> PersonSlot:
    if not isinstance(raw["pending"], bool):
        raise TypeError("pending")
    return PersonSlot(
        person=PersonId(_matching(raw["person"], _IDENTIFIER)),
        name_hash=_matching(raw["name_hash"], _DIGEST),
        cost=Cost(_count(raw["memory_kib"]), _count(raw["passes"]), _count(raw["lanes"])),
        salt=_bytes(raw["salt"], SALT_LENGTH),
        box=_bytes(raw["box"], BOX_LENGTH),
        agreement=_bytes(raw["agreement"], KEY_LENGTH),
        verifying=_bytes(raw["verifying"], KEY_LENGTH),
        vault_key=_bytes(raw["vault_key"], VAULT_KEY_LENGTH),
        generation=_count(raw["generation"]),
        pending=raw["pending"],
    )


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()


def _bytes(raw: object, length: int) -> bytes:
    if not isinstance(raw, str):
        raise TypeError("bytes stand in base 64")
    value = b64decode(raw, validate=True)
    if len(value) != length:
        raise ValueError("bytes of another length")
    return value


def _count(raw: object) -> int:
    if type(raw) is not int or not 1 <= raw <= MAX_INTEGER:
        raise ValueError("a count")
    return raw


def _matching(raw: object, form: re.Pattern[str]) -> str:
    if not isinstance(raw, str) or form.fullmatch(raw) is None:
        raise ValueError("a text of another form")
    return raw
