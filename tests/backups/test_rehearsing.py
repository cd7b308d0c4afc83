import shutil
from pathlib import Path

import pytest

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import look
from justice_desk.backups import rehearsing
from justice_desk.backups.bringing import BRINGING, bring_back
from justice_desk.backups.place import ATTACHMENTS, ROOT
from justice_desk.backups.rules import BackupDamaged, BackupNotOurs, Flaw
from justice_desk.foundations.files import CannotRead
from justice_desk.foundations.progress import Cancelled, Unwatched
from justice_desk.journal.chain import newest_of
from justice_desk.packets.rules import DriveGone
from justice_desk.vault.engine import connect
from justice_desk.vault.errors import StoreDamaged
from tests.backups.at_hand import Stopping, back_up, backups, tree, with_matter
from tests.desks import DeskInUse


def rehearsed(desk: DeskInUse, backup: Path) -> tuple[Flaw | None, str]:
    found = backups(desk).rehearse(backup, Unwatched())
    assert not scratch(desk).exists()
    return found.flaw, found.part


def scratch(desk: DeskInUse) -> Path:
    return desk.folder.with_name(desk.folder.name + ".rehearsal")


def test_a_sound_backup_is_brought_back_opened_compared_and_wiped(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    before = tree(drive)
    bolivia.clock.turn(hours=1)
    assert rehearsed(bolivia, made.folder) == (None, "")
    assert tree(drive) == before
    standing = backups(bolivia).standing()
    assert standing.rehearsed == bolivia.clock()
    assert standing.rehearsal_sound
    with look(bolivia.acting("ana"), UseCase.READ_JOURNAL) as work:
        entry = newest_of(work.session, UseCase.REHEARSE_RESTORE)
    assert entry is not None
    assert entry.about == made.folder.name


@pytest.mark.parametrize("name", ["store.db", "header-a.json", "card.json", "k3x9"])
def test_a_file_that_is_another_or_missing_is_named(name: str, bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    (path,) = drive.rglob(name)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert rehearsed(bolivia, made.folder) == (Flaw.FILE, name)
    assert not backups(bolivia).standing().rehearsal_sound
    path.unlink()
    assert rehearsed(bolivia, made.folder) == (Flaw.FILE, name)


def test_what_the_hashes_cannot_tell_is_found_by_opening(
    bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    key = bolivia.vault.database_key
    bring = bring_back

    def changed(how: str) -> None:
        def bring_and_change(*given: object) -> None:
            bring(*given)  # type: ignore[arg-type]
            connection = connect(scratch(bolivia) / "store.db", key)
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(how)
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            connection.close()

        monkeypatch.setattr(rehearsing, "bring_back", bring_and_change)

    changed("INSERT INTO settings VALUES ('more', '1')")
    assert rehearsed(bolivia, made.folder) == (Flaw.CONTENTS, "")
    changed("UPDATE deadlines SET case_id = 'nowhere'")
    assert rehearsed(bolivia, made.folder) == (Flaw.PAGES, "")


def test_headers_that_do_not_belong_to_the_desk_are_found(
    bolivia: DeskInUse, guatemala: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(bolivia, drive)
    bring = bring_back

    def bring_and_change(*given: object) -> None:
        bring(*given)  # type: ignore[arg-type]
        for name in ("header-a.json", "header-b.json"):
            shutil.copy(guatemala.folder / name, scratch(bolivia) / name)

    monkeypatch.setattr(rehearsing, "bring_back", bring_and_change)
    assert rehearsed(bolivia, made.folder) == (Flaw.KEYS, "")


def test_a_journal_that_does_not_hold_is_found(bolivia: DeskInUse, drive: Path) -> None:
    with bolivia.vault.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_entries_no_update")
        connection.exec_driver_sql("UPDATE journal_entries SET about = 'x' WHERE seq = 2")
    made = back_up(bolivia, drive)
    assert rehearsed(bolivia, made.folder) == (Flaw.JOURNAL, "")


@pytest.mark.parametrize("broken", [False, True])
def test_a_desk_that_does_not_open_for_its_people_is_found(
    broken: bool, bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(bolivia, drive)

    def has_account(*_given: object) -> bool:
        if broken:
            raise StoreDamaged("persons", "keys")
        return False

    monkeypatch.setattr(rehearsing, "has_account", has_account)
    assert rehearsed(bolivia, made.folder) == (Flaw.OPENING, "")


def test_a_store_that_does_not_open_at_all_is_found(
    bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(bolivia, drive)

    def refused(_self: object, folder: Path) -> None:
        raise StoreDamaged("store.db", str(folder))

    monkeypatch.setattr(type(bolivia.vault), "open_copy", refused)
    assert rehearsed(bolivia, made.folder) == (Flaw.OPENING, "")


def test_the_backup_of_another_desk_is_not_rehearsed(bolivia: DeskInUse, guatemala: DeskInUse, drive: Path) -> None:
    made = back_up(guatemala, drive)
    with pytest.raises(BackupNotOurs):
        backups(bolivia).rehearse(made.folder, Unwatched())
    with pytest.raises(BackupDamaged):
        backups(bolivia).rehearse(drive, Unwatched())


def test_a_rehearsal_that_was_stopped_leaves_nothing_and_is_no_act(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    with pytest.raises(Cancelled):
        backups(bolivia).rehearse(made.folder, Stopping(BRINGING, after=2))
    assert not scratch(bolivia).exists()
    assert backups(bolivia).standing().rehearsed is None


def test_what_an_interrupted_rehearsal_left_is_removed_by_the_next(bolivia: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    scratch(bolivia).mkdir()
    (scratch(bolivia) / "store.db").write_bytes(b"left")
    assert rehearsed(bolivia, made.folder) == (None, "")


def test_a_drive_that_is_pulled_out_is_no_flaw_of_the_backup(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)

    class Pulling:
        def step(self, _done: int, _total: int, part: str = "") -> None:
            if part == BRINGING and drive.exists():
                drive.rename(drive.with_name("away"))

    with pytest.raises((DriveGone, CannotRead)):
        backups(bolivia).rehearse(made.folder, Pulling())
    assert not scratch(bolivia).exists()


def test_attachments_are_compared_too(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    (pool,) = drive.glob(f"{ROOT}/*/{ATTACHMENTS}")
    (pool / "m7w2").write_bytes((pool / "m7w2").read_bytes()[:-1])
    assert rehearsed(bolivia, made.folder) == (Flaw.FILE, "m7w2")
