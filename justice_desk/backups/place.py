"""Where backups lie: a drive or a folder, and in it one folder for each desk.

    JD-copias/<desk>/20261124T082200Z-4f2a61d0/    manifest.json, header-a.json, header-b.json, store.db, card.json
    JD-copias/<desk>/adjuntos/                      the attachments, which all backups of a desk share

A backup is made, and removed, under a name that nobody takes for a backup (`….parcial`): whatever interrupts it leaves
only that, and it is swept when the next one is made.
"""

import contextlib
import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from justice_desk.backups.manifest import LARGEST, NAME, read, require_ours
from justice_desk.backups.rules import (
    BACKUP_ID,
    BackupDamaged,
    BackupPlaceRefused,
    Manifest,
    NoBackupHere,
    PlaceFault,
    to_remove,
)
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import PART, CannotRead, flush_folder, name_of
from justice_desk.vault.errors import StoreNewer, UnsafePlace
from justice_desk.vault.places import refuse_unsafe

ROOT = "JD-copias"
ATTACHMENTS = "adjuntos"
PARTIAL = ".parcial"


@dataclass(frozen=True)
class Found:
    """A backup that lies somewhere: its folder, and what its manifest says, believed or not."""

    folder: Path
    manifest: Manifest


class BackupPlace:
    """The folder of one desk's backups on a drive."""

    def __init__(self, target: Path, store: str) -> None:
        self.target = target
        self.folder = target / ROOT / store
        self.attachments = self.folder / ATTACHMENTS

    def begin(self) -> None:
        """Make the folder, and remove what was cut short before.

        Raises:
            OSError: the drive does not take it.
        """
        self.attachments.mkdir(mode=0o755, parents=True, exist_ok=True)
        for remains in (*self.folder.glob(f"*{PARTIAL}"), *self.attachments.glob(f"*{PART}")):
            _remove(remains)

    def backups(self, key: bytes) -> list[Found]:
        """Return the desk's own backups, newest first. What is not believable, or of a newer program, is left out."""
        return sorted(self._ours(key), key=lambda one: one.manifest.backup, reverse=True)

    def make_room(self, key: bytes) -> int:
        """Remove the backups that make room for newer ones, and the attachments that no backup needs; return how many.

        What is here and not the desk's own is never touched. That something cannot be removed stops nothing.
        """
        ours = self.backups(key)
        made: dict[str, datetime] = {one.manifest.backup: one.manifest.made_at for one in ours}
        gone = to_remove(made)
        for one in ours:
            if one.manifest.backup in gone:
                _remove_whole(one.folder)
        self._drop_attachments(key)
        return len(gone)

    def _ours(self, key: bytes) -> Iterator[Found]:
        for folder in _backup_folders(self.folder):
            with contextlib.suppress(DeskError):
                yield Found(folder, require_ours(read_manifest(folder), key))

    def _drop_attachments(self, key: bytes) -> None:
        there, ours = _backup_folders(self.folder), self.backups(key)
        if len(there) != len(ours):
            return  # somebody else's backups lie here, and may need them
        needed = {one.name for found in ours for one in found.manifest.attachments}
        with contextlib.suppress(OSError):
            for file in self.attachments.iterdir():
                if file.name not in needed:
                    file.unlink()


def require_place(target: Path, store_folder: Path, refuse: Callable[[Path], None] = refuse_unsafe) -> None:
    """Refuse a folder that is no place for backups of the store in `store_folder`.

    Raises:
        BackupPlaceRefused: it is not there, lies in the store's own folder, on a network, or is copied elsewhere.
    """
    if not target.is_dir():
        raise BackupPlaceRefused(target, PlaceFault.MISSING)
    if target.resolve().is_relative_to(store_folder.resolve()):
        raise BackupPlaceRefused(target, PlaceFault.OWN)
    try:
        refuse(target)
    except UnsafePlace as fault:
        raise BackupPlaceRefused(target, PlaceFault(fault.kind)) from fault


def backups_in(folder: Path) -> list[Found]:
    """Return the backups of any desk that lie in a folder, newest first: in a drive, in its `JD-copias`, or deeper.

    Raises:
        NoBackupHere: there is none.
        StoreNewer: there are, and a newer program made all of them.
        CannotRead: the folder cannot be looked into.
    """
    found, newer = list[Found](), list[StoreNewer]()
    for place in _candidates(folder):
        try:
            found.append(Found(place, read(read_manifest(place))))
        except StoreNewer as fault:
            newer.append(fault)
        except (BackupDamaged, CannotRead):
            continue
    if not found:
        raise newer[0] if newer else NoBackupHere(folder)
    return sorted(found, key=lambda one: one.manifest.made_at, reverse=True)


def read_manifest(folder: Path) -> bytes:
    """Return the bytes of a backup's manifest.

    Raises:
        BackupDamaged: it is not there, or is no file that a manifest could be.
        CannotRead: the drive does not answer.
    """
    try:
        with (folder / NAME).open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError as fault:
        raise BackupDamaged(NAME) from fault
    except OSError as fault:
        raise CannotRead(folder / NAME, name_of(fault)) from fault
    return raw


def attachments_beside(backup: Path) -> Path:
    """Return where the attachments of a backup lie."""
    return backup.parent / ATTACHMENTS


def _candidates(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise CannotRead(folder, "ENOENT")
    if BACKUP_ID.fullmatch(folder.name):
        return [folder]
    root = folder / ROOT if (folder / ROOT).is_dir() else folder
    desks = [root, *_folders(root)]
    return [backup for desk in desks for backup in _backup_folders(desk)]


def _backup_folders(folder: Path) -> list[Path]:
    return [place for place in _folders(folder) if BACKUP_ID.fullmatch(place.name)]


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(place for place in folder.iterdir() if place.is_dir() and not place.is_symlink())
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise CannotRead(folder, name_of(fault)) from fault


def _remove_whole(backup: Path) -> None:
    """Remove a backup so that what an interruption leaves is not taken for one."""
    with contextlib.suppress(OSError):
        partial = backup.with_name(backup.name + PARTIAL)
        backup.replace(partial)
        flush_folder(backup.parent)
        _remove(partial)


def _remove(remains: Path) -> None:
    with contextlib.suppress(OSError):
        if remains.is_dir() and not remains.is_symlink():
            shutil.rmtree(remains)
        else:
            remains.unlink()


def sums_of(found: Collection[Found]) -> dict[str, tuple[int, str]]:
    """Return the attachments that believed backups hold already: name → size and SHA-256."""
    return {one.name: (one.size, one.sha256) for each in found for one in each.manifest.attachments}
