import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import look
from justice_desk.backups import making, place
from justice_desk.backups.making import ATTACHING, COPYING, READING_BACK
from justice_desk.backups.manifest import NAME, open_contents, require_ours
from justice_desk.backups.place import ATTACHMENTS as POOL
from justice_desk.backups.place import ROOT, backups_in
from justice_desk.backups.rules import (
    AtClose,
    BackupPlaceRefused,
    Freshness,
    PlaceFault,
)
from justice_desk.foundations.files import CannotWrite
from justice_desk.foundations.progress import Cancelled
from justice_desk.journal.chain import newest_of
from justice_desk.packets.drive_file import DriveFile
from justice_desk.packets.readback import Found, read_back
from justice_desk.packets.rules import DriveFull, DriveGone, ReadBack, ReadBackDiffers
from justice_desk.vault.errors import StoreDamaged, UnsafePlace
from justice_desk.vault.pages import check_pages
from justice_desk.vault.places import ATTACHMENTS
from tests.backups.at_hand import Stopping, back_up, backups, end_of, holds, tree, with_matter
from tests.desks import DeskInUse
from tests.intakes import CANARY
from tests.stores import NAMES


def pool(drive: Path) -> dict[str, bytes]:
    (folder,) = drive.glob(f"{ROOT}/*/{POOL}")
    return dict(tree(folder))


