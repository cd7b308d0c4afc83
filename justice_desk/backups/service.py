"""What is done with backups at an open desk: making one, rehearsing a restore, and where they go."""

from collections.abc import Mapping
from pathlib import Path

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.service import read_setting, write_setting
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.backups.making import make_backup
from justice_desk.backups.place import BackupPlace, Found, require_place
from justice_desk.backups.rehearsing import rehearse
from justice_desk.backups.rules import AtClose, freshness
from justice_desk.backups.views import BackupStanding, BackupView, MadeView, Rehearsal, Troubles
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.progress import Progress
from justice_desk.journal.chain import CLOCK_BEHIND, behind, newest_of
from justice_desk.journal.rules import Act
from justice_desk.journal.witness import Witness
from justice_desk.vault.ballast import holds_ballast
from justice_desk.vault.errors import StoreOnlyLooked

PLACE, AT_CLOSE = "backup_place", "backup_at_close"


class BackupService:
    """The backups of this desk."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def standing(self) -> BackupStanding:
        """Return how the desk stands with its backups."""
        with look(self._persons, UseCase.MAKE_BACKUP) as work:
            place, choice = read_setting(work, PLACE), read_setting(work, AT_CLOSE)
            made = newest_of(work.session, UseCase.MAKE_BACKUP)
            rehearsed = newest_of(work.session, UseCase.REHEARSE_RESTORE)
            founded = newest_of(work.session, UseCase.FOUND_DESK)
            last = None if made is None else made.at
            return BackupStanding(
                place=Path(place) if isinstance(place, str) else None,
                at_close=AtClose(choice) if choice in set(AtClose) else AtClose.ASK,
                last=last,
                freshness=freshness(last, work.now),
                unsafe_since=next((entry.at for entry in (made, founded) if entry is not None), work.now),
                rehearsed=None if rehearsed is None else rehearsed.at,
                rehearsal_sound=rehearsed is not None and "flaw" not in rehearsed.facts,
            )

    def troubles(self) -> Troubles:
        """Return what should be told to whoever opens the desk."""
        vault = self._persons.vault
        noted = Witness(vault.folder, vault.journal_key).last()
        with look(self._persons, UseCase.MAKE_BACKUP) as work:
            opened = newest_of(work.session, UseCase.SIGN_IN)
            return Troubles(
                older=noted is not None and behind(work.session, noted),
                clock_behind=opened is not None and (CLOCK_BEHIND in opened.facts or work.now < opened.at),
                disk_full=not vault.only_look and not holds_ballast(vault.folder),
                only_look=vault.only_look,
            )

    def choose_place(self, place: Path) -> None:
        """Remember where backups go. No act.

        Raises:
            BackupPlaceRefused: the folder is no place for them.
        """
        require_place(place, self._persons.vault.folder)
        self._keep(PLACE, str(place))

    def choose_at_close(self, choice: AtClose) -> None:
        """Remember what happens when the window is closed. No act."""
        self._keep(AT_CLOSE, choice.value)

    def make(self, place: Path, progress: Progress) -> MadeView:
        """Make a backup, and write it down once it was read back.

        Raises:
            BackupPlaceRefused: the folder is no place for backups.
            DriveFull, DriveGone, CannotWrite, ReadBackDiffers: the drive; nothing of this backup stays there.
            StoreDamaged, CannotRead: the store cannot be read whole.
            Cancelled: the progress asked to stop.
        """
        self._require(UseCase.MAKE_BACKUP)
        made = make_backup(self._persons.vault, place, progress)
        facts: Mapping[str, Json] = {
            "size": made.contents.size,
            "head": made.contents.head,
            "attachments": len(made.manifest.attachments),
            "bytes": made.manifest.bytes,
        }
        with begin(self._persons, UseCase.MAKE_BACKUP) as work:
            work.commit(Act(made.manifest.backup, facts, formal=True))
        return MadeView(made.folder, made.manifest.bytes, made.journal_holds)

    def backups(self, place: Path) -> list[BackupView]:
        """Return the desk's own backups in a place, newest first. A place that is not there has none."""
        vault = self._persons.vault
        found = BackupPlace(place, vault.store).backups(vault.backup_key)
        return [backup_view(one) for one in found]

    def rehearse(self, backup: Path, progress: Progress) -> Rehearsal:
        """Bring a backup back to a folder of its own, compare it, remove it, and write down what came of it.

        Raises:
            BackupNotOurs, BackupDamaged, StoreNewer, DriveGone, CannotRead: the backup.
            DiskFull, CannotWrite: there is no room for the rehearsal.
            Cancelled: the progress asked to stop.
        """
        self._require(UseCase.REHEARSE_RESTORE)
        found = rehearse(self._persons, backup, progress)
        facts: dict[str, Json] = {"made_at": found.made_at.isoformat()}
        if found.flaw is not None:
            facts |= {"flaw": found.flaw.value, "part": found.part}
        with begin(self._persons, UseCase.REHEARSE_RESTORE) as work:
            work.commit(Act(found.backup, facts))
        return found

    def _require(self, use_case: UseCase) -> None:
        """Ask the permission table before long work begins: no transaction stays open across it."""
        with look(self._persons, use_case):
            if self._persons.vault.only_look:
                raise StoreOnlyLooked

    def _keep(self, name: str, value: Json) -> None:
        with begin(self._persons, UseCase.CHANGE_SETTINGS) as work:
            write_setting(work, name, value)
            work.keep()


def backup_view(found: Found) -> BackupView:
    """Return a backup as screens show it."""
    told = found.manifest
    return BackupView(found.folder, told.backup, told.store, told.made_at, told.bytes)
