"""Sealing a packet: measured, listed, signed, encrypted straight onto the drive, and read back from it.

No plaintext is written anywhere on the way. The files are read twice: to measure them, and to encrypt them.
"""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from justice_desk.foundations.progress import Progress
from justice_desk.foundations.resources import resource
from justice_desk.packets import bag
from justice_desk.packets.agefile import MAX_HEADER, encrypt, parsed_recipient, sealed_size
from justice_desk.packets.annex import SealedAnnex, seal_annex
from justice_desk.packets.archive import Entry, archive_pieces, archive_size, laid_out
from justice_desk.packets.drive import PacketFolder, packet_folder
from justice_desk.packets.drive_file import DriveFile
from justice_desk.packets.read_me import read_me
from justice_desk.packets.receipt import acknowledgement_code
from justice_desk.packets.remission import (
    CONTEXT_FILE,
    CUSTODY_FILE,
    FIXED_FILES,
    REMISSION_FILE,
    write_custody,
    write_remission,
)
from justice_desk.packets.rules import (
    MAX_PACKET,
    MAX_RECIPIENTS,
    NONCE_LENGTH,
    PACKET_FILE,
    PACKET_ID,
    SUMS_FILE,
    PacketPlan,
    PacketTooLarge,
    Part,
    PlanRefused,
    Recipient,
    Source,
)
from justice_desk.packets.schemas import FOLDER
from justice_desk.packets.seal import seal
from justice_desk.packets.sources import Measure, Supply, Tally, measure, measure_bytes, rough_size
from justice_desk.packets.views import SealedPacket

NOTE = "LEAME-PRIMERO.txt"


@dataclass(frozen=True)
class Bag:
    """All that goes into the archive: where each file's bytes come from, its place, and the hash that was sealed."""

    sources: Mapping[str, Source]
    entries: tuple[Entry, ...]
    tagmanifest: Measure


def seal_packet(plan: PacketPlan, signing_key: bytes, target: Path, progress: Progress) -> SealedPacket:
    """Seal a packet and put it on the drive `target`; `signing_key` is the office's Ed25519 key, 32 bytes.

    Raises:
        PlanRefused: the plan cannot become a packet; nothing was written.
        EnclosureUnreadable: a file of it cannot be read, or changed meanwhile; nothing is left.
        PacketTooLarge, PacketExists, DriveFull, DriveGone, CannotWrite, ReadBackDiffers: nothing is left on the drive.
        Cancelled: `progress` asked to stop; nothing is left.
    """
    check_plan(plan)
    with tempfile.TemporaryDirectory(prefix="jd-") as folder:
        reading = Tally(progress, Part.MEASURING, _to_measure(plan))
        annex = None if plan.annex is None else seal_annex(plan.annex, plan.packet_id, Path(folder), reading)
        packed = _bagged(plan, signing_key, annex, reading)
        content = archive_size(packed.entries)
        needed = sealed_size(MAX_HEADER, content)
        if needed > MAX_PACKET:
            raise PacketTooLarge(needed, MAX_PACKET)
        with packet_folder(target, plan.packet_id, needed) as place:
            file = _encrypted(plan, packed, content, place, progress)
            how = place.check(PACKET_FILE, file, Tally(progress, Part.CHECKING, file.size).add)
            place.write(SUMS_FILE, f"{file.sha256}  {PACKET_FILE}\n".encode("ascii"))
            place.take_place(resource(FOLDER, NOTE).read_bytes())
    return SealedPacket(
        folder=place.final,
        packet_id=plan.packet_id,
        sha256=file.sha256,
        size=file.size,
        tagmanifest_sha256=packed.tagmanifest.sha256,
        acknowledgement=acknowledgement_code(bytes.fromhex(packed.tagmanifest.sha256), plan.nonce),
        annex_name=None if annex is None else annex.name,
        read_back=how,
    )


