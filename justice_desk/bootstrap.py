"""Puts the desk together: the services over one open store. The only module that knows every room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.recovering import Recovering, Return
from justice_desk.accounts.recovering import open_with_paper as paper_opens
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.sign_in import join, part, sign_in, sign_in_to_look, sign_in_with_keyring, sign_out
from justice_desk.accounts.views import PersonView
from justice_desk.accounts.work import Persons
from justice_desk.backups.place import backups_in
from justice_desk.backups.restoring import RestoringDesk
from justice_desk.backups.rules import WayIn
from justice_desk.backups.service import BackupService, backup_view
from justice_desk.backups.unlocking import restore_from, salvage_from
from justice_desk.backups.views import BackupView, ReadyDesk, RestoredView
from justice_desk.cases.party_service import PartyService
from justice_desk.cases.reader_service import ReaderService
from justice_desk.cases.service import CaseService
from justice_desk.communities.card import DangerCard, read_card
from justice_desk.communities.founding import FoundedDesk, found_desk
from justice_desk.communities.handover_service import HandoverService
from justice_desk.communities.rules import Founding
from justice_desk.communities.service import CommunityService
from justice_desk.documents.service import DocumentService
from justice_desk.documents.sheet_service import SheetService
from justice_desk.documents.views import PrintedSheets
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import TermId
from justice_desk.foundations.progress import Progress
from justice_desk.handoffs.letter_service import LetterService
from justice_desk.handoffs.notice_service import NoticeService
from justice_desk.handoffs.receiver_service import ReceiverService
from justice_desk.handoffs.road_service import RoadService
from justice_desk.handoffs.sealing_service import SealingService
from justice_desk.handoffs.service import HandoffService
from justice_desk.hearings.service import HearingService
from justice_desk.jurisdictions.loading import load_profile
from justice_desk.protection.service import ProtectionService
from justice_desk.vault import opening, rebuilding
from justice_desk.vault.keys import FLOOR, Cost
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.rules import Paper


@dataclass(frozen=True)
class Desk:
    """An open desk: who is signed in, and everything that can be done."""

    persons: Persons
    accounts: AccountService
    keys: KeyService
    communities: CommunityService
    handover: HandoverService
    cases: CaseService
    parties: PartyService
    readers: ReaderService
    hearings: HearingService
    protection: ProtectionService
    documents: DocumentService
    sheets: SheetService
    notices: NoticeService
    receivers: ReceiverService
    handoffs: HandoffService
    letters: LetterService
    sealing: SealingService
    road: RoadService
    backups: BackupService

    @property
    def only_look(self) -> bool:
        """Whether nothing can be done here: the store was opened to be looked at."""
        return self.persons.vault.only_look

    def joined(self, name: str, passphrase: str) -> "Desk":
        """Return the desk with a second person beside the first, who shares what belongs to two.

        Raises:
            SignInRefused, SignInDelayed: name and passphrase do not belong together.
            SamePerson: the second is the first.
        """
        return wired(join(self.alone().persons, name, passphrase))

    def signed_on_paper(self, term: TermId, folio: str) -> "Desk":
        """Return the desk with an authority beside the first person who signed a paper and has no account.

        Raises:
            TermAbsent, FieldMissing, FieldTooLong, CharacterRefused: who it is, and where the paper is kept.
        """
        paper = self.communities.sign_on_paper(term, folio)
        return wired(replace(self.alone().persons, paper=paper))

    def alone(self) -> "Desk":
        """Return the desk without a second person: their keys are forgotten."""
        return wired(replace(part(self.persons), paper=None))

    def danger_card(self) -> DangerCard | None:
        """Return the telephone numbers of the lock page, None if there are none."""
        return read_card(self.persons.vault.folder)

    def close(self) -> None:
        """Forget the keys and close the store."""
        sign_out(self.persons)


class FoundingDesk:
    """A desk that is made and waits until part of its recovery code was typed back."""

    def __init__(self, founded: FoundedDesk) -> None:
        self._founded = founded

    @property
    def paper(self) -> NewPaper:
        """The way back on paper, to be printed or copied by hand."""
        return self._founded.paper

    @property
    def recovery_code(self) -> str:
        """The way back where it is a code: four rows."""
        (code,) = self.paper.sheets.texts
        return code

    def sheets(self) -> PrintedSheets:
        """Return the sheets, ready for the printer."""
        return SheetService(self._founded.persons).sheets(self.paper)

    def take_place(self) -> Desk:
        """Put the store in its place and open the desk for its founder."""
        return wired(self._founded.take_place())

    def abandon(self) -> None:
        """Forget the store: nothing was recorded in it."""
        self._founded.abandon()


class WaitingDesk:
    """A desk that was brought back and waits until the last numbers on paper were told."""

    def __init__(self, restoring: RestoringDesk) -> None:
        self._restoring = restoring

    def ready(self) -> ReadyDesk:
        """Return what is known of it."""
        return self._restoring.ready()

    def finish(self, numbers: Mapping[str, str], footer: str) -> tuple[RestoredView, Desk | None]:
        """Write the restore down and give the desk its place. It comes back open, unless the code on paper opened it.

        Raises:
            FieldUnreadable: names the field; nothing was changed.
            DeskCodesSpent, StoreInUse, StoreExists, DiskFull, CannotWrite: it can be tried again.
        """
        view, persons = self._restoring.finish(numbers, footer)
        return view, None if persons is None else wired(persons)

    def abandon(self) -> None:
        """Forget it: what was in its place is as it was."""
        self._restoring.abandon()


class RecoveringDesk:
    """A desk that the sheet opened: it waits for who comes back, and shows no case before."""

    def __init__(self, recovering: Recovering) -> None:
        self._recovering = recovering

    def people(self) -> list[PersonView]:
        """Return who has an account."""
        return self._recovering.people()

    def fresh_paper(self, kind: Paper) -> NewPaper:
        """Return the way back that takes the place of the one that was used."""
        return self._recovering.fresh_paper(kind)

    def sheets(self, paper: NewPaper) -> PrintedSheets:
        """Return the sheets of a paper, ready for the printer."""
        return SheetService(self._recovering.persons).sheets(paper)

    def finish(self, who: Return, paper: NewPaper) -> Desk:
        """Give the person their keys and the store its other way back, and open the desk for them.

        Raises:
            NameMissing, NameTaken, NameUsedBefore, RolesMissing, PassphraseWeak, PersonAbsent: who comes back.
        """
        return wired(self._recovering.finish(who, paper))

    def abandon(self) -> None:
        """Close the store."""
        self._recovering.abandon()


def open_desk(folder: Path, name: str, passphrase: str, clock: Clock) -> Desk:
    """Open the desk for one person.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse: the store itself.
    """
    return wired(sign_in(folder, name, passphrase, clock))


def look_at_desk(folder: Path, name: str, passphrase: str, clock: Clock) -> Desk:
    """Open the desk for one person to look at only: nothing in its folder is touched.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        StoreMissing, StoreDamaged, StoreNewer, StoreOlder, StoreInUse: the store itself.
    """
    return wired(sign_in_to_look(folder, name, passphrase, clock))


def backups_at(folder: Path) -> tuple[BackupView, ...]:
    """Return the backups that lie in a folder or on a drive, newest first, as they say themselves.

    Raises:
        NoBackupHere, StoreNewer, CannotRead: there is none that this program reads.
    """
    return tuple(backup_view(found) for found in backups_in(folder))


def restore(backup: Path, folder: Path, way: WayIn, clock: Clock, progress: Progress) -> WaitingDesk:
    """Bring a backup back beside the place of the desk.

    Raises:
        SignInRefused, SignInDelayed, RecoveryCodeWrong: what was typed does not open it.
        BackupDamaged, BackupNotOurs, StoreMissing, StoreNewer, DriveGone, CannotRead: the backup.
        UnsafePlace, DiskFull, CannotWrite: the place of the desk.
        Cancelled: the progress asked to stop.
    """
    return WaitingDesk(restore_from(backup, folder, way, clock, progress))


def rescue(folder: Path, way: WayIn, clock: Clock, progress: Progress) -> WaitingDesk:
    """Bring what can be read of a damaged store into a new one beside it.

    Raises:
        SignInRefused, SignInDelayed, RecoveryCodeWrong: what was typed does not open it.
        StoreMissing, StoreDamaged: nothing can be saved here.
        StoreInUse, UnsafePlace, DiskFull, CannotWrite: the place of the desk.
        Cancelled: the progress asked to stop.
    """
    return WaitingDesk(salvage_from(folder, way, clock, progress))


def paper_of(folder: Path) -> Paper:
    """Return how the way back stands on paper for the desk in `folder`.

    Raises:
        StoreMissing, StoreDamaged, StoreNewer, CannotRead: the store itself.
    """
    return opening.paper_of(folder)


def keyring_offered(folder: Path) -> bool:
    """Say whether this computer's key store opens the desk for somebody."""
    return opening.keyring_offered(folder)


