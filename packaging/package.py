"""Makes everything that is given to others, into dist/.

python packaging/package.py         the Debian package, the portable archive, the bill of materials, the sums
python packaging/package.py sums    the sums alone, of whatever lies there
"""

import hashlib
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from debian import deb
from freeze import freeze
from ground import DIST, NAME, TREE, everything_in, version
from licensing import bill, findings
from portable import portable

SUMS = "SHA256SUMS"
MEGABYTE = 1 << 20


def package() -> list[Path]:
    """Make all of it and return what was made."""
    freeze()
    if found := findings():
        raise SystemExit("These may not be passed on (packaging/licences.toml):\n" + "\n".join(found))
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    with ProcessPoolExecutor(2) as packers:
        made = [job.result() for job in (packers.submit(deb), packers.submit(portable))]
    materials = DIST / f"{NAME}-{version()}.cdx.json"
    materials.write_text(bill(), encoding="utf-8")
    return [*made, materials, sums()]


def sums() -> Path:
    """Write down the SHA-256 of everything in dist/, as sha256sum reads it."""
    things = sorted(path for path in DIST.iterdir() if path.name != SUMS)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in things]
    (DIST / SUMS).write_text("".join(lines), encoding="utf-8")
    return DIST / SUMS


def sizes(made: list[Path]) -> str:
    """Return how large the frozen program and each thing made is."""
    frozen = sum(path.stat().st_size for path in everything_in(TREE) if path.is_file())
    lines = [f"{frozen / MEGABYTE:8.1f} MB  the frozen program, {TREE.name}/"]
    lines += [f"{path.stat().st_size / MEGABYTE:8.1f} MB  {path.parent.name}/{path.name}" for path in made]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(sizes([sums()] if sys.argv[1:] == ["sums"] else package()))
