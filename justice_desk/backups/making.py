"""Making a backup: the database, the header, the card of the lock page, and the attachments that are not there yet.

Everything is written under a name that is no backup's, flushed, read back past the cache and compared; the database is
opened again and checked page by page, and its journal from the first act to the last. Only then it gets its name. The
backups that were there before are not touched by whatever goes wrong.
"""

import contextlib
import hashlib
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from justice_desk.accounts.checking import verifying_keys
from justice_desk.backups import manifest as manifests
from justice_desk.backups.place import PARTIAL, BackupPlace, require_place, sums_of
from justice_desk.backups.reading import contents_of
from justice_desk.backups.rules import STAMP, Contents, Manifest, Sum
from justice_desk.communities.card import CARD
from justice_desk.foundations.files import PART, CannotRead, CannotWrite, DiskFull, flush_folder, write_whole
from justice_desk.foundations.progress import Progress
from justice_desk.journal.chain import verify
from justice_desk.packets.drive import drive_fault
from justice_desk.packets.drive_file import DriveFile
from justice_desk.packets.readback import read_back
from justice_desk.packets.rules import DriveFull, DriveGone, ReadBackDiffers
from justice_desk.vault.engine import looking
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.header import COPIES, write_header
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.pages import copy_store
from justice_desk.vault.places import ATTACHMENTS, DATABASE

PIECE = 1 << 20
RESERVE = 8 << 20
"""Bytes that a drive must have beyond the files: for folders, headers and the manifest."""
COPYING, ATTACHING, READING_BACK = "copy", "attachments", "check"
"""The parts of the work, as its progress is told."""


@dataclass(frozen=True)
class Made:
    """A backup that was made: where it lies, what belongs to it, what it holds; whether its journal holds too."""

    folder: Path
    manifest: Manifest
    contents: Contents
    journal_holds: bool


def make_backup(vault: OpenVault, target: Path, progress: Progress) -> Made:
    """Make a backup of the open store in `target`, then let the oldest ones make room.

    Raises:
        BackupPlaceRefused: the folder is no place for backups.
        DriveFull, DriveGone, CannotWrite, ReadBackDiffers: the drive does not do; nothing of this backup stays.
        StoreDamaged, CannotRead: the store itself cannot be read whole.
        Cancelled: the progress asked to stop; nothing of this backup stays.
    """
    require_place(target, vault.folder)
    place = BackupPlace(target, vault.store)
    now = vault.clock().astimezone(UTC)
    backup = f"{now.strftime(STAMP)}-{secrets.token_hex(4)}"
    making = _Making(vault, place, place.folder / (backup + PARTIAL), progress)
    with making.faults():
        place.begin()
        made = making.make(backup, now)
    if made.journal_holds:
        # A store whose journal was tampered with takes no earlier backup with it.
        place.make_room(vault.backup_key)
    return made


