"""What crosses out of this room: a packet that was sealed, and what a packet that was opened says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from justice_desk.foundations.canonical import Json
from justice_desk.packets.rules import CaseReference, Kind, KnownSigner, Level, PacketId, ReadBack, Sender


@dataclass(frozen=True)
class SealedPacket:
    """A packet that lies on the drive and was read back. Hashes are hexadecimal, `acknowledgement` twenty digits."""

    folder: Path
    packet_id: PacketId
    sha256: str
    size: int
    tagmanifest_sha256: str
    acknowledgement: str
    annex_name: str | None
    read_back: ReadBack


@dataclass(frozen=True)
class Addressee:
    """An office that a packet is for: `key` is the fingerprint of its age key, thirty digits."""

    code: str
    institution: str
    office: str
    key: str
    medium: str


@dataclass(frozen=True)
class ReceivedDocument:
    """One document of the open part. Its title and kind are a stranger's words: show them as plain text."""

    path: str
    title: str
    media_type: str
    kind: str
    number: str | None
    folios: int
    size: int
    sha256: str


@dataclass(frozen=True)
class ReceivedAnnex:
    """The identity annex as the open part names it: where it is, its ciphertext's hash, and whose keys open it."""

    path: str
    size: int
    sha256: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Remission:
    """What `remision.json` and `custodia.json` say. `sealed_by` is the signing key as OpenSSH writes it."""

    packet_id: PacketId
    kind: Kind
    level: Level
    language: str
    sequence: int
    previous_sha256: str | None
    created_at: datetime
    acknowledge_by: datetime
    sender: Sender
    sealed_by: str
    recipients: tuple[Addressee, ...]
    case: CaseReference
    documents: tuple[ReceivedDocument, ...]
    annexes: tuple[ReceivedAnnex, ...]
    custody: tuple[Mapping[str, Json], ...]
    custody_head: str
    htcds: Mapping[str, Json]
    nonce: bytes


@dataclass(frozen=True)
class VerifiedPacket:
    """A packet that passed every check: what it says, who sealed it, its file's hash, the code to acknowledge it."""

    remission: Remission
    signer: KnownSigner
    sha256: str
    acknowledgement: str
