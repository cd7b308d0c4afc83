"""Opening a packet: every check in its order, nothing shown before all of them, nothing left behind.

Size and header · decryption into a private file · archive · seal against the keys this desk verified · every hash · no
file that is not listed · strict JSON · schema · meant for us · new. The first that fails ends it.
"""

import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from justice_desk.foundations.progress import Progress
from justice_desk.packets import bag
from justice_desk.packets.agefile import parsed_identity
from justice_desk.packets.annex import OpenedAnnex, opened_annex
from justice_desk.packets.archive import Entry, content_hash, scan
from justice_desk.packets.fingerprints import fingerprint, written_signing_key
from justice_desk.packets.private import Plain, check_size, decrypted, region
from justice_desk.packets.receipt import acknowledgement_code
from justice_desk.packets.remission import CUSTODY_FILE, FIXED_FILES, REMISSION_FILE, read_remission
from justice_desk.packets.rules import (
    PACKET_FILE,
    PACKET_ID,
    Arrival,
    DriveGone,
    KeyDirectory,
    KnownSigner,
    PacketMissing,
    PacketRefused,
    Part,
    Step,
    check_arrival,
)
from justice_desk.packets.seal import MAX_SEAL, check_seal
from justice_desk.packets.sources import Tally
from justice_desk.packets.strict_json import MAX_BYTES
from justice_desk.packets.views import ReceivedAnnex, ReceivedDocument, Remission, VerifiedPacket

MAX_LIST = 2 << 20


class OpenedPacket:
    """A packet that passed every check, while it is open: what it says, and its documents to be read or kept.

    All words in it are a stranger's: show them as plain text.
    """

    def __init__(self, verified: VerifiedPacket, contents: "Contents", progress: Progress) -> None:
        self.verified = verified
        self._contents = contents
        self._progress = progress

    @property
    def remission(self) -> Remission:
        """What the packet says of itself."""
        return self.verified.remission

    def document(self, document: ReceivedDocument) -> BinaryIO:
        """Return a document, to be read as long as the packet is open."""
        return self._contents.open(document.path)

    def annex(self, annex: ReceivedAnnex, identity: str) -> contextlib.AbstractContextManager[OpenedAnnex]:
        """Open the identity annex with an age identity that it is closed to.

        Raises:
            PacketRefused: it is not for this identity, or is not what an annex of this packet must be.
            IdentityUnreadable: `identity` is none.
        """
        tally = Tally(self._progress, Part.DECRYPTING, annex.size)
        sealed = self._contents.open(annex.path)
        return opened_annex(sealed, annex.size, self.remission.packet_id, identity, tally)


class Contents:
    """The files of a decrypted packet by their paths inside the bag, hashed once."""

    def __init__(self, plain: Plain, entries: tuple[Entry, ...]) -> None:
        self.root = entries[0].name.partition("/")[0]
        self.entries: Mapping[str, Entry] = {entry.name.partition("/")[2]: entry for entry in entries}
        self._file = plain.file

    def open(self, path: str) -> BinaryIO:
        """Return one file, to be read from its start."""
        entry = self.entries[path]
        return region(self._file, entry.content, entry.size)

    def read(self, path: str, limit: int, step: Step) -> bytes:
        """Return the bytes of one small file.

        Raises:
            PacketRefused: it is missing or larger than `limit`.
        """
        entry = self.entries.get(path)
        if entry is None or entry.size > limit:
            raise PacketRefused(step, f"{path} is missing or too large")
        with self.open(path) as file:
            return file.read()

    def hashes(self, tally: Tally) -> dict[str, str]:
        """Return the SHA-256 of every file.

        Raises:
            PacketRefused: a checksum of the archive is wrong.
        """
        return {path: content_hash(self._file, entry, tally.add) for path, entry in self.entries.items()}


@contextlib.contextmanager
def open_packet(
    path: Path,
    identity: str,
    directory: KeyDirectory,
    progress: Progress,
    arrivals: tuple[Arrival, ...] = (),
    workspace: Path | None = None,
) -> Iterator[OpenedPacket]:
    """Open a packet: its folder or its `paquete.age`, with our age identity; `arrivals` are those that came before.

    Plaintext lies in a private file below `workspace` (the system's own place if None) until the block ends.

    Raises:
        PacketRefused: a check failed; says which.
        PacketMissing: there is none.
        IdentityUnreadable: `identity` is none.
        DriveGone, DiskFull, CannotWrite: the drive or the workspace does not do.
        Cancelled: `progress` asked to stop.
    """
    own_key = fingerprint(str(parsed_identity(identity).to_public()))
    with contextlib.ExitStack() as stack:
        sealed, size = stack.enter_context(_on_drive(path))
        tally = Tally(progress, Part.DECRYPTING, size)
        plain = stack.enter_context(decrypted(sealed.read, size, identity, tally, workspace))
        contents = Contents(plain, scan(plain.file, plain.size, PACKET_ID))
        verified = _verified(contents, plain, directory, Tally(progress, Part.CHECKING, plain.size))
        remission = verified.remission
        if own_key not in {addressee.key for addressee in remission.recipients}:
            raise PacketRefused(Step.RECIPIENT, "meant for somebody else")
        arrival = Arrival(remission.sender.code, remission.sequence, remission.packet_id, verified.sha256)
        check_arrival(arrival, remission.previous_sha256, arrivals)
        yield OpenedPacket(verified, contents, progress)


