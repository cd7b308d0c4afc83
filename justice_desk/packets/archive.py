"""The canonical archive: a ZIP that can be written in one way only, and is read in no other.

Every entry is STORED, in the order of the names' bytes, one behind the other without a gap; no entry for folders, no
extra field, no comment, no flag; one date (1 January 1980), one mode (a plain file, 0644); ASCII names under one root.
So two programs cannot read two things in it, and any Explorer opens it.

Layout: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. A packet is at most 3,900 MiB, so ZIP64 has no place.
"""

import hashlib
import itertools
import re
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from justice_desk.packets.rules import EnclosureUnreadable, PacketRefused, Source, Step
from justice_desk.packets.sources import CHUNK, pieces

MAX_ENTRIES = 5_000
MIN_DEPTH = 2
MAX_DEPTH = 6
MAX_NAME = 120
MAX_SIZE = 0xFFFF_FFFE
_SEGMENT = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\..*)?", re.IGNORECASE)
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION = 20
_MADE_ON_UNIX = 3 << 8 | _VERSION
_FIRST_DAY = 1 << 5 | 1
_PLAIN_FILE = 0o100644 << 16


@dataclass(frozen=True)
class Entry:
    """One file of an archive: its name, bytes, CRC-32, and where its header starts."""

    name: str
    size: int
    crc: int
    start: int

    @property
    def content(self) -> int:
        """Where the file's own bytes start."""
        return self.start + _LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        """Where the next header starts."""
        return self.content + self.size


def laid_out(files: Sequence[tuple[str, int, int]]) -> tuple[Entry, ...]:
    """Return the entries of (name, bytes, CRC-32), each in its place. Names are those that `name_fault` finds good.

    Raises:
        ValueError: a name that no reader of this format would take, or too many: the caller chose badly.
    """
    entries: list[Entry] = []
    for name, size, crc in sorted(files):
        if (fault := name_fault(name)) is not None:
            raise ValueError(f"{fault}: {name}")
        entries.append(Entry(name, size, crc, entries[-1].end if entries else 0))
    if (fault := order_fault(entries)) is not None:
        raise ValueError(fault)
    return tuple(entries)


def archive_size(entries: Sequence[Entry]) -> int:
    """Return how many bytes the archive of these entries has."""
    return entries[-1].end + sum(_CENTRAL.size + len(entry.name) for entry in entries) + _END.size


def archive_pieces(entries: Sequence[Entry], source_of: Callable[[str], Source]) -> Iterator[bytes]:
    """Return the archive, piece by piece.

    Raises:
        EnclosureUnreadable: a file cannot be read, or is not what was measured.
    """
    for entry in entries:
        yield _local_header(entry)
        yield from _unchanged(entry, source_of(entry.name))
    yield b"".join(_central_record(entry) for entry in entries)
    yield _end_record(entries)


def scan(file: BinaryIO, size: int, root: re.Pattern[str]) -> tuple[Entry, ...]:
    """Return the entries of a canonical archive of `size` bytes whose one root matches `root`; read no content.

    Raises:
        PacketRefused: it is not a canonical archive.
    """
    entries = _listed(file, size)
    fault = next((fault for entry in entries if (fault := name_fault(entry.name))), None) or order_fault(entries)
    if fault is not None:
        raise _refused(fault)
    if not root.fullmatch(entries[0].name.partition("/")[0]):
        raise _refused("root of another name")
    end = 0
    for entry in entries:
        if entry.start != end:
            raise _refused("gap or overlap")
        file.seek(entry.start)
        header = _local_header(entry)
        if file.read(len(header)) != header:
            raise _refused("header is not canonical")
        end = entry.end
    return entries


def content_hash(file: BinaryIO, entry: Entry, told: Callable[[int], None]) -> str:
    """Return the SHA-256 of one file of a scanned archive, in hexadecimal; `told` hears of each piece.

    Raises:
        PacketRefused: its checksum is not the one that the archive states.
    """
    digest, crc, left = hashlib.sha256(), 0, entry.size
    file.seek(entry.content)
    while left and (piece := file.read(min(left, CHUNK))):
        digest.update(piece)
        crc = zlib.crc32(piece, crc)
        left -= len(piece)
        told(len(piece))
    if left or crc != entry.crc:
        raise _refused("checksum")
    return digest.hexdigest()


