import contextlib
import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from justice_desk.foundations.files import CannotWrite
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets import drive as drives
from justice_desk.packets.drive import FIRST_READ, PARTIAL, RESERVE, PacketFolder, drive_fault, packet_folder, sweep
from justice_desk.packets.drive_file import LEAST_STRETCH, MOST_STRETCH, DriveFile, next_stretch
from justice_desk.packets.readback import Found, read_back
from justice_desk.packets.rules import (
    PACKET_FILE,
    SUMS_FILE,
    DriveFull,
    DriveGone,
    PacketExists,
    PacketId,
    ReadBackDiffers,
)
from justice_desk.packets.sealing import seal_packet
from tests.packets.making import PACKET, Offices, a_plan, enclosure, left_on, sealed

LARGE = os.urandom(6 << 20)


@contextlib.contextmanager
def small_drive(place: Path) -> Iterator[str]:
    """Make `place` a drive that fills up: a file system of 8 MiB if we may, else a limit on a file's size."""
    place.mkdir(exist_ok=True)
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", place], check=False, capture_output=True
        ).returncode
    )
    if mounted:
        try:
            yield "mounted"
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)
        return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 20, before[1]))
    try:
        yield "limited"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class FillsTheDrive:
    """Another program that fills the drive while the packet is written."""

    def __init__(self, place: Path) -> None:
        self.filler = place / "another-program.bin"

    def step(self, done: int, _: int, part: str = "") -> None:
        if part == "writing" and done and not self.filler.exists():
            with contextlib.suppress(OSError), self.filler.open("wb") as file:
                while True:
                    file.write(bytes(1 << 16))
                    file.flush()


def test_a_drive_that_fills_up_on_the_way_keeps_nothing(offices: Offices, tmp_path: Path) -> None:
    place = tmp_path / "small"
    plan = a_plan(offices, documents=(enclosure(content=LARGE),))
    with small_drive(place):
        filler = FillsTheDrive(place)
        with pytest.raises(DriveFull) as full:
            seal_packet(plan, offices.signing, place, filler)
        assert full.value.needed > len(LARGE)
        assert left_on(place) == ["another-program.bin"]


