"""What a packet is: its name, who sends it, who may open it, what goes into it, and how it may be wrong.

Nothing here reads a clock, a disk or a key: these are the words that sealing and opening share.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NewType, TypeAlias

from justice_desk.foundations.canonical import Json
from justice_desk.foundations.errors import DeskError

PacketId = NewType("PacketId", str)
PACKET_ID = re.compile(r"JD-[a-z2-7]{13}")
"""65 random bits in the base 32 of RFC 4648, lower case: it names no person, case, community or date."""
ANNEX_NAME = re.compile(r"[A-Z2-7]{4}")
NONCE_LENGTH = 32
FULL_HASH = re.compile(r"[0-9a-f]{64}")

PACKET_FILE = "paquete.age"
SUMS_FILE = "SUMAS-SHA256.txt"
MAX_PACKET = 3_900 << 20
"""Bytes of one file on a drive: FAT32 takes no file of 4 GiB. Larger packets would travel in volumes."""
MAX_RECIPIENTS = 8

Source: TypeAlias = bytes | Path | Callable[[], BinaryIO]
"""Where the bytes of a file come from. A callable opens them anew each time, so that what the store keeps encrypted
never lies readable on a disk on its way into a packet."""

_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"


class Kind(StrEnum):
    """What a packet does: a remission moves the case to another institution, a transfer moves a copy or a measure."""

    REMISSION = "remision"
    TRANSFER = "traslado"


class Level(StrEnum):
    """How reserved the open part of a packet is, in the words of the country profiles."""

    INTERNAL = "interno"
    RESERVED = "reservado"
    SECRET = "secreto"  # noqa: S105 - a level of reserve


class Part(StrEnum):
    """What a progress report counts, in bytes. Sealing has three parts, opening two."""

    MEASURING = "measuring"
    WRITING = "writing"
    CHECKING = "checking"
    DECRYPTING = "decrypting"


class Step(StrEnum):
    """The checks that a packet passes when it is opened, in the order in which they are made."""

    SIZE = "size"
    HEADER = "header"
    DECRYPTION = "decryption"
    ARCHIVE = "archive"
    SEAL = "seal"
    HASHES = "hashes"
    LISTING = "listing"
    JSON = "json"
    SCHEMA = "schema"
    RECIPIENT = "recipient"
    SEQUENCE = "sequence"


class KeyStatus(StrEnum):
    """What this desk knows of a signing key: only a verified one makes a packet believable."""

    VERIFIED = "verificada"
    UNVERIFIED = "sin_verificar"
    REVOKED = "revocada"


class ReadBack(StrEnum):
    """How what was written was read again: past the cache (in one of two ways), or through it, which proves little."""

    DIRECT = "direct"
    DROPPED = "dropped"
    CACHED = "cached"


@dataclass(frozen=True)
class Sender:
    """The office that sends: its code, its institution and the office within it."""

    code: str
    institution: str
    office: str


@dataclass(frozen=True)
class Recipient:
    """An office that may open: `key` is its age recipient (`age1…`), `medium` how the packet travels to it."""

    code: str
    institution: str
    office: str
    key: str
    medium: str


@dataclass(frozen=True)
class CaseReference:
    """The case as the outside may see it: our opaque number, theirs if there is one already, and the folios sent."""

    reference: str
    folios: int
    receiver_number: str | None = None
    receiver_number_kind: str | None = None


@dataclass(frozen=True)
class Enclosure:
    """One document of the open part. `path` is ours and names nobody (docs/01-oficio.pdf); the title is for people."""

    path: str
    title: str
    media_type: str
    kind: str
    number: str | None
    folios: int
    content: Source


@dataclass(frozen=True)
class AnnexPlan:
    """The identity annex, closed to its own recipients: one mapping a person, and files by name."""

    recipients: tuple[Recipient, ...]
    identities: tuple[Mapping[str, Json], ...]
    files: Mapping[str, Source]


@dataclass(frozen=True)
class CustodyChain:
    """The custody events of what is sent, oldest first, and the hash of the last one: 64 hexadecimal digits."""

    events: tuple[Mapping[str, Json], ...]
    head: str


@dataclass(frozen=True)
class PacketPlan:
    """All that goes into a packet. `sequence` counts the sender's packets from 1.

    `previous_sha256` is that of the packet before it, None for the first; `created_at` and `acknowledge_by` are aware;
    `nonce` is 32 random bytes that only a reader of the packet learns; `htcds` is the case in the HTCDS 2.0 vocabulary,
    coded.
    """

    packet_id: PacketId
    kind: Kind
    level: Level
    sequence: int
    previous_sha256: str | None
    created_at: datetime
    acknowledge_by: datetime
    sender: Sender
    recipients: tuple[Recipient, ...]
    case: CaseReference
    documents: tuple[Enclosure, ...]
    annex: AnnexPlan | None
    custody: CustodyChain
    htcds: Mapping[str, Json]
    nonce: bytes
    language: str = "es"


@dataclass(frozen=True)
class KnownSigner:
    """A signing key that this desk has met: whose it is (code and name), its 32 bytes, and what is known of it."""

    code: str
    name: str
    public: bytes
    status: KeyStatus


@dataclass(frozen=True)
class KeyDirectory:
    """The signing keys that this desk knows."""

    signers: tuple[KnownSigner, ...]

    def holder(self, public: bytes) -> KnownSigner | None:
        """Return whose key this is, None if it was never met."""
        return next((signer for signer in self.signers if signer.public == public), None)


@dataclass(frozen=True)
class Arrival:
    """A packet that came before: from whom, which of theirs, and the SHA-256 of its `paquete.age`."""

    sender: str
    sequence: int
    packet_id: PacketId
    sha256: str


@dataclass(eq=False)
class SignersUnreadable(DeskError):
    """A file of signing keys cannot be read; `line` counts from 1, 0 is the file or folder itself."""

    path: Path
    line: int


@dataclass(eq=False)
class PlanRefused(DeskError):
    """The packet cannot be sealed as planned: `field` names the part ("documents/0/doc_title"), `reason` the rule."""

    field: str
    reason: str


@dataclass(eq=False)
class PacketRefused(DeskError):
    """A packet was not opened: `step` is the check that failed, `reason` the technical finding."""

    step: Step
    reason: str


@dataclass(eq=False)
class PacketTooLarge(DeskError):
    """The packet would need a file of more bytes than drives take; nothing was written."""

    size: int
    limit: int


@dataclass(eq=False)
class PacketExists(DeskError):
    """A packet of this name lies there already; it is never overwritten."""

    folder: Path


@dataclass(eq=False)
class PacketMissing(DeskError):
    """There is no packet at this place."""

    path: Path


@dataclass(eq=False)
class DriveFull(DeskError):
    """The drive has no room for the packet, or takes no file of this size; nothing was left on it. In bytes."""

    folder: Path
    needed: int
    free: int


@dataclass(eq=False)
class DriveGone(DeskError):
    """The drive was pulled out, or stopped answering, while it was written to or read from."""

    folder: Path


@dataclass(eq=False)
class ReadBackDiffers(DeskError):
    """What the drive gives back is not what was written to it; nothing was left on it."""

    folder: Path


@dataclass(eq=False)
class EnclosureUnreadable(DeskError):
    """A file that should go into the packet cannot be read, or changed while it was being sealed."""

    path: str


@dataclass(eq=False)
class IdentityUnreadable(DeskError):
    """The key to open packets with is not an age identity."""


def new_packet_id() -> PacketId:
    """Return a fresh packet name."""
    return PacketId("JD-" + "".join(secrets.choice(_BASE32) for _ in range(13)))


def new_annex_name() -> str:
    """Return a fresh name for an annex: four signs that say nothing."""
    return "".join(secrets.choice(_BASE32) for _ in range(4)).upper()


def check_arrival(arrival: Arrival, previous: str | None, earlier: tuple[Arrival, ...]) -> None:
    """Check that a packet is new and that its number fits what came from the same sender before.

    Gaps are normal (a sender numbers all its packets, not only ours) and so is a late one (roads are long).

    Raises:
        PacketRefused: it came already, its number was used by another, or it denies the one before it.
    """
    if any(other.packet_id == arrival.packet_id for other in earlier):
        raise PacketRefused(Step.SEQUENCE, "this packet came before")
    same_sender = [other for other in earlier if other.sender == arrival.sender]
    if any(other.sequence == arrival.sequence for other in same_sender):
        raise PacketRefused(Step.SEQUENCE, "another packet carries this number")
    if any(other.sequence == arrival.sequence - 1 and other.sha256 != previous for other in same_sender):
        raise PacketRefused(Step.SEQUENCE, "the packet before it is another one")