def name_fault(name: str) -> str | None:
    """Return what is wrong with an entry's name, None if it is safe on every system."""
    segments = name.split("/")
    if len(name) > MAX_NAME:
        return "name too long"
    if not MIN_DEPTH <= len(segments) <= MAX_DEPTH:
        return "wrong depth"
    if not all(_SEGMENT.fullmatch(segment) for segment in segments):
        return "unsafe name"
    if any(_RESERVED.fullmatch(segment) for segment in segments):
        return "reserved name"
    return None


def order_fault(entries: Sequence[Entry]) -> str | None:
    """Return what is wrong with the names taken together: order, twins, several roots, or their number."""
    names = [entry.name for entry in entries]
    if not 1 <= len(names) <= MAX_ENTRIES:
        return "number of entries"
    if any(one >= other for one, other in itertools.pairwise(names)):
        return "not sorted, or twice"
    if len({name.partition("/")[0] for name in names}) != 1:
        return "several roots"
    folded = {name.lower() for name in names}
    if len(folded) != len(names):
        return "names that differ in case only"
    if any(parent in folded for name in folded for parent in _parents(name)):
        return "a file where a folder is"
    return None


def _parents(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _listed(file: BinaryIO, size: int) -> tuple[Entry, ...]:
    """Return what the central directory lists; it must be the bytes that these entries have in a canonical archive."""
    file.seek(max(0, size - _END.size))
    tail = file.read(_END.size)
    if len(tail) != _END.size:
        raise _refused("too short")
    _, _, _, _, count, length, start, _ = _END.unpack(tail)
    if count > MAX_ENTRIES or length > MAX_ENTRIES * (_CENTRAL.size + MAX_NAME) or start + length + _END.size != size:
        raise _refused("end record")
    file.seek(start)
    directory = file.read(length)
    entries: list[Entry] = []
    at = 0
    while at + _CENTRAL.size <= len(directory):
        record = _CENTRAL.unpack_from(directory, at)
        name = directory[at + _CENTRAL.size : at + _CENTRAL.size + record[10]]
        entry = Entry(name.decode("ascii", "replace"), record[9], record[7], record[16])
        if record[8] != record[9] or entry.end > MAX_SIZE or not name.isascii():
            raise _refused("entry is not canonical")
        entries.append(entry)
        at += _CENTRAL.size + len(name)
    if not entries or b"".join(map(_central_record, entries)) != directory or _end_record(entries) != tail:
        raise _refused("directory is not canonical")
    return tuple(entries)


def _unchanged(entry: Entry, source: Source) -> Iterator[bytes]:
    crc, left = 0, entry.size
    for piece in pieces(source, entry.name):
        crc = zlib.crc32(piece, crc)
        left -= len(piece)
        if left < 0:
            raise EnclosureUnreadable(entry.name)
        yield piece
    if left or crc != entry.crc:
        raise EnclosureUnreadable(entry.name)


def _local_header(entry: Entry) -> bytes:
    name = entry.name.encode("ascii")
    fixed = (b"PK\3\4", _VERSION, 0, 0, 0, _FIRST_DAY, entry.crc, entry.size, entry.size, len(name), 0)
    return _LOCAL.pack(*fixed) + name


def _central_record(entry: Entry) -> bytes:
    name = entry.name.encode("ascii")
    fixed = (b"PK\1\2", _MADE_ON_UNIX, _VERSION, 0, 0, 0, _FIRST_DAY, entry.crc, entry.size, entry.size, len(name))
    return _CENTRAL.pack(*fixed, 0, 0, 0, 0, _PLAIN_FILE, entry.start) + name


def _end_record(entries: Sequence[Entry]) -> bytes:
    length = sum(_CENTRAL.size + len(entry.name) for entry in entries)
    return _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), length, entries[-1].end, 0)


def _refused(reason: str) -> PacketRefused:
    return PacketRefused(Step.ARCHIVE, reason)