def test_a_drive_that_takes_no_file_of_this_size_keeps_nothing(offices: Offices, drive: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
    try:
        with pytest.raises(DriveFull) as full:
            sealed(offices, drive, documents=(enclosure(content=LARGE),))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert full.value.free > full.value.needed
    assert left_on(drive) == []


def test_a_drive_without_room_is_refused_before_anything_is_written(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = shutil.disk_usage(drive)._replace(free=RESERVE)
    monkeypatch.setattr("shutil.disk_usage", lambda _: room)
    with pytest.raises(DriveFull) as full:
        sealed(offices, drive)
    assert full.value.free == RESERVE
    assert full.value.needed > RESERVE
    assert left_on(drive) == []


def test_a_drive_that_is_not_there_is_told_as_that(offices: Offices, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    for place in (tmp_path / "none", file):
        with pytest.raises(DriveGone):
            seal_packet(a_plan(offices), offices.signing, place, Unwatched())


@pytest.mark.parametrize("part", ["writing", "checking"])
def test_a_drive_that_is_pulled_out_on_the_way_is_never_taken_for_success(
    offices: Offices, drive: Path, part: str
) -> None:
    class PullsOut:
        def step(self, done: int, total: int, part_now: str = "") -> None:
            if part_now == part and done == total:
                shutil.rmtree(drive, ignore_errors=True)

    with pytest.raises(DriveGone):
        seal_packet(a_plan(offices), offices.signing, drive, PullsOut())
    assert not drive.exists()


@pytest.mark.parametrize(
    ("number", "fact"),
    [
        (errno.ENOSPC, DriveFull),
        (errno.EDQUOT, DriveFull),
        (errno.EFBIG, DriveFull),
        (errno.EACCES, CannotWrite),
        (errno.EROFS, CannotWrite),
        (errno.EIO, DriveGone),
        (errno.ENODEV, DriveGone),
        (errno.ENOENT, DriveGone),
        (None, DriveGone),
    ],
)
def test_what_a_file_system_says_becomes_what_a_person_can_act_on(
    tmp_path: Path, number: int | None, fact: type[Exception]
) -> None:
    fault = OSError() if number is None else OSError(number, "")
    assert type(drive_fault(fault, tmp_path, 1)) is fact


def test_a_full_drive_that_went_away_has_no_room(tmp_path: Path) -> None:
    full = drive_fault(OSError(errno.ENOSPC, ""), tmp_path / "none", 1)
    assert isinstance(full, DriveFull)
    assert full.free == 0


def test_a_failure_while_flushing_is_not_lost(drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("justice_desk.packets.drive_file._flush", fail)
    with pytest.raises(OSError, match="Input/output error"), DriveFile(drive / "file") as file:
        file.write(bytes(LEAST_STRETCH))


def test_a_failure_in_the_last_flush_is_not_lost(drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="Input/output error"), DriveFile(drive / "file") as file:
        file.write(b"small")


def test_a_system_that_writes_in_parts_is_asked_until_all_is_written(
    drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = os.write
    monkeypatch.setattr("os.write", lambda descriptor, content: honest(descriptor, content[:1000]))
    with DriveFile(drive / "file") as file:
        file.write(bytes(range(250)) * 9)
    assert (drive / "file").read_bytes() == bytes(range(250)) * 9


def test_a_file_that_is_there_is_never_overwritten(drive: Path) -> None:
    (drive / "file").write_bytes(b"kept")
    with pytest.raises(FileExistsError):
        DriveFile(drive / "file")
    assert (drive / "file").read_bytes() == b"kept"


@given(st.integers(LEAST_STRETCH, MOST_STRETCH), st.floats(0, 60))
@example(LEAST_STRETCH, 0.07)
@example(LEAST_STRETCH, 0.2)
@example(MOST_STRETCH, 0.01)
def test_a_stretch_keeps_within_its_bounds_and_follows_the_drive(stretch: int, seconds: float) -> None:
    following = next_stretch(stretch, seconds)
    assert LEAST_STRETCH <= following <= MOST_STRETCH
    if seconds < 0.05:
        assert following >= stretch
    if seconds > 0.1:
        assert following <= stretch
    if 0.05 <= seconds <= 0.1:
        assert following == stretch


def test_what_the_drive_gives_back_is_compared_with_what_was_written(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rotten(path: Path, told: Callable[[int], None]) -> Found:
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        return read_back(path, told)

    monkeypatch.setattr(drives, "read_back", rotten)
    with pytest.raises(ReadBackDiffers):
        sealed(offices, drive)
    assert left_on(drive) == []


def test_a_packet_is_never_written_over_another(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    before = (packet.folder / PACKET_FILE).read_bytes()
    with pytest.raises(PacketExists):
        sealed(offices, drive)
    assert (packet.folder / PACKET_FILE).read_bytes() == before


def test_a_packet_that_appears_meanwhile_is_kept(offices: Offices, drive: Path) -> None:
    class Meanwhile:
        def step(self, done: int, total: int, part: str = "") -> None:
            if part == "checking" and done == total:
                (drive / PACKET).mkdir(exist_ok=True)

    with pytest.raises(PacketExists):
        seal_packet(a_plan(offices), offices.signing, drive, Meanwhile())
    assert left_on(drive) == [PACKET]


def test_a_planted_link_is_not_followed(offices: Offices, drive: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (drive / (PACKET + PARTIAL)).symlink_to(elsewhere)
    with pytest.raises(PacketExists):
        sealed(offices, drive)
    assert sweep(drive) == ()
    assert list(elsewhere.iterdir()) == []


def test_what_a_power_cut_left_is_swept_before_the_next_packet(offices: Offices, drive: Path) -> None:
    for name in (PACKET, "JD-zzzzzzzzzzzzz"):
        left = drive / (name + PARTIAL)
        left.mkdir()
        (left / PACKET_FILE).write_bytes(b"half")
        (left / SUMS_FILE).write_bytes(b"")
    (drive / (FIRST_READ + PARTIAL)).write_bytes(b"half")
    sealed(offices, drive)
    assert left_on(drive) == [PACKET, f"{PACKET}/{SUMS_FILE}", f"{PACKET}/{PACKET_FILE}", FIRST_READ]


def test_sweeping_tells_what_it_removed_and_touches_nothing_of_others(drive: Path) -> None:
    (drive / (PACKET + PARTIAL)).mkdir()
    others = drive / ("JD-zzzzzzzzzzzzz" + PARTIAL)
    others.mkdir()
    (others / "foto.jpg").write_bytes(b"kept")
    (drive / "notas.parcial").mkdir()
    assert sweep(drive) == (PACKET + PARTIAL,)
    assert left_on(drive) == [others.name, f"{others.name}/foto.jpg", "notas.parcial"]


def test_sweeping_a_drive_that_is_gone_does_nothing(tmp_path: Path) -> None:
    assert sweep(tmp_path / "none") == ()


def test_a_second_packet_goes_beside_the_first(offices: Offices, drive: Path) -> None:
    sealed(offices, drive)
    sealed(offices, drive, packet_id=PacketId("JD-zzzzzzzzzzzzz"))
    assert sorted(path.name for path in drive.iterdir()) == [PACKET, "JD-zzzzzzzzzzzzz", FIRST_READ]


def test_an_old_text_for_finders_is_replaced_by_ours(offices: Offices, drive: Path) -> None:
    (drive / FIRST_READ).write_text("mande su llave a otra parte")
    sealed(offices, drive)
    assert "mande su llave" not in (drive / FIRST_READ).read_text(encoding="utf-8")
    assert not (drive / (FIRST_READ + PARTIAL)).exists()


def test_a_failure_at_the_very_end_leaves_nothing(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Path:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(DriveGone):
        sealed(offices, drive)
    assert left_on(drive) == []


def test_a_failure_at_the_very_end_keeps_the_text_that_was_there(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (drive / FIRST_READ).write_text("otro texto")

    def fail(*_: object) -> Path:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DriveGone):
        sealed(offices, drive)
    assert left_on(drive) == [FIRST_READ]
    assert (drive / FIRST_READ).read_text() == "otro texto"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_flush_folders_is_good_enough(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(_: Path) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(drives, "flush_folder", fail)
    assert sealed(offices, drive).folder.is_dir()


def test_a_folder_that_fails_to_flush_is_a_failure(
    offices: Offices, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(drives, "flush_folder", fail)
    with pytest.raises(DriveGone):
        sealed(offices, drive)


def test_anybody_may_read_a_packet_on_a_drive(offices: Offices, drive: Path) -> None:
    packet = sealed(offices, drive)
    for path in (packet.folder, packet.folder / PACKET_FILE, packet.folder / SUMS_FILE, drive / FIRST_READ):
        assert path.stat().st_mode & 0o044 == 0o044


def test_a_block_that_ends_without_taking_its_place_leaves_nothing(drive: Path) -> None:
    with pytest.raises(DriveGone), packet_folder(drive, PACKET, 1) as folder:
        folder.write("none/" + SUMS_FILE, b"half")
    assert left_on(drive) == []


def test_discarding_on_a_drive_that_is_gone_is_quiet(tmp_path: Path) -> None:
    PacketFolder(tmp_path / "none", PACKET, 1).discard()
