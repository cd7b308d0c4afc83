"""One event of custody, how events are chained, and how a broken chain is found.

Event hash: SHA-256 of "JDCUST1", the previous hash and the canonical event. Who took part is told by role and code.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from justice_desk.foundations.canonical import Json, canonical

DOMAIN = b"JDCUST1"
GENESIS = bytes(32)


class CustodyKind(StrEnum):
    """What happened to the thing."""

    SEALED = "sellado"
    DISPATCHED = "despacho"
    DELIVERED = "entrega"
    ACKNOWLEDGED = "acuse"
    REFUSED = "negativa"
    LOST = "extravio"
    RETURNED = "devolucion"


@dataclass(frozen=True)
class CustodyEvent:
    """One event: when (aware), what, from whom to whom, where, in what state, under which seal or reference."""

    at: datetime
    kind: CustodyKind
    giver: str
    taker: str
    place: str
    condition: str
    reference: str

    def to_json(self) -> dict[str, Json]:
        """Return the event as it is hashed, sealed and put into packets."""
        return {
            "at": self.at.isoformat(),
            "kind": self.kind.value,
            "giver": self.giver,
            "taker": self.taker,
            "place": self.place,
            "condition": self.condition,
            "reference": self.reference,
        }


@dataclass(frozen=True)
class ChainedEvent:
    """An event in its chain, counted from 1, with its hash."""

    seq: int
    event: CustodyEvent
    digest: bytes


def chained(previous: bytes, event: CustodyEvent) -> bytes:
    """Return the hash of an event after the one whose hash is `previous`."""
    return linked(previous, event.to_json())


def linked(previous: bytes, event: Mapping[str, Json]) -> bytes:
    """Return the same hash of an event in the form in which it travels."""
    return hashlib.sha256(DOMAIN + previous + canonical(event)).digest()


def first_fault(events: Sequence[ChainedEvent]) -> int | None:
    """Return the number of the first event that does not hold, None if all do."""
    previous = GENESIS
    for expected, link in enumerate(events, start=1):
        if link.seq != expected or link.digest != chained(previous, link.event):
            return expected
        previous = link.digest
    return None
