"""Files that are whole or absent: written beside their place, flushed to the disk, then moved into it."""

import contextlib
import errno
import os
from dataclasses import dataclass
from pathlib import Path

from justice_desk.foundations.errors import DeskError

PART = ".part"
"""How the name of an unfinished file ends."""
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
UNKNOWN_QUESTION = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})


@dataclass(eq=False)
class DiskFull(DeskError):
    """There was no room left to write; nothing was changed."""

    folder: Path


@dataclass(eq=False)
class CannotWrite(DeskError):
    """The place does not let us write; nothing was changed."""

    path: Path
    reason: str


@dataclass(eq=False)
class CannotRead(DeskError):
    """The file is there and this account of the computer may not read it, or the drive does not answer."""

    path: Path
    reason: str


def write_whole(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Put `content` at `path` so that a power cut leaves the old file or the new one, never a part.

    Raises:
        DiskFull: no room.
        CannotWrite: the folder is missing, read-only or not ours.
    """
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}{PART}")
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
    """Make the names in `folder` survive a power cut, where the system can be asked to.

    Windows cannot, and some file systems of USB drives do not know the question: there the names are as safe as the
    system makes them by itself.
    """
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in UNKNOWN_QUESTION:
            raise
    finally:
        os.close(descriptor)


def translated(fault: OSError, path: Path) -> DeskError:
    """Return the fact behind a fault of the file system."""
    if fault.errno in NO_ROOM:
        return DiskFull(path.parent)
    return CannotWrite(path, name_of(fault))


def name_of(fault: OSError) -> str:
    """Return the system's short name of a fault, such as EACCES."""
    return errno.errorcode.get(fault.errno or 0, "?")
