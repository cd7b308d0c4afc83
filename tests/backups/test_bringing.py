import errno
import os
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from justice_desk.accounts.sign_in import sign_in_to_look, sign_out
from justice_desk.backups import bringing, unlocking
from justice_desk.backups.bringing import bring_back, clear, make_folder
from justice_desk.backups.place import Found, backups_in, read_manifest
from justice_desk.backups.rules import BackupDamaged, Flaw
from justice_desk.backups.service import BackupService
from justice_desk.foundations.files import CannotRead, CannotWrite, DiskFull
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets.rules import DriveGone
from justice_desk.vault import pages
from justice_desk.vault.errors import StoreOnlyLooked
from justice_desk.vault.places import put_aside
from tests.backups.at_hand import back_up, restoring, with_matter
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES


def refuse(*_given: object, **_named: object) -> None:
    raise OSError(errno.EIO, "EIO")


@pytest.fixture
def found(bolivia: DeskInUse, drive: Path) -> Found:
    """A backup with attachments."""
    with_matter(bolivia)
    back_up(bolivia, drive)
    (one,) = backups_in(drive)
    return one


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def test_a_folder_that_cannot_be_cleared_or_made_is_told(scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (scratch / "file").write_bytes(b"x")
    with pytest.raises(CannotWrite):
        make_folder(scratch / "file" / "below")
    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(CannotWrite):
        clear(scratch)


def test_a_file_that_cannot_be_opened_is_told(found: Found, scratch: Path) -> None:
    (found.folder / "card.json").unlink()
    (found.folder / "card.json").mkdir()
    with pytest.raises(CannotRead):
        bring_back(found, found.manifest, scratch, Unwatched())


def test_a_drive_that_fails_while_it_is_read_is_told(
    found: Found, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "EIO")

    def failing(_path: Path, *_how: Any) -> BytesIO:  # noqa: ANN401 - whatever opens a file takes
        return Failing()

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(DriveGone):
        bring_back(found, found.manifest, scratch, Unwatched())


def test_a_disk_that_fills_up_is_told(found: Found, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "ENOSPC")

    monkeypatch.setattr(bringing, "DriveFile", full)
    with pytest.raises(DiskFull):
        bring_back(found, found.manifest, scratch, Unwatched())


def test_an_attachment_that_lost_its_folder_is_the_drives_fault(found: Found, scratch: Path) -> None:
    shutil.rmtree(found.folder.parent / "adjuntos")
    with pytest.raises(DriveGone):
        bring_back(found, found.manifest, scratch, Unwatched())


def test_a_file_that_grew_is_another(found: Found, scratch: Path) -> None:
    with (found.folder / "store.db").open("ab") as file:
        file.write(bytes(10_000_000))
    with pytest.raises(BackupDamaged) as caught:
        bring_back(found, found.manifest, scratch, Unwatched())
    assert caught.value.part == "store.db"


def test_a_manifest_that_cannot_be_read_is_told(found: Found, drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (found.folder / "manifest.json").unlink()
    (found.folder / "manifest.json").mkdir()
    with pytest.raises(CannotRead):
        read_manifest(found.folder)
    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(CannotRead):
        backups_in(drive)


def test_a_desk_that_is_looked_at_makes_no_backup(bolivia: DeskInUse, drive: Path) -> None:
    bolivia.vault.close()
    persons = sign_in_to_look(bolivia.folder, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock)
    with pytest.raises(StoreOnlyLooked):
        BackupService(persons).make(drive, Unwatched())
    assert list(drive.iterdir()) == []
    sign_out(persons)


def test_a_store_that_cannot_be_put_aside_stays(bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch) -> None:
    bolivia.vault.close()
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotWrite):
        put_aside(bolivia.folder, bolivia.clock())
    assert (bolivia.folder / "store.db").exists()


def test_a_copy_that_cannot_be_flushed_is_no_copy(bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", refuse)
    target = bolivia.folder / "copy.db"
    with pytest.raises(CannotWrite):
        pages.copy_store(bolivia.folder / "store.db", target, bolivia.vault.database_key)
    assert not [path for path in bolivia.folder.iterdir() if "copy" in path.name]


def test_a_backup_presses_a_week_after_the_founding(bolivia: DeskInUse) -> None:
    standing = BackupService(bolivia.acting("ana")).standing()
    assert not standing.pressing(bolivia.clock())
    assert standing.pressing(bolivia.clock.turn(hours=24 * 8))


def test_what_the_hashes_cannot_tell_stops_a_restore(
    found: Found, bolivia: DeskInUse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlocking, "flaw_of", lambda *_given: Flaw.PAGES)
    with pytest.raises(BackupDamaged) as caught:
        restoring(found.folder, tmp_path / "laptop" / "store", bolivia.clock)
    assert caught.value.part == "store.db"


def test_a_backup_beside_it_that_is_not_believed_gives_no_code(
    found: Found, bolivia: DeskInUse, tmp_path: Path
) -> None:
    forged = found.folder.with_name("20200101T000000Z-00000000")
    shutil.copytree(found.folder, forged)
    raw = (forged / "manifest.json").read_bytes()
    (forged / "manifest.json").write_bytes(raw.replace(b'"mac":"', b'"mac":"0'))
    ready = restoring(found.folder, tmp_path / "laptop" / "store", bolivia.clock)
    view, persons = ready.finish({})
    assert view.desk_code == "A2"
    assert persons is not None
    sign_out(persons)
