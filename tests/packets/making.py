"""Fictitious offices, plans and packets; and packets as a forger would make them, from the parts of honest ones."""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import encrypt_io, x25519

from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.progress import Cancelled, Unwatched
from justice_desk.packets import bag
from justice_desk.packets.agefile import decrypt
from justice_desk.packets.archive import archive_pieces, laid_out, scan
from justice_desk.packets.opening import verify_packet
from justice_desk.packets.remission import CUSTODY_FILE, REMISSION_FILE, custody_head
from justice_desk.packets.rules import (
    PACKET_FILE,
    PACKET_ID,
    AnnexPlan,
    CaseReference,
    CustodyChain,
    Enclosure,
    KeyDirectory,
    KeyStatus,
    Kind,
    KnownSigner,
    Level,
    PacketId,
    PacketPlan,
    PacketRefused,
    Recipient,
    Sender,
    Source,
)
from justice_desk.packets.seal import seal
from justice_desk.packets.sealing import seal_packet
from justice_desk.packets.sources import measure_bytes
from justice_desk.packets.views import SealedPacket

LA_PAZ = timezone(timedelta(hours=-4))
SENDER_CODE = "BO-000000-A"
PACKET = PacketId("JD-aaaabbbbcccc2")
NONCE = bytes(range(32))
NO_CASE: dict[str, Json] = {"htcds_version": "2.0", "cases": [{"id": "c1", "cas_Status": "Active"}]}
EVENTS: tuple[Mapping[str, Json], ...] = (
    {
        "at": "2026-11-20T15:00:00-04:00",
        "kind": "sellado",
        "giver": "Enlace E-01",
        "taker": "",
        "place": "Oficina ficticia",
        "condition": "cerrado",
        "reference": "",
    },
    {
        "at": "2026-11-20T15:02:00.250000-04:00",
        "kind": "despacho",
        "giver": "Enlace E-01",
        "taker": "Autoridad A-01",
        "place": "Oficina ficticia",
        "condition": "cerrado",
        "reference": "Sobre 7",
    },
)


@dataclass(frozen=True)
class Offices:
    """The keys of a fictitious sender, of the receiver, and of the one person there who may read identities."""

    signing: bytes
    public: bytes
    receiver: x25519.Identity
    reader: x25519.Identity

    @property
    def identity(self) -> str:
        """The receiver's age identity."""
        return str(self.receiver)

    @property
    def directory(self) -> KeyDirectory:
        """The keys that the receiver knows."""
        return KeyDirectory((KnownSigner(SENDER_CODE, "Autoridad ficticia", self.public, KeyStatus.VERIFIED),))


def fresh_offices() -> Offices:
    """Return offices with new keys."""
    key = Ed25519PrivateKey.generate()
    return Offices(
        key.private_bytes_raw(),
        key.public_key().public_bytes_raw(),
        x25519.Identity.generate(),
        x25519.Identity.generate(),
    )


def recipient(identity: x25519.Identity, office: str = "Mesa de partes") -> Recipient:
    """Return the fictitious prosecutor's office, with the key of `identity`."""
    return Recipient("FIS-FICTICIA", "Fiscalía ficticia", office, str(identity.to_public()), "memoria")


def enclosure(path: str = "docs/01-oficio.pdf", content: Source = b"%PDF-1.7 oficio ficticio") -> Enclosure:
    """Return one document."""
    return Enclosure(path, "Oficio de remisión", "application/pdf", "BO-12", "012/2026", 2, content)


def a_plan(offices: Offices, **changes: Any) -> PacketPlan:  # noqa: ANN401 - any field of the plan
    """Return the plan of a small packet: two documents, an annex, two custody events."""
    plan = PacketPlan(
        packet_id=PACKET,
        kind=Kind.REMISSION,
        level=Level.RESERVED,
        sequence=1,
        previous_sha256=None,
        created_at=datetime(2026, 11, 20, 15, 4, tzinfo=LA_PAZ),
        acknowledge_by=datetime(2026, 11, 22, 15, 4, tzinfo=LA_PAZ),
        sender=Sender(SENDER_CODE, "Autoridad ficticia", "Secretaría de actas"),
        recipients=(recipient(offices.receiver),),
        case=CaseReference("JIOC-BO-000000-A-2026-0003", 12, "FICT-0001", "CUD"),
        documents=(enclosure(), enclosure("evidencia/E001.jpg", b"imagen ficticia")),
        annex=AnnexPlan(
            (recipient(offices.reader, "Fiscal de materia"),),
            ({"code": "V-01", "given": "Nombre Ficticio", "age": 15},),
            {"hoja-reservada.pdf": b"%PDF-1.7 hoja ficticia"},
        ),
        custody=CustodyChain(EVENTS, custody_head(EVENTS)),
        htcds=NO_CASE,
        nonce=NONCE,
    )
    return replace(plan, **changes)


def sealed(offices: Offices, target: Path, **changes: Any) -> SealedPacket:  # noqa: ANN401 - any field of the plan
    """Seal a small packet on a drive."""
    target.mkdir(exist_ok=True)
    return seal_packet(a_plan(offices, **changes), offices.signing, target, Unwatched())


