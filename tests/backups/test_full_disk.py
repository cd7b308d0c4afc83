import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.backups.service import BackupService
from justice_desk.backups.unlocking import restore_from
from justice_desk.cases.service import CaseService
from justice_desk.foundations.files import CannotWrite, DiskFull
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets.rules import DriveFull
from justice_desk.vault import ballast
from justice_desk.vault.ballast import holds_ballast
from justice_desk.vault.errors import StoreOnlyLooked
from justice_desk.vault.open_vault import OpenVault
from tests.backups.at_hand import ANA, back_up, backups, tree, with_matter
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.stores import NAMES, PASSPHRASES

BLOCK = 4096

pytestmark = pytest.mark.torture


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MiB; only an administrator can mount it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)], check=True, capture_output=True)
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True, capture_output=True)


def fill(disk: Path, leave: int) -> None:
    """Leave so many bytes free."""
    (disk / "filling").unlink(missing_ok=True)
    size = shutil.disk_usage(disk).free - leave
    with (disk / "filling").open("wb") as file:
        for start in range(0, size, 1 << 20):
            file.write(bytes(min(1 << 20, size - start)))


@contextlib.contextmanager
def standing_on(disk: Path, desk: DeskInUse) -> Iterator[DeskInUse]:
    """Let a desk stand on a disk."""
    desk.vault.close()
    shutil.copytree(desk.folder, disk / "store")
    desk.folder = disk / "store"
    desk.vault = desk.opened()
    yield desk
    desk.vault.close()


def writes_or_says_that_the_disk_is_full(desk: DeskInUse, disk: Path, leave: int) -> bool:
    """Register a case with so many bytes free: it is there afterwards, or nothing of it is."""
    before = {case.number for case in desk.cases().cases()}
    fill(disk, leave)
    try:
        made = desk.cases().register(intake(desk.clock(), suspicion=True)).number
    except DiskFull:
        (disk / "filling").unlink()
        assert {case.number for case in desk.cases().cases()} == before
        return False
    (disk / "filling").unlink()
    assert {case.number for case in desk.cases().cases()} == before | {made}
    return True


def every_write_is_whole_or_absent(desk: DeskInUse, disk: Path, every: int) -> None:
    came_out = set()
    with standing_on(disk, desk):
        with_matter(desk)
        for blocks in range(0, 120, every):
            desk.vault.checkpoint()
            came_out.add(writes_or_says_that_the_disk_is_full(desk, disk, blocks * BLOCK))
        assert desk.accounts("ana").verify_journal().fault_at is None
    assert came_out == {True, False}
    assert check_store(desk.folder, PASSPHRASES["ana"], desk.clock, NAMES["ana"]).findings == ()


def test_wherever_the_disk_is_full_a_write_is_whole_or_absent(bolivia: DeskInUse, small_disk: Path) -> None:
    every_write_is_whole_or_absent(bolivia, small_disk, 1)


def test_on_a_full_disk_the_ballast_lets_what_was_typed_be_saved(
    bolivia: DeskInUse, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with standing_on(small_disk, bolivia) as desk:
        assert holds_ballast(desk.folder)
        fill(small_disk, 0)
        text = "lo que se escribía " * 400
        with pytest.raises(DiskFull):
            desk.accounts("ana").keep_draft("intake", text)
        assert not holds_ballast(desk.folder)
        desk.accounts("ana").keep_draft("intake", text)
        assert [draft.text for draft in desk.accounts("ana").drafts()] == [text]
        assert backups(desk).troubles().disk_full
        sign_out(desk.acting("ana"))
        persons = sign_in(desk.folder, NAMES["ana"], PASSPHRASES["ana"], desk.clock)
        assert not holds_ballast(desk.folder), "there is still no room for it"
        sign_out(persons)
        (small_disk / "filling").unlink()
        monkeypatch.setattr(ballast, "MARGIN", 1 << 20)
        desk.vault = desk.opened()
        assert holds_ballast(desk.folder)


@pytest.mark.parametrize("leave", [0, 100_000, 300_000, 700_000])
def test_a_backup_onto_a_full_drive_leaves_the_earlier_ones(
    leave: int, bolivia: DeskInUse, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_matter(bolivia)
    back_up(bolivia, small_disk)
    before = {name: content for name, content in tree(small_disk).items() if name != "filling"}
    # The room is asked for beforehand; here it goes while the backup is made.
    monkeypatch.setattr("justice_desk.backups.making._Making._require_room", lambda _self, _there: None)
    (bolivia.folder / "attachments" / "newer").write_bytes(b"\x04sealed" * 60_000)
    fill(small_disk, leave)
    with pytest.raises(DriveFull):
        back_up(bolivia, small_disk)
    (small_disk / "filling").unlink()
    kept = tree(small_disk)
    assert before.items() <= kept.items()
    assert len(backups(bolivia).backups(small_disk)) == 1
    back_up(bolivia, small_disk)
    assert not [name for name in tree(small_disk) if name.endswith((".parcial", ".part"))]


@pytest.mark.parametrize("leave", [0, 200_000, 450_000])
def test_a_restore_onto_a_full_disk_leaves_nothing(
    leave: int, bolivia: DeskInUse, drive: Path, small_disk: Path
) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    fill(small_disk, leave)
    with pytest.raises(DiskFull):
        restore_from(made.folder, small_disk / "store", ANA, bolivia.clock, Unwatched())
    assert set(tree(small_disk)) <= {"filling"}


def test_a_folder_that_takes_no_files_is_told_and_can_be_looked_at(bolivia: DeskInUse, small_disk: Path) -> None:
    with standing_on(small_disk, bolivia) as desk:
        with_matter(desk)
        sign_out(desk.acting("ana"))
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True, capture_output=True)
        with pytest.raises(CannotWrite):
            sign_in(desk.folder, NAMES["ana"], PASSPHRASES["ana"], desk.clock)
        vault = OpenVault(desk.folder, desk.template.vault_key, desk.clock, only_look=True)
        desk.vault = vault
        assert len(desk.cases().cases()) == 1
        with pytest.raises(StoreOnlyLooked):
            CaseService(desk.acting("ana")).register(intake(desk.clock(), suspicion=True))
        assert BackupService(desk.acting("ana")).troubles().only_look
        with pytest.raises(StoreOnlyLooked):
            back_up(desk, small_disk)


def test_a_drive_that_takes_no_files_is_told(bolivia: DeskInUse, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True, capture_output=True)
    with pytest.raises(CannotWrite):
        back_up(bolivia, small_disk)
