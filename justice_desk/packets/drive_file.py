"""A file being written to a slow drive: counted, hashed, and flushed in stretches that the drive can take.

The system takes gigabytes into memory in a second and then writes to a cheap stick for minutes, deaf to any wish to
stop. So what is not on the drive yet is kept to about a tenth of a second of its work. Flushing and hashing go on
beside the encryption, on the second core that even an old laptop has.
"""

import contextlib
import hashlib
import os
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

HASHED_AT_ONCE = 4 << 20
LEAST_STRETCH = 1 << 20
MOST_STRETCH = 64 << 20
_QUICK = 0.05
_SLOW = 0.1
_flush = getattr(os, "fdatasync", os.fsync)


class DriveFile:
    """A new file on a drive, opened for writing once; a context manager that flushes it at the end.

    A failure to flush is raised, as the system says it, by a later call or at the end: it is not lost.
    """

    def __init__(self, path: Path) -> None:
        self.size = 0
        self._digest = hashlib.sha256()
        self._stretch = LEAST_STRETCH
        self._unflushed = 0
        self._unhashed: list[bytes] = []
        self._waiting = 0
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._descriptor = os.open(path, flags, 0o644)
        self._beside = ThreadPoolExecutor(max_workers=2, thread_name_prefix="drive")
        self._flushing: Future[None] = _done()
        self._hashing: Future[None] = _done()

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was written, in hexadecimal, once the file is closed."""
        return self._digest.hexdigest()

    def write(self, content: bytes) -> None:
        """Write all of `content`.

        Raises:
            OSError: it could not be written, or what was written before could not be flushed.
        """
        with memoryview(content) as left:
            done = 0
            while done < len(left):
                done += os.write(self._descriptor, left[done:])
        self.size += len(content)
        self._unhashed.append(content)
        self._waiting += len(content)
        if self._waiting >= HASHED_AT_ONCE:
            self._hash()
        self._unflushed += len(content)
        if self._unflushed >= self._stretch:
            self._flushing.result()
            self._flushing = self._beside.submit(self._flush)
            self._unflushed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        try:
            if kind is None:
                self._hash()
                self._hashing.result()
                self._flushing.result()
                os.fsync(self._descriptor)
        finally:
            self._beside.shutdown(wait=True)
            with contextlib.suppress(OSError) if kind is not None else contextlib.nullcontext():
                os.close(self._descriptor)

    def _hash(self) -> None:
        self._hashing.result()
        self._hashing = self._beside.submit(self._digest.update, b"".join(self._unhashed))
        self._unhashed, self._waiting = [], 0

    def _flush(self) -> None:
        started = time.monotonic()
        _flush(self._descriptor)
        self._stretch = next_stretch(self._stretch, time.monotonic() - started)


def _done() -> Future[None]:
    """Return work that has nothing to do."""
    done: Future[None] = Future()
    done.set_result(None)
    return done


def next_stretch(stretch: int, seconds: float) -> int:
    """Return how many bytes to write before the next flush, when flushing `stretch` bytes took so many seconds."""
    if seconds < _QUICK:
        return min(stretch * 2, MOST_STRETCH)
    if seconds > _SLOW:
        return max(stretch // 2, LEAST_STRETCH)
    return stretch
