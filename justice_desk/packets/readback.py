"""Reading what was written from the drive itself: an ordinary second reading comes from memory, and lies.

Linux reads past the cache (O_DIRECT); where a file system does not offer that, what is cached is dropped first
(posix_fadvise), which works once it was flushed. A system that offers neither is told apart, so that nobody claims more
than was done: there the drive must be taken out, put back and checked again.
"""

import errno
import hashlib
import io
import mmap
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from justice_desk.packets.rules import ReadBack

PIECE = 512 << 10
"""Bytes of one piece: a multiple of every sector size, and read in 100 ms from a drive of 5 MB a second."""


@dataclass(frozen=True)
class Found:
    """What lies on the drive: SHA-256 in hexadecimal, bytes, and how it was read."""

    sha256: str
    size: int
    how: ReadBack


def read_back(path: Path, told: Callable[[int], None]) -> Found:
    """Read a flushed file from its drive; `told` hears how many bytes came with each piece.

    Raises:
        OSError: the drive does not answer.
    """
    if direct := getattr(os, "O_DIRECT", 0):
        try:
            return _read(os.open(path, os.O_RDONLY | direct), ReadBack.DIRECT, told)
        except OSError as fault:
            if fault.errno != errno.EINVAL:
                raise
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    return _read(descriptor, _dropped(descriptor), told)


def _dropped(descriptor: int) -> ReadBack:
    if not hasattr(os, "posix_fadvise"):
        return ReadBack.CACHED
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    return ReadBack.DROPPED


def _read(descriptor: int, how: ReadBack, told: Callable[[int], None]) -> Found:
    digest, size, turn = hashlib.sha256(), 0, 0
    with (
        io.FileIO(descriptor) as file,
        mmap.mmap(-1, PIECE) as even,
        mmap.mmap(-1, PIECE) as odd,
        ThreadPoolExecutor(max_workers=1, thread_name_prefix="readback") as beside,
    ):
        buffers = (even, odd)
        count = file.readinto(even)
        while count:
            # Past the cache only whole sectors can be asked for: a short piece is the last one.
            following = beside.submit(file.readinto, buffers[1 - turn]) if count == PIECE else None
            with memoryview(buffers[turn]) as whole, whole[:count] as piece:
                digest.update(piece)
            size += count
            told(count)
            count, turn = 0 if following is None else following.result(), 1 - turn
    return Found(digest.hexdigest(), size, how)
