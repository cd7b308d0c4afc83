from pathlib import Path

import pytest

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import Persons, look
from justice_desk.backups import restoring as restoring_module
from justice_desk.backups.manifest import NAME, open_contents, require_ours
from justice_desk.backups.place import ATTACHMENTS as POOL
from justice_desk.backups.restoring import settle, waits
from justice_desk.communities.records import CommunityRecord
from justice_desk.foundations.files import CannotWrite
from justice_desk.journal.chain import checkpoint
from justice_desk.vault.errors import (
    SignInRefused,
    StoreExists,
    StoreInUse,
    UnsafePlace,
)
from justice_desk.vault.keys import subkey
from justice_desk.vault.places import ATTACHMENTS
from tests.backups.at_hand import (
    back_up,
    restoring,
    tree,
    with_matter,
)
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES

JOURNAL = UseCase.READ_JOURNAL


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the desk shall stand on another laptop."""
    (tmp_path / "laptop").mkdir()
    return tmp_path / "laptop" / "store"


def code_of_persons(persons: Persons) -> str:
    with look(persons, UseCase.CHANGE_SETTINGS) as work:
        return work.session.query(CommunityRecord).one().desk_code


def test_a_store_that_stands_open_is_not_put_aside(bolivia: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    ready = restoring(made.folder, bolivia.folder, bolivia.clock)
    acts = ready.ready().acts
    with pytest.raises(StoreInUse):
        ready.finish({})
    assert ready.ready().acts == acts
    ready.abandon()


def test_a_folder_that_a_program_copies_elsewhere_is_no_place_for_a_desk(
    bolivia: DeskInUse, drive: Path, tmp_path: Path
) -> None:
    made = back_up(bolivia, drive)
    with pytest.raises(UnsafePlace):
        restoring(made.folder, tmp_path / "Nextcloud" / "store", bolivia.clock)


def test_what_failed_at_the_last_step_is_not_written_down_twice(
    bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    ready = restoring(made.folder, bolivia.folder, bolivia.clock)

    def refused(folder: Path, _now: object) -> Path:
        raise CannotWrite(folder, "EACCES")

    with monkeypatch.context() as patched:
        patched.setattr(restoring_module, "put_aside", refused)
        with pytest.raises(CannotWrite):
            ready.finish({})
        assert waits(bolivia.folder)
    view, persons = ready.finish({})
    assert persons is not None
    assert view.desk_code == "A2"
    with look(persons, JOURNAL) as work:
        assert checkpoint(work.session, "").size == size_in(made.folder, bolivia) + 1
    sign_out(persons)


def size_in(backup: Path, desk: DeskInUse) -> int:
    key = subkey(desk.template.vault_key, "backup")
    return open_contents(require_ours((backup / NAME).read_bytes(), key), key).size


def test_something_else_in_the_place_is_not_touched(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    made = back_up(bolivia, drive)
    place.mkdir()
    (place / "photo.jpg").write_bytes(b"x")
    ready = restoring(made.folder, place, bolivia.clock)
    with pytest.raises(StoreExists):
        ready.finish({})
    assert (place / "photo.jpg").exists()
    ready.abandon()


def test_an_empty_folder_in_the_place_does_no_harm(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    made = back_up(bolivia, drive)
    place.mkdir()
    _, persons = restoring(made.folder, place, bolivia.clock).finish({})
    assert persons is not None
    sign_out(persons)


def test_two_stores_put_aside_in_one_second_have_two_names(bolivia: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    asides = []
    for _ in range(2):
        view, persons = restoring(made.folder, bolivia.folder, bolivia.clock).finish({})
        assert persons is not None
        sign_out(persons)
        asides.append(view.aside)
    assert len({*asides}) == 2


def test_a_restore_interrupted_before_it_was_written_is_removed(bolivia: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    before = tree(bolivia.folder)
    ready = restoring(made.folder, bolivia.folder, bolivia.clock)
    with pytest.raises(StoreInUse):
        settle(bolivia.folder, bolivia.clock())
    ready._persons.vault.close()
    settle(bolivia.folder, bolivia.clock())
    assert tree(bolivia.folder.parent) == {f"{bolivia.folder.name}/{name}": one for name, one in before.items()} | {
        f"{drive.name}/{name}": one for name, one in tree(drive).items()
    }


def test_a_restore_interrupted_after_it_was_written_takes_its_place(bolivia: DeskInUse, drive: Path) -> None:
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    before = tree(bolivia.folder)
    ready = restoring(made.folder, bolivia.folder, bolivia.clock)
    ready._act({}, "")
    ready._persons.vault.move_to(bolivia.folder.with_name(f"{bolivia.folder.name}.restored"))
    ready._persons.vault.close()
    assert waits(bolivia.folder)
    settle(bolivia.folder, bolivia.clock())
    assert not waits(bolivia.folder)
    (aside,) = bolivia.folder.parent.glob("*-anterior-*")
    assert tree(aside) == before
    persons = sign_in(bolivia.folder, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock)
    assert code_of_persons(persons) == "A2"
    sign_out(persons)
    settle(bolivia.folder, bolivia.clock())


def test_a_damaged_journal_comes_back_and_is_told(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    with bolivia.vault.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_entries_no_update")
        connection.exec_driver_sql("UPDATE journal_entries SET about = 'x' WHERE seq = 2")
    made = back_up(bolivia, drive)
    ready = restoring(made.folder, place, bolivia.clock)
    assert not ready.ready().journal_holds
    ready.abandon()


def test_attachments_of_the_pool_that_the_backup_does_not_know_stay_there(
    bolivia: DeskInUse, drive: Path, place: Path
) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    (made.folder.parent / POOL / "later").write_bytes(b"x")
    ready = restoring(made.folder, place, bolivia.clock)
    ready.finish({})
    assert set(tree(place / ATTACHMENTS)) == {"k3x9", "m7w2"}
    ready._persons.vault.close()


def test_a_person_without_an_account_in_the_backup_is_refused(
    bolivia: DeskInUse, drive: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(bolivia, drive)

    def refused(*_given: object) -> None:
        raise SignInRefused

    monkeypatch.setattr(restoring_module, "signed_in", refused)
    with pytest.raises(SignInRefused):
        restoring(made.folder, place, bolivia.clock)
    assert list(place.parent.iterdir()) == []
