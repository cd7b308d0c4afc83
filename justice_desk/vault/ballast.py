"""The ballast: a few megabytes kept beside the store, to be let go when the disk is full.

On a full disk nothing can be deleted from a database either, for that has to be written down first. So room is kept
for it: when the disk is full the ballast goes, what was typed can be saved, and the desk can be locked in order. It
comes back at an opening that finds room again.
"""

import contextlib
import os
import shutil
from pathlib import Path

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import write_whole

NAME = "ballast.bin"
SIZE = 4 << 20
MARGIN = 16 << 20
"""So much must be free beside it before it takes room again."""


def put_ballast(folder: Path) -> None:
    """Take the room, if it is not taken and the disk has enough. That it cannot be taken stops nothing."""
    with contextlib.suppress(OSError, DeskError):
        if not holds_ballast(folder) and shutil.disk_usage(folder).free >= SIZE + MARGIN:
            # Zeros would take no room on a disk that packs what it holds.
            write_whole(folder / NAME, os.urandom(SIZE))


def drop_ballast(folder: Path) -> None:
    """Let the room go."""
    with contextlib.suppress(OSError):
        (folder / NAME).unlink()


def holds_ballast(folder: Path) -> bool:
    """Say whether the room is there to be let go."""
    return (folder / NAME).exists()