def check_plan(plan: PacketPlan) -> None:
    """Check what can be known of a plan before a byte is read.

    Raises:
        PlanRefused: says which part, and why.
    """
    if not PACKET_ID.fullmatch(plan.packet_id):
        _refuse("packet_id", "pattern")
    if len(plan.nonce) != NONCE_LENGTH:
        _refuse("nonce", "length")
    if (plan.sequence == 1) != (plan.previous_sha256 is None):
        _refuse("previous", "only the first packet has none before it")
    if len({enclosed.path.lower() for enclosed in plan.documents}) != len(plan.documents):
        _refuse("documents", "twice the same path")
    _check_recipients(plan.recipients)
    if plan.annex is not None:
        _check_recipients(plan.annex.recipients)


def _check_recipients(recipients: tuple[Recipient, ...]) -> None:
    keys = [str(parsed_recipient(recipient.key)) for recipient in recipients]
    if not 1 <= len(set(keys)) == len(keys) <= MAX_RECIPIENTS:
        _refuse("recipients", "none, too many, or twice the same key")


def _bagged(plan: PacketPlan, signing_key: bytes, annex: SealedAnnex | None, reading: Tally) -> Bag:
    public = Ed25519PrivateKey.from_private_bytes(signing_key).public_key().public_bytes_raw()
    sources: dict[str, Source] = {bag.PAYLOAD + enclosed.path: enclosed.content for enclosed in plan.documents}
    measures = {path: measure(source, path, reading.add) for path, source in sources.items()}
    if annex is not None:
        sources[annex.path] = annex.content
        measures[annex.path] = annex.measure
    sources[REMISSION_FILE] = write_remission(plan, public, measures, annex)
    sources[CUSTODY_FILE] = write_custody(plan.packet_id, plan.custody)
    sources[CONTEXT_FILE] = resource(FOLDER, "contexto.json").read_bytes()
    measures |= _measured({path: sources[path] for path in FIXED_FILES})
    tags = _tags(plan, measures, read_me(plan, public, None if annex is None else annex.path))
    tagmanifest = tags[bag.TAG_MANIFEST]
    tags[bag.SEAL] = seal(tagmanifest, signing_key)
    files = {**measures, **_measured(tags)}
    root = plan.packet_id + "/"
    try:
        entries = laid_out([(root + path, found.size, found.crc) for path, found in files.items()])
    except ValueError as fault:
        raise PlanRefused("documents", str(fault).partition(":")[0]) from fault
    located = {root + path: source for path, source in {**sources, **tags}.items()}
    return Bag(located, entries, measure_bytes(tagmanifest))


def _tags(plan: PacketPlan, measures: Mapping[str, Measure], text: bytes) -> dict[str, bytes]:
    total = sum(found.size for found in measures.values())
    tags = {
        bag.BAGIT: bag.DECLARATION,
        bag.BAG_INFO: bag.bag_info(plan.packet_id, plan.created_at.date(), total, len(measures)),
        bag.READ_ME: text,
        bag.MANIFEST: bag.manifest({path: found.sha256 for path, found in measures.items()}),
    }
    tags[bag.TAG_MANIFEST] = bag.manifest({path: found.sha256 for path, found in _measured(tags).items()})
    return tags


def _measured(files: Mapping[str, Source]) -> dict[str, Measure]:
    return {path: measure(content, path, lambda _: None) for path, content in files.items()}


def _encrypted(plan: PacketPlan, packed: Bag, content: int, place: PacketFolder, progress: Progress) -> DriveFile:
    writing = Tally(progress, Part.WRITING, content)

    def told() -> Iterator[bytes]:
        for piece in archive_pieces(packed.entries, packed.sources.__getitem__):
            writing.add(len(piece))
            yield piece

    with place.faults(), place.create(PACKET_FILE) as file:
        encrypt(Supply(told()).read, file.write, content, [recipient.key for recipient in plan.recipients])
    return file


def _to_measure(plan: PacketPlan) -> int:
    """Return the bytes that are read before writing begins: those of an annex twice, as they are and encrypted."""
    total = sum(rough_size(enclosed.content, enclosed.path) for enclosed in plan.documents)
    files = {} if plan.annex is None else plan.annex.files
    return total + 2 * sum(rough_size(source, name) for name, source in files.items())


def _refuse(field: str, reason: str) -> NoReturn:
    raise PlanRefused(field, reason)
