"""Where a store may lie, and that only one program at a time holds it open."""

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from justice_desk.foundations.files import translated
from justice_desk.vault.errors import StoreInUse, UnsafePlace

NETWORK_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs", "fuse.rclone"})
SYNCHRONISED = frozenset(
    {"dropbox", "onedrive", "google drive", "googledrive", "nextcloud", "owncloud", "icloud drive"}
)
LOCK = "store.lock"


def refuse_unsafe(folder: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Refuse a folder that a network serves or a program copies elsewhere while the store is open.

    Raises:
        UnsafePlace: says which of the two.
    """
    parts = [part.casefold() for part in folder.resolve().parts]
    if any(part == name or part.startswith(f"{name} -") for part in parts for name in SYNCHRONISED):
        raise UnsafePlace(folder, "synchronised")
    if file_system(folder.resolve(), mounts) in NETWORK_SYSTEMS:
        raise UnsafePlace(folder, "network")


def file_system(folder: Path, mounts: Path) -> str:
    """Return the kind of file system that holds `folder`, empty where the system does not tell (not on Linux)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        fields = line.split()
        point = fields[1].replace("\\040", " ") if len(fields) > 2 else ""  # noqa: PLR2004 - device, point, kind
        if point and len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, fields[2]
    return kind


class StoreLock:
    """Held while a program has the store open; the system frees it if the program dies."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            StoreInUse: another program holds it.
        """
        try:
            self._file: BinaryIO = (folder / LOCK).open("ab")
        except OSError as fault:
            raise translated(fault, folder / LOCK) from fault
        try:
            _take(self._file)
        except OSError as fault:
            self._file.close()
            raise StoreInUse(folder) from fault

    def release(self) -> None:
        """Let the next program in."""
        with contextlib.suppress(OSError):
            self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.set_inheritable(file.fileno(), False)
