"""Backups for tests: desks with a case, papers and attachments, drives, and the way from a backup to a desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import look
from justice_desk.backups.reading import contents_of
from justice_desk.backups.restoring import RestoringDesk
from justice_desk.backups.rules import Contents, WayIn
from justice_desk.backups.service import BackupService
from justice_desk.backups.unlocking import restore_from
from justice_desk.backups.views import MadeView
from justice_desk.communities.reading import own_community
from justice_desk.documents.service import DocumentService
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import CaseId
from justice_desk.foundations.progress import Cancelled, Progress, Unwatched
from justice_desk.journal.rules import Checkpoint
from justice_desk.vault.places import ATTACHMENTS
from tests.desks import DeskInUse
from tests.hearings.records import reserved
from tests.stores import NAMES, PASSPHRASES

ANA = WayIn(NAMES["ana"], PASSPHRASES["ana"])


class Stopping:
    """A progress that asks the work to stop in one of its parts, after so many steps of it."""

    def __init__(self, part: str, after: int = 0) -> None:
        self._part, self._left = part, after

    def step(self, done: int, total: int, part: str = "") -> None:
        """Stop, if it is time."""
        assert 0 <= done <= total
        if part == self._part:
            if self._left == 0:
                raise Cancelled
            self._left -= 1


@dataclass(frozen=True)
class Restored:
    """A desk that was restored for a test."""

    ready: RestoringDesk
    folder: Path


def with_matter(desk: DeskInUse, papers: int = 1) -> CaseId:
    """Give a desk a case with papers, and two attachments of which nobody knows what they hold."""
    case = desk.suspected().id
    for _ in range(papers):
        issue_acta(desk, case)
    folder = desk.folder / ATTACHMENTS
    folder.mkdir(exist_ok=True)
    (folder / "k3x9").write_bytes(b"\x01sealed" * 1000)
    (folder / "m7w2").write_bytes(b"\x02sealed" * 300_000)
    return case


def issue_acta(desk: DeskInUse, case: CaseId) -> str:
    """Record a session and issue its acta; return its number."""
    desk.clock.turn(hours=2)
    session = desk.hearings().record(case, reserved(desk.clock()))
    return DocumentService(desk.acting("ana")).issue_acta(case, session.id).number


def backups(desk: DeskInUse, who: str = "ana") -> BackupService:
    """Return the backups as one person has them."""
    return BackupService(desk.acting(who))


def back_up(desk: DeskInUse, drive: Path, progress: Progress | None = None) -> MadeView:
    """Make a backup on a drive."""
    return backups(desk).make(drive, progress or Unwatched())


def restoring(
    backup: Path, folder: Path, clock: Clock, key: WayIn = ANA, progress: Progress | None = None
) -> RestoringDesk:
    """Bring a backup back beside a place."""
    return restore_from(backup, folder, key, clock, progress or Unwatched())


def holds(desk: DeskInUse) -> Contents:
    """Return what a desk holds."""
    with desk.vault.session(reading=True) as session:
        return contents_of(session, desk.vault.store)


def end_of(desk: DeskInUse) -> Checkpoint:
    """Return how long the journal of a desk is."""
    found = holds(desk)
    return Checkpoint(desk.vault.store, found.size, bytes.fromhex(found.head))


def code_of(desk: DeskInUse) -> str:
    """Return the code of a desk."""
    with look(desk.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        return own_community(work).desk_code


def tree(folder: Path) -> Mapping[str, bytes]:
    """Return every file below a folder, by its path there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
