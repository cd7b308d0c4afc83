from pathlib import Path

from justice_desk.accounts.sign_in import sign_in, sign_in_to_look, sign_out
from justice_desk.backups.service import BackupService
from justice_desk.backups.views import Troubles
from justice_desk.foundations.clock import Clock
from justice_desk.vault.ballast import drop_ballast
from tests.backups.at_hand import backups
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES


def test_a_desk_that_is_well_has_nothing_to_tell(bolivia: DeskInUse) -> None:
    assert backups(bolivia).troubles() == Troubles()


def test_what_troubles_a_desk_is_told_when_it_is_opened(bolivia: DeskInUse) -> None:
    persons = sign_in(*signing_in(bolivia))
    drop_ballast(bolivia.folder)
    bolivia.clock.turn(hours=-1)
    assert BackupService(persons).troubles() == Troubles(clock_behind=True, disk_full=True)
    sign_out(persons)
    persons = sign_in_to_look(*signing_in(bolivia, open_now=False))
    assert BackupService(persons).troubles() == Troubles(clock_behind=True, only_look=True)
    sign_out(persons)


def test_a_desk_put_back_from_an_older_file_is_told(bolivia: DeskInUse) -> None:
    bolivia.vault.close()
    older = (bolivia.folder / "store.db").read_bytes()
    bolivia.vault = bolivia.opened()
    bolivia.suspected()
    sign_out(bolivia.acting("ana"))
    (bolivia.folder / "store.db").write_bytes(older)
    bolivia.vault = bolivia.opened()
    assert backups(bolivia).troubles().older


def signing_in(desk: DeskInUse, *, open_now: bool = True) -> tuple[Path, str, str, Clock]:
    if open_now:
        desk.vault.close()
    return desk.folder, NAMES["ana"], PASSPHRASES["ana"], desk.clock