def decrypted_bytes(path: Path, identity: str) -> bytes:
    """Return the archive inside an age file."""
    plain = io.BytesIO()
    with path.open("rb") as file:
        decrypt(file.read, plain.write, identity)
    return plain.getvalue()


def files_of(archive: bytes) -> dict[str, bytes]:
    """Return the files of a packet's archive by their paths inside the bag."""
    entries = scan(io.BytesIO(archive), len(archive), PACKET_ID)
    return {entry.name.partition("/")[2]: archive[entry.content : entry.content + entry.size] for entry in entries}


def archive_of(files: Mapping[str, bytes], root: str = PACKET) -> bytes:
    """Return the canonical archive of these files."""
    named = {f"{root}/{path}": content for path, content in files.items()}
    measures = {name: measure_bytes(content) for name, content in named.items()}
    entries = laid_out([(name, found.size, found.crc) for name, found in measures.items()])
    return b"".join(archive_pieces(entries, named.__getitem__))


def relisted(files: Mapping[str, bytes], signing: bytes) -> dict[str, bytes]:
    """Return the files with every list, and the seal, made anew: what a forger with a signing key can do."""
    renewed = {path: content for path, content in files.items() if path not in {bag.TAG_MANIFEST, bag.SEAL}}
    payload = {path: content for path, content in renewed.items() if path.startswith(bag.PAYLOAD)}
    renewed[bag.MANIFEST] = bag.manifest({path: measure_bytes(content).sha256 for path, content in payload.items()})
    tags = {path: content for path, content in renewed.items() if not path.startswith(bag.PAYLOAD)}
    renewed[bag.TAG_MANIFEST] = bag.manifest({path: measure_bytes(content).sha256 for path, content in tags.items()})
    renewed[bag.SEAL] = seal(renewed[bag.TAG_MANIFEST], signing)
    return renewed


def told_anew(
    files: Mapping[str, bytes], change: Callable[[Any], object], path: str = REMISSION_FILE
) -> dict[str, bytes]:
    """Return the files with one JSON file changed by `change`, in canonical form again."""
    value = json.loads(files[path])
    change(value)
    return {**files, path: canonical(value)}


def with_custody(files: Mapping[str, bytes], change: Callable[[Any], object]) -> dict[str, bytes]:
    """Return the files with the chain of custody changed."""
    return told_anew(files, change, CUSTODY_FILE)


def oxum_told(files: Mapping[str, bytes], packet: str = PACKET) -> dict[str, bytes]:
    """Return the files with a `bag-info.txt` that counts them rightly."""
    payload = [content for path, content in files.items() if path.startswith(bag.PAYLOAD)]
    made = datetime.fromisoformat(json.loads(files[REMISSION_FILE])["created"]).date()
    return {**files, bag.BAG_INFO: bag.bag_info(PacketId(packet), made, sum(map(len, payload)), len(payload))}


def encrypted(archive: bytes, *identities: x25519.Identity) -> bytes:
    """Return an age file around these bytes."""
    target = io.BytesIO()
    encrypt_io(io.BytesIO(archive), target, [identity.to_public() for identity in identities])
    return target.getvalue()


def laid_down(folder: Path, packet: bytes) -> Path:
    """Put a packet's age file down as if it had come on a drive; return its folder."""
    place = folder / "arrived"
    place.mkdir(exist_ok=True)
    (place / PACKET_FILE).write_bytes(packet)
    return place


class StopsAfter:
    """A progress that asks to stop once a part has come so far."""

    def __init__(self, part: str, share: float) -> None:
        self._part = part
        self._share = share

    def step(self, done: int, total: int, part: str = "") -> None:
        """Stop when the time has come."""
        if part == self._part and done >= self._share * total:
            raise Cancelled


class Heard:
    """A progress that remembers what it heard, by part."""

    def __init__(self) -> None:
        self.steps: dict[str, list[tuple[int, int]]] = {}

    def step(self, done: int, total: int, part: str = "") -> None:
        """Remember."""
        self.steps.setdefault(part, []).append((done, total))


def left_on(target: Path) -> list[str]:
    """Return every path on a drive, relative to it."""
    return sorted(str(place.relative_to(target)) for place in target.rglob("*"))


def no_end(piece: bytes) -> Iterator[bytes]:
    """Return a piece for ever."""
    while True:
        yield piece


def refused(offices: Offices, place: Path, **changes: Any) -> PacketRefused:  # noqa: ANN401 - what opening takes
    """Open a packet that must not open; return why it did not."""
    arguments: dict[str, Any] = {"identity": offices.identity, "directory": offices.directory, **changes}
    try:
        verify_packet(place, progress=Unwatched(), **arguments)
    except PacketRefused as refusal:
        return refusal
    raise AssertionError("it was opened")


def refused_files(offices: Offices, folder: Path, files: Mapping[str, bytes], root: str = PACKET) -> PacketRefused:
    """Encrypt these files as a packet for the receiver, and return why it did not open."""
    return refused(offices, laid_down(folder, encrypted(archive_of(files, root), offices.receiver)))
