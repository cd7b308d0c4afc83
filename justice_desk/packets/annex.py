"""The identity annex: who the codes are, closed to its own recipients inside a packet that others may open.

An age file of its own around a canonical archive of its own: `A7QK/identidades.json` and the files given with it. The
main lists name only its ciphertext, so whoever may read the case learns nothing of the persons.
"""

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from justice_desk.foundations.canonical import Json
from justice_desk.foundations.files import translated
from justice_desk.packets.agefile import encrypt
from justice_desk.packets.archive import archive_pieces, archive_size, content_hash, laid_out, scan
from justice_desk.packets.private import decrypted, region
from justice_desk.packets.rules import (
    AnnexPlan,
    PacketId,
    PacketRefused,
    PlanRefused,
    Recipient,
    Source,
    Step,
    new_annex_name,
)
from justice_desk.packets.schemas import IDENTITIES, checked_json, read_checked
from justice_desk.packets.sources import Measure, Supply, Tally, measure
from justice_desk.packets.strict_json import MAX_BYTES

IDENTITIES_FILE = "identidades.json"
ANNEX_FOLDER = "data/anexos/"
_ROOT = re.compile(r"[A-Z2-7]{4}")


@dataclass(frozen=True)
class SealedAnnex:
    """An annex that is encrypted already: its path inside the bag, whom it is for, and where its ciphertext lies."""

    path: str
    name: str
    recipients: tuple[Recipient, ...]
    content: Path
    measure: Measure


@dataclass(frozen=True)
class OpenedAnnex:
    """An annex while it is open: one mapping a person, and the names of the files that came with them."""

    identities: tuple[Mapping[str, Json], ...]
    files: tuple[str, ...]
    places: Mapping[str, tuple[BinaryIO, int, int]]

    def open(self, name: str) -> BinaryIO:
        """Return a file of the annex, to be read until the annex is closed."""
        return region(*self.places[name])


def seal_annex(plan: AnnexPlan, packet: PacketId, folder: Path, tally: Tally) -> SealedAnnex:
    """Encrypt an annex into `folder`; only ciphertext touches the disk.

    Raises:
        PlanRefused: an identity of another form, a file name that no system would take, an unreadable recipient.
        EnclosureUnreadable: a file cannot be read, or changed meanwhile.
        DiskFull, CannotWrite: the folder does not do.
    """
    name = new_annex_name()
    sources = _sources(plan, packet, name)
    measures = {path: measure(source, path, tally.add) for path, source in sources.items()}
    try:
        entries = laid_out([(path, found.size, found.crc) for path, found in measures.items()])
    except ValueError as fault:
        raise PlanRefused("annex", str(fault).partition(":")[0]) from fault
    target = folder / f"{name}.age"
    supply = Supply(archive_pieces(entries, sources.__getitem__))
    try:
        with target.open("xb") as file:
            keys = [recipient.key for recipient in plan.recipients]
            encrypt(supply.read, file.write, archive_size(entries), keys)
    except OSError as fault:
        raise translated(fault, target) from fault
    found = measure(target, target.name, tally.add)
    return SealedAnnex(f"{ANNEX_FOLDER}{name}.age", name, plan.recipients, target, found)


@contextlib.contextmanager
def opened_annex(sealed: BinaryIO, size: int, packet: PacketId, identity: str, tally: Tally) -> Iterator[OpenedAnnex]:
    """Open the annex of a packet whose seal was checked.

    Raises:
        PacketRefused: it is not for this identity, was changed, or is not built as an annex of this packet.
        IdentityUnreadable: `identity` is none.
    """
    with decrypted(sealed.read, size, identity, tally) as plain:
        entries = scan(plain.file, plain.size, _ROOT)
        for entry in entries:
            content_hash(plain.file, entry, lambda _: None)
        root = entries[0].name.partition("/")[0] + "/"
        places = {entry.name.removeprefix(root): (plain.file, entry.content, entry.size) for entry in entries}
        persons = _read_identities(places.pop(IDENTITIES_FILE, None), packet)
        yield OpenedAnnex(persons, tuple(places), places)


def _sources(plan: AnnexPlan, packet: PacketId, name: str) -> dict[str, Source]:
    value: dict[str, Json] = {
        "schema": "urn:justice-desk:identidades:1",
        "packet_id": packet,
        "persons": list(plan.identities),
    }
    files: dict[str, Source] = {f"{name}/{given}": source for given, source in plan.files.items()}
    if f"{name}/{IDENTITIES_FILE}" in files:
        raise PlanRefused("annex", "a file of the program's own name")
    return {**files, f"{name}/{IDENTITIES_FILE}": checked_json(value, IDENTITIES)}


def _read_identities(place: tuple[BinaryIO, int, int] | None, packet: PacketId) -> tuple[Mapping[str, Json], ...]:
    if place is None or place[2] > MAX_BYTES:
        raise PacketRefused(Step.LISTING, "annex without identities")
    with region(*place) as file:
        value: Any = read_checked(file.read(), IDENTITIES)
    if value["packet_id"] != packet:
        raise PacketRefused(Step.SCHEMA, "annex of another packet")
    return tuple(value["persons"])