def open_with_keyring(folder: Path, name: str, clock: Clock) -> Desk:
    """Open the desk for one person with this computer's key store.

    Raises:
        SignInRefused: nobody of this name opens the desk so.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse: the store itself.
    """
    return wired(sign_in_with_keyring(folder, name, clock))


def paper_of_square(square: str) -> Paper:
    """Return how the way back stands on the sheet whose square this is.

    Raises:
        SquareWrong: it is no square of a sheet.
    """
    return rebuilding.paper_of_square(square)


def open_with_paper(folder: Path, texts: Sequence[str], clock: Clock, square: str = "") -> RecoveringDesk:
    """Open the desk with what stands on paper; `square` where the header was lost.

    Raises:
        RecoveryCodeWrong, ShareWrong, SharesTooFew, SquareWrong: what was typed is not this desk's.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse: the store itself.
    """
    return RecoveringDesk(paper_opens(folder, texts, clock, square))


def found(folder: Path, founding: Founding, clock: Clock, cost: Cost = FLOOR) -> FoundingDesk:
    """Make a new desk, that takes its place once part of the recovery code was typed back.

    Raises:
        FieldMissing, FieldUnreadable, PassphraseWeak: what was given does not do.
        StoreExists, UnsafePlace, DiskFull, CannotWrite: the place does not do.
        ProfileBroken: the country's profile cannot be used.
    """
    return FoundingDesk(found_desk(folder, founding, load_profile(founding.country), cost, clock))


def danger_card(folder: Path) -> DangerCard | None:
    """Return what the lock page shows without opening anything, None if there is nothing to show."""
    return read_card(folder)


def wired(persons: Persons) -> Desk:
    """Return the desk of the persons who act."""
    return Desk(
        persons=persons,
        accounts=AccountService(persons),
        keys=KeyService(persons),
        communities=CommunityService(persons),
        handover=HandoverService(persons),
        cases=CaseService(persons),
        parties=PartyService(persons),
        readers=ReaderService(persons),
        hearings=HearingService(persons),
        protection=ProtectionService(persons),
        documents=DocumentService(persons),
        sheets=SheetService(persons),
        notices=NoticeService(persons),
        receivers=ReceiverService(persons),
        handoffs=HandoffService(persons),
        letters=LetterService(persons),
        sealing=SealingService(persons),
        road=RoadService(persons),
        backups=BackupService(persons),
    )
