"""Where a store may lie, and that only one program at a time holds it open."""

import contextlib
import itertools
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from justice_desk.foundations.files import CannotWrite, DiskFull, flush_folder, translated
from justice_desk.vault.errors import StoreInUse, UnsafePlace

NETWORK_SYSTEMS = frozenset(
    {
        "9p",
        "afs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.google-drive-ocamlfuse",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
    }
)
SYNCHRONISED = frozenset(
    {
        "box sync",
        "cloudstorage",  # macOS: ~/Library/CloudStorage
        "dropbox",
        "google drive",
        "googledrive",
        "icloud drive",
        "iclouddrive",
        "mega",
        "megasync",
        "mobile documents",  # macOS: iCloud, under ~/Library
        "my drive",
        "mi unidad",
        "nextcloud",
        "onedrive",
        "owncloud",
        "pclouddrive",
        "syncthing",
    }
)
MARKS = (".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log", ".stfolder", ".tmp.driveupload")
"""What synchronising programs leave at the top of a folder that they copy elsewhere."""
LOCK = "store.lock"
DATABASE = "store.db"
ATTACHMENTS = "attachments"
"""The folder beside the database in which sealed files lie, under random names."""
ASIDE = "-anterior-"
"""What stands between a store's name and the moment when it made room for a restored one."""
ASIDE_STAMP = "%Y%m%dT%H%M%SZ"
SCRATCH, READY = ".restoring", ".restored"
"""How the names end of a store that is being brought back beside its place, and of one that may take it."""
WITNESS = "witness.json"
"""Where the journal notes beside the database how long it is."""


def refuse_unsafe(folder: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Refuse a folder that a network serves or a program copies elsewhere while the store is open.

    Raises:
        UnsafePlace: says which of the two.
    """
    place = folder.resolve()
    if any(synchronised_name(part) for part in place.parts) or any(
        _exists(above / mark) for above in (place, *place.parents) for mark in MARKS
    ):
        raise UnsafePlace(folder, "synchronised")
    if place.drive.startswith("\\\\") or file_system(place, mounts) in NETWORK_SYSTEMS or _on_remote_drive(place):
        raise UnsafePlace(folder, "network")


def synchronised_name(part: str) -> bool:
    """Say whether a folder of this name belongs to a synchronising program: "OneDrive - Example", "Dropbox (Work)"."""
    return re.split(r" (?:-|\()", part.casefold(), maxsplit=1)[0] in SYNCHRONISED


def file_system(folder: Path, mounts: Path) -> str:
    """Return the kind of file system that holds `folder`, empty where the system does not tell (not on Linux)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        fields = line.split()
        point = _unescaped(fields[1]) if len(fields) > 2 else ""  # noqa: PLR2004 - device, point, kind
        if point and len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, fields[2]
    return kind


class StoreLock:
    """Held while a program has the store open; the system frees it if the program dies."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            StoreInUse: another program holds it.
            CannotWrite: the folder takes no files, or its file system knows no locks.
        """
        try:
            self._file: BinaryIO = (folder / LOCK).open("ab")
        except OSError as fault:
            raise translated(fault, folder / LOCK) from fault
        try:
            _take(self._file)
        except OSError as fault:
            self._file.close()
            if isinstance(fault, BlockingIOError | PermissionError):
                raise StoreInUse(folder) from fault
            raise translated(fault, folder / LOCK) from fault

    def release(self) -> None:
        """Let the next program in."""
        with contextlib.suppress(OSError):
            self._file.close()


def lock_where_possible(folder: Path) -> StoreLock | None:
    """Take the lock of a store that is only looked at; a folder that takes no files has none, and needs none.

    Raises:
        StoreInUse: another program holds it.
    """
    try:
        return StoreLock(folder)
    except (CannotWrite, DiskFull):
        return None


def put_aside(folder: Path, now: datetime) -> Path:
    """Give a store that must make room another name beside its own, and return it. Nothing in it is changed.

    Raises:
        StoreInUse: another program holds it open.
        CannotWrite: it cannot be renamed.
    """
    StoreLock(folder).release()
    stem = f"{folder.name}{ASIDE}{now.strftime(ASIDE_STAMP)}"
    names = itertools.chain((stem,), (f"{stem}-{number}" for number in itertools.count(2)))
    aside = next(place for name in names if not (place := folder.with_name(name)).exists())
    try:
        folder.replace(aside)
        flush_folder(folder.parent)
    except OSError as fault:
        raise translated(fault, folder) from fault
    return aside


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _unescaped(point: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)


if sys.platform == "win32":
    import ctypes
    import msvcrt

    DRIVE_REMOTE = 4

    def _take(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _on_remote_drive(folder: Path) -> bool:
        return ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == DRIVE_REMOTE
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _on_remote_drive(folder: Path) -> bool:  # noqa: ARG001 - drives have letters on Windows only
        return False
