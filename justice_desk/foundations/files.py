"""Files that are whole or absent: written beside their place, flushed to the disk, then moved into it."""

import contextlib
import errno
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from justice_desk.foundations.errors import DeskError


@dataclass(eq=False)
class DiskFull(DeskError):
    """There was no room left to write; nothing was changed."""

    folder: Path


@dataclass(eq=False)
class CannotWrite(DeskError):
    """The place does not let us write; nothing was changed."""

    path: Path
    reason: str


def write_whole(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Put `content` at `path` so that a power cut leaves the old file or the new one, never a part.

    Raises:
        DiskFull: no room.
        CannotWrite: the folder is missing, read-only or not ours.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        flush_folder(path.parent)
    except OSError as fault:
        with contextlib.suppress(OSError):
            part.unlink()
        raise translated(fault, path) from fault


def flush_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut, where the system can be asked to (not on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def translated(fault: OSError, path: Path) -> DeskError:
    """Return the fact behind a fault of the file system."""
    if fault.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(path.parent)
    return CannotWrite(path, errno.errorcode.get(fault.errno or 0, "?"))
