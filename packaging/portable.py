"""Makes the archive of the frozen program that is unpacked anywhere, a drive too, and started from there."""

import lzma
import tarfile
from pathlib import Path

from ground import DIST, NAME, PLAIN, ROOT, RUNNABLE, TREE, everything_in, source_date, version

GUIDE = ROOT / "docs" / "instalar.md"
HASTE = 6
"""How hard the packer tries: more would need more memory to unpack than an old laptop has."""


def portable() -> Path:
    """Make the archive and return where it is."""
    top = f"{NAME}-{version()}"
    made = DIST / f"{top}-linux-x86_64.tar.xz"
    made.parent.mkdir(exist_ok=True)
    places = [(path, f"{top}/{path.relative_to(TREE).as_posix()}") for path in everything_in(TREE)]
    with lzma.open(made, "wb", preset=HASTE) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for path, name in sorted([(TREE, top), (GUIDE, f"{top}/LEAME.md"), *places], key=lambda one: one[1]):
            archive.add(path, name, recursive=False, filter=_anonymous)
    return made


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = source_date()
    entry.mode = RUNNABLE if entry.isdir() or entry.mode & 0o100 else PLAIN
    return entry
