"""Puts the desk together: the services over one open store. The only module that knows every room."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import Persons
from justice_desk.cases.party_service import PartyService
from justice_desk.cases.reader_service import ReaderService
from justice_desk.cases.service import CaseService
from justice_desk.communities.card import DangerCard, read_card
from justice_desk.communities.founding import FoundedDesk, found_desk
from justice_desk.communities.rules import Founding
from justice_desk.communities.service import CommunityService
from justice_desk.documents.service import DocumentService
from justice_desk.foundations.clock import Clock
from justice_desk.handoffs.letter_service import LetterService
from justice_desk.handoffs.notice_service import NoticeService
from justice_desk.handoffs.receiver_service import ReceiverService
from justice_desk.handoffs.road_service import RoadService
from justice_desk.handoffs.sealing_service import SealingService
from justice_desk.handoffs.service import HandoffService
from justice_desk.hearings.service import HearingService
from justice_desk.jurisdictions.loading import load_profile
from justice_desk.protection.service import ProtectionService
from justice_desk.vault.keys import FLOOR, Cost


@dataclass(frozen=True)
class Desk:
    """An open desk: who is signed in, and everything that can be done."""

    persons: Persons
    accounts: AccountService
    keys: KeyService
    communities: CommunityService
    cases: CaseService
    parties: PartyService
    readers: ReaderService
    hearings: HearingService
    protection: ProtectionService
    documents: DocumentService
    notices: NoticeService
    receivers: ReceiverService
    handoffs: HandoffService
    letters: LetterService
    sealing: SealingService
    road: RoadService

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
    def recovery_code(self) -> str:
        """The way back on paper: four rows, to be copied by hand."""
        return self._founded.sheets.texts[0]

    def take_place(self) -> Desk:
        """Put the store in its place and open the desk for its founder."""
        return wired(self._founded.take_place())

    def abandon(self) -> None:
        """Forget the store: nothing was recorded in it."""
        self._founded.abandon()


def open_desk(folder: Path, name: str, passphrase: str, clock: Clock) -> Desk:
    """Open the desk for one person.

    Raises:
        SignInRefused, SignInDelayed: name and passphrase do not belong together.
        StoreMissing, StoreDamaged, StoreNewer, StoreInUse: the store itself.
    """
    return wired(sign_in(folder, name, passphrase, clock))


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
        cases=CaseService(persons),
        parties=PartyService(persons),
        readers=ReaderService(persons),
        hearings=HearingService(persons),
        protection=ProtectionService(persons),
        documents=DocumentService(persons),
        notices=NoticeService(persons),
        receivers=ReceiverService(persons),
        handoffs=HandoffService(persons),
        letters=LetterService(persons),
        sealing=SealingService(persons),
        road=RoadService(persons),
    )