class _Making:
    """One backup under way."""

    def __init__(self, vault: OpenVault, place: BackupPlace, partial: Path, progress: Progress) -> None:
        self._vault, self._place, self._partial, self._progress = vault, place, partial, progress
        self._needed = RESERVE

    def make(self, backup: str, now: datetime) -> Made:
        """Make it."""
        there = sums_of(self._place.backups(self._vault.backup_key))
        self._require_room(there)
        self._partial.mkdir(mode=0o755)
        try:
            contents, holds = self._copy_database()
            self._copy_companions()
            attachments = self._copy_attachments(there)
            files = tuple(self._read_back(name) for name in self._names())
            sealed = manifests.seal_contents(self._vault.store, backup, contents, self._vault.backup_key)
            manifest = Manifest(self._vault.store, backup, now, files, attachments, sealed)
            write_whole(self._partial / manifests.NAME, manifests.written(manifest, self._vault.backup_key))
            self._read_back(manifests.NAME)
            flush_folder(self._partial)
            final = self._place.folder / backup
            self._partial.rename(final)
            flush_folder(self._place.folder)
        except BaseException:
            shutil.rmtree(self._partial, ignore_errors=True)
            raise
        return Made(final, manifest, contents, holds)

    @contextlib.contextmanager
    def faults(self) -> Iterator[None]:
        """Turn what went wrong with the drive into what a person can act on."""
        target = self._place.target
        try:
            yield
        except OSError as fault:
            raise drive_fault(fault, target, self._needed) from fault
        except DiskFull as fault:
            free = _free(target)
            raise DriveFull(target, self._needed, free) from fault
        except (CannotWrite, CannotRead, StoreDamaged) as fault:
            if not target.is_dir():
                raise DriveGone(target) from fault
            raise

    def _require_room(self, there: Mapping[str, tuple[int, str]]) -> None:
        database = (self._vault.folder / DATABASE).stat().st_size
        missing = sum(file.stat().st_size for file in _attachments(self._vault.folder) if file.name not in there)
        self._needed = database + missing + RESERVE
        if (free := _free(self._place.target)) < self._needed:
            raise DriveFull(self._place.target, self._needed, free)

    def _copy_database(self) -> tuple[Contents, bool]:
        copy = self._partial / DATABASE
        key = self._vault.database_key
        copy_store(self._vault.folder / DATABASE, copy, key, _Named(self._progress, COPYING))
        with looking(copy, key) as session:
            found = verify(session, verifying_keys(session, self._vault.header))
            return contents_of(session, self._vault.store), found.fault is None

    def _copy_companions(self) -> None:
        write_header(self._partial, self._vault.header, self._vault.header_key)
        if (card := self._vault.folder / CARD).exists():
            write_whole(self._partial / CARD, card.read_bytes())

    def _copy_attachments(self, there: Mapping[str, tuple[int, str]]) -> tuple[Sum, ...]:
        files = _attachments(self._vault.folder)
        sums = []
        for number, file in enumerate(files):
            self._progress.step(number, len(files), ATTACHING)
            # One that was erased meanwhile is missed by nobody: the act that erased it is not in this copy either way.
            with contextlib.suppress(FileNotFoundError):
                sums.append(self._kept(file, there.get(file.name)) or self._copied(file))
        self._progress.step(1, 1, ATTACHING)
        return tuple(sums)

    def _kept(self, file: Path, known: tuple[int, str] | None) -> Sum | None:
        """Return the sum of an attachment that the drive has already: names are random, and content never changes."""
        copy = self._place.attachments / file.name
        if known is None or not copy.exists() or not file.stat().st_size == copy.stat().st_size == known[0]:
            return None
        return Sum(file.name, *known)

    def _copied(self, file: Path) -> Sum:
        part = self._place.attachments / (file.name + PART)
        part.unlink(missing_ok=True)
        with file.open("rb") as reading, DriveFile(part) as writing:
            while piece := reading.read(PIECE):
                writing.write(piece)
                self._progress.step(writing.size, max(writing.size, file.stat().st_size), ATTACHING)
        found = read_back(part, _unheard)
        if (found.sha256, found.size) != (writing.sha256, writing.size):
            raise ReadBackDiffers(self._place.target)
        part.replace(self._place.attachments / file.name)
        flush_folder(self._place.attachments)
        return Sum(file.name, found.size, found.sha256)

    def _read_back(self, name: str) -> Sum:
        """Return the sum of a file as the drive gives it back, which is what was checked when it was written."""
        path = self._partial / name
        written = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                written.update(piece)
        size, done = path.stat().st_size, 0

        def told(count: int) -> None:
            nonlocal done
            done += count
            self._progress.step(done, size, READING_BACK)

        found = read_back(path, told)
        if found.sha256 != written.hexdigest():
            raise ReadBackDiffers(self._place.target)
        return Sum(name, found.size, found.sha256)

    def _names(self) -> list[str]:
        return [name for name in (*COPIES, DATABASE, CARD) if (self._partial / name).exists()]


class _Named:
    """A progress that is told of one part of the work."""

    def __init__(self, progress: Progress, part: str) -> None:
        self._progress, self._part = progress, part

    def step(self, done: int, total: int, _part: str = "") -> None:
        """Tell it."""
        self._progress.step(done, total, self._part)


def _attachments(folder: Path) -> list[Path]:
    """Return the finished attachments of a store."""
    place = folder / ATTACHMENTS
    if not place.is_dir():
        return []
    return sorted(file for file in place.iterdir() if file.is_file() and file.suffix != PART)


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _unheard(_count: int) -> None:
    """Hear nothing of a small file."""