def verify_packet(
    path: Path,
    identity: str,
    directory: KeyDirectory,
    progress: Progress,
    arrivals: tuple[Arrival, ...] = (),
) -> VerifiedPacket:
    """Open a packet, check everything, and close it again.

    Raises:
        As `open_packet`.
    """
    with open_packet(path, identity, directory, progress, arrivals) as opened:
        return opened.verified


def _verified(contents: Contents, plain: Plain, directory: KeyDirectory, tally: Tally) -> VerifiedPacket:
    tagmanifest = contents.read(bag.TAG_MANIFEST, MAX_LIST, Step.SEAL)
    signer = check_seal(tagmanifest, contents.read(bag.SEAL, MAX_SEAL, Step.SEAL), directory)
    hashes = contents.hashes(tally)
    payload = _check_lists(contents, tagmanifest, hashes)
    remission = read_remission(
        contents.read(REMISSION_FILE, MAX_BYTES, Step.LISTING), contents.read(CUSTODY_FILE, MAX_BYTES, Step.LISTING)
    )
    _check_agreement(remission, contents, signer, payload)
    code = acknowledgement_code(hashlib.sha256(tagmanifest).digest(), remission.nonce)
    return VerifiedPacket(remission, signer, plain.sealed_sha256, code)


def _check_lists(contents: Contents, tagmanifest: bytes, hashes: Mapping[str, str]) -> Mapping[str, str]:
    """Check every file against the lists; return the list of the payload.

    Raises:
        PacketRefused: a hash differs, a file is missing, or one is not listed.
    """
    tags = bag.read_manifest(tagmanifest)
    if tags.keys() != bag.TAG_FILES:
        raise PacketRefused(Step.LISTING, "other files beside the payload")
    payload = bag.read_manifest(contents.read(bag.MANIFEST, MAX_LIST, Step.LISTING))
    if not all(path.startswith(bag.PAYLOAD) for path in payload):
        raise PacketRefused(Step.LISTING, "payload outside its folder")
    if not payload.keys() >= FIXED_FILES:
        raise PacketRefused(Step.LISTING, "a file that every packet has is missing")
    listed = {**tags, **payload}
    for path, expected in listed.items():
        if path in hashes and hashes[path] != expected:
            raise PacketRefused(Step.HASHES, f"{path} was changed")
    if hashes.keys() != listed.keys() | {bag.TAG_MANIFEST, bag.SEAL}:
        raise PacketRefused(Step.LISTING, "a file is missing, or one is not listed")
    return payload


def _check_agreement(remission: Remission, contents: Contents, signer: KnownSigner, payload: Mapping[str, str]) -> None:
    """Check that `remission.json` speaks of this bag, this seal and these files.

    Raises:
        PacketRefused: it does not.
    """
    files: tuple[ReceivedDocument | ReceivedAnnex, ...] = (*remission.documents, *remission.annexes)
    told = {found.path: (found.sha256, found.size) for found in files}
    if len(told) != len(files):
        raise PacketRefused(Step.SCHEMA, "twice the same document")
    there = {path: (payload[path], contents.entries[path].size) for path in payload.keys() - FIXED_FILES}
    if told != there:
        raise PacketRefused(Step.LISTING, "documents are not those that are told of")
    if remission.packet_id != contents.root:
        raise PacketRefused(Step.SCHEMA, "name of another packet")
    if (remission.sender.code, remission.sealed_by) != (signer.code, written_signing_key(signer.public)):
        raise PacketRefused(Step.SEAL, "sealed by another office than the sender")
    total = sum(contents.entries[path].size for path in payload)
    expected = bag.bag_info(remission.packet_id, remission.created_at.date(), total, len(payload))
    if contents.read(bag.BAG_INFO, MAX_LIST, Step.LISTING) != expected:
        raise PacketRefused(Step.LISTING, "bag-info.txt speaks of another bag")
    if contents.read(bag.BAGIT, MAX_LIST, Step.LISTING) != bag.DECLARATION:
        raise PacketRefused(Step.LISTING, "not a bag of version 1.0")


class _Drive:
    """A file on a drive that may be pulled out while it is read."""

    def __init__(self, file: BinaryIO, folder: Path) -> None:
        self._file = file
        self._folder = folder

    def read(self, size: int) -> bytes:
        """Return at most `size` bytes.

        Raises:
            DriveGone: the drive does not answer.
        """
        try:
            return self._file.read(size)
        except OSError as fault:
            raise DriveGone(self._folder) from fault


@contextlib.contextmanager
def _on_drive(path: Path) -> Iterator[tuple[_Drive, int]]:
    place = path / PACKET_FILE if path.is_dir() else path
    try:
        file = place.open("rb")
        size = place.stat().st_size
    except FileNotFoundError as fault:
        raise PacketMissing(place) from fault
    except OSError as fault:
        raise DriveGone(place.parent) from fault
    with file:
        check_size(size)
        yield _Drive(file, place.parent), size