def test_a_backup_holds_the_desk_and_nothing_that_can_be_read(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    expected = holds(bolivia)
    made = back_up(bolivia, drive)
    manifest = require_ours((made.folder / NAME).read_bytes(), bolivia.vault.backup_key)
    assert made.journal_holds
    assert made.bytes == manifest.bytes
    assert open_contents(manifest, bolivia.vault.backup_key) == expected
    assert expected.rows["cases"] == 1
    assert {one.name for one in manifest.files} == {"header-a.json", "header-b.json", "store.db", "card.json"}
    assert {one.name for one in manifest.attachments} == {"k3x9", "m7w2"}
    assert check_pages(made.folder / "store.db", bolivia.vault.database_key, still=True) == []
    written = b"".join(tree(drive).values())
    for word in (CANARY, NAMES["ana"], "Ayllu", "SQLite format 3", '"cases"', str(expected.head)):
        assert word.encode() not in written


def test_a_backup_is_an_act_that_names_the_journal_it_holds(bolivia: DeskInUse, drive: Path) -> None:
    before = end_of(bolivia)
    made = back_up(bolivia, drive)
    with look(bolivia.acting("ana"), UseCase.READ_JOURNAL) as work:
        entry = newest_of(work.session, UseCase.MAKE_BACKUP)
    assert entry is not None
    assert entry.formal
    assert entry.about == made.folder.name
    assert (entry.facts["size"], entry.facts["head"]) == (before.size, before.head.hex())
    assert bolivia.accounts("ana").verify_journal().fault_at is None


def test_what_is_written_meanwhile_is_in_the_next_backup(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    before = end_of(bolivia)

    class Writing:
        def step(self, done: int, total: int, part: str = "") -> None:
            if part == COPYING:
                bolivia.accounts("ana").keep_setting(f"meanwhile {done} {total}", done)

    made = back_up(bolivia, drive, Writing())
    manifest = require_ours((made.folder / NAME).read_bytes(), bolivia.vault.backup_key)
    assert open_contents(manifest, bolivia.vault.backup_key).head == before.head.hex()
    assert open_contents(manifest, bolivia.vault.backup_key).rows["settings"] == 1


def test_attachments_are_written_once(bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_matter(bolivia)
    back_up(bolivia, drive)
    (bolivia.folder / ATTACHMENTS / "newer").write_bytes(b"\x03sealed")
    (bolivia.folder / ATTACHMENTS / "unfinished.part").write_bytes(b"\x03sea")
    opened: list[str] = []

    def noting(path: Path) -> DriveFile:
        opened.append(path.name)
        return DriveFile(path)

    monkeypatch.setattr(making, "DriveFile", noting)
    bolivia.clock.turn(hours=1)
    made = back_up(bolivia, drive)
    assert opened == ["newer.part"]
    manifest = require_ours((made.folder / NAME).read_bytes(), bolivia.vault.backup_key)
    assert {one.name for one in manifest.attachments} == {"k3x9", "m7w2", "newer"}
    assert pool(drive) == {
        name: content for name, content in tree(bolivia.folder / ATTACHMENTS).items() if name != "unfinished.part"
    }


def test_an_attachment_that_was_cut_on_the_drive_is_written_again(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    back_up(bolivia, drive)
    (copy,) = drive.glob(f"{ROOT}/*/{POOL}/k3x9")
    copy.write_bytes(b"cut")
    back_up(bolivia, drive)
    assert copy.read_bytes() == (bolivia.folder / ATTACHMENTS / "k3x9").read_bytes()


def test_an_attachment_that_was_erased_meanwhile_is_not_missed(
    bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_matter(bolivia)

    class Erasing:
        def step(self, _done: int, _total: int, part: str = "") -> None:
            if part == ATTACHING:
                (bolivia.folder / ATTACHMENTS / "m7w2").unlink(missing_ok=True)

    back_up(bolivia, drive, Erasing())
    assert set(pool(drive)) == {"k3x9"}


def test_old_backups_make_room_and_take_only_their_own_attachments(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    back_up(bolivia, drive)
    (bolivia.folder / ATTACHMENTS / "m7w2").unlink()
    for _ in range(9):
        bolivia.clock.turn(hours=1)
        back_up(bolivia, drive)
    assert len(backups(bolivia).backups(drive)) == 7
    assert set(pool(drive)) == {"k3x9"}


def test_the_backups_of_another_desk_are_never_touched(bolivia: DeskInUse, guatemala: DeskInUse, drive: Path) -> None:
    back_up(guatemala, drive)
    theirs = dict(tree(drive))
    for _ in range(9):
        bolivia.clock.turn(hours=1)
        back_up(bolivia, drive)
    assert theirs.items() <= tree(drive).items()
    assert len(backups_in(drive)) == 8


def test_a_backup_that_is_not_believed_is_neither_counted_nor_removed(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    forged = made.folder.with_name("20200101T000000Z-00000000")
    shutil.copytree(made.folder, forged)
    raw = json.loads((forged / NAME).read_bytes())
    (forged / NAME).write_text(json.dumps({**raw, "backup": forged.name, "attachments": []}))
    (bolivia.folder / ATTACHMENTS / "k3x9").unlink()
    for _ in range(8):
        bolivia.clock.turn(hours=1)
        back_up(bolivia, drive)
    assert forged.exists()
    assert forged.name not in {view.backup for view in backups(bolivia).backups(drive)}
    assert "k3x9" in pool(drive), "somebody may need it: nothing is removed where not all is understood"


@pytest.mark.parametrize("part", [COPYING, ATTACHING, READING_BACK])
def test_a_backup_that_was_stopped_leaves_the_earlier_ones_and_nothing_of_its_own(
    part: str, bolivia: DeskInUse, drive: Path
) -> None:
    with_matter(bolivia)
    back_up(bolivia, drive)
    before, acts = tree(drive), end_of(bolivia)
    with pytest.raises(Cancelled):
        back_up(bolivia, drive, Stopping(part))
    assert tree(drive) == before
    assert end_of(bolivia) == acts


def test_a_drive_without_room_is_told_before_anything_is_written(
    bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_free", lambda _folder: 1 << 20)
    with pytest.raises(DriveFull) as caught:
        back_up(bolivia, drive)
    assert caught.value.needed > caught.value.free == 1 << 20
    assert tree(drive) == {}


def test_a_drive_that_gives_back_something_else_is_not_trusted(
    bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_matter(bolivia)
    for wrong in ("m7w2.part", "store.db", NAME):

        def lying(path: Path, told: Callable[[int], None], wrong: str = wrong) -> Found:
            found = read_back(path, told)
            return Found("0" * 64, found.size, ReadBack.DIRECT) if path.name == wrong else found

        monkeypatch.setattr(making, "read_back", lying)
        with pytest.raises(ReadBackDiffers):
            back_up(bolivia, drive)
        assert backups(bolivia).backups(drive) == []


def test_a_drive_that_is_pulled_out_is_told_as_such(bolivia: DeskInUse, drive: Path, tmp_path: Path) -> None:
    with_matter(bolivia)
    away = tmp_path / "away"

    class Pulling:
        def step(self, _done: int, _total: int, part: str = "") -> None:
            if part == COPYING and drive.exists():
                drive.rename(away)

    with pytest.raises(DriveGone):
        back_up(bolivia, drive, Pulling())
    away.rename(drive)
    assert backups(bolivia).backups(drive) == []
    back_up(bolivia, drive)
    assert not list(drive.rglob("*.parcial"))


def test_a_place_that_takes_nothing_is_told(bolivia: DeskInUse, drive: Path) -> None:
    (drive / ROOT).write_text("a file where the folder should be")
    with pytest.raises((CannotWrite, DriveGone)):
        back_up(bolivia, drive)


def test_a_damaged_store_is_told_and_makes_no_backup(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    back_up(bolivia, drive)
    bolivia.reopen()
    content = bytearray((bolivia.folder / "store.db").read_bytes())
    content[-2000] ^= 1
    (bolivia.folder / "store.db").write_bytes(content)
    before = tree(drive)
    with pytest.raises(StoreDamaged):
        back_up(bolivia, drive)
    assert tree(drive) == before


def test_a_store_whose_journal_was_tampered_with_takes_no_earlier_backup_with_it(
    bolivia: DeskInUse, drive: Path
) -> None:
    for _ in range(7):
        bolivia.clock.turn(hours=1)
        back_up(bolivia, drive)
    with bolivia.vault.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_entries_no_update")
        connection.exec_driver_sql("UPDATE journal_entries SET about = 'x' WHERE seq = 2")
    bolivia.clock.turn(hours=1)
    assert not back_up(bolivia, drive).journal_holds
    assert len(backups(bolivia).backups(drive)) == 8


def test_the_stores_own_folder_is_refused(bolivia: DeskInUse) -> None:
    with pytest.raises(BackupPlaceRefused) as caught:
        back_up(bolivia, bolivia.folder)
    assert caught.value.fault is PlaceFault.OWN
    (bolivia.folder / "deeper").mkdir()
    with pytest.raises(BackupPlaceRefused) as caught:
        backups(bolivia).choose_place(bolivia.folder / "deeper")
    assert caught.value.fault is PlaceFault.OWN


def test_a_folder_that_is_not_there_is_refused(bolivia: DeskInUse, tmp_path: Path) -> None:
    with pytest.raises(BackupPlaceRefused) as caught:
        back_up(bolivia, tmp_path / "unplugged")
    assert caught.value.fault is PlaceFault.MISSING


def test_a_synchronised_folder_is_refused(bolivia: DeskInUse, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    with pytest.raises(BackupPlaceRefused) as caught:
        back_up(bolivia, tmp_path / "Dropbox")
    assert caught.value.fault is PlaceFault.SYNCHRONISED


def test_a_folder_of_another_computer_is_refused(bolivia: DeskInUse, drive: Path) -> None:
    def on_a_network(folder: Path) -> None:
        raise UnsafePlace(folder, "network")

    with pytest.raises(BackupPlaceRefused) as caught:
        place.require_place(drive, bolivia.folder, on_a_network)
    assert caught.value.fault is PlaceFault.NETWORK


def test_where_backups_go_is_remembered_and_their_age_comes_from_the_journal(bolivia: DeskInUse, drive: Path) -> None:
    service = backups(bolivia)
    standing = service.standing()
    assert (standing.place, standing.at_close, standing.last) == (None, AtClose.ASK, None)
    assert standing.freshness is Freshness.NONE
    assert not service.standing().due(bolivia.clock())
    service.choose_place(drive)
    service.choose_at_close(AtClose.ALWAYS)
    assert service.standing().due(bolivia.clock())
    back_up(bolivia, drive)
    assert not service.standing().due(bolivia.clock())
    bolivia.clock.turn(hours=24 * 8)
    standing = service.standing()
    assert (standing.place, standing.at_close) == (drive, AtClose.ALWAYS)
    assert standing.last == bolivia.clock() - timedelta(days=8)
    assert standing.freshness is Freshness.OLD
    assert service.standing().due(bolivia.clock())
