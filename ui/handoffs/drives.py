"""Where a packet can be written: the drives that are plugged in, or any folder of this laptop."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

REMOVABLE = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where the systems that have one tree of folders put what is plugged in."""
SYSTEM_LETTER = "C:"


@dataclass(frozen=True)
class Drive:
    """A place that a packet can be written to: its folder, what it calls itself, and how many bytes are free."""

    folder: Path
    name: str
    free: int


def plugged_in() -> tuple[Drive, ...]:
    """Return the drives that are plugged in and can be written to."""
    volumes = [one for one in QStorageInfo.mountedVolumes() if one.isValid() and one.isReady() and not one.isReadOnly()]
    drives = (Drive(Path(one.rootPath()), one.displayName(), one.bytesAvailable()) for one in volumes)
    return removable(drives)


def removable(drives: Iterable[Drive]) -> tuple[Drive, ...]:
    """Return those of some drives that can be taken out, by their names."""
    return tuple(sorted((drive for drive in drives if _can_be_taken_out(drive.folder)), key=lambda one: one.name))


def _can_be_taken_out(folder: Path) -> bool:
    place = folder.as_posix()
    if len(place) > 1 and place[1] == ":":
        return place[:2].upper() != SYSTEM_LETTER
    return place.startswith(REMOVABLE)
