"""The header: who may try to open the store, and with what. It holds no name and no key that is not locked.

A JSON file in two copies. Each person has a slot: their private keys locked under their passphrase, their public keys,
and the vault key sealed to them. The whole is authenticated by a key that only the vault key gives, so a slot that was
added or altered from outside is found at the next unlocking.
"""

import hashlib
import hmac
import json
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.files import write_whole
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import StoreDamaged, StoreMissing, StoreNewer
from justice_desk.vault.keys import Cost

FORMAT = "justice-desk-store"
VERSION = 1
COPIES = ("header-a.json", "header-b.json")
MAX_HEADER = 1 << 20


@dataclass(frozen=True)
class PersonSlot:
    """One person's way in: `box` opens with their passphrase, `vault_key` with the private key inside the box."""

    person: PersonId
    name_hash: str
    cost: Cost
    salt: bytes
    box: bytes
    agreement: bytes
    verifying: bytes
    vault_key: bytes
    generation: int

    def label(self, store: str) -> Json:
        """What the box is bound to: this store, this person, these parameters, this generation."""
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
    vault_key: bytes
    generation: int

    def label(self, store: str) -> Json:
        """What the box is bound to."""
        return {"store": store, "kind": "recovery", "generation": self.generation}


@dataclass(frozen=True)
class Header:
    """The store's outside: its id, the slots, and a sequence number that grows with every writing."""

    store: str
    sequence: int
    name_salt: bytes
    persons: tuple[PersonSlot, ...]
    recovery: RecoverySlot

    def name_hash(self, name: str) -> str:
        """Return the salted hash under which a name is looked up: case, accents' spelling and spaces do not matter."""
        folded = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
        return hashlib.sha256(self.name_salt + folded.encode()).hexdigest()

    def slot_named(self, name: str) -> PersonSlot | None:
        """Return the slot of the person with this name, if there is one."""
        wanted = self.name_hash(name)
        return next((slot for slot in self.persons if hmac.compare_digest(slot.name_hash, wanted)), None)

    def with_person(self, slot: PersonSlot) -> "Header":
        """Return the header with this person's slot added, or put in the place of their old one."""
        others = tuple(existing for existing in self.persons if existing.person != slot.person)
        return replace(self, sequence=self.sequence + 1, persons=(*others, slot))


def write_header(folder: Path, header: Header, mac_key: bytes) -> None:
    """Write both copies, one after the other, each whole or not at all."""
    body = _to_json(header)
    signed = {**body, "mac": hmac.new(mac_key, canonical(body), hashlib.sha256).hexdigest()}
    for name in COPIES:
        write_whole(folder / name, json.dumps(signed, indent=1, ensure_ascii=False).encode())


def read_header(folder: Path) -> Header:
    """Return the newest copy that can be read; `authenticate` it once the vault key is known.

    Raises:
        StoreMissing: neither copy is there.
        StoreDamaged: copies are there, none can be read.
        StoreNewer: a newer program wrote it.
    """
    found = [folder / name for name in COPIES if (folder / name).exists()]
    if not found:
        raise StoreMissing(folder)
    headers = [header for path in found if (header := _read_copy(path)) is not None]
    if not headers:
        raise StoreDamaged("header", "no readable copy")
    return max(headers, key=lambda header: header.sequence)


def authenticate(folder: Path, header: Header, mac_key: bytes) -> None:
    """Check that one copy of this header was written by someone who held the vault key.

    Raises:
        StoreDamaged: neither copy carries a right seal of this content.
    """
    expected = hmac.new(mac_key, canonical(_to_json(header)), hashlib.sha256).hexdigest()
    for name in COPIES:
        path = folder / name
        if path.exists() and hmac.compare_digest(str(_raw(path).get("mac", "")), expected):
            return
    raise StoreDamaged("header", "seal does not match")


def _raw(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > MAX_HEADER:
            return {}
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _read_copy(path: Path) -> Header | None:
    raw = _raw(path)
    if raw.get("format") != FORMAT:
        return None
    if isinstance(version := raw.get("version"), int) and version > VERSION:
        raise StoreNewer(str(version))
    try:
        return _from_json(raw)
    except (KeyError, TypeError, ValueError):
        return None


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()


def _to_json(header: Header) -> dict[str, Json]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "store": header.store,
        "sequence": header.sequence,
        "name_salt": _text(header.name_salt),
        "persons": [
            {
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
            }
            for slot in header.persons
        ],
        "recovery": {
            "box": _text(header.recovery.box),
            "agreement": _text(header.recovery.agreement),
            "vault_key": _text(header.recovery.vault_key),
            "generation": header.recovery.generation,
        },
    }


def _from_json(raw: Mapping[str, Any]) -> Header:
    recovery = raw["recovery"]
    return Header(
        store=str(raw["store"]),
        sequence=int(raw["sequence"]),
        name_salt=b64decode(raw["name_salt"]),
        persons=tuple(
            PersonSlot(
                person=PersonId(str(slot["person"])),
                name_hash=str(slot["name_hash"]),
                cost=Cost(int(slot["memory_kib"]), int(slot["passes"]), int(slot["lanes"])),
                salt=b64decode(slot["salt"]),
                box=b64decode(slot["box"]),
                agreement=b64decode(slot["agreement"]),
                verifying=b64decode(slot["verifying"]),
                vault_key=b64decode(slot["vault_key"]),
                generation=int(slot["generation"]),
            )
            for slot in raw["persons"]
        ),
        recovery=RecoverySlot(
            box=b64decode(recovery["box"]),
            agreement=b64decode(recovery["agreement"]),
            vault_key=b64decode(recovery["vault_key"]),
            generation=int(recovery["generation"]),
        ),
    )
