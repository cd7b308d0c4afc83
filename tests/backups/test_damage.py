import contextlib
import errno
import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.backups.rehearsing import rehearse
from justice_desk.cases.service import CaseService
from justice_desk.documents.service import DocumentService
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets.rules import DriveGone
from justice_desk.vault.errors import StoreDamaged, StoreNotEncrypted
from justice_desk.vault.rules import Damage
from tests.backups.at_hand import back_up, backups, issue_acta, tree, with_matter
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES

PAGE = 4096
SEVERAL, HUNDREDS = 60, 3000


def damages(desk: DeskInUse) -> set[Damage]:
    found = check_store(desk.folder, PASSPHRASES["ana"], desk.clock, NAMES["ana"]).findings
    return {finding.damage for finding in found}


@pytest.fixture
def shut(bolivia: DeskInUse) -> DeskInUse:
    with_matter(bolivia)
    sign_out(bolivia.acting("ana"))
    return bolivia


@pytest.mark.parametrize("keep", [100, PAGE, PAGE * 20, PAGE * 20 + 17])
def test_a_store_that_was_cut_is_told_and_left_as_it_is(keep: int, shut: DeskInUse) -> None:
    path = shut.folder / "store.db"
    path.write_bytes(path.read_bytes()[:keep])
    assert damages(shut) & {Damage.PAGE, Damage.STRUCTURE}
    before = path.read_bytes()
    with pytest.raises(DeskError):
        sign_out(sign_in(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock))
    assert path.read_bytes() == before


def test_a_file_of_another_program_is_told(shut: DeskInUse) -> None:
    path = shut.folder / "store.db"
    path.write_bytes(os.urandom(PAGE * 30))
    assert damages(shut) & {Damage.PAGE, Damage.STRUCTURE}
    with pytest.raises(StoreDamaged):
        sign_in(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE cases (id)")
    plain.close()
    with pytest.raises(StoreNotEncrypted):
        sign_in(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)


def test_the_database_of_another_desk_is_told(shut: DeskInUse, guatemala: DeskInUse) -> None:
    guatemala.vault.close()
    shutil.copy(guatemala.folder / "store.db", shut.folder / "store.db")
    with pytest.raises(StoreDamaged):
        sign_in(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)


def test_a_file_put_back_from_an_older_day_is_told(shut: DeskInUse) -> None:
    older = (shut.folder / "store.db").read_bytes()
    shut.vault = shut.opened()
    shut.suspected()
    sign_out(shut.acting("ana"))
    (shut.folder / "store.db").write_bytes(older)
    assert damages(shut) == {Damage.JOURNAL_OLDER}
    shut.vault = shut.opened()
    assert backups(shut).troubles().older


def test_an_old_page_pasted_back_is_found(shut: DeskInUse) -> None:
    older = (shut.folder / "store.db").read_bytes()
    shut.vault = shut.opened()
    case = shut.suspected().id
    for _ in range(4):
        issue_acta(shut, case)
    sign_out(shut.acting("ana"))
    path = shut.folder / "store.db"
    newer = path.read_bytes()
    changed = [page for page in range(1, len(older) // PAGE) if page_of(older, page) != page_of(newer, page)]
    found = 0
    for page in changed:
        path.write_bytes(newer[: page * PAGE] + page_of(older, page) + newer[(page + 1) * PAGE :])
        found += bool(damages(shut))
    assert found >= len(changed) * 3 // 4 > 0


def page_of(content: bytes, page: int) -> bytes:
    return content[page * PAGE : (page + 1) * PAGE]


def test_a_drive_that_fails_while_it_is_written_to_is_told(
    bolivia: DeskInUse, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_matter(bolivia)
    back_up(bolivia, drive)
    (bolivia.folder / "attachments" / "newer").write_bytes(b"\x05sealed" * 400_000)
    before = tree(drive)
    write = os.write
    left = 2

    def failing(descriptor: int, content: bytes) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.EIO, "EIO")
        return write(descriptor, content)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", failing)
        with pytest.raises(DriveGone):
            back_up(bolivia, drive)
    kept = {name: content for name, content in tree(drive).items() if not name.endswith(".part")}
    assert kept == before


def no_flip_of_a_backup_passes_unseen(desk: DeskInUse, drive: Path, tries: int) -> None:
    with_matter(desk)
    backup = back_up(desk, drive).folder
    sound = {path: path.read_bytes() for path in sorted(drive.rglob("*")) if path.is_file()}
    persons = desk.acting("ana")
    for seed in range(tries):
        chance = random.Random(seed)  # noqa: S311 - where to flip, no secret
        path = chance.choice(sorted(sound))
        content = bytearray(sound[path])
        bit = chance.randrange(len(content) * 8)
        content[bit // 8] ^= 1 << bit % 8
        path.write_bytes(content)
        try:
            told = rehearse(persons, backup, Unwatched()).flaw is not None
        except DeskError:
            told = True
        assert told, f"bit {bit} of {path.name}"
        path.write_bytes(sound[path])
    assert rehearse(persons, backup, Unwatched()).flaw is None


def test_no_flipped_bit_of_a_backup_passes_unseen(bolivia: DeskInUse, drive: Path) -> None:
    no_flip_of_a_backup_passes_unseen(bolivia, drive, SEVERAL)


@pytest.mark.torture
def test_none_of_many_flipped_bits_of_a_backup_passes_unseen(bolivia: DeskInUse, drive: Path) -> None:
    no_flip_of_a_backup_passes_unseen(bolivia, drive, HUNDREDS)


def test_no_damaged_page_of_the_store_shows_a_paper_that_was_never_issued(shut: DeskInUse) -> None:
    path = shut.folder / "store.db"
    content = path.read_bytes()
    (expected,) = papers(shut)
    for page in range(1, len(content) // PAGE, 3):
        damaged = bytearray(content)
        damaged[page * PAGE + 50] ^= 1
        path.write_bytes(damaged)
        with contextlib.suppress(DeskError):
            assert papers(shut) == [expected]
        path.write_bytes(content)


def papers(desk: DeskInUse) -> list[bytes]:
    desk.vault = desk.opened()
    try:
        persons = desk.acting("ana")
        service = DocumentService(persons)
        cases = [case.id for case in CaseService(persons).cases()]
        return [service.pdf(case, paper.id) for case in cases for paper in service.documents(case)]
    finally:
        desk.vault.close()
