"""Bringing a backup back into a folder, and comparing what came with what was backed up."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from justice_desk.accounts.checking import verifying_keys
from justice_desk.backups.place import Found, attachments_beside
from justice_desk.backups.reading import contents_of
from justice_desk.backups.rules import BackupDamaged, Contents, Flaw, Manifest, Sum
from justice_desk.foundations.files import CannotRead, flush_folder, name_of, translated
from justice_desk.foundations.progress import Progress
from justice_desk.journal.chain import verify
from justice_desk.packets.drive_file import DriveFile
from justice_desk.packets.rules import DriveGone
from justice_desk.vault.engine import looking
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.header import genuine_header, read_copies
from justice_desk.vault.pages import check_pages
from justice_desk.vault.places import ATTACHMENTS, DATABASE

PIECE = 1 << 20
BRINGING = "bring"


def clear(scratch: Path) -> None:
    """Remove a folder that was made for bringing something back; it holds nothing that is not elsewhere.

    Raises:
        CannotWrite: it cannot be removed.
    """
    try:
        if scratch.exists():
            shutil.rmtree(scratch)
    except OSError as fault:
        raise translated(fault, scratch) from fault


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner reads, if it is not there.

    Raises:
        DiskFull, CannotWrite: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise translated(fault, folder) from fault


def bring_back(found: Found, manifest: Manifest, scratch: Path, progress: Progress) -> None:
    """Copy every file of a backup into `scratch`, a folder that is there and empty, compared as it is read.

    Raises:
        BackupDamaged: a file is missing or is another; says which.
        DriveGone: the drive with the backup does not answer.
        DiskFull, CannotWrite: there is no room for it here.
        Cancelled: the progress asked to stop.
    """
    total, done = manifest.bytes, 0
    for folder, into, sums in (
        (found.folder, scratch, manifest.files),
        (attachments_beside(found.folder), scratch / ATTACHMENTS, manifest.attachments),
    ):
        if sums:
            make_folder(into)
        for one in sums:
            _bring(folder / one.name, into / one.name, one, _Within(progress, done, total))
            done += one.size
        if sums:
            flush_folder(into)
    progress.step(1, 1, BRINGING)


def flaw_of(scratch: Path, database_key: bytes, header_key: bytes, contents: Contents, store: str) -> Flaw | None:
    """Return what is wrong with a store that was brought back and not yet opened, None if it is what was backed up.

    Raises:
        CannotRead, CannotWrite: the place.
    """
    try:
        header = genuine_header(read_copies(scratch), header_key)
    except StoreDamaged:
        return Flaw.KEYS
    if check_pages(scratch / DATABASE, database_key, still=True):
        return Flaw.PAGES
    with looking(scratch / DATABASE, database_key) as session:
        if contents_of(session, store) != contents:
            return Flaw.CONTENTS
        return None if verify(session, verifying_keys(session, header)).fault is None else Flaw.JOURNAL


def _bring(source: Path, target: Path, expected: Sum, progress: "_Within") -> None:
    digest = hashlib.sha256()
    try:
        reading = source.open("rb")
    except FileNotFoundError as fault:
        raise _missing(source) from fault
    except OSError as fault:
        raise CannotRead(source, name_of(fault)) from fault
    with reading:
        try:
            with DriveFile(target) as writing:
                while piece := _piece(reading.read, source):
                    digest.update(piece)
                    writing.write(piece)
                    progress.told(writing.size)
        except OSError as fault:
            raise translated(fault, target) from fault
    if (digest.hexdigest(), writing.size) != (expected.sha256, expected.size):
        raise BackupDamaged(expected.name)


class _Within:
    """How far one file of many is, told as a part of the whole."""

    def __init__(self, progress: Progress, before: int, total: int) -> None:
        self._progress, self._before, self._total = progress, before, total

    def told(self, done: int) -> None:
        """Tell it; a file that is longer than it should be never makes the whole look finished."""
        self._progress.step(min(self._before + done, self._total), self._total + 1, BRINGING)


def _piece(read: Callable[[int], bytes], source: Path) -> bytes:
    try:
        return read(PIECE)
    except OSError as fault:
        raise DriveGone(source.parent) from fault


def _missing(source: Path) -> BackupDamaged | DriveGone:
    # The folder of the backup is gone too: it was not the file that went.
    return BackupDamaged(source.name) if source.parent.is_dir() else DriveGone(source.parent)
