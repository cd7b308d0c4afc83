import json
from pathlib import Path

import pytest

from justice_desk.backups.manifest import NAME, open_contents, require_ours
from justice_desk.backups.place import ROOT, backups_in
from justice_desk.backups.rules import (
    BackupDamaged,
    BackupNotOurs,
    NoBackupHere,
)
from justice_desk.foundations.files import CannotRead
from justice_desk.vault.errors import StoreNewer
from tests.backups.at_hand import back_up
from tests.desks import DeskInUse


def test_backups_are_found_wherever_one_points(bolivia: DeskInUse, drive: Path) -> None:
    with pytest.raises(NoBackupHere):
        backups_in(drive)
    made = back_up(bolivia, drive)
    for folder in (drive, drive / ROOT, made.folder.parent, made.folder):
        assert [found.manifest.backup for found in backups_in(folder)] == [made.folder.name]
    with pytest.raises(CannotRead):
        backups_in(drive / "nowhere")


def test_a_backup_of_a_newer_program_is_refused_kindly(bolivia: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    raw = json.loads((made.folder / NAME).read_bytes())
    (made.folder / NAME).write_text(json.dumps({**raw, "version": 2}))
    with pytest.raises(StoreNewer):
        backups_in(drive)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"version": 0},
        {"store": 7},
        {"backup": "../../etc"},
        {"made_at": "yesterday"},
        {"made_at": "2026-03-02T14:30:00"},
        {"files": {}},
        {"files": [{"name": "../x", "size": 1, "sha256": "0" * 64}]},
        {"files": [{"name": "x", "size": -1, "sha256": "0" * 64}]},
        {"files": [{"name": "x", "size": 1, "sha256": "0"}]},
        {"attachments": [{"name": "x", "size": 1, "sha256": "0" * 64}] * 2},
        {"sealed": "%%%"},
    ],
    ids=str,
)
def test_what_is_no_manifest_is_no_backup(change: dict[str, object], bolivia: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    raw = json.loads((made.folder / NAME).read_bytes())
    (made.folder / NAME).write_text(json.dumps({**raw, **change}))
    with pytest.raises(NoBackupHere):
        backups_in(drive)
    with pytest.raises(BackupDamaged):
        require_ours((made.folder / NAME).read_bytes(), bolivia.vault.backup_key)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"format": "justice-desk-backup"}', b"[" * 100_000])
def test_a_torn_manifest_is_no_backup(content: bytes, bolivia: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    (made.folder / NAME).write_bytes(content)
    with pytest.raises(NoBackupHere):
        backups_in(drive)


def test_a_seal_of_another_desk_is_not_believed(bolivia: DeskInUse, guatemala: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    raw = (made.folder / NAME).read_bytes()
    with pytest.raises(BackupNotOurs):
        require_ours(raw, guatemala.vault.backup_key)
    with pytest.raises(BackupNotOurs):
        open_contents(require_ours(raw, bolivia.vault.backup_key), guatemala.vault.backup_key)
