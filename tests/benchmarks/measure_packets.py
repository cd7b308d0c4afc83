"""What sealing and opening a packet take, beside the `age` tool on the same file where it is installed."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from justice_desk.foundations.progress import Unwatched
from justice_desk.packets.agefile import encrypt
from justice_desk.packets.opening import verify_packet
from justice_desk.packets.sealing import seal_packet
from justice_desk.packets.sources import Supply, pieces
from tests.benchmarks.measuring import Measure
from tests.packets.making import Offices, a_plan, enclosure, fresh_offices

MEGABYTES = 256


def large_file(folder: Path) -> Path:
    """Return a file that does not compress."""
    place = folder / "E001.bin"
    piece = os.urandom(1 << 20)
    with place.open("wb") as file:
        for _ in range(MEGABYTES):
            file.write(piece)
    return place


def seal_one(offices: Offices, source: Path, target: Path) -> None:
    """Seal the large file on an empty drive."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    plan = a_plan(offices, documents=(enclosure("evidencia/E001.bin", source),), annex=None)
    seal_packet(plan, offices.signing, target, Unwatched())


@contextlib.contextmanager
def encrypting(folder: Path) -> Iterator[Callable[[], object]]:
    """Time our way of encrypting a file: like the age tool it does not flush."""
    source, target, offices = large_file(folder), folder / "out.age", fresh_offices()

    def act() -> None:
        target.unlink(missing_ok=True)
        with target.open("wb") as file:
            supply = Supply(pieces(source, source.name))
            encrypt(supply.read, file.write, MEGABYTES << 20, [str(offices.receiver.to_public())])

    yield act


@contextlib.contextmanager
def encrypting_with_age(folder: Path) -> Iterator[Callable[[], object]]:
    """Time the age tool on such a file; it does not flush."""
    source, target, offices = large_file(folder), folder / "out.age", fresh_offices()
    command = ["age", "-r", str(offices.receiver.to_public()), "-o", str(target), str(source)]

    def act() -> None:
        target.unlink(missing_ok=True)
        subprocess.run(command, check=True)

    yield act


@contextlib.contextmanager
def sealing(folder: Path) -> Iterator[Callable[[], object]]:
    """Time the whole of sealing: measured, encrypted, flushed, read back past the cache."""
    source, offices = large_file(folder), fresh_offices()
    yield lambda: seal_one(offices, source, folder / "drive")


@contextlib.contextmanager
def opening(folder: Path) -> Iterator[Callable[[], object]]:
    """Time opening a packet with every check."""
    source, offices = large_file(folder), fresh_offices()
    seal_one(offices, source, folder / "drive")
    (place,) = (path for path in (folder / "drive").iterdir() if path.is_dir())
    yield lambda: verify_packet(place, offices.identity, offices.directory, Unwatched())


AGE = f"packet: encrypt {MEGABYTES} MB, age tool"
MEASURES = (
    *((Measure(AGE, encrypting_with_age, times=7),) * bool(shutil.which("age"))),
    Measure(f"packet: encrypt {MEGABYTES} MB to a file", encrypting, times=7, peer=AGE, ratio=2.0),
    Measure(f"packet: seal {MEGABYTES} MB, whole", sealing, times=7, peer=AGE, ratio=4.0),
    Measure(f"packet: open {MEGABYTES} MB, every check", opening, times=7, peer=AGE),
)
