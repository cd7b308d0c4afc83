import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from justice_desk.accounts.checking import check_store
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import DiskFull
from justice_desk.packets.rules import DriveFull
from justice_desk.vault import open_vault
from justice_desk.vault.ballast import holds_ballast
from justice_desk.vault.engine import connect
from tests.backups.at_hand import back_up, backups, restoring, tree, with_matter
from tests.backups.victims import STEPS
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.stores import NAMES, PASSPHRASES


def failing_at(patched: pytest.MonkeyPatch, step: int, code: int) -> list[int]:
    """Let the disk refuse from the given step on (from 1) whatever would change it; return a step for each try."""
    taken: list[int] = []

    def refusing(act: Callable[..., object]) -> Callable[..., object]:
        def tried(*given: object, **named: object) -> object:
            taken.append(1)
            if len(taken) >= step and act is not Path.unlink:
                raise OSError(code, os.strerror(code))
            return act(*given, **named)

        return tried

    for owner, name in STEPS:
        if owner in {os, Path} and name not in {"open", "rmdir"}:
            patched.setattr(owner, name, refusing(getattr(owner, name)))
    patched.setattr(os, "write", refusing(os.write))
    return taken


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("step", range(1, 30, 4))
def test_wherever_a_drive_refuses_the_earlier_backups_are_untouched(
    step: int, code: int, bolivia: DeskInUse, drive: Path
) -> None:
    with_matter(bolivia)
    back_up(bolivia, drive)
    (bolivia.folder / "attachments" / "newer").write_bytes(b"\x06sealed" * 1000)
    before = tree(drive)
    failed = None
    with pytest.MonkeyPatch.context() as patched:
        taken = failing_at(patched, step, code)
        try:
            back_up(bolivia, drive)
        except DeskError as fault:
            failed = fault
    assert before.items() <= tree(drive).items()
    if failed is None:
        # What failed came after the backup had its name: noting the journal's head beside the store.
        assert len(taken) >= step
        assert len(backups(bolivia).backups(drive)) == 2
    else:
        assert isinstance(failed, DriveFull) is (code == errno.ENOSPC)
        assert len(backups(bolivia).backups(drive)) <= 2
    for view in backups(bolivia).backups(drive):
        ready = restoring(view.folder, drive.parent / "elsewhere" / "store", bolivia.clock)
        assert ready.ready().journal_holds
        ready.abandon()


def limited(pages: int) -> Callable[..., dbapi2.Connection]:
    """Return what connects to a database that may grow by so many pages and no more."""

    def connecting(path: Path, key: bytes, *, still: bool = False) -> dbapi2.Connection:
        connection = connect(path, key, still=still)
        there = int(connection.execute("PRAGMA page_count").fetchone()[0])
        connection.execute(f"PRAGMA max_page_count = {there + pages}").fetchall()
        return connection

    return connecting


def registered_until_full(desk: DeskInUse) -> int:
    for made in range(200):
        try:
            desk.cases().register(intake(desk.clock(), suspicion=True))
        except DiskFull:
            return made
    raise AssertionError("the disk was never full")


@pytest.mark.parametrize("pages", range(0, 24, 4))
def test_wherever_the_disk_is_full_an_act_is_whole_or_absent(
    pages: int, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    bolivia.vault.close()
    with monkeypatch.context() as patched:
        patched.setattr(open_vault, "connect", limited(pages))
        bolivia.vault = bolivia.opened()
        made = registered_until_full(bolivia)
        assert not holds_ballast(bolivia.folder)
        assert len(bolivia.cases().cases()) == made
        bolivia.vault.close()
    bolivia.vault = bolivia.opened()
    assert len(bolivia.cases().cases()) == made
    bolivia.suspected()
    bolivia.vault.close()
    assert check_store(bolivia.folder, PASSPHRASES["ana"], bolivia.clock, NAMES["ana"]).findings == ()
