"""Reading the files that go into a packet: in pieces, twice, and the same both times.

A canonical archive says a file's size and checksum before the file itself, so every file is measured first and written
afterwards. What changed in between is found and stops the sealing.
"""

import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from justice_desk.foundations.progress import Progress
from justice_desk.packets.rules import EnclosureUnreadable, Part, Source

CHUNK = 1 << 20
"""Bytes of one piece: memory stays flat for any size."""


@dataclass(frozen=True)
class Measure:
    """What a file was when it was measured: bytes, SHA-256 in hexadecimal, CRC-32."""

    size: int
    sha256: str
    crc: int


class Tally:
    """Adds up the bytes of one part of long work and reports them; the report may stop the work."""

    def __init__(self, progress: Progress, part: Part, total: int) -> None:
        self._progress = progress
        self._part = part
        self._total = total
        self._done = 0
        self.add(0)

    def add(self, count: int) -> None:
        """Report `count` more bytes. A file that grew meanwhile does not push the bar beyond its end.

        Raises:
            Cancelled: the work should stop.
        """
        self._done = min(self._done + count, self._total)
        self._progress.step(self._done, self._total, self._part)


class Supply:
    """Gives the pieces of an iterator out in the sizes that a reader asks for."""

    def __init__(self, pieces_to_give: Iterator[bytes]) -> None:
        self._pieces = pieces_to_give
        self._piece = b""
        self._at = 0

    def read(self, size: int) -> bytes:
        """Return at most `size` bytes, none once all is given."""
        while self._at == len(self._piece):
            following = next(self._pieces, None)
            if following is None:
                return b""
            self._piece, self._at = following, 0
        part = self._piece[self._at : self._at + size]
        self._at += len(part)
        return part


def pieces(source: Source, name: str) -> Iterator[bytes]:
    """Return the bytes of a file, piece by piece; `name` is what an error calls it.

    Raises:
        EnclosureUnreadable: it is missing, not ours to read, or fails on the way.
    """
    try:
        with _opened(source) as file:
            while piece := file.read(CHUNK):
                yield piece
    except OSError as fault:
        raise EnclosureUnreadable(name) from fault


def measure(source: Source, name: str, told: Callable[[int], None]) -> Measure:
    """Return size and hashes of a file; `told` hears how many bytes were read with each piece.

    Raises:
        EnclosureUnreadable: as in `pieces`.
    """
    digest, crc, size = hashlib.sha256(), 0, 0
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="measure") as beside:
        hashed = beside.submit(digest.update, b"")
        for piece in pieces(source, name):
            hashed.result()
            hashed = beside.submit(digest.update, piece)
            crc = zlib.crc32(piece, crc)
            size += len(piece)
            told(len(piece))
    return Measure(size, digest.hexdigest(), crc)


def measure_bytes(content: bytes) -> Measure:
    """Return size and hashes of what is in memory already."""
    return Measure(len(content), hashlib.sha256(content).hexdigest(), zlib.crc32(content))


def rough_size(source: Source, name: str) -> int:
    """Return a file's size for a progress bar, 0 if only reading it could tell.

    Raises:
        EnclosureUnreadable: it is missing or not ours to look at.
    """
    if isinstance(source, bytes):
        return len(source)
    if not isinstance(source, Path):
        return 0
    try:
        return source.stat().st_size
    except OSError as fault:
        raise EnclosureUnreadable(name) from fault


def _opened(source: Source) -> BinaryIO:
    if isinstance(source, bytes):
        return io.BytesIO(source)
    if isinstance(source, Path):
        return source.open("rb", buffering=0)
    return source()
