"""Where plaintext may lie while a packet is open: in a file without a name, in a folder that only its owner can enter.

On Linux the file never has a name (O_TMPFILE), so not even a power cut leaves it behind; on Windows it is deleted when
it is closed. Nothing read from it may be shown before the seal was checked.
"""

import contextlib
import hashlib
import io
import itertools
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from justice_desk.foundations.files import translated
from justice_desk.packets.agefile import MAX_HEADER, content_size, decrypt, parsed_header
from justice_desk.packets.rules import MAX_PACKET, PacketRefused, Step
from justice_desk.packets.sources import CHUNK, Supply, Tally

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SMALLEST = 16


@dataclass(frozen=True)
class Plain:
    """The decrypted content of an age file: where, how many bytes, and the SHA-256 of the age file itself."""

    file: BinaryIO
    size: int
    sealed_sha256: str


class Region(io.RawIOBase):
    """A part of a file, read as if it were a file of its own."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        super().__init__()
        self._file = file
        self._start = start
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer` as far as the part reaches; return how far."""
        view = memoryview(buffer).cast("B")
        self._file.seek(self._start + self._at)
        piece = self._file.read(min(len(view), self._size - self._at))
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def region(file: BinaryIO, start: int, size: int) -> BinaryIO:
    """Return a part of a file as a file that is read from its start."""
    return io.BufferedReader(Region(file, start, size))


def check_size(size: int) -> None:
    """Check that a file may be a packet before a byte of it is read.

    Raises:
        PacketRefused: too small or too large.
    """
    if not SMALLEST <= size <= MAX_PACKET:
        raise PacketRefused(Step.SIZE, "too small or too large")


@contextlib.contextmanager
def decrypted(
    read: Callable[[int], bytes], size: int, identity: str, tally: Tally, workspace: Path | None = None
) -> Iterator[Plain]:
    """Decrypt an age file of `size` bytes, judged before it is trusted with memory or time; gone when the block ends.

    Raises:
        PacketRefused: its size or its header does not do, it is not for this identity, or it was changed.
        IdentityUnreadable: `identity` is none.
        DiskFull, CannotWrite: the workspace (the system's own if None) does not do.
    """
    start = read(MAX_HEADER)
    content = content_size(parsed_header(start).length, size)
    digest = hashlib.sha256()

    def watched() -> Iterator[bytes]:
        for piece in itertools.chain((start,), iter(lambda: read(CHUNK), b"")):
            digest.update(piece)
            tally.add(len(piece))
            yield piece

    with contextlib.ExitStack() as stack:
        try:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="jd-", dir=workspace))
            plain = stack.enter_context(tempfile.TemporaryFile(dir=folder))
            decrypt(Supply(watched()).read, plain.write, identity)
            plain.flush()
        except OSError as fault:
            raise translated(fault, Path(workspace or tempfile.gettempdir())) from fault
        yield Plain(plain, content, digest.hexdigest())
