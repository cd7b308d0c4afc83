"""Writing a packet to a folder or a drive: whole and read back, or not at all.

A packet is made in `JD-….parcial`, a folder that did not exist. Each file is created anew, flushed in stretches that
the drive can take (so that the bar tells the truth and a wish to stop is heard at once), read back past the cache and
compared; then the folder gets its name. Whatever goes wrong before that leaves nothing behind; what a power cut leaves
is swept when the next packet is written.
"""

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import CannotWrite, flush_folder
from justice_desk.packets.drive_file import DriveFile
from justice_desk.packets.readback import read_back
from justice_desk.packets.rules import (
    PACKET_FILE,
    PACKET_ID,
    SUMS_FILE,
    DriveFull,
    DriveGone,
    PacketExists,
    PacketId,
    ReadBack,
    ReadBackDiffers,
)

PARTIAL = ".parcial"
FIRST_READ = "LEAME-PRIMERO.txt"
RESERVE = 1 << 20
"""Bytes that a drive must have beyond the packet: for its folder, the sums and the text that explains it."""
_PARTIAL_NAME = re.compile(PACKET_ID.pattern + re.escape(PARTIAL))
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
"""What file systems answer that cannot flush a folder: there the names are as safe as they can be made."""


class PacketFolder:
    """A packet's folder while it is being made on a drive."""

    def __init__(self, target: Path, packet: PacketId, needed: int) -> None:
        self.final = target / packet
        self._target = target
        self._partial = target / (packet + PARTIAL)
        self._needed = needed
        self._notes: list[Path] = []

    def begin(self) -> None:
        """Make the folder, if the drive is there and has room.

        Raises:
            DriveGone, DriveFull, CannotWrite: the drive does not do.
            PacketExists: a packet of this name is there.
        """
        if not self._target.is_dir():
            raise DriveGone(self._target)
        if os.path.lexists(self.final) or os.path.lexists(self._partial):
            raise PacketExists(self.final)
        with self.faults():
            free = shutil.disk_usage(self._target).free
            if free < self._needed + RESERVE:
                raise DriveFull(self._target, self._needed + RESERVE, free)
            self._partial.mkdir(mode=0o755)

    def create(self, name: str) -> DriveFile:
        """Return a new file in the folder, open for writing."""
        return DriveFile(self._partial / name)

    def check(self, name: str, written: DriveFile, told: Callable[[int], None]) -> ReadBack:
        """Read a finished file back from the drive; return how that was done.

        Raises:
            ReadBackDiffers: the drive gives back something else.
            DriveGone: it does not answer.
        """
        with self.faults():
            found = read_back(self._partial / name, told)
        if (found.sha256, found.size) != (written.sha256, written.size):
            raise ReadBackDiffers(self._target)
        return found.how

    def write(self, name: str, content: bytes) -> None:
        """Write a small file and read it back.

        Raises:
            DriveFull, DriveGone, CannotWrite, ReadBackDiffers: the drive does not do.
        """
        with self.faults(), self.create(name) as file:
            file.write(content)
        self.check(name, file, lambda _: None)

    def take_place(self, note: bytes) -> None:
        """Give the folder its name, beside the text that tells a finder what it is.

        Raises:
            DriveFull, DriveGone, CannotWrite: the drive does not do.
            PacketExists: a packet of this name appeared meanwhile.
        """
        with self.faults():
            _flush(self._partial)
            self._leave_note(note)
            if os.path.lexists(self.final):
                raise PacketExists(self.final)
            self._partial.rename(self.final)
            _flush(self._target)
            (self.final / PACKET_FILE).stat()

    def discard(self) -> None:
        """Leave nothing of it on the drive, as far as the drive still answers."""
        _remove_partial(self._partial)
        for note in self._notes:
            with contextlib.suppress(OSError):
                note.unlink()

    @contextlib.contextmanager
    def faults(self) -> Iterator[None]:
        """Turn what the file system says into what a person can act on."""
        try:
            yield
        except OSError as fault:
            raise drive_fault(fault, self._target, self._needed) from fault

    def _leave_note(self, note: bytes) -> None:
        place = self._target / FIRST_READ
        if place.is_file() and place.read_bytes() == note:
            return
        partial = place.with_name(FIRST_READ + PARTIAL)
        self._notes = [partial] if os.path.lexists(place) else [partial, place]
        with DriveFile(partial) as file:
            file.write(note)
        partial.replace(place)


@contextlib.contextmanager
def packet_folder(target: Path, packet: PacketId, needed: int) -> Iterator[PacketFolder]:
    """Make a packet's folder; if the block does not call `take_place` to its end, nothing stays on the drive."""
    sweep(target)
    folder = PacketFolder(target, packet, needed)
    folder.begin()
    try:
        yield folder
    except BaseException:
        folder.discard()
        raise


def sweep(target: Path) -> tuple[str, ...]:
    """Remove what earlier writing left unfinished on a drive when its power went; return the names of what was removed.

    Only our own names are touched, and only files of ours inside; nothing is followed.
    """
    with contextlib.suppress(OSError):
        (target / (FIRST_READ + PARTIAL)).unlink()
    try:
        found = [place for place in sorted(target.iterdir()) if _PARTIAL_NAME.fullmatch(place.name)]
    except OSError:
        return ()
    return tuple(place.name for place in found if _remove_partial(place))


def drive_fault(fault: OSError, folder: Path, needed: int) -> DeskError:
    """Return the fact behind a fault of a drive's file system."""
    if fault.errno in _FULL:
        return DriveFull(folder, needed, _free(folder))
    if fault.errno in _REFUSED:
        return CannotWrite(folder, errno.errorcode[fault.errno])
    return DriveGone(folder)


def _remove_partial(folder: Path) -> bool:
    if folder.is_symlink():
        return False
    try:
        for name in (PACKET_FILE, SUMS_FILE):
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
    except OSError:
        return False
    return True


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _flush(folder: Path) -> None:
    try:
        flush_folder(folder)
    except OSError as fault:
        if fault.errno not in _NO_FLUSH:
            raise
