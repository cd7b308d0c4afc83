"""The header as it is written down, and read back: every part is held to its type and length first.

A header may have been written by a stranger.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from justice_desk.foundations.canonical import Json
from justice_desk.foundations.ids import PersonId
from justice_desk.foundations.json_parts import count_in, text_like
from justice_desk.vault.keys import KEY_LENGTH, NONCE_LENGTH, SALT_LENGTH, SEALING_LENGTH, TAG_LENGTH, Cost
from justice_desk.vault.rules import Paper
from justice_desk.vault.slots import DeviceSlot, Header, PersonSlot, RecoverySlot

FORMAT = "justice-desk-store"
VERSION = 1
MOST_SLOTS = 500
BOX_LENGTH = NONCE_LENGTH + 2 * KEY_LENGTH + TAG_LENGTH
VAULT_KEY_LENGTH = KEY_LENGTH + SEALING_LENGTH
FORMER_LENGTH = NONCE_LENGTH + KEY_LENGTH + TAG_LENGTH
_IDENTIFIER = re.compile(r"[0-9A-Za-z-]{1,64}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def to_json(header: Header) -> dict[str, Json]:
    """Return the header as it is written, but for its seal."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "store": header.store,
        "sequence": header.sequence,
        "name_salt": _text(header.name_salt),
        "persons": [_person_to_json(slot) for slot in header.persons],
        "recovery": recovery_to_json(header.recovery),
        **_rarer(header),
    }


def from_json(raw: Mapping[str, Any]) -> Header:
    """Return the header that was written.

    Raises:
        KeyError, TypeError, ValueError: a part is missing, or is not of its type and length.
    """
    persons, devices = raw["persons"], raw.get("devices", [])
    if not isinstance(persons, list) or len(persons) > MOST_SLOTS:
        raise ValueError("persons")
    if not isinstance(devices, list) or len(devices) > MOST_SLOTS:
        raise ValueError("devices")
    renewed, former = raw.get("renewed"), raw.get("former")
    return Header(
        store=text_like(raw["store"], _IDENTIFIER),
        sequence=count_in(raw["sequence"], 1),
        name_salt=_bytes(raw["name_salt"], SALT_LENGTH),
        persons=tuple(_person_from_json(slot) for slot in persons),
        recovery=_recovery_from_json(raw["recovery"]),
        devices=tuple(_device_from_json(slot) for slot in devices),
        renewed=None if renewed is None else _recovery_from_json(renewed),
        generation=count_in(raw.get("generation", 1), 1),
        former=None if former is None else _bytes(former, FORMER_LENGTH),
    )


def square_of(store: str, slot: RecoverySlot) -> str:
    """Return what the square on the sheets holds: the slot, so that a lost header does not lose the store."""
    return json.dumps({"format": FORMAT, "store": store, "recovery": recovery_to_json(slot)}, separators=(",", ":"))


def from_square(raw: Any) -> tuple[str, RecoverySlot]:  # noqa: ANN401 - JSON of a stranger
    """Return the store and the slot of a square.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    if not isinstance(raw, dict) or raw["format"] != FORMAT:
        raise TypeError("square")
    return text_like(raw["store"], _IDENTIFIER), _recovery_from_json(raw["recovery"])


def recovery_to_json(slot: RecoverySlot) -> dict[str, Json]:
    """Return the recovery slot as it is written, in the header and into the square on the sheet."""
    rarer: dict[str, Json] = {}
    if slot.kind is not Paper.CODE:
        rarer["kind"] = slot.kind.value
    if slot.printed > 1:
        rarer["printed"] = slot.printed
    return {
        **rarer,
        "box": _text(slot.box),
        "agreement": _text(slot.agreement),
        "verifying": _text(slot.verifying),
        "vault_key": _text(slot.vault_key),
        "generation": slot.generation,
    }


def _recovery_from_json(raw: Any) -> RecoverySlot:  # noqa: ANN401 - JSON of a stranger
    if not isinstance(raw, dict):
        raise TypeError("recovery")
    return RecoverySlot(
        kind=Paper(raw.get("kind", Paper.CODE)),
        box=_bytes(raw["box"], BOX_LENGTH),
        agreement=_bytes(raw["agreement"], KEY_LENGTH),
        verifying=_bytes(raw["verifying"], KEY_LENGTH),
        vault_key=_bytes(raw["vault_key"], VAULT_KEY_LENGTH),
        generation=count_in(raw["generation"], 1),
        printed=count_in(raw.get("printed", 1), 1),
    )


def _device_to_json(slot: DeviceSlot) -> Json:
    return {"person": slot.person, "box": _text(slot.box), "generation": slot.generation}


def _device_from_json(raw: Mapping[str, Any]) -> DeviceSlot:
    return DeviceSlot(
        person=PersonId(text_like(raw["person"], _IDENTIFIER)),
        box=_bytes(raw["box"], BOX_LENGTH),
        generation=count_in(raw["generation"], 1),
    )


def _rarer(header: Header) -> dict[str, Json]:
    """Return the parts that most headers do not have; a header without them is written, and sealed, without them."""
    parts: dict[str, Json] = {}
    if header.renewed is not None:
        parts["renewed"] = recovery_to_json(header.renewed)
    if header.devices:
        parts["devices"] = [_device_to_json(slot) for slot in header.devices]
    if header.generation > 1:
        parts["generation"] = header.generation
    if header.former is not None:
        parts["former"] = _text(header.former)
    return parts


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
        person=PersonId(text_like(raw["person"], _IDENTIFIER)),
        name_hash=text_like(raw["name_hash"], _DIGEST),
        cost=Cost(count_in(raw["memory_kib"], 1), count_in(raw["passes"], 1), count_in(raw["lanes"], 1)),
        salt=_bytes(raw["salt"], SALT_LENGTH),
        box=_bytes(raw["box"], BOX_LENGTH),
        agreement=_bytes(raw["agreement"], KEY_LENGTH),
        verifying=_bytes(raw["verifying"], KEY_LENGTH),
        vault_key=_bytes(raw["vault_key"], VAULT_KEY_LENGTH),
        generation=count_in(raw["generation"], 1),
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
